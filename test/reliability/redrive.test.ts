import { readFileSync } from 'node:fs';
import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { sendLetters } from '../../functions/email/send-letters.ts';
import { eachStoredEvent } from '../../functions/platform/stored-events.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Answering } from './answering.ts';

const documented = (): string =>
  /--payload '([^']+)'/.exec(readFileSync(new URL('../../docs/reliability.md', import.meta.url), 'utf8'))?.[1] ?? '';

it('The one line that redrives a parked email, as documented, sends what was not sent and nothing twice', async () => {
  const told = new Answering(await freshTable());
  await told.submitted();
  told.office.next = () => Promise.reject(new Error('SES is away'));
  await expect(told.announce(2)).rejects.toThrow('were not sent');
  told.office.next = () => ({ accepted: true, messageId: 'm' });
  const event = JSON.parse(documented().replace('DECISION_ID', told.id).replace('000000', '000002')) as DynamoDBStreamEvent;
  const invoke = () => eachStoredEvent('Not sent', (id, sequence) => sendLetters(told.sending, id, sequence))(event, {} as Context);
  expect(await invoke()).toEqual({ batchItemFailures: [] });
  const sent = told.office.addresses;
  expect(sent.length).toBeGreaterThan(2);
  await invoke();
  expect([told.office.addresses, (await told.list()).every(({ status }) => status === 'sent')]).toEqual([sent, true]);
});
