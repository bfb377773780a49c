import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, In } from '../decision/decision.ts';
import type { Change } from '../decision/events.ts';
import { canonical } from '../decision/fingerprint.ts';
import { noticeFor } from '../notice/notice.rules.ts';
import { type Highest, highestExpenditure, highestSavings } from '../rules/highest-total.ts';
import { inWords, londonDate } from '../rules/local-date.ts';
import { inPounds } from '../rules/money.ts';
import { clearanceSteps, complete, keyDecisionOn, notTheirs } from './proposal.rules.ts';
import type { Proposal } from './proposal.schema.ts';

type Amendable = In<'in-clearance' | 'cleared' | 'notice-published' | 'awaiting-decision'>;

const amount = (pence: Highest) => (pence === 'unbounded' ? 'without limit' : inPounds(pence));
const above = (after: Highest, before: Highest) => before !== 'unbounded' && (after === 'unbounded' || after > before);
const divisions = ({ divisionsAffected }: Proposal) => (divisionsAffected === 'all' ? 'all' : [...divisionsAffected].sort().join(', '));
const exemption = ({ publicAccess }: Proposal) => [publicAccess.kind, ...[...publicAccess.paragraphs].sort()].join(' ');
const maker = ({ decisionMaker, jointWith, inThePlaceOf }: Proposal) => [decisionMaker, jointWith, inThePlaceOf].filter(Boolean).join(' with ');
const due = ({ targetDecisionDate, consultationClosesOn }: Proposal) => [targetDecisionDate, consultationClosesOn] as const;

const earlier = (after: string | undefined, before: string | undefined) => after !== undefined && before !== undefined && after < before;

const moneyChanges = (before: Proposal, after: Proposal): Change[] =>
  ([['Highest expenditure', highestExpenditure], ['Highest saving', highestSavings]] as const).flatMap(([part, total]) =>
    above(total(after), total(before)) ? [{ part, before: amount(total(before)), after: amount(total(after)) }] : [],
  );

const dateChanges = (before: Proposal, after: Proposal): Change[] =>
  due(after).flatMap((date, index) =>
    earlier(date, due(before)[index]) ? [{ part: index === 0 ? 'Decision date' : 'End of consultation', before: inWords(due(before)[index] ?? ''), after: inWords(date ?? '') }] : [],
  );

/**
 * The changes on which approvals already given cannot stand: subject, wording of the decision, decision maker, value up,
 * an earlier date, divisions, exempt class. Anything else is a correction.
 */
export const materialChanges = (before: Proposal, after: Proposal): Change[] => {
  const compared: [string, string, string][] = [
    ['Subject', before.subject, after.subject],
    ['Decision', before.proposedDecision.join('\n'), after.proposedDecision.join('\n')],
    ['Decision maker', maker(before), maker(after)],
    ['Areas affected', divisions(before), divisions(after)],
    ['Public access', exemption(before), exemption(after)],
  ];
  const differing = compared.filter(([, was, is]) => was !== is).map(([part, was, is]) => ({ part, before: was, after: is }));
  return [...differing, ...moneyChanges(before, after), ...dateChanges(before, after)];
};

const movedLater = (decision: Amendable, content: Proposal, given: Given): Outcome => {
  const corrected = { type: 'proposal-corrected' as const, content, changes: [] };
  if (decision.status !== 'notice-published' && decision.status !== 'awaiting-decision') return happened(corrected);
  const notice = noticeFor(decision, content, { route: decision.notice.route, reason: decision.notice.reason }, given);
  if (!notice.ok) return notice;
  const later = notice.notice.timetable.earliestDecisionDate > decision.notice.timetable.earliestDecisionDate;
  const originallyDue = decision.notice.originallyDue ?? decision.notice.timetable.earliestDecisionDate;
  return later ? happened(corrected, { type: 'decision-date-moved', notice: { ...notice.notice, originallyDue } }) : happened(corrected);
};

/** Amends a submitted proposal. A material change voids every approval and its link and goes back to clearance; a correction does neither. */
export const amendSubmitted = (decision: Amendable, command: CommandOf<'amend-proposal'>, given: Given): Outcome => {
  const on = londonDate(given.now);
  const proposal = complete(command.content, given.council, on);
  const refused = notTheirs(decision.submittedBy, command.by) ?? (proposal.ok ? null : proposal);
  if (refused || !proposal.ok) return refused as Exclude<Outcome, { ok: true }>;
  const { content } = proposal;
  if (canonical(content) === canonical(decision.content)) return happened();
  const changes = materialChanges(decision.content, content);
  if (changes.length === 0) return movedLater(decision, content, given);
  return materiallyChanged(decision, content, changes, given);
};

const materiallyChanged = (decision: Amendable, content: Proposal, changes: Change[], given: Given): Outcome => {
  const keyDecision = keyDecisionOn(given.council, content, londonDate(given.now));
  const parts = changes.map(({ part }) => part.toLowerCase()).join(', ');
  const clockRestarts = decision.notice !== null && restartsClock(decision, content, changes, keyDecision.isKey);
  const why = `The proposal was changed: ${parts}. Approvals given before no longer count.`;
  return happened({ type: 'proposal-changed', content, keyDecision, changes, clockRestarts, why, steps: clearanceSteps(content, decision.steps, given) });
};

const restartsClock = (decision: Decision & { notice: Amendable['notice'] }, content: Proposal, changes: Change[], isKey: boolean): boolean =>
  (isKey && !decision.notice?.isKey) || content.subject !== decision.notice?.subject || changes.some(({ part }) => ['Decision maker', 'Decision date', 'End of consultation'].includes(part));
