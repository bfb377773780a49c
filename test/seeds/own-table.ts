import type { ChildProcess } from 'node:child_process';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { localDynamoDb, startDynamoDb } from '../../bin/local/dynamodb.ts';
import { tableDefinition } from '../../functions/platform/table-definition.ts';
import type { Table } from '../../functions/platform/table.ts';

/** DynamoDB Local for one file of tests, with as many empty tables as they ask for. */
export class Database {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  private readonly raw: DynamoDBClient;
  private readonly child: ChildProcess | undefined;
  private tables = 0;

  private constructor(endpoint: string, child: ChildProcess | undefined) {
    this.endpoint = endpoint;
    this.child = child;
    this.raw = localDynamoDb(endpoint);
    this.client = DynamoDBDocumentClient.from(this.raw, { marshallOptions: { removeUndefinedValues: true } });
  }

  static async start(): Promise<Database> {
    let child: ChildProcess | undefined;
    const endpoint = await startDynamoDb(undefined, (started) => {
      child = started;
    });
    return new Database(endpoint, child);
  }

  async newTable(): Promise<Table> {
    this.tables += 1;
    const tableName = `seeds-${this.tables}`;
    await this.raw.send(new CreateTableCommand({ TableName: tableName, ...tableDefinition }));
    return { client: this.client, tableName };
  }

  async itemsIn({ tableName }: Table) {
    return (await this.client.send(new ScanCommand({ TableName: tableName }))).Items ?? [];
  }

  end(): void {
    this.raw.destroy();
    this.child?.kill();
  }
}
