import type { Command, CommandType } from './commands.ts';
import type { Decision } from './decision.ts';
import { refuse, type Refused } from './refusal.ts';

// What is kept of the events of a noticed decision, so that anybody can check them, stands in one item, which takes some 980 of them. What
// can be done again and again stops before that: first what strangers ask for, last what somebody needs who is still to answer.
const mostEvents: Partial<Record<CommandType | 'asked-by-a-link', number>> = {
  'asked-by-a-link': 700,
  'amend-proposal': 800,
  'submit-proposal': 800,
  'record-committee-outcome': 800,
  'defer-proposal': 800,
  'hand-over-proposal': 900,
  'reissue-link': 900,
  'delegate-step': 900,
  'record-meeting': 900,
};

const most = (command: Command): number =>
  mostEvents[command.type === 'reissue-link' && command.keepsLink ? 'asked-by-a-link' : command.type] ?? Number.POSITIVE_INFINITY;

/**
 * Refuses what can be done again and again once so much has happened to a decision that there is little room left for what must be kept
 * of it; null before. It can still be answered, decided, called in or withdrawn.
 */
export const longHistory = ({ version }: Decision, command: Command): Refused | null =>
  version >= most(command)
    ? refuse(
        'long-history',
        'Council records procedure',
        `So much has happened to this proposal (${version} events) that little more can be kept of it. It can still be answered, decided or withdrawn, and the clerk can enter an answer that was given in another way.`,
      )
    : null;
