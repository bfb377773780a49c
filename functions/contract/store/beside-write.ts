import type { Key } from '../../platform/table/keys.ts';
import type { Write } from '../../platform/table/table.ts';

/** The write of something kept beside a contract, over whatever was there. */
export const besideWrite = (TableName: string, key: Key, attributes: Record<string, unknown>): Write => ({
  Put: { TableName, Item: { ...key, ...attributes } },
});
