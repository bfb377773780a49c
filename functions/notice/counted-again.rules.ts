import type { Notice } from '../decision/decision.ts';
import type { HappeningOf } from '../decision/events.ts';
import { earliestAfterClearWorkingDays } from '../rules/clear-days.ts';
import { inWords, latest, type LocalDate } from '../rules/local-date.ts';
import type { Gate } from '../rules/timetable.ts';
import { regated, toldOf } from './private-meeting-days.rules.ts';

/** The clear days, counted here as working days, of the second notice of a private meeting (reg 5(4) of SI 2012/2089). */
export const clearDaysOfSecondNotice = 5;

const secondNotice = { rule: 'private-meeting-second-notice', source: 'Reg 5 of SI 2012/2089' };
const proclaimed = 'A bank holiday was proclaimed after the notice of';

const recounted = (from: LocalDate, days: number, gate: Pick<Gate, 'rule' | 'source'>, why = proclaimed): Gate => {
  const date = earliestAfterClearWorkingDays(from, days);
  return { date, ...gate, words: `${why} ${inWords(from)}, and its ${days} clear working days are over on ${inWords(date)}.` };
};

const exception = { rule: 'general-exception', source: 'SI 2012/2089 reg 10' };

// Whoever the email with the written notice did not reach was informed on the day on which they were given it.
const ofException = ({ publishedOn, given = [], timetable: { clearDaysRequired: days } }: Notice): Gate => {
  const from = latest(publishedOn, ...given.map(({ on }) => on));
  return recounted(from, days, exception, from > publishedOn ? 'The written notice of the general exception was given on' : proclaimed);
};

/**
 * Whether the public was told of this day, or of an earlier one, as one on which a decision could come, and whoever a notice of the general
 * exception was given to later had their days by then. A second notice of a private meeting comes afresh with each notice.
 */
export const isToldOf = (notice: Notice, date: LocalDate): boolean =>
  date >= toldOf(notice.timetable) && (!notice.given || date >= ofException(notice).date);

/**
 * The gate of a notice that is counted in working days and comes later than the day that the notice gave, by the bank holidays known now or
 * by the day on which the written notice was given. Either makes its days no fewer. Null where the day of the notice stands.
 */
export const countedAgain = (notice: Notice): Gate | null => {
  const { timetable, privateMeeting } = notice;
  const { earliestDecisionDate, clearDaysBasis } = timetable;
  const second = privateMeeting?.consent ? undefined : privateMeeting?.second;
  const gates = [
    ...(clearDaysBasis === 'working' ? [ofException(notice)] : []),
    ...(second ? [recounted(second.publishedOn, clearDaysOfSecondNotice, secondNotice)] : []),
  ];
  return gates.filter(({ date }) => date > earliestDecisionDate).sort((a, b) => (a.date < b.date ? 1 : -1))[0] ?? null;
};

/**
 * The first day on which what was noticed may be decided: the day that the notice gave, or a later one where its working days are counted
 * again.
 */
export const lawfulFrom = (notice: Notice): LocalDate => countedAgain(notice)?.date ?? notice.timetable.earliestDecisionDate;

/**
 * That the notice has still to give the later day on which its working days are over as they are counted now, so that the public and
 * everyone in the file are told of it before that day in Europe/London; null from that day on, or where its own day stands. What was agreed
 * stands: nobody chose the later day.
 */
export const movedByCounting = (notice: Notice, today: LocalDate): HappeningOf<'decision-date-moved'> | null => {
  const again = countedAgain(notice);
  if (again === null || again.date <= today) return null;
  const { timetable, originallyDue = timetable.earliestDecisionDate } = notice;
  const gates = [...timetable.gates.filter(({ rule }) => rule !== again.rule), again];
  return { type: 'decision-date-moved', notice: { ...notice, originallyDue, timetable: regated(timetable, gates) } };
};
