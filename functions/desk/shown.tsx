import type { JSX } from 'preact';
import { ErrorBox } from '../page/error-summary.tsx';
import { inWords, inWordsWithDay, londonDate, londonTime } from '../rules/local-date.ts';
import type { Refusal } from './api-call.ts';
import type { Proposal } from './desk-api.ts';
import { statusWords } from './in-words.ts';

/** A moment by London's clocks: `7 March 2023 at 09:00`. */
export const momentInWords = (instant: string): string => `${inWords(londonDate(instant))} at ${londonTime(instant)}`;

/** A status as a tag. */
export const StatusTag = ({ status }: { status: Proposal['status'] }): JSX.Element => (
  <strong class={`govuk-tag govuk-tag--${statusWords[status].colour}`}>{statusWords[status].words}</strong>
);

/** A proposal by its number and subject, and the way to its file. */
export const ProposalLink = ({ of: { id, number, subject } }: { of: Pick<Proposal, 'id' | 'number' | 'subject'> }): JSX.Element => (
  <a class="govuk-link" href={`/desk/proposals/${id}`}>
    {[number, subject ?? 'No subject yet'].filter(Boolean).join(' ')}
  </a>
);

/** What stands in the way, who holds it and when it clears of itself. */
export const Waiting = ({ blockers }: Pick<Proposal, 'blockers'>): JSX.Element => {
  if (blockers.length === 0) return <p class="govuk-body">It waits for nothing.</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {blockers.map(({ words, heldBy, clearsOn, source }) => (
        <li>
          {words}
          {heldBy && ` Held by ${heldBy.replace(/^The /, 'the ')}.`}
          {clearsOn && ` Clears on ${inWordsWithDay(clearsOn)}.`}
          {source !== 'API' && <span class="govuk-hint"> {source}</span>}
        </li>
      ))}
    </ul>
  );
};

const dated: Record<string, string> = {
  earliestDecisionDate: 'The earliest day is',
  clearsOn: 'The answer changes on',
  callInClosesOn: 'Call-in closed on',
  noticePublished: 'The notice was published on',
  consultationClosesOn: 'Consultation closes on',
};

const datesIn = ({ facts, words }: Refusal): string[] =>
  Object.entries(dated).flatMap(([name, before]) => {
    const date = facts[name];
    return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) && !words.includes(inWords(date))
      ? [`${before} ${inWordsWithDay(date)}.`]
      : [];
  });

/** Why the API refused, in its own words: the rule's source, and the day on which the answer changes. */
export const RefusedBox = ({ refusal }: { refusal: Refusal }): JSX.Element => (
  <ErrorBox title={refusal.status === 503 ? 'No answer' : 'This cannot be done'}>
    <p>{refusal.words}</p>
    {datesIn(refusal).map((words) => (
      <p>{words}</p>
    ))}
    {refusal.source && refusal.source !== 'API' && <p>The rule: {refusal.source}</p>}
  </ErrorBox>
);

/** What was just done. */
export const DoneBanner = ({ words }: { words: string | null }): JSX.Element | null =>
  words === null ? null : (
    <section class="govuk-notification-banner govuk-notification-banner--success" role="status" aria-label="Done">
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{words}</p>
      </div>
    </section>
  );

/** Something that the reader must know before going on. */
export const ImportantBanner = ({ words }: { words: string }): JSX.Element => (
  <div class="govuk-inset-text" role="alert">
    <strong>{words}</strong>
  </div>
);

/** That a list lacks something, so that nobody takes what it shows for all that there is. */
export const LeftOut = ({ unreadable }: { unreadable: number }): JSX.Element | null =>
  unreadable === 0 ? null : (
    <ImportantBanner words="Something that belongs here cannot be read, and is not shown. Whoever runs this service is told by an alarm." />
  );

/** What is said on a form that was opened in an earlier session. */
export const staleWords = 'You have signed in again since you opened this form. Nothing was done. Look it over and send it again.';
