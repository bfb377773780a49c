import type { JSX } from 'preact';
import type { Email, Proposal } from './desk-api.ts';
import { deskPage, type Visitor } from './frame.tsx';
import { emailWords, statusWords } from './in-words.ts';
import { LeftOut, momentInWords, ProposalLink, StatusTag } from './shown.tsx';

type ListOf = { visitor: Visitor; items: Proposal[]; unreadable: number; next: string | null; status: string };
type UndeliveredOf = { visitor: Visitor; unreadable: number; found: { proposal: Proposal; emails: Email[] }[] };

const Filter = ({ status }: { status: string }): JSX.Element => (
  <form method="get" action="/desk/proposals">
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="status">
        Status
      </label>
      <select class="govuk-select" id="status" name="status">
        <option value="" selected={status === ''}>
          All
        </option>
        {Object.entries(statusWords).map(([value, { words }]) => (
          <option value={value} selected={value === status}>
            {words}
          </option>
        ))}
      </select>
    </div>
    <button type="submit" class="govuk-button govuk-button--secondary">
      Show
    </button>
  </form>
);

const onwards = (status: string, next: string): string =>
  `/desk/proposals?${new URLSearchParams({ ...(status ? { status } : {}), cursor: next })}`;

/** Proposals, a page at a time. */
export const listPage = ({ visitor, items, unreadable, next, status }: ListOf): string =>
  deskPage({
    title: 'All proposals',
    visitor,
    here: 'proposals',
    children: (
      <>
        <h1 class="govuk-heading-l">All proposals</h1>
        <p class="govuk-body">
          <a class="govuk-link" href="/desk/import">
            Bring in a forward plan or a past decision
          </a>
        </p>
        <Filter status={status} />
        <LeftOut unreadable={unreadable} />
        {items.length === 0 ? (
          unreadable === 0 && <p class="govuk-body">There is none here.</p>
        ) : (
          <ul class="govuk-list app-cards">
            {items.map((proposal) => (
              <li>
                <ProposalLink of={proposal} /> <StatusTag status={proposal.status} />
                <p class="govuk-body">
                  {proposal.submittedBy.name}, changed on {momentInWords(proposal.updatedAt)}
                </p>
              </li>
            ))}
          </ul>
        )}
        {next && (
          <p class="govuk-body">
            <a class="govuk-link" href={onwards(status, next)}>
              More proposals
            </a>
          </p>
        )}
      </>
    ),
  });

/** The emails that came back, by proposal. */
export const undeliveredPage = ({ visitor, unreadable, found }: UndeliveredOf): string =>
  deskPage({
    title: 'Emails that came back',
    visitor,
    here: 'undelivered',
    children: (
      <>
        <h1 class="govuk-heading-l">Emails that came back</h1>
        <p class="govuk-body">
          Of proposals under way. Correct an address in the directory, then send the email afresh or arrange cover from the proposal’s page.
        </p>
        <LeftOut unreadable={unreadable} />
        {found.length === 0 && unreadable === 0 && <p class="govuk-body">None has come back.</p>}
        {found.map(({ proposal, emails }) => (
          <section>
            <h2 class="govuk-heading-m">
              <ProposalLink of={proposal} />
            </h2>
            <ul class="govuk-list govuk-list--bullet">
              {emails.map(({ to, subject, status, reason }) => (
                <li>
                  {to}: {subject}. {emailWords[status]}
                  {reason && ` (${reason})`}.
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  });
