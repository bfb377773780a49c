import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  paginateQuery,
  type QueryCommandInput,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Key } from './keys.ts';
import { asItem, type Item } from './stored-item.ts';
import { untilDone } from './until-done.ts';
import { waitingAtMost } from '../waiting.ts';

/** The one table and the client that reaches it. */
export type Table = { client: DynamoDBDocumentClient; tableName: string };

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type Query = Omit<QueryCommandInput, 'TableName'>;

/** A client of the table that gives up in seconds, not minutes, and leaves out what is undefined. */
export const documentClient = (config: DynamoDBClientConfig = {}): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler: waitingAtMost(4000), ...config }), {
    marshallOptions: { removeUndefinedValues: true },
  });

const nameOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

// DynamoDB takes no more in one request.
const mostInABatch = 100;

const getBatch = async ({ client, tableName }: Table, wanted: Key[]): Promise<Item[]> => {
  const found: Item[] = [];
  let asking: Record<string, unknown>[] = wanted.map(({ pk, sk }) => ({ pk, sk }));
  await untilDone('A read', async () => {
    const answer = await client.send(new BatchGetCommand({ RequestItems: { [tableName]: { Keys: asking, ConsistentRead: true } } }));
    found.push(...(answer.Responses?.[tableName] ?? []).map(asItem));
    // DynamoDB leaves out, and names, what is beyond 16 MB and what it throttles; it throws only where it gives nothing at all.
    asking = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
    return asking.length === 0 || null;
  });
  return found;
};

/**
 * The items of these keys as last written, null for each that there is not, in the order asked; in one round trip up to 100, and beyond
 * them a hundred to a request, all at once. A key asked for twice is read once: DynamoDB refuses it twice in one request.
 */
export const getAll = async (table: Table, wanted: Key[]): Promise<(Item | null)[]> => {
  const once = [...new Map(wanted.map((key) => [nameOf(key), key])).values()];
  const batches = Array.from({ length: Math.ceil(once.length / mostInABatch) }, (_, index) =>
    once.slice(index * mostInABatch, (index + 1) * mostInABatch),
  );
  const items = (await Promise.all(batches.map((batch) => getBatch(table, batch)))).flat();
  const found = new Map(items.map((item) => [nameOf(item), item]));
  return wanted.map((key) => found.get(nameOf(key)) ?? null);
};

/** Every item that a query finds, page after page. */
export const queryAll = async ({ client, tableName }: Table, query: Query): Promise<Item[]> => {
  const found: Item[] = [];
  for await (const page of paginateQuery({ client }, { ...query, TableName: tableName })) found.push(...(page.Items ?? []).map(asItem));
  return found;
};

/** The first items that a query finds, at most so many, page after page until there are enough. */
export const queryFirst = async ({ client, tableName }: Table, query: Query, most: number): Promise<Item[]> => {
  const found: Item[] = [];
  for await (const page of paginateQuery({ client, pageSize: most }, { ...query, TableName: tableName })) {
    found.push(...(page.Items ?? []).map(asItem));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
};
