import type { JSX } from 'preact';
import { inPounds } from '../../rules/money.ts';
import { inWords, inWordsWithDay } from '../../rules/local-date.ts';
import { Row } from '../../record/page/parts.tsx';
import type { Proposal } from '../desk-api.ts';
import { routeWords } from '../in-words.ts';
import { momentInWords } from '../shown.tsx';

type Of = { of: Pick<Proposal, 'keyDecision' | 'timetable'> };

const total = (pence: number | 'unbounded'): string => (pence === 'unbounded' ? 'without limit' : inPounds(pence));

/** Whether it is key, why, from which figures, and what to think about. */
export const KeyStatus = ({
  of: {
    keyDecision: { isKey, statement, totals, warnings },
  },
}: Of): JSX.Element => (
  <>
    <p class="govuk-body">
      <strong>{isKey ? 'This is a key decision.' : 'This is not a key decision.'}</strong> {statement}
    </p>
    <p class="govuk-body">
      Highest expenditure {total(totals.expenditurePence)}; highest saving {inPounds(totals.savingsPence)}; areas affected{' '}
      {totals.divisions}.
    </p>
    {warnings.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map(({ words }) => (
          <li>{words}</li>
        ))}
      </ul>
    )}
  </>
);

const dates = ({
  noticePublished,
  originallyDue,
  consultationClosesOn,
  earliestDecisionDate,
  suggestedDecisionDate,
  decidedOn,
  callInClosesOn,
  effectiveFrom,
}: Proposal['timetable']): [string, string | null | undefined][] => [
  ['Notice published', noticePublished],
  ['First due', originallyDue],
  ['Consultation closes', consultationClosesOn],
  [decidedOn ? 'Could be decided from' : 'Earliest decision', earliestDecisionDate],
  ['Suggested day', decidedOn ? null : suggestedDecisionDate],
  ['Decided', decidedOn],
  ['Call-in closes', callInClosesOn],
  ['Takes effect', effectiveFrom],
];

const basis = { calendar: 'clear days', working: 'clear working days', none: 'clear days' };

/** Every date of a decision with the rule behind it; before the notice, as they would be if it were published today. */
export const Timetable = ({ of: { timetable } }: Of): JSX.Element => (
  <>
    {!timetable.noticePublished && <p class="govuk-body">If the notice were published today:</p>}
    <dl class="govuk-summary-list">
      {dates(timetable).map(([name, date]) => (
        <Row name={name}>{date && inWordsWithDay(date)}</Row>
      ))}
      <Row name="Notice needed">{`${timetable.clearDaysRequired} ${basis[timetable.clearDaysBasis]}`}</Row>
    </dl>
    {timetable.gates.length > 0 && (
      <>
        <h3 class="govuk-heading-s">Why not sooner</h3>
        <ul class="govuk-list govuk-list--bullet">
          {timetable.gates.map(({ date, words, source }) => (
            <li>
              {inWords(date)}: {words} <span class="govuk-hint">{source}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

const outcomes: Record<string, string> = {
  endorsed: 'Endorsed',
  amended: 'Endorsed with other wording',
  'not-endorsed': 'Not endorsed',
  noted: 'Noted',
};

const callInOutcomes: Record<string, string> = {
  'no-comment': 'No comment',
  comments: 'Comments',
  reconsider: 'To be reconsidered',
  'refer-to-council': 'Referred to full council',
  'not-valid': 'Not valid',
};

const ends = ({ returned, declined, withdrawn, deferred }: Proposal) =>
  Object.entries({ Returned: returned, Declined: declined, Withdrawn: withdrawn, Deferred: deferred });

/** What has been recorded of it outside the steps: returned or put off, notice, committee, decision, call-in, regulation 18. */
export const Proceedings = ({ of: proposal }: { of: Proposal }): JSX.Element => {
  const { notice, committeeOutcomes, determination, callIn, keyChallenge } = proposal;
  const recorded = [notice, determination, callIn, keyChallenge, ...committeeOutcomes, ...ends(proposal).map(([, end]) => end)];
  if (!recorded.some(Boolean)) return <p class="govuk-body">Nothing is recorded yet.</p>;
  return (
    <dl class="govuk-summary-list">
      {ends(proposal).map(([name, end]) => (
        <Row name={name}>{end && <span class="app-words">{`${end.by}, ${momentInWords(end.at)}: ${end.words}`}</span>}</Row>
      ))}
      <Row name="Notice">
        {notice &&
          `${routeWords[notice.route]}, first published on ${inWords(notice.firstPublishedOn)}${notice.reason ? `. ${notice.reason}` : ''}`}
      </Row>
      {committeeOutcomes.map(({ committee, date, outcome, words }) => (
        <Row name={committee}>{`${outcomes[outcome]}, ${inWords(date)}. ${words}`}</Row>
      ))}
      <Row name="Decision">
        {determination && `${determination.by.title}, ${inWords(determination.decidedOn)}, signed by ${determination.signedBy}`}
      </Row>
      <Row name="Call-in">
        {callIn && (
          <span class="app-words">{`${callIn.requestedBy.map(({ name }) => name).join(', ')}, ${inWords(callIn.requestedOn)}. ${callIn.grounds.join('; ')}. ${callIn.words}${callIn.outcome ? ` Outcome: ${callInOutcomes[callIn.outcome]}.` : ''}`}</span>
        )}
      </Row>
      <Row name="Regulation 18">
        {keyChallenge &&
          `Raised on ${inWords(keyChallenge.raisedOn)}: ${keyChallenge.words}${keyChallenge.report ? ` Reported on ${inWords(keyChallenge.report.on)}.` : ''}`}
      </Row>
    </dl>
  );
};
