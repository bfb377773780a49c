import type { Decision, In, RecordOfDecision } from '../../decision/decision.ts';
import { inWords, type LocalDate } from '../../rules/local-date.ts';
import type { PublicStatus } from './publication-timetable.schema.ts';
import { refusedByMaker } from './sight.rules.ts';

const status = (code: PublicStatus['code'], words: string, explanation: string): PublicStatus => ({ code, words, explanation });

const changed = status(
  'changed',
  'Changed: a new notice will follow',
  'The proposal went back to be changed after its notice was published. It cannot be decided until it has been cleared and published again.',
);

/** That a decision is proposed, and may be taken from this day. */
export const noticePublished = (earliest: LocalDate): PublicStatus =>
  status('notice-published', 'Notice published', `A decision is proposed. It cannot be taken before ${inWords(earliest)}.`);

const declined = (decision: In<'declined'>): PublicStatus =>
  refusedByMaker(decision)
    ? status('not-agreed', 'Not agreed', 'The decision maker did not agree to what was proposed. Nothing will be done under it.')
    : status('not-proceeding', 'Not going ahead', 'The proposal was stopped before it reached the decision maker.');

// What is agreed to be urgent is taken without the days of a notice, and none has run (reg 11 of SI 2012/2089).
const awaitingDecision = ({ notice: { route } }: In<'awaiting-decision'>): PublicStatus =>
  status(
    'awaiting-decision',
    'Awaiting decision',
    `${route === 'special-urgency' ? 'It was agreed that the decision is urgent' : 'The notice has run'}. The decision maker has been asked to decide.`,
  );

/** That a decision may be called in until the end of a day, and takes effect on another if it is not. */
export const openToCallIn = (closesOn: LocalDate, effectiveFrom: LocalDate): PublicStatus =>
  status(
    'subject-to-call-in',
    'Subject to call-in',
    `Members can call the decision in until the end of ${inWords(closesOn)}. Otherwise it takes effect on ${inWords(effectiveFrom)}.`,
  );

const decided = (record: RecordOfDecision): PublicStatus =>
  record.subjectToCallIn && record.callInClosesOn !== null
    ? openToCallIn(record.callInClosesOn, record.effectiveFrom)
    : status('not-yet-in-force', 'Not yet in force', `The decision takes effect on ${inWords(record.effectiveFrom)}.`);

const afterCallIn = ({ record, callIn }: In<'decided'>): PublicStatus => {
  if (!callIn || callIn.outcome === 'not-valid') return decided(record);
  const outcome = callIn.reconsidered
    ? `The decision was ${callIn.reconsidered.outcome} after a call-in.`
    : 'Scrutiny has considered the decision.';
  return status('not-yet-in-force', 'Not yet in force', `${outcome} It takes effect on ${inWords(record.effectiveFrom)}.`);
};

const calledIn = ({ callIn }: In<'called-in'>): PublicStatus => {
  if (callIn.outcome === 'reconsider')
    return status(
      'called-in',
      'Called in',
      'Scrutiny has asked the decision maker to think again. Nothing may be done under the decision until then.',
    );
  if (callIn.outcome === 'refer-to-council')
    return status('called-in', 'Called in', 'Scrutiny has referred the decision to full council. Nothing may be done under it until then.');
  return status(
    'called-in',
    'Called in',
    'Members have called the decision in for scrutiny. Nothing may be done under it until scrutiny is over.',
  );
};

const inForce = ({ record, callIn }: In<'effective'>): PublicStatus => {
  const after = callIn?.reconsidered ? ` It was ${callIn.reconsidered.outcome} after a call-in.` : '';
  return status('in-force', 'In force', `The decision took effect on ${inWords(record.effectiveFrom)}.${after}`);
};

const deferred = ({ deferred: { until } }: In<'deferred'>): PublicStatus =>
  status(
    'deferred',
    'Deferred',
    until ? `The decision was put off until ${inWords(until)}.` : 'The decision was put off. No new date has been set.',
  );

const superseded = (decision: Decision): PublicStatus | null =>
  'superseded' in decision && decision.superseded
    ? status(
        'superseded',
        'Superseded',
        `Decision ${decision.superseded.number} took its place on ${inWords(decision.superseded.on)}. It is kept as it was taken.`,
      )
    : null;

/** Where a decision of which notice was published stands, in words for the public. */
export const publicStatus = (decision: Decision): PublicStatus => superseded(decision) ?? standing(decision);

const standing = (decision: Decision): PublicStatus => {
  switch (decision.status) {
    case 'draft':
    case 'in-clearance':
    case 'cleared':
      return changed;
    case 'notice-published':
      return noticePublished(decision.notice.timetable.earliestDecisionDate);
    case 'awaiting-decision':
      return awaitingDecision(decision);
    case 'decided':
      return afterCallIn(decision);
    case 'called-in':
      return calledIn(decision);
    case 'effective':
      return inForce(decision);
    case 'declined':
      return declined(decision);
    case 'withdrawn':
      return status('withdrawn', 'Withdrawn', 'The proposal was withdrawn. No decision will be taken on it.');
    case 'deferred':
      return deferred(decision);
    default:
      return decision satisfies never;
  }
};
