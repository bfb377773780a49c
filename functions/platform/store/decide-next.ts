import type { Command, Given } from '../../decision/commands.ts';
import { decide } from '../../decision/decide.ts';
import type { Decision } from '../../decision/decision.ts';
import type { DecisionEvent } from '../../decision/events.ts';
import { evolve } from '../../decision/evolve.ts';
import { beginning, seal } from '../../decision/history.ts';
import type { Refused } from '../../decision/refusal.ts';
import { unreached } from '../../email/unreached.ts';
import { saidNotToAnswer } from '../../link/unreached.rules.ts';
import type { Table } from '../table/table.ts';

export type Next = { decision: Decision; events: DecisionEvent[] };

type Deciding = { table: Table; id: string; current: Decision | null; command: Command; given: Given; retold: boolean };

const decided = ({ id, current, command, given }: Deciding): (Next & { ok: true }) | Refused => {
  const outcome = decide(current, command, given);
  if (!outcome.ok) return outcome;
  const events = seal(outcome.happenings, {
    decisionId: id,
    version: current?.version ?? 0,
    head: current?.head ?? beginning,
    at: given.now,
    by: command.by,
  });
  const decision = events.reduce<Decision | null>(evolve, current);
  if (!decision) throw new Error(`"${command.type}" made no decision`);
  return { ok: true, decision, events };
};

/**
 * What a command makes of a decision, or why it is refused. Where it would say of somebody that they did not answer, what became of their
 * emails is read first: of whom none reached, that is said instead.
 */
export const decideNext = async (deciding: Deciding): Promise<(Next & { ok: true }) | Refused> => {
  const next = decided(deciding);
  const said = next.ok && !deciding.retold ? saidNotToAnswer(next.events.map(({ happening }) => happening)) : [];
  if (!next.ok || said.length === 0) return next;
  const lost = await unreached(deciding.table, next.decision, said);
  return lost.length === 0 ? next : decided({ ...deciding, given: { ...deciding.given, unreached: lost } });
};
