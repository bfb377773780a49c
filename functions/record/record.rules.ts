import { waiverOf } from '../call-in/waiver.rules.ts';
import type { Given } from '../decision/commands.ts';
import type { In, RecordOfDecision } from '../decision/decision.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { latest, type LocalDate, londonDate } from '../rules/local-date.ts';
import { callInTimetable } from '../rules/timetable.ts';
import { lawfulnessOf } from './lawfulness.rules.ts';

/** The record published at once when a decision is made (regs 12 to 14 of SI 2012/2089), and the call-in clock that starts with it. */
export const recordOf = (decision: In<'awaiting-decision'>, decidedOn: LocalDate, { now, council }: Given): RecordOfDecision => {
  // Whoever signs second about midnight may have the clock that is seconds behind.
  const publishedOn = latest(londonDate(now), decidedOn);
  const rule = rulesInForce(council.callInRules, publishedOn);
  const waiver = waiverOf(decision, decidedOn);
  // A correction may take from a decision what made it key, but not what the public was told of it, unless a new notice says so.
  const isKey = decision.keyDecision.isKey || decision.notice.isKey;
  const subjectToCallIn = waiver === null && (isKey || !rule.keyOnly);
  const published = {
    publishedAt: now,
    publishedOn,
    subjectToCallIn,
    lawfulness: lawfulnessOf(decision, { decidedOn, publishedOn }, council),
    ...(waiver ? { waiver } : {}),
  };
  return subjectToCallIn
    ? { ...published, ...callInTimetable(publishedOn, rule.clearWorkingDays) }
    : { ...published, callInClosesOn: null, effectiveFrom: publishedOn };
};
