import type { OpenStep } from '../decision/decision.ts';
import { isOrWasTheirs } from '../decision/holder.ts';
import { leftOpen } from '../link/in-post.rules.ts';
import { notOvertaken } from '../link/overtaken.rules.ts';
import { isSameAddress } from '../rules/alike.ts';
import { londonDate } from '../rules/local-date.ts';
import { dueYet, nothingAsked, type Person, personOf, type Scene } from './letter.ts';

// Nobody clears or decides what is or was their own, though they hold the post that is asked.
const isOwn = ({ decision }: Scene, step: OpenStep): boolean =>
  step.stage !== 'consultation' && isOrWasTheirs(decision, personOf(step).email);

/**
 * The open steps to which an answer would count at the time of a letter: neither too late, nor of a post or cover that is over, nor asked of
 * whoever submitted the proposal or held it since.
 */
export const openStill = (scene: Scene): OpenStep[] =>
  notOvertaken(scene.decision).filter(
    (step) => !isOwn(scene, step) && !leftOpen(scene.decision, step, scene.council, londonDate(scene.at)),
  );

/**
 * What ends a letter that only tells: that its reader still has an answer to give, where they have, or that nothing is asked of them. What
 * was asked of whoever held their post before is not asked of them.
 */
export const stillAsked = (scene: Scene, { email }: Person): string => {
  const open = openStill(scene).filter((step) => isSameAddress(personOf(step).email, email));
  if (open.some(({ stage, dueOn }) => stage === 'consultation' && (dueOn === null || dueYet(scene, dueOn))))
    return 'Please answer the consultation by the link you have.';
  if (!open.some(({ stage }) => stage !== 'consultation')) return nothingAsked;
  // No chair can agree to anything of what is deferred.
  return scene.decision.status === 'deferred'
    ? `${nothingAsked} The link you have counts again once it is taken up.`
    : 'Please answer by the link you have.';
};
