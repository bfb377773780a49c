import type { CallInRule, Council } from '../council/council.schema.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import { decidersOf, makerOf } from '../council/directory.rules.ts';
import type { CallIn, In, Maker } from '../decision/decision.ts';
import { actsOnOwn, isOrWasTheirs } from '../decision/holder.ts';
import { invalid, refuse, type Refused } from '../decision/refusal.ts';
import { plainWords } from '../rules/alike.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';
import { lastDayForCallIn } from './counted-again.rules.ts';

const source = 'Council scrutiny rules';

type Request = CommandOf<'call-in-decision'>;

type Taken = Pick<In<'decided'>, 'callIn' | 'record'>;

type Member = CallIn['requestedBy'][number];

const nameOf = ({ name }: Member): string => plainWords(name);

const notYetIn = (members: Member[], { requestedBy }: CallIn): Member[] =>
  members.filter((member) => !requestedBy.some((other) => nameOf(other) === nameOf(member)));

// Until the clerk has looked at it nobody knows that it counts, and whoever else asks in time must not lose their days to it.
// The committee is somebody else than its members, and is known by its words.
const mayJoin = (callIn: CallIn, { requestedBy, byCommittee, words }: Request, rule?: CallInRule): boolean => {
  if (callIn.validated || callIn.outcome !== undefined) return false;
  const isCommittee = byCommittee === true && rule?.committeeMay === true;
  return notYetIn(requestedBy, callIn).length > 0 || (isCommittee && !callIn.words.includes(words));
};

/**
 * Refuses a second call-in of one decision, by the council's own rule, since no Act says how often; one found not valid does not count, and
 * one that the clerk has yet to look at can be joined by others.
 */
export const onceOnly = ({ callIn }: Taken, request: Request, rule?: CallInRule): Refused | null =>
  callIn && callIn.outcome !== 'not-valid' && !mayJoin(callIn, request, rule)
    ? refuse('call-in-once-only', source, 'This decision has been called in once already, and cannot be again.')
    : null;

/** Refuses a call-in after the last of its clear working days, as counted by now, or where there is none. */
export const inTime = (decision: Taken, on: LocalDate, council: Council): Refused | null => {
  const callInClosesOn = lastDayForCallIn(decision, council);
  if (callInClosesOn === null) return refuse('not-subject-to-call-in', source, 'This decision is not subject to call-in.');
  return on <= callInClosesOn
    ? null
    : refuse('call-in-closed', source, `Call-in closed at the end of ${inWords(callInClosesOn)}.`, { callInClosesOn });
};

const enough = ({ requestedBy, byCommittee }: Request, rule: CallInRule): Refused | null => {
  if (byCommittee && rule.committeeMay) return null;
  const names = new Set(requestedBy.map(nameOf));
  if (names.size < rule.members)
    return refuse('call-in-members', rule.source, `A call-in needs ${rule.members} different members; this names ${names.size}.`, {
      members: rule.members,
    });
  const groups = requestedBy.map(({ group }) => group && plainWords(group));
  const oneGroup = groups.every((group) => group !== undefined) && new Set(groups).size < 2;
  return rule.differentGroups && rule.members > 1 && oneGroup
    ? refuse('call-in-groups', rule.source, 'The members who call a decision in must come from different political groups.')
    : null;
};

const joined = (was: CallIn, next: CallIn): CallIn => ({
  ...was,
  requestedBy: [...was.requestedBy, ...notYetIn(next.requestedBy, was)],
  grounds: [...new Set([...was.grounds, ...next.grounds])],
  words: `${was.words}\n\n${next.words}`,
  validated: next.validated,
});

/**
 * Scrutiny members call a decision in: within the council's clear working days after publication, enough of them, once only. The decision
 * is held from this moment, whatever the clerk then makes of its validity. Until then others who call it in join the same call-in.
 */
export const callInDecision = (decision: In<'decided' | 'called-in'>, command: Request, given: Given): Outcome => {
  const on = londonDate(given.now);
  const rule = rulesInForce(given.council.callInRules, decision.record.publishedOn);
  if (command.grounds.length === 0) return invalid([{ path: 'grounds', message: `Give at least one ground: ${rule.grounds.join('; ')}` }]);
  const refused = onceOnly(decision, command, rule) ?? inTime(decision, on, given.council) ?? enough(command, rule);
  if (refused) return refused;
  const { requestedBy, grounds, words } = command;
  const callIn = { requestedAt: given.now, requestedOn: on, requestedBy, grounds, words, validated: command.by.kind === 'clerk' };
  return happened({ type: 'decision-called-in', callIn: decision.status === 'called-in' ? joined(decision.callIn, callIn) : callIn });
};

