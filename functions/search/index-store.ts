import * as z from 'zod/mini';
import type { PublicContractLine } from '../transparency/public-contract.schema.ts';
import { expiry, keys } from '../platform/table/keys.ts';
import { pack } from '../platform/table/packed-json.ts';
import { getAll, type Table, type Write } from '../platform/table/table.ts';
import { transact } from '../platform/table/transact.ts';
import { type Item, readItem, readPacked } from '../platform/table/stored-item.ts';
import { type Publication, publicationSchema } from '../record/publication/publication.schema.ts';
import { registers } from '../register/register-entry.ts';
import { type Summary, summarySchema } from '../register/summary.schema.ts';
import type { Instant } from '../rules/local-date.ts';
import type { Generation, Plan } from './index-plan.ts';

const heldSchema = z.array(
  z.object({ register: z.enum([...registers, 'CONTRACTS']), registerOrder: z.string(), terms: z.record(z.string(), z.number()) }),
);
const indexedSchema = z.object({ head: z.string(), isWhole: z.boolean(), turn: z.number(), change: z.nullable(z.number()) });
const listedSchema = z.object({ register: z.enum(registers), registerOrder: z.string(), summary: summarySchema });

/** What is published of a decision, with its place and line in the lists. */
export type Listed = z.infer<typeof listedSchema> & { document: Publication };

/** What the index holds of a decision; `turn` counts its writes, so that of two at once only one goes on. */
export type Indexed = z.infer<typeof indexedSchema> & { held: Generation[] };

/** What the index is to hold of a decision once it is all written. */
export type Finished = { number: string; summary: Summary; indexed: Indexed; changes: number; now: Instant };

/** What the index holds of a decision or a contract, from its item. */
export const indexedIn = (item: Item | null): Indexed =>
  item === null
    ? { head: '', isWhole: true, turn: 0, change: null, held: [] }
    : { ...readItem(item, indexedSchema), held: readPacked(item, 'held', heldSchema) };

const put = ({ tableName }: Table, item: Item, condition: Partial<NonNullable<Write['Put']>> = {}): Write => ({
  Put: { TableName: tableName, Item: item, ...condition },
});

const indexedPut = (table: Table, number: string, { held, ...indexed }: Indexed): Write =>
  put(
    table,
    { ...keys.indexed(number), ...indexed, held: pack(held) },
    {
      ConditionExpression: indexed.turn === 1 ? 'attribute_not_exists(pk)' : 'turn = :turn',
      ...(indexed.turn === 1 ? {} : { ExpressionAttributeValues: { ':turn': indexed.turn - 1 } }),
    },
  );

// Nothing here may delete. What has ended says so at once, and DynamoDB removes it in its own time.
const ended = (key: { pk: string; sk: string }, now: Instant): Item => ({ ...key, gone: true, expiresAt: expiry(now, 1) });

const counterPut = (table: Table, changes: number): Write =>
  put(
    table,
    { ...keys.changeCounter, last: changes + 1 },
    changes === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#last = :last',
          ExpressionAttributeNames: { '#last': 'last' },
          ExpressionAttributeValues: { ':last': changes },
        },
  );

// DynamoDB takes a hundred writes at once, and one of them is the note of what is being written.
const mostAtOnce = 99;

const lastIn = (counter: Item | null | undefined): number => (counter ? readItem(counter, z.object({ last: z.number() })).last : 0);

/** The number of the last change; 0 before the first. */
export const lastChange = async (table: Table): Promise<number> => lastIn((await getAll(table, [keys.changeCounter]))[0]);

/** A decision's line in the lists with the terms that it can be found by; null while it is not indexed. */
export const toldOf = async (table: Table, number: string): Promise<{ summary: Summary; terms: ReadonlySet<string> } | null> => {
  const [line, indexed] = await getAll(table, [keys.line(number), keys.indexed(number)]);
  if (!line || !indexed) return null;
  return {
    summary: readItem(line, z.object({ summary: summarySchema })).summary,
    terms: new Set(indexedIn(indexed).held.flatMap(({ terms }) => Object.keys(terms))),
  };
};

/** What is published of a decision, what the index holds of it, and the number of the last change; null while nothing is published. */
export const readForIndex = async (table: Table, number: string): Promise<{ listed: Listed; indexed: Indexed; changes: number } | null> => {
  const [publication, indexed, counter] = await getAll(table, [keys.publication(number), keys.indexed(number), keys.changeCounter]);
  if (!publication) return null;
  const listed = { ...readItem(publication, listedSchema), document: readPacked(publication, 'document', publicationSchema) };
  return { listed, indexed: indexedIn(indexed ?? null), changes: lastIn(counter) };
};

/**
 * Writes and ends postings, each part of them with a note of what the index is about to hold, which moves its turn on: of two at once the one
 * that lost its turn writes nothing more. Answers the turn it came to.
 */
export const writePostings = async (
  table: Table,
  name: string,
  { indexed, plan: { puts, ends } }: { indexed: Indexed; plan: Plan },
  now: Instant,
): Promise<number> => {
  const writes = [...puts, ...ends.map((key) => ended(key, now))].map((item) => put(table, item));
  let { turn } = indexed;
  for (let from = 0; from < writes.length; from += mostAtOnce) {
    turn += 1;
    await transact(table, [indexedPut(table, name, { ...indexed, turn, isWhole: false }), ...writes.slice(from, from + mostAtOnce)]);
  }
  return turn;
};

/** All of a contract is written, and its line. It is no change of a decision, so the feed of changes does not tell it. */
export const finishContract = async (
  table: Table,
  name: string,
  { line, indexed }: { line: PublicContractLine; indexed: Indexed },
): Promise<void> => {
  await transact(table, [indexedPut(table, name, indexed), put(table, { ...keys.line(name), summary: line })]);
};

/** All is written: the decision's line, and a new last change in the place of its earlier one, in one transaction. */
export const finishIndexing = async (table: Table, { number, summary, indexed, changes, now }: Finished): Promise<void> => {
  const { kind, status, updatedAt } = summary;
  await transact(table, [
    indexedPut(table, number, { ...indexed, change: changes + 1 }),
    put(table, { ...keys.line(number), summary }),
    put(table, { ...keys.change(changes + 1), number, kind, status: status.code, updatedAt }),
    ...(indexed.change === null ? [] : [put(table, ended(keys.change(indexed.change), now))]),
    counterPut(table, changes),
  ]);
};
