import type { Instant } from '../rules/local-date.ts';
import type { Actor, DecisionEvent, Happening } from './events.ts';
import { fingerprint } from './fingerprint.ts';
import { actorOf } from './system-actor.ts';

/** What the first event of a history stands on. */
export const beginning = '0'.repeat(64);

type Sealing = { decisionId: string; version: number; head: string; at: Instant; by: Actor };

/** Turns what happened into events, each numbered and carrying the hash of the one before. */
export const seal = (happenings: Happening[], { decisionId, version, head, at, by }: Sealing): DecisionEvent[] => {
  let before = head;
  return happenings.map((happening, index) => {
    const body = { schema: 1 as const, decisionId, sequence: version + index + 1, at, by: actorOf(happening, by), happening, before };
    before = fingerprint(body);
    return { ...body, hash: before };
  });
};

/** The first event whose number, link to the one before or hash is wrong; null when the whole history holds. */
export const firstBreak = (events: DecisionEvent[]): DecisionEvent | null => {
  let before = beginning;
  for (const [index, event] of events.entries()) {
    const { hash, ...body } = event;
    if (event.sequence !== index + 1 || event.before !== before || fingerprint(body) !== hash) return event;
    before = hash;
  }
  return null;
};
