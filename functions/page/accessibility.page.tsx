import type { Council } from '../council/council.schema.ts';
import { page } from './page.tsx';

/** The accessibility statement that reg 8 of SI 2018/952 has a council publish with its website. */
export const accessibilityPage = (council: Council): string =>
  page({
    title: 'Accessibility statement',
    council,
    children: (
      <>
        <h1 class="govuk-heading-l">Accessibility statement</h1>
        <p class="govuk-body">
          {council.name} wants everyone to be able to read its decisions, and to answer when asked. This page is about all of these pages
          and the emails that lead to them.
        </p>
        <h2 class="govuk-heading-m">What you can do</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>read and answer with a keyboard, a screen reader or speech recognition</li>
          <li>zoom to 400% without text leaving the screen</li>
          <li>use dark mode or your own colours</li>
          <li>do everything without JavaScript</li>
          <li>print any page</li>
        </ul>
        <h2 class="govuk-heading-m">How accessible it is</h2>
        <p class="govuk-body">
          The pages are built to meet level AA of the Web Content Accessibility Guidelines, version 2.2. We check them by machine. Nobody
          who uses a screen reader, or the like, has yet tested them for us.
        </p>
        <p class="govuk-body">
          A decision can link to files that were made elsewhere. Some of those may be hard to read with a screen reader.
        </p>
        <h2 class="govuk-heading-m">Tell us of a problem, or ask for another format</h2>
        <p class="govuk-body">
          Email <a href={`mailto:${council.email.replyTo}`}>{council.email.replyTo}</a> and say which page it is.
        </p>
        <h2 class="govuk-heading-m">If you are not happy with our answer</h2>
        <p class="govuk-body">
          You can ask the <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a> for help. The law on
          this (SI 2018/952) is enforced by the Equality and Human Rights Commission.
        </p>
      </>
    ),
  });
