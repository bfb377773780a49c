import { createHash } from 'node:crypto';
import { type AttributeValue, BatchWriteItemCommand, type DynamoDBClient, ScanCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { asItem, type Item } from '../../functions/platform/table/stored-item.ts';
import type { Key } from '../../functions/platform/table/keys.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { canonical } from '../../functions/decision/fingerprint.ts';

type Stored = Record<string, AttributeValue>;

// The document client sends the plain commands too: what is copied must stay as it is stored, to the byte.
const plain = ({ client }: Table) => client as unknown as DynamoDBClient;

/** Every item of a table as it is stored, page after page. */
export async function* everyItem(table: Table): AsyncGenerator<Stored> {
  let ExclusiveStartKey: Stored | undefined;
  do {
    const page = await plain(table).send(new ScanCommand({ TableName: table.tableName, ConsistentRead: true, ExclusiveStartKey }));
    yield* page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** Whether there is nothing at all in a table. */
export const isEmpty = async (table: Table): Promise<boolean> => (await everyItem(table).next()).done === true;

const scanned = async ({ client, tableName: TableName }: Table, wanted: { ProjectionExpression?: string } = {}): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true, ...wanted }))
    items.push(...(page.Items ?? []).map(asItem));
  return items;
};

/** Every item of a table, its attributes as this code reads them. */
export const itemsOf = (table: Table): Promise<Item[]> => scanned(table);

/** The keys of every item of a table, and nothing else of it. */
export const keysOf = (table: Table): Promise<Key[]> => scanned(table, { ProjectionExpression: 'pk, sk' });

/** An item as one line in the format of DynamoDB's own exports to S3, so that one of those can be read back just so. */
export const lineOf = (item: Stored): string =>
  JSON.stringify({
    Item: Object.fromEntries(
      Object.entries(item)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => [name, value.B ? { B: Buffer.from(value.B).toString('base64') } : value]),
    ),
  });

/** The item of such a line. Throws where it is none. */
export const itemOf = (line: string): Stored => {
  const { Item } = JSON.parse(line) as { Item?: Record<string, Record<string, unknown>> };
  if (!Item?.pk || !Item.sk) throw new Error('A line of the export has no item in it');
  return Object.fromEntries(
    Object.entries(Item).map(([name, value]) => [
      name,
      (typeof value.B === 'string' ? { B: new Uint8Array(Buffer.from(value.B, 'base64')) } : value) as unknown as AttributeValue,
    ]),
  );
};

/** SHA-256 over all lines in order of their text: equal for tables that hold the same, whatever order they came in. */
export const digestOf = (lines: string[]): string =>
  createHash('sha256')
    .update(
      [...lines]
        .map((line) => canonical(JSON.parse(line)))
        .sort()
        .join('\n'),
    )
    .digest('hex');

/** Every item of a table as lines. */
export const exportTable = async (table: Table): Promise<string[]> => {
  const lines: string[] = [];
  for await (const item of everyItem(table)) lines.push(lineOf(item));
  return lines;
};

const mostTries = 8;

const writeAll = async (table: Table, requests: WriteRequest[]): Promise<void> => {
  for (let at = 0; at < requests.length; at += 25) {
    let left: WriteRequest[] = requests.slice(at, at + 25);
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === mostTries)
        throw new Error(
          `${left.length} items were refused ${mostTries} times. Run it again: what was written is written over with the same.`,
        );
      const { UnprocessedItems } = await plain(table).send(new BatchWriteItemCommand({ RequestItems: { [table.tableName]: left } }));
      left = UnprocessedItems?.[table.tableName] ?? [];
    }
  }
};

/** Puts the items of an export into an empty table. Throws, writing nothing, where the table holds anything. */
export const importTable = async (table: Table, lines: string[]): Promise<void> => {
  for await (const item of everyItem(table))
    throw new Error(`${table.tableName} is not empty: it holds ${item.pk?.S} ${item.sk?.S}. Restore into a new table.`);
  await writeAll(
    table,
    lines.map((line) => ({ PutRequest: { Item: itemOf(line) } })),
  );
};

/** Removes these items for good. */
export const removeItems = async (table: Table, keys: { pk: string; sk: string }[]): Promise<void> => {
  await writeAll(
    table,
    keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk: { S: pk }, sk: { S: sk } } } })),
  );
};
