import type { Context, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { keys } from '../../functions/platform/table/keys.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Posted } from './sending-table.ts';

vi.stubEnv('TABLE_NAME', 'decisions');
vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example');
vi.stubEnv('LINK_SECRET_ID', 'links');
vi.stubEnv('AWS_REGION', 'eu-west-2');
const { sendEmails } = await import('../../functions/email/send-emails.handler.ts');

const record = (
  { pk, sk }: { pk: string; sk: string },
  eventName: DynamoDBRecord['eventName'],
  SequenceNumber: string,
): DynamoDBRecord => ({
  eventName,
  eventID: SequenceNumber,
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber },
});

const told = async (records: (posted: Posted) => DynamoDBRecord[], prepare: (posted: Posted) => void = () => undefined) => {
  const posted = new Posted(await freshTable());
  await posted.submitted();
  prepare(posted);
  const event: DynamoDBStreamEvent = { Records: records(posted) };
  const answer = await sendEmails(posted.sending)(event, {} as Context);
  return { posted, failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
};

describe('A batch of what was stored', () => {
  it('has the emails of each new event sent', async () => {
    const { posted, failed } = await told(({ id }) => [record(keys.event(id, 1), 'INSERT', '1'), record(keys.event(id, 2), 'INSERT', '2')]);
    expect([failed, posted.office.sent.length > 2]).toEqual([[], true]);
  });

  it('leaves alone what is no new event', async () => {
    const { posted, failed } = await told(({ id }) => [
      record(keys.event(id, 2), 'MODIFY', '1'),
      record(keys.current(id), 'INSERT', '2'),
      record(keys.council, 'INSERT', '3'),
      record(keys.email(id, 'x'), 'INSERT', '4'),
    ]);
    expect([failed, posted.office.sent]).toEqual([[], []]);
  });

  it('has whatever else is kept to be mailed sent as well, each by its own name', async () => {
    const posted = new Posted(await freshTable());
    const asked: unknown[] = [];
    const besides = {
      code: async (code: unknown) => void asked.push(code),
      openSteps: async (...list: string[]) => void asked.push(list),
      digest: async (...digest: string[]) => void asked.push(digest),
    };
    const stored = [
      keys.codeAsked('d1', 'determination-1', 'a0'),
      keys.openSteps('2023-03-08', 'ab12'),
      keys.digest('2023-03-08', 'ab12-001'),
    ];
    const told = (eventName: DynamoDBRecord['eventName']) =>
      sendEmails(posted.sending, besides)({ Records: stored.map((key, at) => record(key, eventName, String(at))) }, {} as Context);
    for (const eventName of ['MODIFY', 'REMOVE', 'INSERT'] as const) expect(await told(eventName)).toEqual({ batchItemFailures: [] });
    expect(asked).toEqual([
      { decisionId: 'd1', stepId: 'determination-1', nonce: 'a0' },
      ['2023-03-08', 'ab12'],
      ['2023-03-08', 'ab12-001'],
    ]);
  });

  it('passes over what is kept to be mailed where nobody says how, as the version before does', async () => {
    const { posted, failed } = await told(() => [
      record(keys.codeAsked('d1', 'determination-1', 'a0'), 'INSERT', '1'),
      record(keys.openSteps('2023-03-08', 'ab12'), 'INSERT', '2'),
    ]);
    expect([failed, posted.office.sent]).toEqual([[], []]);
  });

  it('names only the events whose emails were not all sent', async () => {
    const { failed } = await told(({ id }) => [
      record(keys.event(id, 1), 'INSERT', '1'),
      record(keys.event(id, 99), 'INSERT', '2'),
      record(keys.event(id, 2), 'INSERT', '3'),
    ]);
    expect(failed).toEqual(['2']);
  });

  it('names them all when SES takes nothing', async () => {
    const { failed } = await told(
      ({ id }) => [record(keys.event(id, 2), 'INSERT', '7')],
      (posted) => {
        posted.office.next = () => Promise.reject(new Error('Throttling'));
      },
    );
    expect(failed).toEqual(['7']);
  });
});
