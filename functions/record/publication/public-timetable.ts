import type { Decision, RecordOfDecision } from '../../decision/decision.ts';
import { clearDaysBetween, clearWorkingDaysBetween } from '../../rules/clear-days.ts';
import { inWords, type LocalDate, londonDate } from '../../rules/local-date.ts';
import type { Publication } from './publication.schema.ts';
import { refusedByMaker, type Sight } from './sight.rules.ts';

type Timetable = Publication['timetable'];

const given = { calendar: clearDaysBetween, working: clearWorkingDaysBetween };

/** The record of a decision that was taken, and the day of it; null before that. */
export const takenOf = (decision: Decision): { decidedOn: LocalDate; record: RecordOfDecision } | null =>
  'determination' in decision ? { decidedOn: decision.determination.decidedOn, record: decision.record } : null;

const proofOf = ({ notice: { publishedOn, timetable } }: Sight, decidedOn: LocalDate | null): string | null => {
  const { clearDaysBasis: basis, clearDaysRequired: required } = timetable;
  if (decidedOn === null || basis === 'none') return null;
  const days = basis === 'working' ? 'clear working days' : 'clear days';
  return `Notice was published on ${inWords(publishedOn)} and the decision was taken on ${inWords(decidedOn)}: ${given[basis](publishedOn, decidedOn)} ${days}, where ${required} are required.`;
};

// To say no is to decide as well.
const refusedOn = (decision: Decision): LocalDate | null =>
  decision.status === 'declined' && refusedByMaker(decision) ? endedOn(decision) : null;

/** The day on which a decision was put off, withdrawn, refused or sent back; null when it was not. */
export const endedOn = (decision: Decision): LocalDate | null => {
  if (decision.status === 'withdrawn') return londonDate(decision.withdrawn.at);
  if (decision.status === 'declined') return decision.declined.on ?? londonDate(decision.declined.at);
  return decision.status === 'deferred' ? londonDate(decision.deferred.at) : null;
};

/** The dates of a decision, Europe/London: those that were, and those that its notice and its record set. */
export const publicTimetable = (sight: Sight): Timetable => {
  const { notice, decision } = sight;
  const { clearDaysRequired, clearDaysBasis, gates, earliestDecisionDate, suggestedDecisionDate, consultationClosesOn } = notice.timetable;
  const taken = takenOf(decision);
  return {
    firstPublishedOn: notice.firstPublishedOn,
    publishedOn: notice.publishedOn,
    clearDaysRequired,
    clearDaysBasis,
    gates,
    earliestDecisionDate,
    suggestedDecisionDate,
    consultationClosesOn,
    originallyDue: notice.originallyDue ?? null,
    decidedOn: taken?.decidedOn ?? refusedOn(decision),
    recordPublishedOn: taken?.record.publishedOn ?? null,
    callInClosesOn: taken?.record.callInClosesOn ?? null,
    // A decision that is held has no day of effect until scrutiny is over.
    effectiveFrom: decision.status === 'called-in' ? null : (taken?.record.effectiveFrom ?? null),
    proof: proofOf(sight, taken?.decidedOn ?? null),
  };
};
