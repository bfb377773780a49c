import { readFileSync } from 'node:fs';
import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { announcementOf } from '../../bin/parked/payload.ts';
import { sendLetters } from '../../functions/email/send-letters.ts';
import { eachStored } from '../../functions/platform/store/stored-events.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Answering } from './answering.ts';

const documented = (): string =>
  /--payload '([^']+)'/.exec(readFileSync(new URL('../../docs/reliability.md', import.meta.url), 'utf8'))?.[1] ?? '';

const ofEvents = (told: Answering) => eachStored('Not sent', { decision: (id, sequence) => sendLetters(told.sending, id, sequence) });
const invoked = (told: Answering, payload: string) => ofEvents(told)(JSON.parse(payload) as DynamoDBStreamEvent, {} as Context);

it('The one line that redrives a parked email, as documented, sends what was not sent and nothing twice', async () => {
  const told = new Answering(await freshTable());
  await told.submitted();
  told.office.next = () => Promise.reject(new Error('SES is away'));
  await expect(told.announce(2)).rejects.toThrow('were not sent');
  told.office.next = () => ({ accepted: true, messageId: 'm' });
  const invoke = () => invoked(told, documented().replace('DECISION_ID', told.id).replace('000000', '000002'));
  expect(await invoke()).toEqual({ batchItemFailures: [] });
  const sent = told.office.addresses;
  expect(sent.length).toBeGreaterThan(2);
  await invoke();
  expect([told.office.addresses, (await told.list()).every(({ status }) => status === 'sent')]).toEqual([sent, true]);
});

describe('What the log says of a record that failed', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  const failed = async (told: Answering): Promise<{ stored: string; fault: { among: { message: string }[] } }> => {
    const written: string[] = [];
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'INFO');
    const keep = (line: unknown) => written.push(String(line).trim()) > 0;
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
    vi.resetModules();
    const stored = await import('../../functions/platform/store/stored-events.ts');
    const { sendLetters: sent } = await import('../../functions/email/send-letters.ts');
    const handler = stored.eachStored('Emails were not sent', { decision: (id, sequence) => sent(told.sending, id, sequence) });
    const key = { pk: { S: `DECISION#${told.id}` }, sk: { S: 'EVENT#000002' } };
    const record = { eventName: 'INSERT', eventID: '1', dynamodb: { SequenceNumber: '1', Keys: key } };
    await handler({ Records: [record] } as unknown as DynamoDBStreamEvent, {} as Context);
    return JSON.parse(written.find((line) => line.includes('Emails were not sent')) ?? '{}');
  };

  it('is which it was and why, and with that the command of the runbook puts it back', async () => {
    const told = new Answering(await freshTable());
    await told.submitted();
    told.office.next = () => Promise.reject(new Error('Sending paused for this account'));
    const { stored, fault } = await failed(told);
    expect(fault.among.map(({ message }) => message)).toContain('Sending paused for this account');
    told.office.next = () => ({ accepted: true, messageId: 'm' });
    expect(await invoked(told, announcementOf(stored))).toEqual({ batchItemFailures: [] });
    expect(told.office.addresses.length).toBeGreaterThan(2);
  });
});
