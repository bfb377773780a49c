import type { Command, Given } from '../../decision/commands.ts';
import type { Decision } from '../../decision/decision.ts';
import { type Next, nextOf } from '../../decision/next.ts';
import type { Refused } from '../../decision/refusal.ts';
import { unreached } from '../../email/unreached.ts';
import { saidNotToAnswer } from '../../link/unreached.rules.ts';
import type { Table } from '../table/table.ts';

type Deciding = { table: Table; id: string; current: Decision | null; command: Command; given: Given; retold: boolean };

/**
 * What a command makes of a decision, or why it is refused. Where it would say of somebody that they did not answer, what became of their
 * emails is read first: of whom none reached, that is said instead.
 */
export const decideNext = async ({ table, id, current, command, given, retold }: Deciding): Promise<Next | Refused> => {
  const next = nextOf(id, current, command, given);
  const said = next.ok && !retold ? saidNotToAnswer(next.events.map(({ happening }) => happening)) : [];
  if (!next.ok || said.length === 0) return next;
  const lost = await unreached(table, next.decision, said);
  return lost.length === 0 ? next : nextOf(id, current, command, { ...given, unreached: lost });
};