/**
 * The clerk finds a call-in valid, or not; one that is not valid lets the clock run on from where it was. Refuses to judge one again that
 * was found valid: it is held for scrutiny, and everybody was told so.
 */
export const validateCallIn = (decision: In<'called-in'>, { valid, words }: CommandOf<'validate-call-in'>, { now }: Given): Outcome => {
  if (decision.callIn.outcome) return refuse('call-in-concluded', source, 'Scrutiny has already given its outcome.');
  if (decision.callIn.validated) return refuse('call-in-found-valid', source, 'This call-in was found valid, and is with scrutiny.');
  return valid || words.trim()
    ? happened({ type: 'call-in-validated', valid, words, on: londonDate(now) })
    : invalid([{ path: 'words', message: 'Say why the call-in is not valid' }]);
};

/** Scrutiny's outcome. No comment or comments release the decision; the other two hold it until it is decided again. */
export const concludeCallIn = (decision: In<'called-in'>, { outcome, words }: CommandOf<'conclude-call-in'>, { now }: Given): Outcome =>
  decision.callIn.outcome
    ? refuse('call-in-concluded', source, 'Scrutiny has already given its outcome.')
    : happened({ type: 'call-in-concluded', outcome, words, on: londonDate(now) });

const sent = (outcome: string | undefined) => outcome === 'reconsider' || outcome === 'refer-to-council';

const named = ({ name, title, jointWith }: Omit<Maker, 'post' | 'kind' | 'members'>) => [
  { name, title },
  ...(jointWith ? [{ name: jointWith.name, title: jointWith.title }] : []),
];

// Regs 12 and 13 of SI 2012/2089: nobody is to be read to have agreed to what somebody else decided after them in the same post.
const decidedBy = ({ content, determination }: In<'called-in'>, council: Council, on: LocalDate) => {
  const maker = makerOf(council, content, on);
  if (!maker || maker.kind === 'body') return {};
  const before = new Set(named(determination.by).map(({ name }) => name));
  return named(maker).some(({ name }) => !before.has(name)) ? { by: named(maker) } : {};
};

/**
 * The decision is decided again after a call-in: confirmed as it was, or with the changed wording, by whoever holds the post on that day,
 * in Europe/London: today, or the earlier day of a meeting that the clerk enters later (regs 12(2)(a) and 13(2)(a) of SI 2012/2089). It
 * cannot be called in again. Refuses a day before scrutiny asked for it, and where its officer, of today or before, then holds that post or
 * is the clerk who enters it.
 */
export const reconsiderDecision = (
  decision: In<'called-in'>,
  command: CommandOf<'reconsider-decision'>,
  { now, council }: Given,
): Outcome => {
  if (!sent(decision.callIn.outcome))
    return refuse('call-in-outcome-first', source, 'Scrutiny has not yet asked for this decision to be reconsidered.');
  const changed = command.outcome === 'changed';
  const isSame = JSON.stringify(command.proposedDecision) === JSON.stringify(decision.content.proposedDecision);
  if (changed && (isSame || !command.proposedDecision?.length))
    return invalid([{ path: 'proposedDecision', message: 'Give the decision as changed' }]);
  if (!changed && command.proposedDecision?.length)
    return invalid([{ path: 'proposedDecision', message: 'A confirmed decision keeps its wording' }]);
  const proposedDecision = command.proposedDecision ?? decision.content.proposedDecision;
  const { outcome, words } = command;
  const today = londonDate(now);
  const { decidedOn: on = today } = command;
  const { outcomeOn = today } = decision.callIn;
  if (on > today || on < outcomeOn) return invalid([{ path: 'decidedOn', message: `Give a day from ${inWords(outcomeOn)} to today` }]);
  if (actsOnOwn(decision, command) || decidersOf(council, decision.content, on).some(({ email }) => isOrWasTheirs(decision, email)))
    return refuse(
      'own-proposal',
      'Council scheme of delegation',
      'Whoever holds or held this proposal neither decides it again nor enters that somebody did.',
    );
  const entered = on < today ? { enteredOn: today } : {};
  return happened({ type: 'decision-reconsidered', outcome, words, proposedDecision, on, ...entered, ...decidedBy(decision, council, on) });
};
