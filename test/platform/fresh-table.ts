import { randomUUID } from 'node:crypto';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { answering } from '../../bin/local/dynamodb.ts';
import { documentClient, type Table } from '../../functions/platform/table/table.ts';
import { tableDefinition } from '../../functions/platform/table/table-definition.ts';

/** Where the DynamoDB Local of the run answers, once it does. Without Java it throws with the line that installs it. */
export const sharedDynamoDb = async (): Promise<string> => {
  const dynamodb = inject('dynamodb');
  if (!dynamodb) throw new Error('Run the tests with test/platform/dynamodb-local.ts as their global setup');
  if ('problem' in dynamodb) throw new Error(dynamodb.problem);
  await answering(dynamodb.endpoint);
  return dynamodb.endpoint;
};

/** The product's own definition without its stream: where nobody reads one it costs half of every write, and more with every table. */
export const unstreamed = { ...tableDefinition, StreamSpecification: { StreamEnabled: false } };

/** A new, empty table on DynamoDB Local. */
export const freshTable = async (): Promise<Table> => {
  const local = { endpoint: await sharedDynamoDb(), region: 'eu-west-2', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const client = documentClient({
    ...local,
    maxAttempts: 5,
    requestHandler: { requestTimeout: 30_000, httpsAgent: { maxSockets: 100 }, httpAgent: { maxSockets: 100 } },
  });
  const tableName = `decisions-${randomUUID()}`;
  await client.send(new CreateTableCommand({ TableName: tableName, ...unstreamed }));
  return { client, tableName };
};
