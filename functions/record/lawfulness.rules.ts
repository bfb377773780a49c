import type { Council } from '../council/council.schema.ts';
import type { In, Lawfulness } from '../decision/decision.ts';
import { countedAgain, lawfulFrom } from '../notice/counted-again.rules.ts';
import { bankHolidays } from '../rules/bank-holidays.ts';
import { clearDaysCounted } from '../rules/clear-days.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';

/** Raised whenever a rule is read differently, so that a record names the reading it was made under. */
export const rulesVersion = '2026-11';

type Deciding = Pick<In<'awaiting-decision'>, 'keyDecision' | 'notice'>;

/**
 * What shows that a decision was lawful on the day it was taken: the classification with the figures and the council's rule it came from,
 * every day of the notice counted one by one, every gate with its source, and the calendar and settings used. Kept with the record.
 */
export const lawfulnessOf = (
  { keyDecision, notice }: Deciding,
  { decidedOn, publishedOn }: { decidedOn: LocalDate; publishedOn: LocalDate },
  council: Council,
): Lawfulness => {
  const { clearDaysRequired, clearDaysBasis, gates } = notice.timetable;
  const again = countedAgain(notice);
  // Call-in counts from the day of the record, under that day's rule.
  const callIn = rulesInForce(council.callInRules, publishedOn);
  return {
    rulesVersion,
    calendar: { source: bankHolidays.source, version: bankHolidays.version, coversUntil: bankHolidays.coversUntil },
    classification: {
      isKey: keyDecision.isKey,
      grounds: keyDecision.grounds,
      statement: keyDecision.statement,
      totals: keyDecision.totals,
      rule: keyDecision.thresholds,
    },
    notice: {
      route: notice.route,
      publishedOn: notice.publishedOn,
      clearDaysRequired,
      clearDaysBasis,
      days: clearDaysBasis === 'none' ? [] : clearDaysCounted(notice.publishedOn, decidedOn, clearDaysBasis),
    },
    gates: again ? [...gates, again] : gates,
    earliestDecisionDate: lawfulFrom(notice),
    decidedOn,
    settings: {
      noticeClearDays: council.noticeClearDays,
      generalExceptionClearWorkingDays: council.generalExceptionClearWorkingDays,
      callIn: { from: callIn.from, source: callIn.source, clearWorkingDays: callIn.clearWorkingDays },
    },
  };
};
