import type { Actor, Happening } from './events.ts';

/** The system itself, when nobody acts and something follows all the same. */
export const systemActor: Actor = { kind: 'system', id: 'clear-days', name: 'Clear Days', capacity: 'Automatic' };

const automatic: Happening['type'][] = ['proposal-cleared', 'next-clearance-opened', 'consultation-closed', 'determination-opened', 'decision-effective'];

/** Who an event is put down to: what follows of itself is nobody's act. */
export const actorOf = (happening: Happening, by: Actor): Actor => (automatic.includes(happening.type) ? systemActor : by);
