import { setTimeout as pause } from 'node:timers/promises';
import type { DeadLetters } from './dead-letters.ts';
import type { LocalFunction } from './local-function.ts';

/** Lambda tries an event nobody waits for three times in all. */
const attempts = 3;

/** Calls a function as SNS and the scheduler do: retried when it throws, then parked in its dead-letter queue. */
export async function callInBackground(called: LocalFunction, event: unknown, queue: string, deadLetters: DeadLetters): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await called.invoke(event);
      return;
    } catch (fault) {
      if (attempt === attempts) return deadLetters.park(queue, called.description.name, fault, event);
      await pause(100 * attempt);
    }
  }
}
