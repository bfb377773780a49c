import type { Command, Given } from './commands.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { DecisionEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { beginning, seal } from './history.ts';
import type { Refused } from './refusal.ts';

/** A decision after a command, with the events that then happened, sealed onto its history. */
export type Next = { ok: true; decision: Decision; events: DecisionEvent[] };

/** What a command makes of the decision of an id, or why it is refused. Throws where a command that is carried out makes none. */
export const nextOf = (id: string, current: Decision | null, command: Command, given: Given): Next | Refused => {
  const outcome = decide(current, command, given);
  if (!outcome.ok) return outcome;
  const { version = 0, head = beginning } = current ?? {};
  const events = seal(outcome.happenings, { decisionId: id, version, head, at: given.now, by: command.by });
  const decision = events.reduce<Decision | null>(evolve, current);
  if (!decision) throw new Error(`"${command.type}" made no decision`);
  return { ok: true, decision, events };
};
