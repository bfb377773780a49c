import type { Status } from '../decision/decision.ts';

/** The statuses in which a decision waits for somebody or for a day. */
export const waiting = [
  'in-clearance',
  'cleared',
  'notice-published',
  'awaiting-decision',
  'decided',
  'called-in',
  'deferred',
] as const satisfies readonly Status[];
