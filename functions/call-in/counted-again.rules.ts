import * as z from 'zod/mini';
import type { Council } from '../council/council.schema.ts';
import type { In } from '../decision/decision.ts';
import { latest, type LocalDate } from '../rules/local-date.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { callInTimetable } from '../rules/timetable.ts';

type Taken = Pick<In<'decided'>, 'record'>;

const kept = z.object({ callIn: z.object({ clearWorkingDays: z.int() }) });

// The rule is kept with the record, so that no settings loaded since, the wrong ones for an hour least of all, can move its days.
const clearWorkingDaysOf = ({ lawfulness, publishedOn }: Taken['record'], { callInRules }: Council): number | null => {
  const { data } = kept.safeParse(lawfulness?.settings);
  if (data) return data.callIn.clearWorkingDays;
  return callInRules.some(({ from }) => from <= publishedOn) ? rulesInForce(callInRules, publishedOn).clearWorkingDays : null;
};

/**
 * The last day for call-in: the day that the record gave, or a later one where its clear working days, under the rule that it was published
 * by, are over later by the bank holidays known now. One proclaimed after the record makes them no fewer. Null where there is no call-in.
 */
export const lastDayForCallIn = ({ record }: Taken, council: Council): LocalDate | null => {
  const { callInClosesOn, publishedOn } = record;
  const days = clearWorkingDaysOf(record, council);
  if (callInClosesOn === null || days === null) return callInClosesOn;
  return latest(callInClosesOn, callInTimetable(publishedOn, days).callInClosesOn);
};

/** The later last day that the record has still to give, for a decision that may yet be called in; null where its own stands. */
export const extendedTo = (decision: In<'decided'>, council: Council): LocalDate | null => {
  const { callIn, record } = decision;
  const closesOn = callIn && callIn.outcome !== 'not-valid' ? null : lastDayForCallIn(decision, council);
  return closesOn === record.callInClosesOn ? null : closesOn;
};
