import type { Council } from '../council/council.schema.ts';
import type { In } from '../decision/decision.ts';
import { latest, type LocalDate } from '../rules/local-date.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { callInTimetable } from '../rules/timetable.ts';

type Taken = Pick<In<'decided'>, 'record'>;

/**
 * The last day for call-in: the day that the record gave, or a later one where its clear working days, under the rule of the record's own
 * day, are over later by the bank holidays known now. One proclaimed after the record makes them no fewer. Null where there is no call-in.
 */
export const lastDayForCallIn = ({ record: { callInClosesOn, publishedOn } }: Taken, { callInRules }: Council): LocalDate | null => {
  const isKnown = callInRules.some(({ from }) => from <= publishedOn);
  if (callInClosesOn === null || !isKnown) return callInClosesOn;
  const { clearWorkingDays } = rulesInForce(callInRules, publishedOn);
  return latest(callInClosesOn, callInTimetable(publishedOn, clearWorkingDays).callInClosesOn);
};

/** The later last day that the record has still to give, for a decision that may yet be called in; null where its own stands. */
export const extendedTo = (decision: In<'decided'>, council: Council): LocalDate | null => {
  const { callIn, record } = decision;
  const closesOn = callIn && callIn.outcome !== 'not-valid' ? null : lastDayForCallIn(decision, council);
  return closesOn === record.callInClosesOn ? null : closesOn;
};
