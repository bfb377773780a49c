import { beginning } from '../decision/history.ts';
import { addDays, type LocalDate } from '../rules/local-date.ts';
import { headOf } from './chain.rules.ts';
import type { Head } from './proof.schema.ts';
import type { ProofStore } from './proof-store.ts';

/**
 * Publishes the head of every day up to yesterday that has none, each standing on the one before. The first covers everything
 * published until then. Today waits: more may be published yet. Done again, it does nothing again.
 */
export const publishHeads = async (store: ProofStore, today: LocalDate): Promise<Head[]> => {
  const made: Head[] = [];
  const yesterday = addDays(today, -1);
  let last = await store.lastHead();
  for (let date = last === null ? yesterday : addDays(last.date, 1); date <= yesterday; date = addDays(date, 1)) {
    const after: LocalDate | null = last?.date ?? null;
    const head = headOf({ date, after, before: last?.head ?? beginning, leaves: await store.leaves(after, date) });
    await store.keep(head);
    made.push(head);
    last = head;
  }
  return made;
};
