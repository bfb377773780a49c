import type { JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import { page } from '../page/page.tsx';

const Entry = ({ href, name, children }: { href: string; name: string; children: string }): JSX.Element => (
  <li>
    <a class="govuk-link" href={href}>
      {name}
    </a>
    : {children}
  </li>
);

const Home = ({ council }: { council: Council }): JSX.Element => (
  <>
    <h1 class="govuk-heading-l">Executive decisions of {council.name}</h1>
    <p class="govuk-body-l">
      What the council’s executive proposes to decide and what it has decided: who decides, when, why and at what cost.
    </p>
    <search>
      <form action="/search" method="get">
        <div class="govuk-form-group">
          <label class="govuk-label" for="q">
            Search: words, a number, a supplier or a place
          </label>
          <input class="govuk-input" type="search" id="q" name="q" />
        </div>
        <button class="govuk-button" type="submit">
          Search
        </button>
      </form>
    </search>
    <ul class="govuk-list govuk-list--spaced">
      <Entry href="/notices" name="Forthcoming executive decisions">
        notices of decisions that are proposed, with the day from which each can be taken
      </Entry>
      <Entry href="/decisions" name="Executive decisions taken">
        records of decisions, with whether each is in force, open to call-in or called in
      </Entry>
      <Entry href="/contracts" name="Contracts">
        the council’s register of contracts
      </Entry>
      <Entry href="/urgency-report" name="Decisions taken under special urgency">
        every decision that was too urgent for notice, and who agreed to that
      </Entry>
    </ul>
    <h2 class="govuk-heading-m">Documents</h2>
    <p class="govuk-body">
      {council.documents.howToAsk} Email:{' '}
      <a class="govuk-link" href={`mailto:${council.documents.email}`}>
        {council.documents.email}
      </a>
    </p>
    <p class="govuk-body">Notices and records can also be seen at {council.offices}.</p>
    <h2 class="govuk-heading-m">Follow and re-use</h2>
    <ul class="govuk-list govuk-list--spaced">
      <Entry href="/subscriptions" name="Email">
        one a day at most, about what you choose
      </Entry>
      <Entry href="/notices.atom" name="Feed of forthcoming decisions">
        Atom
      </Entry>
      <Entry href="/decisions.atom" name="Feed of decisions taken">
        Atom
      </Entry>
      <Entry href="/notices.csv" name="Forthcoming decisions as a file">
        CSV
      </Entry>
      <Entry href="/decisions.csv" name="Decisions taken as a file">
        CSV
      </Entry>
      <Entry href="/changes" name="Feed of changes">
        JSON with a cursor, for other systems
      </Entry>
      <Entry href="/docs" name="API">
        every list and every decision as data
      </Entry>
    </ul>
  </>
);

/** The front page: what this is, the public lists, how to ask for documents, and the feeds. */
export const homePage = (council: Council): string =>
  page({
    title: 'Executive decisions',
    council,
    description: `What the executive of ${council.name} proposes to decide and has decided.`,
    children: <Home council={council} />,
  });

/** What is answered for a page that is not there: the same words for what never was and for what is not public. */
export const notFoundPage = (council: Council): string =>
  page({
    title: 'Page not found',
    council,
    noindex: true,
    children: (
      <>
        <h1 class="govuk-heading-l">Page not found</h1>
        <p class="govuk-body">There is no public page at this address. A decision has one once notice of it has been published.</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/notices">
            Forthcoming executive decisions
          </a>{' '}
          or{' '}
          <a class="govuk-link" href="/decisions">
            executive decisions taken
          </a>
        </p>
      </>
    ),
  });
