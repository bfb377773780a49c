import type { DecisionEvent } from '../decision/events.ts';

/**
 * One event as anybody signed in may read it: what happened, when, by whom, and the hashes that tie it to its neighbours.
 * All that was sealed is in it: the hash is the SHA-256 of the line as JSON with its keys in order, without `hash`, and
 * with `type` and `what` as one object called `happening`.
 */
export const historyLine = ({ happening: { type, ...what }, ...event }: DecisionEvent) => ({ ...event, type, what });
