import { type CommandOf, happened, type Outcome } from '../decision/commands.ts';
import type { In } from '../decision/decision.ts';
import { invalid } from '../decision/refusal.ts';
import { answerable } from '../link/answerable.rules.ts';

/**
 * A chair's agreement, or refusal, to what was asked of them: that a decision is urgent and cannot reasonably be deferred (reg 11 of
 * SI 2012/2089), that a body may meet in private at short notice (reg 5), or that call-in is waived for urgency.
 */
export const giveAgreement = (decision: In<'notice-published' | 'awaiting-decision'>, command: CommandOf<'give-agreement'>): Outcome => {
  const asked = answerable(decision, command, 'agreement');
  if (!asked.ok) return asked;
  const { stepId, words } = command;
  if (command.response === 'agree') return happened({ type: 'agreement-given', stepId, words });
  return words.trim() ? happened({ type: 'agreement-refused', stepId, words }) : invalid([{ path: 'words', message: 'Say why you do not agree' }]);
};
