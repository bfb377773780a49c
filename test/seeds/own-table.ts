import { randomUUID } from 'node:crypto';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { localDynamoDb } from '../../bin/local/dynamodb.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { sharedDynamoDb, unstreamed } from '../platform/fresh-table.ts';

/** DynamoDB Local for a file of tests, with as many empty tables as they ask for. */
export class Database {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  private readonly raw: DynamoDBClient;

  private constructor(endpoint: string) {
    this.endpoint = endpoint;
    this.raw = localDynamoDb(endpoint);
    this.client = DynamoDBDocumentClient.from(this.raw, { marshallOptions: { removeUndefinedValues: true } });
  }

  static async start(): Promise<Database> {
    return new Database(await sharedDynamoDb());
  }

  async newTable(): Promise<Table> {
    const tableName = `seeds-${randomUUID()}`;
    await this.raw.send(new CreateTableCommand({ TableName: tableName, ...unstreamed }));
    return { client: this.client, tableName };
  }

  async itemsIn({ tableName }: Table) {
    return (await this.client.send(new ScanCommand({ TableName: tableName }))).Items ?? [];
  }

  end(): void {
    this.raw.destroy();
  }
}
