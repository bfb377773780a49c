import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { isConditionFailed } from '../platform/table/conflict.ts';
import { keys } from '../platform/table/keys.ts';
import { packedSchema, unpack } from '../platform/table/packed-json.ts';
import { asItem, readItem } from '../platform/table/stored-item.ts';
import { getAll, queryAll, queryFirst, type Table } from '../platform/table/table.ts';
import { addDays, type LocalDate } from '../rules/local-date.ts';
import { type Chain, chainSchema, type Head, headSchema, type Leaf, leafSchema } from './proof.schema.ts';

/** What is published of a decision as it was stored, and its chain; null where nothing is. */
export type PublishedWithChain = { publication: Record<string, unknown>; chain: Chain };

export type ProofStore = {
  published: (number: string) => Promise<PublishedWithChain | null>;
  /** The chain alone, as it stood a moment ago: half a read unit. */
  chain: (number: string) => Promise<Chain | null>;
  /** The head of this very day. */
  head: (date: LocalDate) => Promise<Head | null>;
  /** The first head of this day or a later one. */
  headFrom: (date: LocalDate) => Promise<Head | null>;
  lastHead: () => Promise<Head | null>;
  /** What was published after one day up to and including another. */
  leaves: (after: LocalDate | null, upTo: LocalDate) => Promise<Leaf[]>;
  /** Keeps a head; a day that has one keeps the one it has. */
  keep: (head: Head) => Promise<void>;
};

const first = '0000-01-01';
const documentSchema = z.record(z.string(), z.unknown());
const { pk: heads } = keys.head(first);
const { pk: leaves } = keys.leaf(first, '');

const readPublished = async (table: Table, number: string): Promise<PublishedWithChain | null> => {
  const [publication, chain] = await getAll(table, [keys.publication(number), keys.chain(number)]);
  if (!publication || !chain) return null;
  return { publication: documentSchema.parse(unpack(packedSchema.parse(publication.document))), chain: readItem(chain, chainSchema) };
};

// DynamoDB reads the two at no one moment. Where the decision is published again in between, they are read once more, and then are of one.
const published = async (table: Table, number: string): Promise<PublishedWithChain | null> => {
  const found = await readPublished(table, number);
  return found && found.publication.historyHead !== found.chain.versions.at(-1)?.historyHead ? readPublished(table, number) : found;
};

const headFrom = async (table: Table, date: LocalDate, forwards: boolean): Promise<Head | null> => {
  const query = {
    KeyConditionExpression: 'pk = :heads AND sk >= :date',
    ExpressionAttributeValues: { ':heads': heads, ':date': date },
    ScanIndexForward: forwards,
    ConsistentRead: true,
  };
  const [found] = await queryFirst(table, query, 1);
  return found ? readItem(found, headSchema) : null;
};

const leavesBetween = async (table: Table, after: LocalDate | null, upTo: LocalDate): Promise<Leaf[]> => {
  const values = { ':leaves': leaves, ':from': after === null ? first : addDays(after, 1), ':to': `${upTo}~` };
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :leaves AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: values,
    ConsistentRead: true,
  });
  return items.map((item) => readItem(item, leafSchema));
};

const keep = async ({ client, tableName }: Table, head: Head): Promise<void> => {
  const put = new PutCommand({
    TableName: tableName,
    Item: { ...keys.head(head.date), ...head },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  await client.send(put).catch((fault: unknown) => {
    if (!isConditionFailed(fault)) throw fault;
  });
};

/** The chains and heads of one table: public items only, so that what answers strangers can read no proposal. */
export const proofStore = (table: Table): ProofStore => ({
  published: (number) => published(table, number),
  chain: async (number) => {
    const { Item } = await table.client.send(new GetCommand({ TableName: table.tableName, Key: keys.chain(number) }));
    return Item ? readItem(asItem(Item), chainSchema) : null;
  },
  head: async (date) => {
    const { Item } = await table.client.send(new GetCommand({ TableName: table.tableName, Key: keys.head(date), ConsistentRead: true }));
    return Item ? readItem(asItem(Item), headSchema) : null;
  },
  headFrom: (date) => headFrom(table, date, true),
  lastHead: () => headFrom(table, first, false),
  leaves: (after, upTo) => leavesBetween(table, after, upTo),
  keep: (head) => keep(table, head),
});
