import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { In } from '../decision/decision.ts';
import { invalid } from '../decision/refusal.ts';
import { stepOf } from '../decision/steps.ts';
import { answerable } from '../link/answerable.rules.ts';
import { londonDate } from '../rules/local-date.ts';

const needsWords = { object: 'Say what you object to', amend: 'Say what you would change', comment: 'Write your comment' } as const;

/**
 * A consultee's answer. One that comes after the closing day but before the decision is taken is kept, and marked late; silence already
 * recorded stays.
 */
export const answerConsultation = (
  decision: In<'notice-published' | 'awaiting-decision' | 'deferred'>,
  command: CommandOf<'answer-consultation'>,
  given: Given,
): Outcome => {
  const step = stepOf(decision, command.stepId);
  const late = step?.state === 'silent' && step.issue === command.issue;
  const asked = late ? { ok: true as const, step } : answerable(decision, command, 'consultation');
  if (!asked.ok) return asked;
  const { stepId, response, words } = command;
  if (response !== 'support' && !words.trim()) return invalid([{ path: 'words', message: needsWords[response] }]);
  const { dueOn } = asked.step;
  const after = dueOn !== null && londonDate(given.now) > dueOn;
  return happened({ type: 'consultation-answered', stepId, response, words, late: late || after });
};
