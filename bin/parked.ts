import * as z from 'zod/mini';
import { flagsOf, misused } from './keeping/command-line.ts';
import { usualRegion } from './keeping/table-flags.ts';
import { awsIn, called, mostWaited } from './parked/aws.ts';
import { announcementOf, payloadOf, storedIn } from './parked/payload.ts';

// npm run parked -- --environment live --function record-delivery
//   calls the function again with each message in its queue, and takes away what it then did
// npm run parked -- --environment live --function send-emails --since 2026-11-22T06:00:00Z
//   does so with what the log of a reader of the stream names as not done since then, for its queue holds nothing but pointers
const text = { type: 'string' } as const;
const usage = 'Say whose: npm run parked -- --environment live --function record-delivery [--since 2026-11-22T06:00:00Z] [--region REGION]';
const values = flagsOf({ environment: text, function: text, since: text, region: { ...text, default: usualRegion } }, usage);
const name = `clear-days-${values.environment ?? misused(usage)}-${values.function ?? misused(usage)}`;
const since = values.since === undefined ? null : Date.parse(values.since);
if (since !== null && !(since <= Date.now())) misused(`--since is no moment that has been. ${usage}`);
const aws = awsIn(values.region);
const mostAtOnce = 1000;

const tally = { done: 0, left: 0 };
const tell = (what: string, fault: string | null): boolean => {
  tally[fault === null ? 'done' : 'left'] += 1;
  if (fault !== null) console.error(`Left as it is: ${what}. ${fault}`);
  return fault === null;
};

const queueSchema = z.object({ QueueUrl: z.string() });
const receivedSchema = z.object({ Messages: z._default(z.array(z.object({ Body: z.string(), ReceiptHandle: z.string() })), []) });
const loggedSchema = z.object({ events: z._default(z.array(z.object({ message: z.string() })), []) });

const fromQueue = (): void => {
  const { QueueUrl } = queueSchema.parse(aws(['sqs', 'get-queue-url', '--queue-name', `${name}-parked`]));
  const receive = [
    'sqs',
    'receive-message',
    '--queue-url',
    QueueUrl,
    '--wait-time-seconds',
    '2',
    '--visibility-timeout',
    `${mostWaited + 30}`,
  ];
  for (let times = 0; times < mostAtOnce; times += 1) {
    const [found] = receivedSchema.parse(aws(receive)).Messages;
    if (!found) return;
    const payload = payloadOf(found.Body);
    const fault =
      payload === null
        ? 'It points into the stream: give --since, the moment from which the log is to be read'
        : called(aws, name, payload);
    if (tell('a message of the queue', fault))
      aws(['sqs', 'delete-message', '--queue-url', QueueUrl, '--receipt-handle', found.ReceiptHandle]);
  }
};

const fromLog = (from: number): void => {
  const logged = [
    '--log-group-name',
    `/aws/lambda/${name}`,
    '--start-time',
    `${from}`,
    '--filter-pattern',
    '{ $.level = "ERROR" && $.stored = "*" }',
  ];
  const { events } = loggedSchema.parse(aws(['logs', 'filter-log-events', ...logged]));
  for (const stored of storedIn(events.map(({ message }) => message))) tell(stored, called(aws, name, announcementOf(stored)));
};

if (since === null) fromQueue();
else fromLog(since);
console.log(`${tally.done} done, ${tally.left} left.`);
process.exitCode = tally.left === 0 ? 0 : 1;
