import { inWords, inWordsWithDay, type LocalDate } from '../rules/local-date.ts';
import type { Publication } from './publication/publication.schema.ts';
import type { PublicStatus } from './publication/publication-timetable.schema.ts';
import { entryOn } from './timeline-tense.ts';

type Standing = { status: Pick<PublicStatus, 'code' | 'words'>; callInClosesOn: LocalDate | null };

const hasClosed = (closesOn: LocalDate | null, today: LocalDate): boolean => closesOn !== null && closesOn < today;

/**
 * Where a decision stands on a day, in two or three words. What is stored was true on the day on which it was stored; call-in closes by
 * itself.
 */
export const statusOn = ({ status, callInClosesOn }: Standing, today: LocalDate): string =>
  status.code === 'subject-to-call-in' && hasClosed(callInClosesOn, today) ? 'Call-in closed' : status.words;

const takesEffect = (on: LocalDate, today: LocalDate): string =>
  on > today
    ? `The decision takes effect on ${inWords(on)}.`
    : on === today
      ? 'The decision takes effect today.'
      : `The decision was due to take effect on ${inWords(on)}.`;

const explanationOn = ({ status, timetable, shortNotice }: Publication, today: LocalDate): string => {
  const { callInClosesOn, effectiveFrom, earliestDecisionDate } = timetable;
  if (status.code === 'subject-to-call-in' && callInClosesOn && effectiveFrom && callInClosesOn < today)
    return `Call-in closed at the end of ${inWords(callInClosesOn)}. ${takesEffect(effectiveFrom, today)}`;
  const isOut = status.code === 'notice-published' && earliestDecisionDate <= today;
  if (isOut && shortNotice?.route === 'special-urgency')
    return shortNotice.agreedBy
      ? 'It is agreed that the decision is urgent. The decision maker is asked to decide once nothing else stands in the way.'
      : 'A decision is proposed. It cannot be taken on this notice unless it is agreed to be urgent.';
  if (isOut) return 'The notice has run. The decision maker is asked to decide once nothing else stands in the way.';
  return status.explanation;
};

/**
 * What is said in the place of the day that a notice gave, which is no longer the day of anything once the decision is put off, sent back
 * to be changed or given up; null while that day stands.
 */
export const dueInstead = ({ status, ending }: Publication): string | null => {
  switch (status.code) {
    case 'deferred':
      return ending?.until ? `Put off until ${inWordsWithDay(ending.until)}` : 'Put off, with no new date set';
    case 'changed':
      return 'A new notice will say when';
    case 'withdrawn':
    case 'not-proceeding':
      return 'No decision will be taken';
    default:
      return null;
  }
};

/** A publication as it reads on a day, Europe/London: what is over told as past, with the dates and facts as they were stored. */
export const publicationOn = (of: Publication, today: LocalDate): Publication => ({
  ...of,
  status: {
    ...of.status,
    words: statusOn({ status: of.status, callInClosesOn: of.timetable.callInClosesOn }, today),
    explanation: explanationOn(of, today),
  },
  particulars: {
    ...of.particulars,
    decisionDue: { ...of.particulars.decisionDue, words: dueInstead(of) ?? of.particulars.decisionDue.words },
  },
  timeline: of.timeline.map((entry) => entryOn(entry, today)),
});

/** Whether scrutiny has given its outcome of a call-in: then nobody can call the decision in again. */
export const isConsidered = ({ callIn }: Pick<Publication, 'callIn'>): boolean =>
  callIn !== null && callIn.outcome !== null && callIn.outcome !== 'not-valid';

/**
 * When call-in of a decision that was taken closes or closed, as it reads on a day; that there is none where it has no such day, or none any
 * more once scrutiny has considered it.
 */
export const callInOn = (of: Pick<Publication, 'callIn' | 'timetable'>, today: LocalDate): string => {
  const { callInClosesOn: closesOn } = of.timetable;
  if (closesOn === null) return 'This decision cannot be called in.';
  if (isConsidered(of))
    return `This decision was called in, and cannot be called in again. Call-in was to close at the end of ${inWords(closesOn)}.`;
  return `Call-in ${closesOn < today ? 'closed' : 'closes'} at the end of ${inWords(closesOn)}.`;
};

/** A line of a list as it reads on a day. */
export const summaryOn = <Line extends Standing>(line: Line, today: LocalDate): Line => ({
  ...line,
  status: { ...line.status, words: statusOn(line, today) },
});
