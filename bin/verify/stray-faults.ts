import { contractIdOf, decisionIdOf, keys, publishedNumberOf, sequenceOf } from '../../functions/platform/table/keys.ts';
import { queryAll, type Table } from '../../functions/platform/table/table.ts';
import { keysOf } from '../keeping/whole-table.ts';
import type { Fault } from './fault.ts';

/** What the keys of a whole table name, whether any list has it or not. */
export type Named = { decisions: string[]; contracts: string[]; published: string[] };

/**
 * Reads every key of a table: each decision and contract of which anything at all is left of the history, and each number under which
 * anything is public. What is being removed by rule, and is marked so, is not among them.
 */
export const namedInKeys = async (table: Table): Promise<Named> => {
  const all = await keysOf(table);
  const going = new Set(all.filter(({ sk }) => sk === 'GOING').map(({ pk }) => pk));
  const written = [...new Set(all.filter(({ pk, sk }) => sequenceOf(sk) !== null && !going.has(pk)).map(({ pk }) => pk))];
  return {
    decisions: written.flatMap((pk) => decisionIdOf(pk) ?? []),
    contracts: written.flatMap((pk) => contractIdOf(pk) ?? []),
    published: all.flatMap((key) => publishedNumberOf(key) ?? []),
  };
};

/** Every number under which something is public and that no submission gave out: somebody put it there, or a restore brought back half. */
export const strayFaults = async (table: Table, published: string[]): Promise<Fault[]> => {
  const numbers = await queryAll(table, {
    KeyConditionExpression: 'pk = :numbers',
    ExpressionAttributeValues: { ':numbers': keys.number('').pk },
    ConsistentRead: true,
  });
  const given = new Set(
    numbers.filter(({ decisionId, goneOn }) => typeof decisionId === 'string' && goneOn === undefined).map(({ sk }) => sk),
  );
  return published
    .filter((number) => !given.has(number))
    .map((number) => ({ where: `Publication ${number}`, what: 'It is public, and no decision of the table has that number.' }));
};
