import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { In } from '../decision/decision.ts';
import { invalid } from '../decision/refusal.ts';
import { answerable } from '../link/answerable.rules.ts';
import { inPostToAnswer } from '../link/in-post.rules.ts';
import { londonDate } from '../rules/local-date.ts';

/** Finance, legal or the director clears a proposal, returns it or declines it; the last two need words. Silence is never clearance. */
export const giveClearance = (decision: In<'in-clearance'>, command: CommandOf<'give-clearance'>, { council, now }: Given): Outcome => {
  const asked = answerable(decision, command, 'clearance');
  if (!asked.ok) return asked;
  const left = inPostToAnswer(asked.step, command.by, council, londonDate(now));
  if (left) return left;
  const { stepId, words, response } = command;
  if (response === 'approve') return happened({ type: 'clearance-given', stepId, words });
  if (!words.trim())
    return invalid([{ path: 'words', message: response === 'return' ? 'Say what needs to change' : 'Say why you decline' }]);
  return happened({ type: response === 'return' ? 'proposal-returned' : 'proposal-declined', stepId, words });
};
