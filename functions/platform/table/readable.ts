import { logFault } from '../log/logger.ts';
import { type Item, StoredItemUnreadable } from './stored-item.ts';

/** What of a list can be shown, and how many of it are left out, for they cannot be read. */
export type Readable<T> = { items: T[]; unreadable: number };

/**
 * What a list can show of these items: one that cannot be read is counted and logged as a fault, which raises an alarm, and keeps nobody
 * from the others. Any other fault is thrown.
 */
export const readable = <T extends object>(found: (Item | null)[], read: (item: Item) => T): Readable<T> => {
  const stored = found.filter((item) => item !== null);
  const items = stored.flatMap((item) => {
    try {
      return [read(item)];
    } catch (fault) {
      if (!(fault instanceof StoredItemUnreadable)) throw fault;
      logFault('An item that cannot be read was left out of a list', fault);
      return [];
    }
  });
  return { items, unreadable: stored.length - items.length };
};
