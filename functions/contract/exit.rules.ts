import type { Contract } from './contract.schema.ts';

type Planned = { exit?: Extract<Contract, { status: 'registered' }>['exit'] | undefined };
type Lifted = { type: 'exit-lifted'; decision: string | undefined };

/**
 * What a contract that is prolonged is told of its end: that it is let go no longer, so that its new end is watched like any other.
 * Nothing where none was planned, nor where the very decision that prolongs it also lets it end after that.
 */
export const exitLifted = ({ exit }: Planned, decision: string | undefined): Lifted[] =>
  !exit || (decision !== undefined && exit.decision === decision) ? [] : [{ type: 'exit-lifted', decision }];
