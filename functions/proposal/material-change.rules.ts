import type { Council } from '../council/council.schema.ts';
import { postOf } from '../council/directory.rules.ts';
import { askAgain, askLate } from '../consultation/late-consultees.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { In, KeyDecision, Notice } from '../decision/decision.ts';
import type { Change } from '../decision/events.ts';
import { invalid } from '../decision/refusal.ts';
import { canonical } from '../decision/fingerprint.ts';
import { reopened } from '../determination/opening.rules.ts';
import { lawfulFrom } from '../notice/counted-again.rules.ts';
import { noticeStands } from '../notice/drawing-up.rules.ts';
import { putOff } from '../notice/put-off.rules.ts';
import { withLaterGates } from '../notice/later-gates.rules.ts';
import { type Highest, highestExpenditure, highestSavings } from '../rules/highest-total.ts';
import { inWords, latest, londonDate } from '../rules/local-date.ts';
import { inPounds } from '../rules/money.ts';
import { noticeTimetable } from '../rules/timetable.ts';
import { replacementFaults } from '../record/superseding.rules.ts';
import { directoryFaults } from './directory-faults.rules.ts';
import { clearanceSteps, clearingPosts, complete, keyDecisionOn, notTheirs } from './proposal.rules.ts';
import type { Proposal } from './proposal.schema.ts';

type Amendable = In<'in-clearance' | 'cleared' | 'notice-published' | 'awaiting-decision'>;

const amount = (pence: Highest) => (pence === 'unbounded' ? 'without limit' : inPounds(pence));
const above = (after: Highest, before: Highest) => before !== 'unbounded' && (after === 'unbounded' || after > before);
const divisions = ({ divisionsAffected }: Proposal) => (divisionsAffected === 'all' ? 'all' : [...divisionsAffected].sort().join(', '));
const hidden = ({ documents }: Proposal) =>
  documents.filter(({ access }) => access === 'exempt').map(({ title, paragraph }) => `"${title}" (${paragraph})`);
// What is shown to the public counts too: a section or document opened by mistake cannot be closed again.
const exemption = (content: Proposal) =>
  [
    content.publicAccess.kind,
    ...[...content.publicAccess.paragraphs].sort(),
    ...[...(content.publicAccess.sections ?? [])].sort(),
    ...hidden(content).sort(),
  ].join(' ');
const maker = ({ decisionMaker, jointWith, inThePlaceOf }: Proposal) =>
  [decisionMaker, jointWith, inThePlaceOf].filter(Boolean).join(' with ');
// To end another decision is part of what is decided: whoever cleared it without that has not cleared this.
const replaced = ({ replaces = [] }: Proposal) => [...replaces].sort().join(', ');

// Whoever was asked reads who decides, not by which name the directory keeps the post.
const byTitle = (change: Change, council: Council): Change => {
  if (!/maker|director|In /.test(change.part)) return change;
  const titles = (ids: string) => ids.replaceAll(/[^\s,]+/g, (id) => postOf(council, id)?.title ?? id);
  return { ...change, before: titles(change.before), after: titles(change.after) };
};

// An officer who may decide in consultation with a member may not decide without.
const consultationChanges = ({ inConsultationWith: before = [] }: Proposal, { inConsultationWith: after = [] }: Proposal): Change[] =>
  before.every((post) => after.includes(post))
    ? []
    : [{ part: 'In consultation with', before: before.join(', '), after: after.join(', ') }];

const moneyChanges = (before: Proposal, after: Proposal): Change[] =>
  (
    [
      ['Highest expenditure', highestExpenditure],
      ['Highest saving', highestSavings],
    ] as const
  ).flatMap(([part, total]) =>
    above(total(after), total(before)) ? [{ part, before: amount(total(before)), after: amount(total(after)) }] : [],
  );

