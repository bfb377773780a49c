import type { Actor, Happening } from './events.ts';

/** The system itself, when nobody acts and something follows all the same. */
export const systemActor: Actor = { kind: 'system', id: 'clear-days', name: 'Clear Days', capacity: 'Automatic' };

const automatic: Happening['type'][] = [
  'proposal-cleared',
  'next-clearance-opened',
  'consultation-closed',
  'determination-opened',
  'call-in-extended',
  'decision-effective',
  'step-reminded',
  'step-undeliverable',
  'notice-undeliverable',
];

// These can be somebody's act or follow of themselves; only these people can do them.
const whoseAct: Partial<Record<Happening['type'], Actor['kind'][]>> = {
  'notice-published': ['clerk'],
  'proposal-resumed': ['clerk', 'officer'],
  'decision-date-moved': ['officer'],
};

/** Who an event is put down to: what follows of itself is nobody's act. */
export const actorOf = (happening: Happening, by: Actor): Actor => {
  const theirs = whoseAct[happening.type]?.includes(by.kind) ?? !automatic.includes(happening.type);
  return theirs ? by : systemActor;
};
