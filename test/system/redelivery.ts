import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { localDynamoDb } from '../../bin/local/dynamodb.ts';
import { type Database, ownDatabase } from './system.ts';

type Item = Record<string, AttributeValue>;

/** A database that a system is started over, and a hand in it that no API has. */
export type Redelivery = {
  database: Database;
  client: DynamoDBClient;
  /** Has the stream deliver every event of a decision once more, each in the very words of the first time. */
  again: (id: string) => Promise<void>;
  /** Loses the note that an email of this kind was sent to this address. */
  forget: (id: string, kind: string, to: string) => Promise<void>;
  stop: () => void;
};

/** A database for one system alone, in the DynamoDB Local of the run. */
export const redelivery = (): Redelivery => {
  const database = ownDatabase();
  const client = localDynamoDb(database.DYNAMODB_ENDPOINT, { accessKeyId: database.DYNAMODB_ACCESS_KEY, secretAccessKey: 'local' });
  const table = async (): Promise<string> => (await client.send(new ListTablesCommand({}))).TableNames?.[0] ?? '';
  const items = async (id: string, prefix: string): Promise<Item[]> => {
    const values = { ':pk': { S: `DECISION#${id}` }, ':prefix': { S: prefix } };
    return (
      (
        await client.send(
          new QueryCommand({
            TableName: await table(),
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
            ExpressionAttributeValues: values,
          }),
        )
      ).Items ?? []
    );
  };
  const remove = async ({ pk, sk }: Item): Promise<void> => {
    if (pk && sk) await client.send(new DeleteItemCommand({ TableName: await table(), Key: { pk, sk } }));
  };
  return {
    database,
    client,
    again: async (id) => {
      for (const item of await items(id, 'EVENT#')) {
        await remove(item);
        await client.send(new PutItemCommand({ TableName: await table(), Item: item }));
      }
    },
    forget: async (id, kind, to) => {
      for (const item of await items(id, 'EMAIL#')) if (item.kind?.S === kind && item.to?.M?.email?.S === to) await remove(item);
    },
    stop: () => client.destroy(),
  };
};
