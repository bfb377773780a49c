import { pause } from '../clock.ts';
import { backoff, TooMuchContention } from './conflict.ts';

// With the longest waits between them these end before Lambda ends the function, so that whoever waits is told to send it again.
const mostAttempts = 25;

/** Reads, decides and writes again for as long as somebody else writes first. Throws `TooMuchContention` when it never gets its turn. */
export const untilStored = async <T>(what: string, attempt: () => Promise<T | null>): Promise<T> => {
  for (let tries = 0; tries < mostAttempts; tries += 1) {
    const stored = await attempt();
    if (stored !== null) return stored;
    await pause(backoff(tries));
  }
  throw new TooMuchContention(`${what} lost to other writes ${mostAttempts} times`);
};
