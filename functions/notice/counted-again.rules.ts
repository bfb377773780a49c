import type { Notice } from '../decision/decision.ts';
import { earliestAfterClearWorkingDays } from '../rules/clear-days.ts';
import { latest, type LocalDate } from '../rules/local-date.ts';

/** The clear days, counted here as working days, of the second notice of a private meeting (reg 5(4) of SI 2012/2089). */
export const clearDaysOfSecondNotice = 5;

/**
 * The first day on which what was noticed may be decided: the day that the notice gave, or a later one where working days are counted
 * again by the bank holidays known now. One proclaimed after the notice makes its days no fewer.
 */
export const lawfulFrom = ({ publishedOn, timetable, privateMeeting }: Notice): LocalDate => {
  const { earliestDecisionDate, clearDaysBasis, clearDaysRequired } = timetable;
  const second = privateMeeting?.consent ? undefined : privateMeeting?.second;
  return latest(
    earliestDecisionDate,
    ...(clearDaysBasis === 'working' ? [earliestAfterClearWorkingDays(publishedOn, clearDaysRequired)] : []),
    ...(second ? [earliestAfterClearWorkingDays(second.publishedOn, clearDaysOfSecondNotice)] : []),
  );
};
