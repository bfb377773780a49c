import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../rules/local-date.ts';

/** This moment. The one place in `functions/` where the time of day is read. */
export const now = (): Instant => new Date(Date.now()).toISOString();

/** Milliseconds that only ever go forwards, for measuring how long something has been kept. */
export const ticks = (): number => performance.now();

/** Waits so many milliseconds. */
export const pause = async (milliseconds: number): Promise<void> => {
  await sleep(milliseconds);
};

/** The instant so many seconds after another. */
export const secondsAfter = (instant: Instant, seconds: number): Instant => new Date(Date.parse(instant) + seconds * 1000).toISOString();
