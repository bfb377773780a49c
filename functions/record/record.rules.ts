import type { Given } from '../decision/commands.ts';
import type { In, RecordOfDecision } from '../decision/decision.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { londonDate } from '../rules/local-date.ts';
import { callInTimetable } from '../rules/timetable.ts';

/** The record published at once when a decision is made (regs 12 and 13 of SI 2012/2089), and the call-in clock that starts with it. */
export const recordOf = (decision: Pick<In<'awaiting-decision'>, 'keyDecision'>, { now, council }: Given): RecordOfDecision => {
  const publishedOn = londonDate(now);
  const rule = rulesInForce(council.callInRules, publishedOn);
  const subjectToCallIn = decision.keyDecision.isKey || !rule.keyOnly;
  if (!subjectToCallIn) return { publishedAt: now, publishedOn, subjectToCallIn, callInClosesOn: null, effectiveFrom: publishedOn };
  return { publishedAt: now, publishedOn, subjectToCallIn, ...callInTimetable(publishedOn, rule.clearWorkingDays) };
};
