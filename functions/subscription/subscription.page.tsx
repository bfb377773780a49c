import type { ComponentChildren, JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import { ErrorSummary, problemAt } from '../page/error-summary.tsx';
import { page } from '../page/page.tsx';
import { Filters, TextField } from '../register/filters.tsx';
import type { Interests } from './subscription.schema.ts';
import { interestsInWords } from './subscription-words.ts';
import type { Fault } from '../rules/fault.ts';

/** The form to be told of decisions by email, with whatever is wrong beside its field. */
export const subscribePage = (council: Council, asked: Interests & { email?: string }, problems: Fault[] = []): string =>
  page({
    title: `${problems.length > 0 ? 'Error: ' : ''}Be told of decisions by email`,
    council,
    children: (
      <>
        <ErrorSummary problems={problems} />
        <h1 class="govuk-heading-l">Be told of decisions by email</h1>
        <p class="govuk-body">
          You get one email a day at most, on days when something is published or changes. Your address is used for nothing else, and is
          forgotten when you stop. To be told of something else, ask again: what you choose takes the place of what you chose before.
        </p>
        <form action="/subscriptions" method="post" noValidate>
          <TextField id="email" label="Your email address" value={asked.email} fault={problemAt(problems, 'email')} type="email" />
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Which decisions? Leave this as it is for all of them</legend>
            <Filters council={council} asked={asked} hasStandings={false} hasUrgency={false}>
              <TextField
                id="text"
                label="With these words, such as a place or a supplier"
                value={asked.text}
                fault={problemAt(problems, 'text')}
              />
            </Filters>
          </fieldset>
          <button class="govuk-button" type="submit">
            Ask for these emails
          </button>
        </form>
      </>
    ),
  });

const told = (council: Council, title: string, children: ComponentChildren): string =>
  page({
    title,
    council,
    noindex: true,
    section: 'none',
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
      </>
    ),
  });

const Paragraph = ({ children }: { children: ComponentChildren }): JSX.Element => <p class="govuk-body">{children}</p>;

/** The same for every address, so that nobody learns from it whether one was written to. */
export const tooManyPage = (council: Council): string =>
  told(council, 'Too many people have asked', <Paragraph>Nothing was sent. Please ask again in an hour.</Paragraph>);

/** The same whoever asked for whichever address, so that nobody learns from it who subscribes. */
export const checkEmailPage = (council: Council): string =>
  told(
    council,
    'Check your email',
    <Paragraph>
      We have sent a link to the address you gave, unless it was sent one in the last day. Open it within two days to begin. Until then
      nothing else is sent.
    </Paragraph>,
  );

const asking = (council: Council, title: string, words: string, button: string): string =>
  told(
    council,
    title,
    <>
      <Paragraph>{words}</Paragraph>
      <form method="post">
        <button class="govuk-button" type="submit">
          {button}
        </button>
      </form>
    </>,
  );

/** Asks whether they want it. Opening the link has changed nothing: mail systems open links too. */
export const confirmPage = (council: Council, interests: Interests): string =>
  asking(
    council,
    'Begin these emails?',
    `One email a day at most, about ${interestsInWords(interests, council)}. They take the place of any that you get from us now.`,
    'Yes, begin',
  );

/** Asks whether they want it to stop. */
export const stopPage = (council: Council): string => asking(council, 'Stop these emails?', 'Your address is forgotten.', 'Yes, stop');

/** It has begun. */
export const begunPage = (council: Council, interests: Interests): string =>
  told(
    council,
    'You will be told by email',
    <Paragraph>{`About ${interestsInWords(interests, council)}. Every email has a link that stops them.`}</Paragraph>,
  );

/** It has stopped, or had before. */
export const stoppedPage = (council: Council): string =>
  told(
    council,
    'These emails have stopped',
    <Paragraph>
      Your address is forgotten.{' '}
      <a class="govuk-link" href="/subscriptions">
        Ask for other emails
      </a>
    </Paragraph>,
  );

/** A link to begin that is too old, or was used to stop. */
export const expiredPage = (council: Council): string =>
  told(
    council,
    'This link no longer works',
    <Paragraph>
      It is for two days only.{' '}
      <a class="govuk-link" href="/subscriptions">
        Ask again
      </a>
    </Paragraph>,
  );
