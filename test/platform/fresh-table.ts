import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateTableCommand, type DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { documentClient, type Table } from '../../functions/platform/table.ts';
import { tableDefinition } from '../../functions/platform/table-definition.ts';

const answering = async (client: Pick<DynamoDBClient, 'send'>): Promise<void> => {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await client.send(new ListTablesCommand({})).then(() => true, () => false)) return;
    await sleep(200);
  }
  throw new Error('DynamoDB Local did not answer within 30 seconds');
};

const endpoint = (): string => {
  const dynamodb = inject('dynamodb');
  if (!dynamodb) throw new Error('Run the tests with test/platform/dynamodb-local.ts as their global setup');
  if ('problem' in dynamodb) throw new Error(dynamodb.problem);
  return dynamodb.endpoint;
};

/** A new, empty table on DynamoDB Local with the product's own definition. */
export const freshTable = async (): Promise<Table> => {
  const local = { endpoint: endpoint(), region: 'eu-west-2', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const client = documentClient({ ...local, maxAttempts: 5, requestHandler: { requestTimeout: 30_000, httpsAgent: { maxSockets: 100 }, httpAgent: { maxSockets: 100 } } });
  await answering(client as unknown as DynamoDBClient);
  const tableName = `decisions-${randomUUID()}`;
  await client.send(new CreateTableCommand({ TableName: tableName, ...tableDefinition }));
  return { client, tableName };
};
