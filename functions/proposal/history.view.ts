import type { DecisionEvent } from '../decision/events.ts';

/** One event as anybody signed in may read it: what happened, when, by whom, and the hashes that tie it to its neighbours. */
export const historyLine = ({ sequence, at, by, happening: { type, ...what }, before, hash }: DecisionEvent) => ({
  sequence,
  at,
  by: { name: by.name, capacity: by.capacity, ...(by.link ? { link: by.link } : {}), ...(by.override ? { override: by.override } : {}) },
  type,
  what,
  before,
  hash,
});
