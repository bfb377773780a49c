import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type GetCommandInput,
  QueryCommand,
  type QueryCommandInput,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Table } from '../functions/platform/table/table.ts';
import type { BareSdk } from './floors.ts';
import type { Overheard } from './overheard.ts';

type Wire = Record<string, AttributeValue>;
type Action = { Item?: Wire; Key?: Wire; ExpressionAttributeValues?: Wire };
type Asked = { RequestItems?: Record<string, { Keys: Wire[] }>; TransactItems?: Record<string, Action>[] };
type Query = Action & Omit<QueryCommandInput, 'ExpressionAttributeValues'>;

/** The bare calls that a command cannot do without: the keys and the history that it reads, and its transaction. */
export type Bare = {
  keys: Record<string, unknown>[];
  gets: GetCommandInput[];
  queries: QueryCommandInput[];
  transaction: TransactWriteCommandInput;
};

const binary = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'B' in value && typeof value.B === 'string' && Object.keys(value).length === 1
    ? { B: Buffer.from(value.B, 'base64') }
    : value;

const plain = (action: Action) => ({
  ...action,
  ...(action.Item ? { Item: unmarshall(action.Item) } : {}),
  ...(action.Key ? { Key: unmarshall(action.Key) } : {}),
  ...(action.ExpressionAttributeValues ? { ExpressionAttributeValues: unmarshall(action.ExpressionAttributeValues) } : {}),
});

/** A decision beside the one that the product keeps, of the same length in every byte and under keys of its own. */
export class Twin {
  private readonly table: Table;
  private readonly names: [string, string][];

  constructor(table: Table, id: string) {
    this.table = table;
    this.names = [
      [id, this.other(id)],
      ['"NUMBERS"', '"NUMBERX"'],
      ['"PUBLIC#', '"PUBLIX#'],
    ];
  }

  /** Another id of the same length. */
  private other(id: string): string {
    return id.replace(/^./, (first) => (first === 'f' ? '0' : 'f')).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  }

  private ours(text: string): string {
    // Nor may a check find it due: its days are in another millennium, as long to write as ours.
    return this.names.reduce((renamed, [from, to]) => renamed.replaceAll(from, to), text).replaceAll('"dueOn":{"S":"2', '"dueOn":{"S":"9');
  }

  /** What the bare SDK has to send in the place of what the product sent. */
  bare(requests: Overheard[], id: string): Bare {
    const sent = (operation: string) =>
      requests.filter((each) => each.operation === operation).map(({ body }) => JSON.parse(this.ours(body), binary));
    const [transaction]: Asked[] = sent('TransactWriteItems');
    const [read]: Asked[] = sent('BatchGetItem');
    const gets = sent('GetItem').map((get: Action) => plain(get) as GetCommandInput);
    const queries = sent('Query').map((query: Query) => plain(query) as QueryCommandInput);
    const keys = Object.values(read?.RequestItems ?? {}).flatMap(({ Keys }) => Keys.map((key) => unmarshall(key)));
    const TransactItems = (transaction?.TransactItems ?? []).map((item) =>
      Object.fromEntries(Object.entries(item).map(([kind, action]) => [kind, plain(action)])),
    );
    return {
      gets,
      queries,
      keys: keys.length + gets.length > 0 ? keys : [{ pk: `DECISION#${this.other(id)}`, sk: 'CURRENT' }],
      transaction: { TransactItems } as TransactWriteCommandInput,
    };
  }

  /** One wait for as much as the product reads, and one transaction of as much as it writes. */
  async send({ keys, gets, queries, transaction }: Bare, { client, BatchGet, Get, Query, TransactWrite }: BareSdk): Promise<void> {
    const batches = keys.length > 0 ? [{ [this.table.tableName]: { Keys: keys, ConsistentRead: true } }] : [];
    await Promise.all([
      ...batches.map((RequestItems) => client.send(new BatchGet({ RequestItems }))),
      ...gets.map((get) => client.send(new Get(get))),
      ...queries.map((query) => client.send(new Query(query))),
    ]);
    await client.send(new TransactWrite(transaction));
  }

  /** Brings the twin to where the decision stands, after what is not measured. */
  async follow(id: string): Promise<void> {
    const { client, tableName } = this.table;
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `DECISION#${id}` },
      }),
    );
    // An item in an index would be found due a second time.
    const copies = Items.map(({ dueOn, dueOrder, ...item }) => JSON.parse(this.ours(JSON.stringify(item))));
    for (let from = 0; from < copies.length; from += 25)
      await client.send(
        new BatchWriteCommand({ RequestItems: { [tableName]: copies.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } })) } }),
      );
  }
}
