import type { Council } from '../council/council.schema.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { shortFingerprint } from '../decision/fingerprint.ts';
import { purposeOf } from '../decision/steps.ts';
import { named } from '../email/letter.ts';
import { page } from '../page/page.tsx';
import { Row } from '../record/page/parts.tsx';
import { type Instant, inWordsWithDay, londonDate, londonTime } from '../rules/local-date.ts';
import { subjectFor } from './entitled.ts';

export type Receipt = { decision: Decision; step: Step; council: Council; at: Instant; hash: string; response: string; words: string };

const recorded: Record<string, string> = {
  approve: 'Approved',
  return: 'Returned',
  decline: 'Declined',
  support: 'Supports it',
  object: 'Objects to it',
  comment: 'Comments on it',
  amend: 'Proposes an amendment',
};

const agreements = {
  'special-urgency': {
    agree: ['Agrees that it is urgent', 'The decision maker is asked to decide once nothing else stands in the way.'],
    refuse: ['Does not agree that it is urgent', 'The decision needs a notice of the ordinary kind or under the general exception.'],
  },
  'private-meeting': {
    agree: ['Agrees that the private meeting is urgent', 'The meeting does not wait for its 28 clear days and its second notice.'],
    refuse: ['Does not agree that the private meeting is urgent', 'The meeting waits for its 28 clear days and its second notice.'],
  },
  'call-in-waiver': {
    agree: ['Agrees that call-in is waived', 'The decision takes effect when it is made.'],
    refuse: ['Does not agree that call-in is waived', 'The decision is not exempt from call-in.'],
  },
} as const;

const agreement = ({ step, response }: Receipt): readonly [string, string] | null =>
  response === 'agree' || response === 'refuse' ? agreements[purposeOf(step)][response] : null;

const afterDeciding = (decision: Decision): string => {
  if (!('record' in decision)) return 'The decision is taken jointly. It is made when the other decision maker has signed too.';
  const { subjectToCallIn, callInClosesOn, effectiveFrom } = decision.record;
  const effect = `It takes effect on ${inWordsWithDay(effectiveFrom)}`;
  return subjectToCallIn && callInClosesOn
    ? `The record is published and everyone in the file is told. Call-in closes at the end of ${inWordsWithDay(callInClosesOn)}. ${effect} unless it is called in.`
    : `The record is published and everyone in the file is told. ${effect}.`;
};

const afterClearance = (decision: Decision): string =>
  decision.status === 'in-clearance'
    ? 'It waits for the others who were asked to clear it. The officer is told.'
    : 'Everyone has cleared it. The officer is told, and the notice can be published.';

const next = (receipt: Receipt): string => {
  const { decision, step, response } = receipt;
  const agreed = agreement(receipt);
  if (agreed) return `The clerk is told. ${agreed[1]}`;
  if (response === 'return') return 'The officer is told and can change the proposal. If it comes forward again, you are asked afresh.';
  if (response === 'decline') return 'The officer and the lead director are told. The proposal goes no further.';
  if (step.stage === 'clearance') return afterClearance(decision);
  return step.stage === 'determination'
    ? afterDeciding(decision)
    : 'Your answer is in the file. The decision maker reads it before deciding.';
};

const lateness = ({ step }: Receipt): string | null =>
  step.state === 'responded' && step.late ? 'After consultation had closed; recorded as late' : null;

/** What was recorded, when by London's clocks, on exactly what, and what happens next: the answerer's own proof. */
export const receiptPage = (receipt: Receipt): string => {
  const { decision, step, council, at, hash, response, words } = receipt;
  return page({
    title: `Your answer is recorded: ${decision.number}`,
    council,
    section: 'none',
    noindex: true,
    children: (
      <>
        <span class="govuk-caption-l">Decision {decision.number}</span>
        <h1 class="govuk-heading-l">Your answer is recorded</h1>
        <dl class="govuk-summary-list">
          <Row name="Answer">{agreement(receipt)?.[0] ?? recorded[response] ?? response}</Row>
          <Row name="Subject">{subjectFor(step, decision)}</Row>
          <Row name="Recorded as">{step.cover ? `${step.cover.name} for ${named(step)}` : named(step)}</Row>
          <Row name="When">{`${inWordsWithDay(londonDate(at))} at ${londonTime(at)}`}</Row>
          <Row name="Late">{lateness(receipt)}</Row>
          <Row name="Your words">{words === '' ? null : <span class="app-words">{words}</span>}</Row>
          {hash !== '' && (
            <Row name="Fingerprint">
              <span class="app-fingerprint">{shortFingerprint(hash)}</span>
            </Row>
          )}
        </dl>
        <h2 class="govuk-heading-m">What happens next</h2>
        <p class="govuk-body">{next(receipt)}</p>
        <p class="govuk-body">Save or print this page if you want to keep it. Your link will show that you have answered.</p>
      </>
    ),
  });
};
