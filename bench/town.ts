import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { StreamReader, type StreamRecord } from '../bin/local/stream-reader.ts';
import { delivered } from './delivered.ts';
import type { Handler, Place } from './place.ts';
import { context, type Got, httpEvent, type Sent } from './requests.ts';

/** One call of a function: which, for what, and the milliseconds of processor and of waiting that it took. */
export type Invocation = { by: string; for: string; cpu: number; wall: number };

type Keyed = { dynamodb: { Keys?: { sk?: { S?: string } } } };
const sortKey = (record: StreamRecord): string => (record as unknown as Keyed).dynamodb.Keys?.sk?.S ?? '';
const isEvent = (record: StreamRecord) => record.eventName === 'INSERT' && sortKey(record).startsWith('EVENT#');
const isPublication = (record: StreamRecord) => record.eventName !== 'REMOVE' && sortKey(record) === 'PUBLICATION';
const told = [
  ['send-emails', isEvent],
  ['follow-up', isEvent],
  ['index-publications', isPublication],
] as const;

/** A council’s functions, called one at a time as Lambda would: what is stored is announced, what is emailed is reported. */
export class Town {
  readonly invocations: Invocation[] = [];
  /** Milliseconds of processor that each function's beginning took. */
  readonly beginnings = new Map<string, number>();
  readonly place: Place;
  /** What is being done, for the account. */
  doing = '';
  private readonly handlers = new Map<string, Handler>();
  private readonly reader: StreamReader;
  private reported = 0;

  private constructor(place: Place, reader: StreamReader) {
    this.place = place;
    this.reader = reader;
  }

  static async in(place: Place): Promise<Town> {
    const { Table } = (await place.table.client.send(new DescribeTableCommand({ TableName: place.table.tableName }) as never)) as {
      Table?: { LatestStreamArn?: string };
    };
    const reader = new StreamReader(place.endpoint, Table?.LatestStreamArn ?? '');
    await reader.startAtEnd();
    return new Town(place, reader);
  }

  async call(by: string, event: unknown): Promise<unknown> {
    const handler = this.handlers.get(by) ?? (await this.begin(by));
    this.place.wire.by = by;
    const [cpu, began] = [process.cpuUsage(), performance.now()];
    const answer = await handler(event, context);
    const { user, system } = process.cpuUsage(cpu);
    this.invocations.push({ by, for: this.doing, cpu: (user + system) / 1000, wall: performance.now() - began });
    return answer;
  }

  private async begin(by: string): Promise<Handler> {
    const cpu = process.cpuUsage();
    const handler = await this.place.handler(by);
    const { user, system } = process.cpuUsage(cpu);
    this.beginnings.set(by, (user + system) / 1000);
    this.handlers.set(by, handler);
    return handler;
  }

  /** Sends a request; anything but success stops the bench. */
  async send(by: string, sent: Sent): Promise<Got> {
    const got = (await this.call(by, httpEvent(sent))) as Got;
    if (got.statusCode >= 400) throw new Error(`${sent.route} was answered ${got.statusCode}: ${got.body?.slice(0, 600)}`);
    return got;
  }

  /** Has everything announced that was stored, and everything reported that was emailed, until nothing more follows. */
  async settle(at: string): Promise<void> {
    for (let records = await this.reader.read(); records.length > 0; records = await this.reader.read()) {
      for (const [by, wanted] of told) await this.announce(by, records.filter(wanted));
    }
    const { posted } = this.place.mail;
    for (; this.reported < posted.length; this.reported += 1) {
      const email = posted[this.reported];
      for (const event of email ? delivered(email, at) : []) await this.call('record-delivery', event);
    }
  }

  private async announce(by: string, records: StreamRecord[]): Promise<void> {
    for (let from = 0; from < records.length; from += 25) {
      const answer = (await this.call(by, {
        Records: records
          .slice(from, from + 25)
          .map((each) => ({ ...each, eventSourceARN: 'arn:aws:dynamodb:eu-west-2:0:table/t/stream/s' })),
      })) as { batchItemFailures?: unknown[] };
      if (answer.batchItemFailures?.length) throw new Error(`${by} failed on ${answer.batchItemFailures.length} records`);
    }
  }
}
