/** What was done and what failed, in no order: one failure does not stop the rest. */
export type Done<T, R> = { done: R[]; failed: { item: T; fault: unknown }[] };

/** Does the same to every item, at most `most` of them at a time, and reports every failure at the end. */
export const concurrently = async <T, R>(items: readonly T[], most: number, act: (item: T) => Promise<R>): Promise<Done<T, R>> => {
  const waiting = [...items];
  const outcome: Done<T, R> = { done: [], failed: [] };
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        outcome.done.push(await act(item));
      } catch (fault) {
        outcome.failed.push({ item, fault });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, work));
  return outcome;
};