const dateChanges = (before: Proposal, after: Proposal): Change[] =>
  (
    [
      ['Decision date', 'targetDecisionDate'],
      ['End of consultation', 'consultationClosesOn'],
    ] as const
  ).flatMap(([part, date]) => {
    const [was, is] = [before[date], after[date]];
    return was !== undefined && is !== undefined && is < was ? [{ part, before: inWords(was), after: inWords(is) }] : [];
  });

/**
 * The changes on which approvals already given cannot stand: subject, wording of the decision, decision maker, value up,
 * an earlier date, divisions, decisions replaced, exempt class; and, where others have to clear it by now, the lead director and the
 * department by which they are found. Anything else is a correction.
 */
export const materialChanges = (before: Proposal, after: Proposal, othersClear = false): Change[] => {
  const compared: [string, string, string][] = [
    ['Subject', before.subject, after.subject],
    ['Decision', before.proposedDecision.join('\n'), after.proposedDecision.join('\n')],
    ['Decision maker', maker(before), maker(after)],
    ['Areas affected', divisions(before), divisions(after)],
    ['Decisions it takes the place of', replaced(before), replaced(after)],
    ['Public access', exemption(before), exemption(after)],
  ];
  if (othersClear)
    compared.push(['Lead director', before.leadDirector, after.leadDirector], ['Department', before.department, after.department]);
  const differing = compared.flatMap(([part, was, is]) => (was === is ? [] : [{ part, before: was, after: is }]));
  return [...differing, ...consultationChanges(before, after), ...moneyChanges(before, after), ...dateChanges(before, after)];
};

// A declaration, or figures spread differently over the years, can make a decision key with no total going up. One taken back after
// its notice would take back what the public was told, and in some councils the call-in with it.
const flips = ({ keyDecision: was, notice }: Amendable, is: KeyDecision) =>
  is.isKey ? !was.isKey : notice !== null && was.isKey && was.grounds.includes('declared');
const keyChange = (decision: Amendable, is: KeyDecision): Change[] =>
  flips(decision, is) ? [{ part: 'Key decision', before: decision.keyDecision.statement, after: is.statement }] : [];

// A council that changes its own days changes those of the next notice: the public was told this one's.
const asTold = ({ timetable }: Notice, content: Proposal, council: Council) => {
  const { clearDaysBasis: basis, clearDaysRequired: days } = timetable;
  const consultationClosesOn = content.consultationClosesOn ?? timetable.consultationClosesOn ?? undefined;
  return {
    content: { ...content, consultationClosesOn },
    council: {
      ...council,
      ...(basis === 'calendar' ? { noticeClearDays: days } : {}),
      ...(basis === 'working' ? { generalExceptionClearWorkingDays: days } : {}),
    },
  };
};

/** The notice with any later dates of this content, its clear days counted from the day on which they began. Nothing in it comes sooner. */
const retimed = (notice: Notice, content: Proposal, { council }: Given): Notice => {
  const closings = [content.consultationClosesOn, notice.timetable.consultationClosesOn].filter(
    (date) => date !== null && date !== undefined,
  );
  const { isKey, route, publishedOn, timetable: before } = notice;
  const next = noticeTimetable({ isKey, route, noticePublishedOn: publishedOn, ...asTold(notice, content, council) });
  if (route === 'special-urgency')
    return { ...notice, timetable: { ...withLaterGates(next, before), consultationClosesOn: before.consultationClosesOn } };
  const consultationClosesOn = closings.length === 0 ? next.consultationClosesOn : latest(...closings);
  return { ...notice, timetable: { ...withLaterGates(next, before), consultationClosesOn } };
};

