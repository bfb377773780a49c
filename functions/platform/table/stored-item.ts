import type * as z from 'zod/mini';
import type { Key } from './keys.ts';
import { leavesOut } from './left-out.ts';
import { packedSchema, unpack } from './packed-json.ts';

/** A stored item is not what this version of the system writes: a fault that wakes somebody, never a refusal. */
export class StoredItemUnreadable extends Error {
  override readonly name = 'StoredItemUnreadable';
  constructor({ pk, sk }: Key, cause: unknown) {
    super(`The stored item ${pk} ${sk} cannot be read`, { cause });
  }
}

export type Item = Record<string, unknown> & Key;

/** An item of the table, by its key; throws `StoredItemUnreadable` for what has no key. */
export const asItem = (item: Record<string, unknown>): Item => {
  const { pk, sk } = item;
  if (typeof pk !== 'string' || typeof sk !== 'string') throw new StoredItemUnreadable({ pk: String(pk), sk: String(sk) }, null);
  return { ...item, pk, sk };
};

/** An item's own attributes, parsed; throws `StoredItemUnreadable` where they do not parse. */
export const readItem = <T>(item: Item, schema: z.ZodMiniType<T>): T => {
  const parsed = schema.safeParse(item);
  if (!parsed.success) throw new StoredItemUnreadable(item, parsed.error);
  return parsed.data;
};

const packed = <T>(item: Item, attribute: string, read: (document: unknown) => T): T => {
  try {
    return read(unpack(packedSchema.parse(item[attribute])));
  } catch (fault) {
    throw new StoredItemUnreadable(item, fault);
  }
};

/** The document packed into an attribute of an item, parsed; throws `StoredItemUnreadable` where it does not parse. */
export const readPacked = <T>(item: Item, attribute: string, schema: z.ZodMiniType<T>): T =>
  packed(item, attribute, (document) => schema.parse(document));

/**
 * The state of an item, as `readPacked` reads it; throws too where it says something that the schema does not know, as a newer version may
 * have stored it: a state is written over whole by what comes next, and that part of it would be lost.
 */
export const readState = <T>(item: Item, schema: z.ZodMiniType<T>): T =>
  packed(item, 'state', (document) => {
    const read = schema.parse(document);
    if (leavesOut(document, read)) throw new Error('It says something that this version does not know');
    return read;
  });
