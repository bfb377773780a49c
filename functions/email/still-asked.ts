import { isOpen } from '../decision/steps.ts';
import { leftOpen } from '../link/in-post.rules.ts';
import { londonDate } from '../rules/local-date.ts';
import { dueYet, nothingAsked, type Person, personOf, type Scene } from './letter.ts';

/**
 * What ends a letter that only tells: that its reader still has an answer to give, where they have, or that nothing is asked of them. What
 * was asked of whoever held their post before is not asked of them.
 */
export const stillAsked = ({ decision, council, at }: Scene, { email }: Person): string => {
  const open = decision.steps
    .filter(isOpen)
    .filter((step) => personOf(step).email === email && !leftOpen(decision, step, council, londonDate(at)));
  if (open.some(({ stage, dueOn }) => stage === 'consultation' && (dueOn === null || dueYet({ at }, dueOn))))
    return 'Please answer the consultation by the link you have.';
  if (!open.some(({ stage }) => stage !== 'consultation')) return nothingAsked;
  // No chair can agree to anything of what is deferred.
  return decision.status === 'deferred'
    ? `${nothingAsked} The link you have counts again once it is taken up.`
    : 'Please answer by the link you have.';
};
