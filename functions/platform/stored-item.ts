import type * as z from 'zod/mini';
import type { Key } from './keys.ts';
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

/** The document packed into an attribute of an item, parsed; throws `StoredItemUnreadable` where it does not parse. */
export const readPacked = <T>(item: Item, attribute: string, schema: z.ZodMiniType<T>): T => {
  try {
    return schema.parse(unpack(packedSchema.parse(item[attribute])));
  } catch (fault) {
    throw new StoredItemUnreadable(item, fault);
  }
};
