import type { Notice } from '../decision/decision.ts';
import type { HappeningOf } from '../decision/events.ts';
import { earliestAfterClearWorkingDays } from '../rules/clear-days.ts';
import { inWords, type LocalDate } from '../rules/local-date.ts';
import type { Gate } from '../rules/timetable.ts';
import { regated } from './private-meeting-days.rules.ts';

/** The clear days, counted here as working days, of the second notice of a private meeting (reg 5(4) of SI 2012/2089). */
export const clearDaysOfSecondNotice = 5;

const recounted = (publishedOn: LocalDate, days: number, rule: string, source: string): Gate => {
  const date = earliestAfterClearWorkingDays(publishedOn, days);
  return {
    date,
    rule,
    source,
    words: `A bank holiday was proclaimed after the notice of ${inWords(publishedOn)}, and its ${days} clear working days are over on ${inWords(date)}.`,
  };
};

/**
 * The gate of a notice that is counted in working days and comes later, by the bank holidays known now, than the day that the notice
 * gave. One proclaimed after the notice makes its days no fewer. Null where the day of the notice stands.
 */
export const countedAgain = ({ publishedOn, timetable, privateMeeting }: Notice): Gate | null => {
  const { earliestDecisionDate, clearDaysBasis, clearDaysRequired } = timetable;
  const second = privateMeeting?.consent ? undefined : privateMeeting?.second;
  const gates = [
    ...(clearDaysBasis === 'working' ? [recounted(publishedOn, clearDaysRequired, 'general-exception', 'SI 2012/2089 reg 10')] : []),
    ...(second ? [recounted(second.publishedOn, clearDaysOfSecondNotice, 'private-meeting-second-notice', 'Reg 5 of SI 2012/2089')] : []),
  ];
  return gates.filter(({ date }) => date > earliestDecisionDate).sort((a, b) => (a.date < b.date ? 1 : -1))[0] ?? null;
};

/**
 * The first day on which what was noticed may be decided: the day that the notice gave, or a later one where its working days are counted
 * again.
 */
export const lawfulFrom = (notice: Notice): LocalDate => countedAgain(notice)?.date ?? notice.timetable.earliestDecisionDate;

/**
 * That the notice has still to give the later day on which its working days are over by the bank holidays known now, so that the public and
 * everyone in the file are told of it before that day in Europe/London; null from that day on, or where its own day stands. What was agreed
 * stands: nobody chose the later day.
 */
export const movedByHoliday = (notice: Notice, today: LocalDate): HappeningOf<'decision-date-moved'> | null => {
  const again = countedAgain(notice);
  if (again === null || again.date <= today) return null;
  const { timetable, originallyDue = timetable.earliestDecisionDate } = notice;
  const gates = [...timetable.gates.filter(({ rule }) => rule !== again.rule), again];
  return { type: 'decision-date-moved', notice: { ...notice, originallyDue, timetable: regated(timetable, gates) } };
};
