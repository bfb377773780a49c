import { beforeKey, type Key, keys } from '../../functions/platform/table/keys.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';

/**
 * A whole table as it was read, by partition. `naming` finds what stands in other partitions under the id of a decision or contract: what
 * proposals share, which contract waits for which decision, and which says that another follows it.
 */
export type Shelves = { all: Item[]; of: (pk: string) => Item[]; at: (key: Key) => Item | null; naming: (id: string) => Item[] };

const prefixes = [keys.shared('', '').pk, keys.inHand('', '').pk];
const before = beforeKey('', '').sk;
const lastPart = ({ sk }: Item): string => sk.slice(sk.lastIndexOf('#') + 1);

/** The items of a whole table, put in their partitions. */
export const shelved = (all: Item[]): Shelves => {
  const partitions = Map.groupBy(all, ({ pk }) => pk);
  const of = (pk: string): Item[] => partitions.get(pk) ?? [];
  const named = Map.groupBy(
    all.filter(({ pk, sk }) => sk.startsWith(before) || prefixes.some((prefix) => pk.startsWith(prefix))),
    lastPart,
  );
  return { all, of, at: ({ pk, sk }) => of(pk).find((item) => item.sk === sk) ?? null, naming: (id) => named.get(id) ?? [] };
};

/** Where an item stands. */
export const keyOf = ({ pk, sk }: Item): Key => ({ pk, sk });
