import type { Council } from '../council/council.schema.ts';
import { postOf } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, In, Step } from '../decision/decision.ts';
import { invalid } from '../decision/refusal.ts';
import { stepOf } from '../decision/steps.ts';
import { answerable } from '../link/answerable.rules.ts';
import { type Instant, londonDate } from '../rules/local-date.ts';

const needsWords = { object: 'Say what you object to', amend: 'Say what you would change', comment: 'Write your comment' } as const;

// Whoever answers by the link of an email that was thought lost did get it.
const cameLate = (step: Step, now: Instant): boolean =>
  step.state === 'silent' || (step.state === 'undeliverable' && step.dueOn !== null && londonDate(now) > step.dueOn);

/**
 * Whether somebody consulted is asked for a conflict of interest: the record of what one person decides has any that a member of the
 * executive declares (reg 13(2)(d) and (4)(d) of SI 2012/2089). Of a body it has that of its own members (reg 12).
 */
export const asksInterest = ({ notice }: Decision, { post }: Step, council: Council): boolean =>
  post !== null && postOf(council, post)?.kind === 'executive-member' && notice?.maker.kind !== 'body';

/**
 * A consultee's answer. One that comes after the closing day but before the decision is taken is kept, and marked late, also of somebody
 * whom no email had reached by then; silence already recorded stays. Refuses an interest from whoever is not asked for one.
 */
export const answerConsultation = (
  decision: In<'notice-published' | 'awaiting-decision' | 'deferred'>,
  command: CommandOf<'answer-consultation'>,
  given: Given,
): Outcome => {
  const step = stepOf(decision, command.stepId);
  const late = step !== null && step.issue === command.issue && step.stage === 'consultation' && cameLate(step, given.now);
  const asked = late ? { ok: true as const, step } : answerable(decision, command, 'consultation');
  if (!asked.ok) return asked;
  const { stepId, response, words, interest } = command;
  if (response !== 'support' && !words.trim()) return invalid([{ path: 'words', message: needsWords[response] }]);
  const declares = interest?.interest === 'declared';
  if (declares && !asksInterest(decision, asked.step, given.council))
    return invalid([{ path: 'words', message: 'No interest is asked of you apart from your answer. Say it in your words' }]);
  if (declares && !interest.detail?.trim()) return invalid([{ path: 'interestDetail', message: 'Say what the interest is' }]);
  const { dueOn } = asked.step;
  const after = dueOn !== null && londonDate(given.now) > dueOn;
  const declared = declares ? { interest } : {};
  return happened({ type: 'consultation-answered', stepId, response, words, late: late || after, ...declared });
};
