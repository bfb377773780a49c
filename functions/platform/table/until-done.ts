import { pause } from '../clock.ts';
import { backoff, isConflict, TooMuchContention } from './conflict.ts';

// With the longest waits between them these end before Lambda ends the function, so that whoever waits is told to send it again.
const mostAttempts = 25;

/**
 * Tries again, ever more slowly, what was not done (null) because somebody else wrote first or the table is held back. Throws
 * `TooMuchContention` when it never gets its turn.
 */
export const untilDone = async <T>(what: string, attempt: () => Promise<T | null>): Promise<T> => {
  for (let tries = 0; tries < mostAttempts; tries += 1) {
    const done = await attempt();
    if (done !== null) return done;
    await pause(backoff(tries));
  }
  throw new TooMuchContention(`${what} did not get its turn in ${mostAttempts} tries`);
};

/** Does what stores something, and again, ever more slowly, where somebody else wrote first. Throws as `untilDone` does. */
export const untilStored = async (what: string, store: () => Promise<void>): Promise<void> => {
  await untilDone(what, () =>
    store().then(
      () => true,
      (fault: unknown) => {
        if (isConflict(fault)) return null;
        throw fault;
      },
    ),
  );
};
