import { refuse, type Refused } from '../decision/refusal.ts';
import type { LocalDate } from '../rules/local-date.ts';
import type { ContractIn } from './contract.schema.ts';
import type { NotedDecision } from './contract-noted.schema.ts';

type Planned = Pick<ContractIn<'registered'>, 'exit' | 'decisions'>;
type Lifted = { type: 'exit-lifted'; decision: string | undefined };

/** Refuses to prolong a contract that a decision lets end, where no decision is named that extends it instead. Null where none does. */
export const exitStands = ({ exit }: Planned, decision: string | undefined): Refused | null =>
  exit && !decision
    ? refuse(
        'exit-planned',
        'Council constitution',
        `A decision lets this contract end${exit.decision ? ` (${exit.decision})` : ''}. Name the decision that extends it instead.`,
      )
    : null;

/**
 * What a contract that is prolonged is told of its end: that it is let go no longer, so that its new end is watched like any other.
 * Nothing where none was planned, nor where the very decision that prolongs it also lets it end after that, or a later one does: `from` is
 * the London date on which the one that prolongs it had effect, and not there for what is done now.
 */
export const exitLifted = ({ exit, decisions }: Planned, decision: string | undefined, from?: LocalDate): Lifted[] => {
  if (!exit || (decision !== undefined && exit.decision === decision)) return [];
  const lets = decisions.find(({ number }: NotedDecision) => number === exit.decision)?.effectiveFrom;
  return from !== undefined && lets !== undefined && from < lets ? [] : [{ type: 'exit-lifted', decision }];
};
