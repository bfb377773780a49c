import { decidersOf } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision } from '../decision/decision.ts';
import { invalid, refuse } from '../decision/refusal.ts';
import { answering, standing } from '../decision/steps.ts';
import { isSameAddress, plainAddress } from '../rules/alike.ts';
import { londonDate } from '../rules/local-date.ts';
import { reasonFault } from './withdrawal.rules.ts';

// Who is to decide is named before they are asked, and decides again after a call-in without being asked by a link.
const judging = (decision: Decision, { council, now }: Given): { email: string }[] => [
  ...(['clearance', 'agreement', 'determination'] as const)
    .flatMap((stage) => standing(decision, stage))
    .filter(({ state }) => state !== 'returned')
    .map(answering),
  ...decidersOf(council, decision.content, londonDate(now)),
];

/**
 * A clerk names the officer who holds a proposal from now on, because whoever held it has left or has other work. The one before keeps no
 * power over it, and neither of them clears or decides it. Refuses whoever is asked to clear, agree or decide it, or has, and whoever is to
 * decide it.
 */
export const handOverProposal = (decision: Decision, { to, words }: CommandOf<'hand-over-proposal'>, given: Given): Outcome => {
  const unsaid = reasonFault(words);
  if (unsaid) return unsaid;
  if (isSameAddress(to.email, decision.submittedBy.email))
    return invalid([{ path: 'to', message: 'This is the officer who holds it now' }]);
  if (judging(decision, given).some(({ email }) => isSameAddress(email, to.email)))
    return refuse(
      'own-proposal',
      'Council scheme of delegation',
      `${to.name} clears, agrees or decides this proposal, or has done so, and cannot hold it as well. Name somebody else.`,
    );
  return happened({ type: 'proposal-handed-over', to: { sub: plainAddress(to.email), ...to }, words });
};
