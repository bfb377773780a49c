import type { Command, CommandType } from './commands.ts';
import type { Decision } from './decision.ts';
import { refuse, type Refused } from './refusal.ts';

// What is kept of the events of a noticed decision, so that anybody can check them, stands in one item, which takes some 980 of them.
const mostEvents = 800;

const repeatable: ReadonlySet<CommandType> = new Set<CommandType>([
  'amend-proposal',
  'record-committee-outcome',
  'defer-proposal',
  'reissue-link',
  'delegate-step',
]);

/**
 * Refuses what can be done again and again once so much has happened to a decision that there is little room left for what must be kept
 * of it; null before. It can still be answered, decided, called in or withdrawn.
 */
export const longHistory = ({ version }: Decision, { type }: Command): Refused | null =>
  version >= mostEvents && repeatable.has(type)
    ? refuse(
        'long-history',
        'Council records procedure',
        `So much has happened to this proposal (${version} events) that it can now only be answered, decided or withdrawn.`,
      )
    : null;
