import type { Council } from '../../council/council.schema.ts';
import type { Decision } from '../../decision/decision.ts';
import type { DecisionEvent } from '../../decision/events.ts';
import type { Refused } from '../../decision/refusal.ts';
import type { Instant } from '../../rules/local-date.ts';
import type { Published } from './decision-writes.ts';
import type { Answering, SavedAnswer } from './saved-answer.ts';

/**
 * How to execute: the moment and settings to judge by, the version the caller last saw, its idempotency key, a number wanted by name, the
 * decision where the caller has just read it, what may be made of the new one while it is being stored, and whether it is retold: asked of
 * everybody elsewhere, before there was any email of ours.
 */
export type Execution = {
  given: { now: Instant; council: Council };
  expect?: number | undefined;
  answer?: Answering | undefined;
  number?: string | undefined;
  read?: Decision | undefined;
  meanwhile?: ((decision: Decision) => unknown) | undefined;
  retold?: true | undefined;
};

/** The decision after a command with the events that were stored, or what the same request was answered before; or why not. */
export type Executed = { ok: true; decision: Decision; events: DecisionEvent[]; answered: SavedAnswer | null } | Refused;

/** What the public may read of a decision; null while it may read nothing. */
export type Publishing = (decision: Decision, council: Council) => Published | null;
