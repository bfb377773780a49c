import { keys } from '../../functions/platform/table/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/table/packed-json.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';

/** What is stored for the public under a number; null when nothing is. */
export const readPublication = async (table: Table, number: string): Promise<unknown> => {
  const [item] = await getAll(table, [keys.publication(number)]);
  return item ? unpack(packedSchema.parse(item.document)) : null;
};
