import { logFault } from './logger.ts';
import { type Item, StoredItemUnreadable } from './stored-item.ts';

/**
 * What a list can show of these items: one that cannot be read is logged as a fault, which raises an alarm, and keeps nobody from the
 * others. Any other fault is thrown.
 */
export const readable = <T extends object>(items: (Item | null)[], read: (item: Item) => T): T[] =>
  items.flatMap((item) => {
    if (item === null) return [];
    try {
      return [read(item)];
    } catch (fault) {
      if (!(fault instanceof StoredItemUnreadable)) throw fault;
      logFault('An item that cannot be read was left out of a list', fault);
      return [];
    }
  });