const correctedTo = (decision: Amendable, content: Proposal, keyDecision: KeyDecision, given: Given): Outcome => {
  const corrected = { type: 'proposal-corrected' as const, content, keyDecision, changes: [] };
  if (decision.status !== 'notice-published' && decision.status !== 'awaiting-decision') return happened(corrected);
  const notice = retimed(decision.notice, content, given);
  const before = decision.notice.timetable.earliestDecisionDate;
  const moved = notice.timetable.earliestDecisionDate > before;
  const isWithMaker = decision.status === 'awaiting-decision' && !moved;
  const late = askLate(decision, content, notice, isWithMaker, given);
  if (!Array.isArray(late)) return late;
  const again = isWithMaker ? [] : askAgain(decision, content, notice, given);
  const steps = late.length > 0 ? { steps: late } : {};
  if (moved) {
    const later = { ...notice, publishedAt: given.now, originallyDue: notice.originallyDue ?? before };
    // By a bank holiday proclaimed since nobody puts anything off: what was agreed stands.
    const isPutOff = notice.timetable.earliestDecisionDate > lawfulFrom(decision.notice);
    const off = isPutOff ? putOff({ steps: decision.steps, notice: later, content }, given) : { notice: later };
    return happened({ ...corrected, ...steps }, { type: 'decision-date-moved', ...off }, ...again);
  }
  const told = { ...corrected, ...steps, notice, on: londonDate(given.now) };
  // The first of two who decide together signed another text, and a body met on another: whoever decides is asked again.
  const signed = decision.status === 'awaiting-decision' && (decision.signatures.length > 0 || decision.meeting !== undefined);
  return signed ? happened(told, reopened(decision, content, given)) : happened(told, ...again);
};

/** The council with the divisions that a boundary review has ended since a proposal named them: what was cleared and noticed stands. */
export const knowing = (council: Council, { divisionsAffected }: Pick<Proposal, 'divisionsAffected'>): Council => {
  const known = new Set(council.divisions.map(({ name }) => name));
  const ended = divisionsAffected === 'all' ? [] : divisionsAffected.filter((name) => !known.has(name));
  return { ...council, divisions: [...council.divisions, ...ended.map((name) => ({ name, members: [] }))] };
};

/**
 * Amends a submitted proposal. A material change voids every approval and its link and goes back to clearance; a correction does neither.
 */
export const amendSubmitted = (decision: Amendable, command: CommandOf<'amend-proposal'>, given: Given): Outcome => {
  const on = londonDate(given.now);
  const refused = notTheirs(decision, command);
  if (refused) return refused;
  const known = knowing(given.council, decision.content);
  const proposal = complete(command.content, known, on, decision.content);
  if (!proposal.ok) return proposal;
  const { content } = proposal;
  const faults = replacementFaults(content, command.standing);
  if (faults.length > 0) return invalid(faults);
  if (canonical(content) === canonical(decision.content)) return happened();
  const keyDecision = keyDecisionOn(given.council, content, on);
  // While it is cleared, whoever is to clear it now is asked, and whoever was to before no more.
  const clears = (each: Proposal) => clearingPosts(each, given.council, on).join();
  const othersClear = decision.status === 'in-clearance' && clears(content) !== clears(decision.content);
  const material = materialChanges(decision.content, content, othersClear).map((change) => byTitle(change, given.council));
  const changes = [...material, ...keyChange(decision, keyDecision)];
  if (changes.length === 0) return correctedTo(decision, content, keyDecision, given);
  const vacant = directoryFaults(known, content, on);
  if (vacant.length > 0) return invalid(vacant);
  return materiallyChanged(decision, { content, keyDecision, changes }, given);
};

const materiallyChanged = (
  decision: Amendable,
  changed: { content: Proposal; keyDecision: KeyDecision; changes: Change[] },
  given: Given,
): Outcome => {
  const steps = clearanceSteps(changed.content, decision.steps, given);
  if (!steps.ok) return steps;
  const clockRestarts = decision.notice !== null && !noticeStands(decision.notice, changed.content, given);
  const parts = changed.changes.map(({ part }) => part.toLowerCase()).join(', ');
  const why = `The proposal was changed: ${parts}. Approvals given before no longer count.`;
  return happened({ type: 'proposal-changed', ...changed, clockRestarts, why, steps: steps.steps });
};
