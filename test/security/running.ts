import type { ChildProcess } from 'node:child_process';
import { GetItemCommand, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { localDynamoDb } from '../../bin/local/dynamodb.ts';
import { redelivery } from '../system/redelivery.ts';
import { linksOf, noticed, safer, submitted } from '../system/walk.ts';
import { System } from '../system/system.ts';
import type { Known } from './asked-of.ts';

/** What no log, no public page and no email to somebody outside may hold. */
export const exemptMarker = 'EXEMPT-MARKER';
const exempt = {
  background: `The bidder’s price is ${exemptMarker}.`,
  publicAccess: { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.', sections: ['background' as const] },
};

/** The whole system with its database in reach, and everything that it says written down. */
export class Running {
  readonly system: System;
  readonly known: Known = { ids: [], links: [], numbers: [] };
  said = '';
  private readonly database: ReturnType<typeof localDynamoDb>;
  private tableName = '';

  private constructor(system: System, database: ReturnType<typeof localDynamoDb>) {
    this.system = system;
    this.database = database;
    const child = Reflect.get(system, 'child') as ChildProcess;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words: Buffer) => (this.said += words.toString()));
  }

  static async start(): Promise<Running> {
    const { database, client } = redelivery();
    const system = await System.startWith({ ...database, LOCAL_LOG_LEVEL: 'DEBUG' }, '--empty', '--now', '2023-03-07T09:00:00Z');
    const running = new Running(system, client);
    running.tableName = (await running.database.send(new ListTablesCommand({}))).TableNames?.[0] ?? '';
    return running;
  }

  /** Proposals in several states with the links of their steps: what requests can be about. */
  async furnish(times: number): Promise<void> {
    for (let each = 0; each < times; each += 1) {
      const walked = [
        await submitted(this.system),
        ...(each % 2
          ? []
          : [
              await noticed(this.system, safer({ ...exempt, consultees: [{ name: 'A neighbour', email: 'neighbour@elsewhere.example' }] })),
            ]),
      ];
      const draft = await this.system.as('officer')<{ id: string }>('POST', '/api/proposals', safer());
      const links = (await Promise.all(walked.map(({ number }) => linksOf(this.system, number, 'clearance-asked', 3)))).flatMap((found) => [
        ...found.values(),
      ]);
      this.known.ids.push(...walked.map(({ id }) => id), draft.json.id);
      this.known.numbers.push(...walked.map(({ number }) => number));
      this.known.links.push(...links.map((link) => link.slice('/respond/'.length)));
    }
  }

  /** Which version of a decision is stored; 0 for none. */
  async version(id: string): Promise<number> {
    const { Item } = await this.database.send(
      new GetItemCommand({ TableName: this.tableName, Key: { pk: { S: `DECISION#${id}` }, sk: { S: 'CURRENT' } }, ConsistentRead: true }),
    );
    return Number(Item?.version?.N ?? 0);
  }

  /** How many decisions are stored. */
  async decisions(): Promise<number> {
    let count = 0;
    let from: Record<string, never> | undefined;
    do {
      const page: { Count?: number | undefined; LastEvaluatedKey?: unknown } = await this.database.send(
        new ScanCommand({
          TableName: this.tableName,
          Select: 'COUNT',
          FilterExpression: 'sk = :current',
          ExpressionAttributeValues: { ':current': { S: 'CURRENT' } },
          ExclusiveStartKey: from,
          ConsistentRead: true,
        }),
      );
      count += page.Count ?? 0;
      from = page.LastEvaluatedKey as Record<string, never> | undefined;
    } while (from);
    return count;
  }

  /** The kind of whoever brought the last event of a decision about. */
  async lastActor(id: string): Promise<string | undefined> {
    const { json } = await this.system.as('clerk')<{ items: { by: { kind: string } }[] }>('GET', `/api/proposals/${id}/history`);
    return json.items.at(-1)?.by.kind;
  }

  async stop(): Promise<void> {
    await this.system.stop();
    this.database.destroy();
  }
}
