import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { flagsOf, misused } from './keeping/command-line.ts';
import { payloadOf } from './parked/payload.ts';

// npm run parked -- --environment live --function record-delivery
//   calls the function with each message parked in its queue, by the AWS command line, and takes away what it then did
const text = { type: 'string' } as const;
const usage = 'Say whose: npm run parked -- --environment live --function record-delivery [--region REGION]';
const values = flagsOf({ environment: text, function: text, region: { ...text, default: 'eu-west-2' } }, usage);
const name = `clear-days-${values.environment ?? misused(usage)}-${values.function ?? misused(usage)}`;
const mostAtOnce = 1000;

const gaveUp = (words: string): never => {
  console.error(words);
  process.exit(1);
};

const aws = (...asked: string[]): string => {
  const { status, stdout, stderr, error } = spawnSync('aws', [...asked, '--region', values.region], { encoding: 'utf8' });
  if (error) gaveUp('There is no AWS command line here: install it, and sign in.');
  return status === 0 ? stdout : gaveUp(`aws ${asked[0]} ${asked[1]}: ${stderr.trim()}`);
};

const json = (given: string): unknown => (given.trim() === '' ? {} : JSON.parse(given));
const queueSchema = z.object({ QueueUrl: z.string() });
const message = z.object({ Body: z.string(), ReceiptHandle: z.string() });
const receivedSchema = z.object({ Messages: z._default(z.array(message), []) });
const invokedSchema = z.object({ FunctionError: z.optional(z.string()) });

const folder = mkdtempSync(join(tmpdir(), 'parked-'));
const call = (payload: string): string | null => {
  const [said, sent] = [join(folder, 'said'), ['--cli-binary-format', 'raw-in-base64-out', '--payload', payload]];
  const { FunctionError } = invokedSchema.parse(json(aws('lambda', 'invoke', '--function-name', `${name}:live`, ...sent, said)));
  return FunctionError === undefined ? null : `${FunctionError}: ${readFileSync(said, 'utf8')}`;
};

const { QueueUrl } = queueSchema.parse(json(aws('sqs', 'get-queue-url', '--queue-name', `${name}-parked`)));
const receive = ['sqs', 'receive-message', '--queue-url', QueueUrl, '--wait-time-seconds', '2', '--visibility-timeout', '300'];
const next = () => receivedSchema.parse(json(aws(...receive))).Messages[0];

let [done, left] = [0, 0];
try {
  for (let found = next(); found && done + left < mostAtOnce; found = next()) {
    const payload = payloadOf(found.Body);
    const fault = payload === null ? 'It points into the stream: see “parked” in docs/runbook.md' : call(payload);
    if (fault === null) aws('sqs', 'delete-message', '--queue-url', QueueUrl, '--receipt-handle', found.ReceiptHandle);
    else console.error(`Left where it is. ${fault}`);
    [done, left] = fault === null ? [done + 1, left] : [done, left + 1];
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`${done} done, ${left} left in ${name}-parked.`);
process.exitCode = left === 0 ? 0 : 1;
