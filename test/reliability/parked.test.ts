import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../lib/functions.ts';
import { announcementOf, payloadOf, storedIn } from '../../bin/parked/payload.ts';

const folder = mkdtempSync(join(tmpdir(), 'parked-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Stands in for the AWS command line: a queue in a file, a function that fails of what says so, and a list of what it was asked.
const commandLine = `const fs = require('node:fs');
const [service, action, ...flags] = process.argv.slice(2);
const flag = (name) => flags[flags.indexOf('--' + name) + 1];
const file = process.env.FAKE_QUEUE;
const state = JSON.parse(fs.readFileSync(file, 'utf8'));
const keep = () => fs.writeFileSync(file, JSON.stringify(state));
const say = (answer) => process.stdout.write(JSON.stringify(answer));
if (action === 'get-queue-url') {
  if (flag('queue-name') !== 'clear-days-live-record-delivery-parked') { process.stderr.write('NonExistentQueue'); process.exit(254); }
  say({ QueueUrl: 'https://queue' });
}
if (action === 'receive-message') {
  const at = state.messages.findIndex((each) => !each.seen);
  state.hidden = Number(flag('visibility-timeout'));
  if (at >= 0) { state.messages[at].seen = true; keep(); say({ Messages: [{ Body: state.messages[at].body, ReceiptHandle: String(at) }] }); }
}
if (action === 'invoke') {
  // Given as a file it is neither cut off where a command is too long nor taken for base64, whatever the command line is set to.
  const payload = fs.readFileSync(flag('payload').replace('fileb://', ''), 'utf8');
  state.waited = Number(flag('cli-read-timeout'));
  state.beside = fs.readdirSync(process.env.TMPDIR).flatMap((each) => fs.readdirSync(process.env.TMPDIR + '/' + each));
  state.invoked.push({ name: flag('function-name'), payload });
  keep();
  const failed = payload.includes('fails');
  fs.writeFileSync(flags.find((each) => each.endsWith('/said')), failed ? '{"errorMessage":"no table"}' : payload.includes('000007') ? '{"batchItemFailures":[{}]}' : '{"batchItemFailures":[]}');
  say(failed ? { StatusCode: 200, FunctionError: 'Unhandled' } : { StatusCode: 200 });
}
if (action === 'filter-log-events') {
  if (flag('log-group-name') !== '/aws/lambda/clear-days-live-send-emails') process.exit(254);
  say({ events: state.messages.map(({ body }) => ({ message: body })) });
}
if (action === 'delete-message') { state.deleted.push(Number(flag('receipt-handle'))); keep(); }
`;

type State = {
  messages: { body: string }[];
  invoked: { name: string; payload: string }[];
  waited: number;
  hidden: number;
  beside: string[];
  deleted: number[];
};
const queue = join(folder, 'queue.json');
const state = (): State => JSON.parse(readFileSync(queue, 'utf8')) as State;
const event = (message: string) => JSON.stringify({ Records: [{ EventSource: 'aws:sns', Sns: { Message: message } }] });

const parked = (...bodies: string[]) => {
  writeFileSync(
    queue,
    JSON.stringify({ messages: bodies.map((body) => ({ body })), invoked: [], waited: 0, hidden: 0, beside: [], deleted: [] }),
  );
};
const putBack = (path = `${folder}${delimiter}${process.env.PATH}`, ...flags: string[]) => {
  const asked = flags.length > 0 ? flags : ['--environment', 'live', '--function', 'record-delivery'];
  const env = { PATH: path, FAKE_QUEUE: queue, TMPDIR: mkdtempSync(join(folder, 'tmp-')) };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/parked.ts', ...asked], { encoding: 'utf8', env });
  return { status, said: stdout.trim(), wrong: stderr.trim() };
};

describe('The command that puts back what was parked', () => {
  beforeEach(() => {
    writeFileSync(join(folder, 'aws.cjs'), commandLine);
    writeFileSync(join(folder, 'aws'), `#!/bin/sh\nexec "${process.execPath}" "${folder}/aws.cjs" "$@"\n`);
    chmodSync(join(folder, 'aws'), 0o755);
  });

  it('calls the function with each message, and takes away only what it did', () => {
    parked(event('one'), event('fails'), event('three'));
    expect(putBack()).toEqual({
      status: 1,
      said: '2 done, 1 left.',
      wrong: 'Left as it is: a message of the queue. Unhandled: {"errorMessage":"no table"}',
    });
    expect(state()).toMatchObject({
      invoked: ['one', 'fails', 'three'].map((each) => ({ name: 'clear-days-live-record-delivery:live', payload: event(each) })),
      deleted: [0, 2],
    });
  });

  it('hands over whatever a queue can hold, and waits for longer than any function may take', () => {
    parked(event('x'.repeat(200_000)));
    expect(putBack()).toEqual({ status: 0, said: '1 done, 0 left.', wrong: '' });
    expect(state().waited).toBeGreaterThan(Math.max(...catalogue.map(({ timeoutSeconds }) => timeoutSeconds)));
  });

  it('hides a message from whoever else puts back for longer than it waits itself', () => {
    parked(event('one'));
    putBack();
    expect(state().hidden).toBeGreaterThan(state().waited);
  });

  it('has nothing of a message on the machine even while the function does it, so that whoever breaks off leaves none', () => {
    parked(event('one'));
    expect(putBack()).toMatchObject({ status: 0 });
    expect(state().beside).toEqual([]);
  });

  it('hands over as SNS would what SNS itself could not hand over', () => {
    const notification = { Type: 'Notification', Message: '{"eventType":"Bounce"}', TopicArn: 'arn' };
    expect(JSON.parse(payloadOf(JSON.stringify(notification, null, 2)) ?? '')).toEqual({
      Records: [{ EventSource: 'aws:sns', Sns: notification }],
    });
  });

  it('calls a reader of the stream with each thing that its log names as not done, once, and never with a code', () => {
    const line = (stored: string) => JSON.stringify({ level: 'ERROR', message: 'Emails were not sent', stored });
    parked(line('DECISION#a EVENT#000002'), line('DECISION#a EVENT#000002'), line('CODES#a'), line('DECISION#b EVENT#000007'));
    const asked = ['--environment', 'live', '--function', 'send-emails', '--since', '2026-01-01T00:00:00Z'];
    expect(putBack(undefined, ...asked)).toEqual({
      status: 1,
      said: '1 done, 1 left.',
      wrong: 'Left as it is: DECISION#b EVENT#000007. It was not done; the function’s log says why',
    });
    const keys = ['DECISION#a EVENT#000002', 'DECISION#b EVENT#000007'];
    expect(state().invoked).toEqual(keys.map((key) => ({ name: 'clear-days-live-send-emails:live', payload: announcementOf(key) })));
    expect(storedIn([line('PUBLIC#23/00022 PUBLICATION')])).toEqual(['PUBLIC#23/00022 PUBLICATION']);
  });

  it('leaves a pointer into the stream, and says where it is told what to do about it', () => {
    parked('{"DDBStreamBatchInfo":{"shardId":"1"}}');
    expect(putBack()).toMatchObject({ status: 1, wrong: expect.stringContaining('give --since') });
    expect(state()).toMatchObject({ invoked: [], deleted: [] });
  });

  it('says in one line that there is no such queue, or no AWS command line, or which function it wants', () => {
    parked();
    expect(putBack(undefined, '--environment', 'live', '--function', 'respond')).toMatchObject({
      status: 1,
      wrong: 'aws sqs get-queue-url: NonExistentQueue',
    });
    expect(putBack('/nowhere')).toMatchObject({ status: 1, wrong: expect.stringMatching(/^There is no AWS command line here/) });
    expect(putBack(undefined, '--environment', 'live')).toMatchObject({ status: 2, wrong: expect.stringMatching(/^Say whose: /) });
  });
});
