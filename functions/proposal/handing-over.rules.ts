import { type CommandOf, happened, type Outcome } from '../decision/commands.ts';
import type { Decision } from '../decision/decision.ts';
import { holdersEver } from '../decision/holder.ts';
import { invalid, refuse } from '../decision/refusal.ts';
import { answering, standing } from '../decision/steps.ts';
import { isSameAddress, plainAddress } from '../rules/alike.ts';

const judging = (decision: Decision) =>
  (['clearance', 'agreement', 'determination'] as const)
    .flatMap((stage) => standing(decision, stage))
    .filter(({ state }) => state !== 'returned');

/**
 * A clerk names the officer who holds a proposal from now on, because whoever held it has left or has other work. The one before keeps no
 * power over it, and neither of them clears or decides it. Refuses whoever is asked to clear, agree or decide it, or has.
 */
export const handOverProposal = (decision: Decision, { to, words }: CommandOf<'hand-over-proposal'>): Outcome => {
  if (!words.trim()) return invalid([{ path: 'reason', message: 'Say why' }]);
  if (isSameAddress(to.email, decision.submittedBy.email))
    return invalid([{ path: 'to', message: 'This is the officer who holds it now' }]);
  if (judging(decision).some((step) => isSameAddress(answering(step).email, to.email)))
    return refuse(
      'own-proposal',
      'Council scheme of delegation',
      `${to.name} is asked to clear, agree or decide this proposal, or has done so, and cannot hold it as well. Name somebody else.`,
    );
  const known = holdersEver(decision).find(({ email }) => isSameAddress(email, to.email));
  return happened({ type: 'proposal-handed-over', to: known ?? { sub: plainAddress(to.email), ...to }, words });
};
