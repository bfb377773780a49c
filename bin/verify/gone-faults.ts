import { keys } from '../../functions/platform/table/keys.ts';
import { queryAll, type Table } from '../../functions/platform/table/table.ts';
import { leafSchema } from '../../functions/proof/proof.schema.ts';
import { addMonths } from '../../functions/rules/local-date.ts';
import type { Fault } from './fault.ts';

const all = (table: Table, pk: string) =>
  queryAll(table, { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk }, ConsistentRead: true });

// The leaves stay when a record goes, and the daily heads that strangers keep cover them: their dates cannot be made up afterwards.
const lastPublished = async (table: Table): Promise<Map<string, string>> => {
  const leaves = (await all(table, keys.leaf('', '').pk)).map((item) => leafSchema.parse(item));
  return new Map(leaves.sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ number, on }) => [number, on]));
};

/**
 * Every record that is said to have gone by the rule, and had not had its six years (reg 21(6) of SI 2012/2089) since it was last
 * published.
 */
export const goneFaults = async (table: Table): Promise<Fault[]> => {
  const gone = (await all(table, keys.number('').pk)).filter(({ goneOn }) => typeof goneOn === 'string');
  const published = gone.length === 0 ? new Map<string, string>() : await lastPublished(table);
  const tooSoon = gone.filter(({ sk, goneOn }) => addMonths(published.get(sk) ?? '0001-01-01', 72) > String(goneOn));
  return tooSoon.map(({ sk, goneOn }) => ({
    where: `Decision ${sk}`,
    what: `It is said to have gone by rule on ${String(goneOn)}, and its six years were not over.`,
  }));
};
