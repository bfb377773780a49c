import type { In } from '../decision/decision.ts';
import type { Moment } from '../platform/store/decision-history.ts';

const effects = new Set(['decision-effective', 'decision-imported']);

/** The decision that an event put in effect; null for any other event. A past decision is taken in as one already in effect. */
export const takenEffect = ({ event: { happening }, decision }: Moment): In<'effective'> | null =>
  effects.has(happening.type) && decision.status === 'effective' ? decision : null;
