import type { Council } from '../functions/council/council.schema.ts';
import type { Command } from '../functions/decision/commands.ts';
import type { Decision, Stage } from '../functions/decision/decision.ts';
import { openSteps } from '../functions/decision/steps.ts';
import { inWords, londonDate } from '../functions/rules/local-date.ts';
import { clerk, holder, officerOf, postHolder, scrutiny } from './acting.ts';
import type { Act, SeedDecision } from './decisions/seed-decision.ts';

type Of<A extends Act['act']> = Extract<Act, { act: A }>;
type Told = { seed: SeedDecision; council: Council; decision: Decision | null };

const asked = ({ decision, seed }: Told, stage: Stage, post: string | null): { stepId: string; issue: number } => {
  const step = decision && openSteps(decision, stage).find((open) => post === null || open.post === post);
  if (!step) throw new Error(`${seed.source}: no ${stage} is asked of ${post ?? 'anybody'}`);
  return { stepId: step.id, issue: step.issue };
};

const meetingOf = ({ council }: Told, { at, meeting, interests }: Of<'decide'>): Command | null => {
  if (!meeting) return null;
  const midday = `${meeting.date}T12:00:00Z`;
  const present = meeting.present.map((post) => holder(council, post, midday).name);
  return { type: 'record-meeting', by: clerk(council, at), meeting: { ...meeting, present, interests } };
};

// The originals were signed or minuted on paper, so it is the clerk who enters them, on the day of publication, and says so.
const determination = (told: Told, published: Of<'publish-record'>): Command => {
  const { seed, council } = told;
  const decide = seed.history.find((act) => act.act === 'decide');
  if (!decide) throw new Error(`${seed.source}: a record is published of what nobody decided`);
  const { post, meeting, interests, words } = decide;
  const signedOn = londonDate(decide.at);
  const day = inWords(meeting?.date ?? signedOn);
  const paper = meeting
    ? { by: clerk(council, published.at, `Decided at the meeting of ${day} and minuted on paper`) }
    : { by: clerk(council, published.at, `Signed on paper on ${day}`), signedOn };
  const { name: _, ...own } = interests[0] ?? { name: '', interest: 'none' };
  return {
    type: 'determine',
    response: 'approve',
    words,
    interest: meeting ? { interest: 'none' } : own,
    ...paper,
    ...asked(told, 'determination', meeting ? null : post),
  };
};

const scrutinised = ({ council }: Told, act: Of<'call-in' | 'validate-call-in' | 'conclude-call-in' | 'reconsider'>): Command => {
  const { words, at } = act;
  switch (act.act) {
    case 'call-in':
      return { type: 'call-in-decision', by: scrutiny(council, at), requestedBy: act.requestedBy, grounds: act.grounds, words };
    case 'validate-call-in':
      return { type: 'validate-call-in', by: clerk(council, at), valid: true, words };
    case 'conclude-call-in':
      return { type: 'conclude-call-in', by: scrutiny(council, at), outcome: act.outcome, words };
    case 'reconsider':
      return { type: 'reconsider-decision', by: clerk(council, at), outcome: act.outcome, words };
    default:
      return act satisfies never;
  }
};

/**
 * The command that an act of a history stands for, given the decision as it stands by then. Null for what is no command of its
 * own: a signature on paper is entered when its record is published, and taking effect follows of itself.
 */
export const commandOf = (told: Told, act: Act): Command | null => {
  const { seed, council } = told;
  switch (act.act) {
    case 'draft':
      return { type: 'draft-proposal', by: officerOf(seed), content: seed.proposal, submittedBy: act.by };
    case 'submit':
      return { type: 'submit-proposal', by: officerOf(seed) };
    case 'approve-clearance':
      return {
        type: 'give-clearance',
        by: postHolder(council, act.post, act.at),
        response: 'approve',
        words: act.words,
        ...asked(told, 'clearance', act.post),
      };
    case 'publish-notice':
      return { type: 'publish-notice', by: clerk(council, act.at), route: act.route };
    case 'record-committee-outcome': {
      const { committee, date, outcome, words, proposedDecision } = act;
      return { type: 'record-committee-outcome', by: clerk(council, act.at), committee, date, outcome, words, proposedDecision };
    }
    case 'decide':
      return meetingOf(told, act);
    case 'publish-record':
      return determination(told, act);
    case 'take-effect':
      return null;
    default:
      return scrutinised(told, act);
  }
};
