import type { Council } from '../council/council.schema.ts';
import { holderOf, personIn, postOf } from '../council/directory.rules.ts';
import { type Command, type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, KeyDecision, Officer, Step } from '../decision/decision.ts';
import { isHolder } from '../decision/holder.ts';
import { forbid, invalid, refuse, type Refused } from '../decision/refusal.ts';
import { askEach, dueAfter } from '../decision/steps.ts';
import { highestExpenditure } from '../rules/highest-total.ts';
import { assessKey } from '../rules/key-decision.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';
import { replacementFaults } from '../record/superseding.rules.ts';
import { directoryFaults } from './directory-faults.rules.ts';
import { type Draft, type Proposal, proposalSchema } from './proposal.schema.ts';

/** Whether the council's rule in force on a day makes this content a key decision (reg 8 of SI 2012/2089). */
export const keyDecisionOn = (council: Council, content: Draft, on: LocalDate): KeyDecision =>
  assessKey(content, rulesInForce(council.keyRules, on), council);

/** Refuses anybody but the officer whose proposal it is by now; null when it is theirs. */
export const notTheirs = ({ submittedBy }: Decision, command: Pick<Command, 'by' | 'address'>): Refused | null =>
  command.by.kind === 'officer' && isHolder(submittedBy, command)
    ? null
    : forbid('own-proposal', 'Only the officer whose proposal it is can do that.');

/**
 * Every part that is missing from, or wrong in, what is to be submitted; or the whole proposal. What it was before may name a post that has
 * fallen vacant since.
 */
export const complete = (content: Draft, council: Council, on: LocalDate, before?: Draft): { ok: true; content: Proposal } | Refused => {
  const parsed = proposalSchema.safeParse(content);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({
        path: path.join('.'),
        message: path.length === 1 && content[path[0] as keyof Draft] === undefined ? 'This is missing' : message,
      }));
  const all = [...faults, ...directoryFaults(council, content, on, before)];
  return parsed.success && all.length === 0 ? { ok: true, content: parsed.data } : invalid(all);
};

// Whoever submits may not clear or decide, and is told by their address.
const unaddressed = ({ email }: Officer): Refused | null =>
  email.trim() === ''
    ? forbid(
        'own-address',
        'Your sign-in gives no email address, so nobody could tell you from those who clear and decide. Ask for it to be added.',
      )
    : null;

/** A draft may be incomplete, but whatever it names must exist in the council's directory, and whose it is must have an address. */
export const draftProposal = (
  _: null,
  { content, submittedBy, standing }: CommandOf<'draft-proposal'>,
  { council, now }: Given,
): Outcome => {
  const faults = [...directoryFaults(council, content, londonDate(now)), ...replacementFaults(content, standing)];
  return unaddressed(submittedBy) ?? (faults.length > 0 ? invalid(faults) : happened({ type: 'proposal-drafted', submittedBy, content }));
};

/** Replaces a draft, or a proposal returned to its officer. */
export const replaceDraft = (decision: Decision, command: CommandOf<'amend-proposal'>, { council, now }: Given): Outcome => {
  const { content, standing } = command;
  const faults = [...directoryFaults(council, content, londonDate(now)), ...replacementFaults(content, standing)];
  return notTheirs(decision, command) ?? (faults.length > 0 ? invalid(faults) : happened({ type: 'draft-replaced', content }));
};

const routeFor = (council: Council, content: Proposal, on: LocalDate) => {
  const most = highestExpenditure(content);
  const applies = council.clearanceRoutes.filter(
    ({ from, department, overPence }) =>
      from <= on &&
      (department === undefined || department === content.department) &&
      (overPence === undefined || most === 'unbounded' || most > overPence),
  );
  return rulesInForce(applies.length > 0 ? applies : council.clearanceRoutes, on);
};

/** The posts that must clear this content before its notice, by the council's route for its department and value on a day; one post once. */
export const clearingPosts = (content: Proposal, council: Council, on: LocalDate): string[] => [
  ...new Set(routeFor(council, content, on).posts.map((post) => (post === 'lead-director' ? content.leadDirector : post))),
];

/** The day by which somebody asked on this day is to clear this content: the council's own working days for its department and value. */
export const clearanceDue = (content: Proposal, council: Council, on: LocalDate): LocalDate =>
  dueAfter(on, routeFor(council, content, on).workingDaysToAnswer);

const postVacant = (council: Council, posts: string[], on: LocalDate): Refused => {
  const titles = posts.map((id) => postOf(council, id)?.title ?? id).join(' and ');
  return refuse(
    'clearance-post-vacant',
    'Council scheme of delegation',
    `Nobody holds the post of ${titles} on ${inWords(on)}, and what nobody has cleared is not cleared.`,
    { posts },
  );
};

/**
 * The people who must clear this content before its notice, each asked by the council's route for its department and value.
 * Refuses while one of the posts is empty: a clearance is never passed over.
 */
export const clearanceSteps = (content: Proposal, before: Step[], { council, now }: Given): { ok: true; steps: Step[] } | Refused => {
  const on = londonDate(now);
  const route = routeFor(council, content, on);
  const posts = clearingPosts(content, council, on);
  const empty = posts.filter((post) => holderOf(council, post, on) === null);
  if (empty.length > 0) return postVacant(council, empty, on);
  const clearers = posts.flatMap((post) => personIn(council, post, on) ?? []);
  const waiting = route.order === 'in-turn' ? { waitingFrom: 1 } : {};
  return { ok: true, steps: askEach(clearers, 'clearance', before, { at: now, dueOn: clearanceDue(content, council, on), ...waiting }) };
};

/** Submits a complete proposal: gives it its number for good and opens clearance. A returned proposal keeps its number. */
export const submitProposal = (decision: Decision, command: CommandOf<'submit-proposal'>, given: Given): Outcome => {
  const on = londonDate(given.now);
  const refused = notTheirs(decision, command);
  if (refused) return refused;
  const proposal = complete(decision.content, given.council, on);
  if (!proposal.ok) return proposal;
  const { content } = proposal;
  const number = decision.number ?? given.number;
  if (number === undefined) throw new Error('A number is needed to submit a proposal for the first time');
  const asked = clearanceSteps(content, decision.steps, given);
  if (!asked.ok) return asked;
  return happened({
    type: 'proposal-submitted',
    number,
    content,
    keyDecision: keyDecisionOn(given.council, content, on),
    steps: asked.steps,
  });
};
