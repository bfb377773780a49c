import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { localCredentials } from '../../bin/local/dynamodb.ts';
import { StreamReader, type StreamRecord } from '../../bin/local/stream-reader.ts';
import { type Handler, openPlace, type Place } from '../place.ts';
import { context, type Got, httpEvent, type Sent } from '../requests.ts';
import { acts, draft } from '../story.ts';

/** Emails a second through the whole sender and through SES’s own client, at one quota. */
export type SentRate = { quota: number; emails: number; perSecond: number; floorPerSecond: number; refused: number; calls: number };

const latency = 50;
const atOnce = 5;
const mostCalls = 1000;

/** Notices published, whose emails nobody has sent: the stream’s records of them. */
const unsent = async (place: Place, decisions: number): Promise<StreamRecord[]> => {
  const { Table } = (await place.table.client.send(new DescribeTableCommand({ TableName: place.table.tableName }) as never)) as {
    Table?: { LatestStreamArn?: string };
  };
  const reader = new StreamReader(place.endpoint, Table?.LatestStreamArn ?? '');
  await reader.startAtEnd();
  const handlers = new Map<string, Handler>();
  const send = async (by: string, sent: Sent): Promise<Got> => {
    const handler = handlers.get(by) ?? (await place.handler(by));
    handlers.set(by, handler);
    return (await handler(httpEvent(sent), context)) as Got;
  };
  for (let index = 0; index < decisions; index += 1) {
    place.clockTo('2023-03-07T08:50:00Z');
    const id = JSON.parse((await send('draft-proposal', draft)).body ?? '{}').id as string;
    for (const act of acts.filter(({ name }) => ['submit', 'clear by link', 'publish the notice'].includes(name)))
      for (const sent of await act.requests(place, id)) await send(act.by, sent);
  }
  const records: StreamRecord[] = [];
  for (let read = await reader.read(); read.length > 0; read = await reader.read()) records.push(...read);
  return records.filter((record) => record.eventName === 'INSERT' && JSON.stringify(record.dynamodb).includes('EVENT#'));
};

const sequenceOf = (record: StreamRecord) => record.dynamodb.SequenceNumber;

/** Gives the sender its batches as Lambda does: from the first failure on again, until nothing fails. */
const sendAll = async (handler: Handler, records: StreamRecord[]): Promise<number> => {
  let calls = 0;
  for (let from = 0; from < records.length; from += 25) {
    let batch = records.slice(from, from + 25);
    while (batch.length > 0) {
      calls += 1;
      if (calls > mostCalls) throw new Error('The same emails fail again and again: the sender does not get on.');
      const { batchItemFailures = [] } = (await handler({ Records: batch }, context)) as {
        batchItemFailures?: { itemIdentifier: string }[];
      };
      const failed = batchItemFailures.map(({ itemIdentifier }) => batch.findIndex((record) => sequenceOf(record) === itemIdentifier));
      batch = failed.length === 0 ? [] : batch.slice(Math.min(...failed));
    }
  }
  return calls;
};

const bare = async (endpoint: string, raws: string[]): Promise<void> => {
  const client = new SESClient({ endpoint, region: 'eu-west-2', credentials: localCredentials, maxAttempts: 10 });
  const left = [...raws];
  const work = async () => {
    for (let raw = left.shift(); raw !== undefined; raw = left.shift())
      await client.send(
        new SendRawEmailCommand({
          Source: 'a@kent.example',
          Destinations: ['b@kent.example'],
          RawMessage: { Data: Buffer.from(raw, 'base64') },
        }),
      );
  };
  await Promise.all(Array.from({ length: atOnce }, work));
};

/** The same emails by the sender and by the bare client, at each quota; SES takes fifty milliseconds over each. */
const sender = async (quotas: number[], decisions: number): Promise<SentRate[]> => {
  const rates: SentRate[] = [];
  for (const quota of quotas) {
    const place = await openPlace({ counted: false, isStreamed: true });
    place.mail.milliseconds = latency;
    const all = await unsent(place, decisions + 1);
    const [each, handler] = [all.length / (decisions + 1), await place.handler('send-emails')];
    // The first decision's emails warm the sender up and are not measured.
    await sendAll(handler, all.slice(0, each));
    const [records, before] = [all.slice(each), place.mail.posted.length];
    place.mail.limitTo(quota);
    const began = performance.now();
    const calls = await sendAll(handler, records);
    const took = (performance.now() - began) / 1000;
    const raws = place.mail.posted.slice(before).map(({ raw }) => raw);
    const { refused } = place.mail;
    place.mail.limitTo(quota);
    const floorBegan = performance.now();
    await bare(process.env.AWS_ENDPOINT_URL_SES ?? '', raws);
    const floorTook = (performance.now() - floorBegan) / 1000;
    rates.push({ quota, emails: raws.length, perSecond: raws.length / took, floorPerSecond: raws.length / floorTook, refused, calls });
    await place.stop();
  }
  return rates;
};

if (import.meta.main) {
  const [quotas = '14,100', decisions = '8'] = process.argv.slice(2);
  console.log(JSON.stringify(await sender(quotas.split(',').map(Number), Number(decisions))));
  process.exit(0);
}
