import type { Council } from '../council/council.schema.ts';
import type { KeyDecision } from '../decision/decision.ts';
import { invalid, type Refused } from '../decision/refusal.ts';
import { withinCover } from '../decision/within-cover.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { callInTimetable, noticeTimetable, type Timetable } from '../rules/timetable.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { directoryFaults } from './directory-faults.rules.ts';
import { complete, keyDecisionOn } from './proposal.rules.ts';
import type { Draft } from './proposal.schema.ts';
import type { Fault } from '../rules/fault.ts';

/** What the council's rules make of a proposal before anything is saved. */
export type Assessment = {
  keyDecision: KeyDecision;
  timetable: Timetable & { noticePublished: LocalDate; callInClosesOn: LocalDate; effectiveFrom: LocalDate };
  complete: boolean;
  missing: Fault[];
};

const assessed = (content: Draft, council: Council, noticePublished: LocalDate): Assessment => {
  const keyDecision = keyDecisionOn(council, content, noticePublished);
  const timetable = noticeTimetable({ isKey: keyDecision.isKey, route: 'ordinary', noticePublishedOn: noticePublished, content, council });
  const { clearWorkingDays } = rulesInForce(council.callInRules, noticePublished);
  const submittable = complete(content, council, noticePublished);
  return {
    keyDecision,
    timetable: { ...timetable, noticePublished, ...callInTimetable(timetable.suggestedDecisionDate, clearWorkingDays) },
    complete: submittable.ok,
    missing: submittable.ok ? [] : (submittable.refusal.errors ?? []),
  };
};

/**
 * Whether it is key and why, what is still missing, and the earliest lawful dates if its notice were published on a day; decides and
 * stores nothing. Refuses names that the directory does not know, and days beyond the bank holidays known.
 */
export const assess = (content: Draft, council: Council, noticePublished: LocalDate): { ok: true; assessment: Assessment } | Refused => {
  const faults = directoryFaults(council, content, noticePublished);
  if (faults.length > 0) return invalid(faults.map(({ path, message }) => ({ path: `proposal.${path}`, message })));
  return withinCover(() => ({ ok: true, assessment: assessed(content, council, noticePublished) }));
};
