import { MessageRejected, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, describe, expect, it } from 'vitest';
import { sesSender } from '../../functions/email/email-sender.ts';
import { readLink } from '../../functions/link/links.ts';
import { secondsAfter } from '../../functions/platform/clock.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { clerk } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Posted } from './sending-table.ts';

let table: Table;
beforeAll(async () => {
  table = await freshTable();
});

const submitted = async () => {
  const told = new Posted(table);
  await told.submitted();
  return told;
};

describe('An event that is announced', () => {
  it('has each of its emails sent once, and recorded as sent', async () => {
    const told = await submitted();
    await told.announce(2);
    const list = await told.list();
    expect(told.office.sent.length).toBeGreaterThan(2);
    expect(list.map(({ to }) => to).sort()).toEqual(told.office.addresses);
    expect(list.every(({ status, sentAt, attempts }) => status === 'sent' && sentAt === told.now && attempts === 1)).toBe(true);
  });

  it('sends nothing a second time when it is announced again', async () => {
    const told = await submitted();
    await told.announce(2);
    const first = told.office.addresses;
    await told.announce(2);
    await Promise.all([told.announce(2), told.announce(2)]);
    expect(told.office.addresses).toEqual(first);
  });

  it('sends each once when it is announced twice at the same moment', async () => {
    const told = await submitted();
    told.office.next = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { accepted: true, messageId: 'm' };
    };
    told.sending.pause = () => new Promise((resolve) => setTimeout(resolve, 300));
    await Promise.all([told.announce(2), told.announce(2)]);
    expect(new Set(told.office.addresses).size).toBe(told.office.sent.length);
  });

  it('gives each step’s own link to whoever it asks, and to nobody else', async () => {
    const told = await submitted();
    await told.announce(2);
    const decision = await told.store.load(told.id);
    for (const { to, raw } of told.office.sent) {
      const text = Buffer.from(raw).toString().replaceAll('=\r\n', '');
      const [, link = ''] = /\/respond\/([A-Za-z0-9_.-]+)/.exec(text) ?? [];
      const target = readLink(link, { current: 'a'.repeat(64), previous: null });
      const step = decision?.steps.find(({ id }) => id === target?.stepId);
      expect(step?.email ?? 'nobody').toBe(step ? to : 'nobody');
      if (step) expect(target).toEqual({ decisionId: told.id, stepId: step.id, issue: step.issue });
    }
    expect(told.office.sent.filter(({ raw }) => Buffer.from(raw).toString().includes('/respond/')).length).toBe(decision?.steps.length);
  });

  it('is written from the decision as it stood then, though it has moved on since', async () => {
    const told = await submitted();
    const [step] = (await told.store.load(told.id))?.steps ?? [];
    await told.does({ type: 'mark-undeliverable', stepId: step?.id ?? '', words: 'Mailbox full' });
    await told.announce(2);
    expect(told.office.sent.length).toBeGreaterThan(2);
  });

  it('asks nobody for what was withdrawn before its emails went out', async () => {
    const told = await submitted();
    await told.does({ type: 'withdraw-proposal', words: 'Not needed.' });
    await told.announce(2);
    expect(told.office.sent).toEqual([]);
    const list = await told.list();
    expect(list.length).toBeGreaterThan(1);
    expect(new Set(list.map(({ status, reason }) => `${status}: ${reason}`))).toEqual(
      new Set(['failed: Given up, since what it asks is asked no more.']),
    );
    await told.announce(3);
    expect(told.office.sent.length).toBeGreaterThan(0);
  });

  it('asks nobody by a link that was replaced before its emails went out, and whoever else it asks as ever', async () => {
    const told = await submitted();
    const { steps = [] } = (await told.store.load(told.id)) ?? {};
    const [first, ...others] = steps.map(({ email }) => email);
    await told.does({ type: 'reissue-link', stepId: steps[0]?.id ?? '' });
    await told.announce(2);
    expect(told.office.addresses).toEqual(others.sort());
    await told.announce(3);
    expect(told.office.addresses).toEqual([first, ...others].sort());
  });

  it('is a fault where the event is not there', async () => {
    await expect(new Posted(table).announce(1)).rejects.toThrow('is not there');
  });

  it('sends nothing where nobody is to be told', async () => {
    const told = new Posted(table);
    await told.drafted();
    await told.announce(1);
    expect([told.office.sent, await told.list()]).toEqual([[], []]);
  });
});

describe('An email that could not be sent yet', () => {
  it('is tried again at once when SES was too busy, and the others go out meanwhile', async () => {
    const told = await submitted();
    const all = (await told.store.load(told.id))?.steps.map(({ email }) => email) ?? [];
    const [unlucky = ''] = all;
    const { next } = told.office;
    told.office.next = (outgoing) => (outgoing.to === unlucky ? Promise.reject(new Error('Throttling')) : next(outgoing));
    await expect(told.announce(2)).rejects.toThrow(/1 of \d+ emails of event 2/);
    expect(told.office.addresses).not.toContain(unlucky);
    expect((await told.list()).find(({ to }) => to === unlucky)).toMatchObject({ status: 'queued', attempts: 1 });
    told.office.next = next;
    await told.announce(2);
    expect(told.office.addresses.filter((to) => to === unlucky)).toEqual([unlucky]);
    expect((await told.list()).find(({ to }) => to === unlucky)).toMatchObject({ status: 'sent', attempts: 2 });
    expect(told.waited).toEqual([]);
  });

  it('is sent again once the claim of a container that died has run out', async () => {
    const told = await submitted();
    await told.announce(2);
    const again = new Posted(table);
    await again.submitted();
    const email = {
      decisionId: again.id,
      key: '000002-x-0',
      to: { name: 'A', email: 'a@kent.example' },
      kind: 'x',
      subject: 'X',
      stepId: undefined,
      issue: undefined,
      sequence: 2,
    };
    expect(await again.emails.claim(email, again.now, secondsAfter(again.now, 20))).toBe('ours');
    expect(await again.emails.claim(email, again.now, secondsAfter(again.now, 20))).toEqual({ heldUntil: secondsAfter(again.now, 20) });
    expect(await again.emails.claim(email, secondsAfter(again.now, 21), secondsAfter(again.now, 41))).toBe('ours');
    expect(await again.stored(email.key)).toMatchObject({ attempts: 2, queuedAt: again.now });
  });

  it('waits for the claim of a container that died, and is then sent', async () => {
    const told = await submitted();
    const claim = told.emails.claim;
    let died = true;
    told.sending.emails = { ...told.emails, record: async () => Promise.reject(new Error('The container died')) };
    await expect(told.announce(2)).rejects.toThrow();
    const before = told.office.sent.length;
    told.sending.emails = told.emails;
    told.sending.pause = async (milliseconds) => {
      told.waited.push(milliseconds);
      if (died) told.now = secondsAfter(told.now, 21);
      died = false;
    };
    await told.announce(2);
    expect(Math.max(...told.waited)).toBe(20_050);
    expect(told.office.sent.length).toBe(before * 2);
    expect((await told.list()).every(({ status, attempts }) => status === 'sent' && attempts === 2)).toBe(true);
    expect(claim).toBe(told.emails.claim);
  });

  it('is left to the next announcement when somebody else is still sending it', async () => {
    const told = await submitted();
    told.sending.emails = { ...told.emails, record: async () => Promise.reject(new Error('The container died')) };
    await expect(told.announce(2)).rejects.toThrow();
    told.sending.emails = told.emails;
    await expect(told.announce(2)).rejects.toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ name: 'StillBeingSent' })]),
    });
  });
});

describe('An email that SES refuses for good', () => {
  const refusing = async () => {
    const told = await submitted();
    const [step] = (await told.store.load(told.id))?.steps ?? [];
    const to = step?.email ?? '';
    const { next } = told.office;
    told.office.next = (outgoing) => (outgoing.to === to ? { accepted: false, reason: 'Address is on no list' } : next(outgoing));
    await told.announce(2);
    return { told, to, step };
  };

  it('is failed with the reason, and never tried again', async () => {
    const { told, to } = await refusing();
    expect((await told.list()).find((email) => email.to === to)).toMatchObject({
      status: 'failed',
      reason: 'Address is on no list',
      attempts: 1,
    });
    told.office.next = () => ({ accepted: true, messageId: 'm' });
    await told.announce(2);
    expect(told.office.addresses).not.toContain(to);
  });

  it('leaves nobody undeliverable whom a fresh link asks after the day to answer', async () => {
    const told = await submitted();
    const [step] = await told.open('clearance');
    const { stepId = '' } = step ?? {};
    await told.does({ type: 'mark-undeliverable', by: clerk, stepId, words: 'No such mailbox' });
    told.now = '2023-03-29T09:00:00.000Z';
    await told.does({ type: 'reissue-link', by: clerk, stepId });
    await told.does({ type: 'run-daily-check', by: clerk });
    expect((await told.open('clearance')).map((open) => open.stepId)).toContain(stepId);
    const fresh = (await told.store.history(told.id)).find(({ happening }) => happening.type === 'link-reissued');
    await told.announce(fresh?.sequence ?? 0);
    expect(told.office.addresses).toEqual(['s151-officer@kent.example']);
  });

  it('leaves its step undeliverable, so that somebody is told', async () => {
    const { told, step } = await refusing();
    expect((await told.store.load(told.id))?.steps.find(({ id }) => id === step?.id)).toMatchObject({
      state: 'undeliverable',
      words: 'Address is on no list',
    });
  });

  it('is announced again, and not taken for failed, where what marks its step could not be loaded; the step is marked then', async () => {
    const told = await submitted();
    const to = (await told.store.load(told.id))?.steps[0]?.email;
    const standing = async () => [
      (await told.list()).find((email) => email.to === to)?.status,
      (await told.store.load(told.id))?.steps.find(({ email }) => email === to)?.state,
    ];
    told.office.next = (outgoing) =>
      outgoing.to === to ? { accepted: false, reason: 'Address is on no list' } : { accepted: true, messageId: 'm' };
    const { undelivered } = told.sending;
    told.sending.undelivered = () => Promise.reject(new Error('Cannot find module undelivered.mjs'));
    await expect(told.announce(2)).rejects.toThrow('1 of');
    expect(await standing()).toEqual(['queued', 'open']);
    const others = told.office.addresses;
    told.sending.undelivered = undelivered;
    told.sending.pause = async (milliseconds) => {
      told.now = secondsAfter(told.now, milliseconds / 1000);
    };
    await told.announce(2);
    expect([await standing(), told.office.addresses]).toEqual([['failed', 'undeliverable'], others]);
  });
});

describe('An address that refused email for good', () => {
  it('is not written to again, in whatever letters it is spelt', async () => {
    const other = await freshTable();
    const told = new Posted(other);
    await told.submitted();
    const [step] = (await told.store.load(told.id))?.steps ?? [];
    await told.emails.suppress((step?.email ?? '').toUpperCase(), told.now, 'bouncedAt');
    await told.announce(2);
    expect(told.office.addresses).not.toContain(step?.email);
    expect((await told.list()).find(({ to }) => to === step?.email)).toMatchObject({ status: 'failed', reason: 'suppressed' });
    expect((await told.store.load(told.id))?.steps.find(({ id }) => id === step?.id)?.state).toBe('undeliverable');
  });
});

describe('What is handed to SES', () => {
  const ses = mockClient(SESClient);
  const outgoing = { raw: new Uint8Array([1]), from: 'decisions@kent.example', to: 'a@kent.example', decisionId: 'd', key: 'k' };
  const send = sesSender(new SESClient({ region: 'eu-west-2', maxAttempts: 1 }), 'the-set');

  it('names its configuration set and the tags that its reports come back with', async () => {
    ses.reset();
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'm1' });
    expect(await send(outgoing)).toEqual({ accepted: true, messageId: 'm1' });
    expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toMatchObject({
      Source: 'decisions@kent.example',
      Destinations: ['a@kent.example'],
      ConfigurationSetName: 'the-set',
      Tags: [
        { Name: 'decision', Value: 'd' },
        { Name: 'email', Value: 'k' },
      ],
    });
  });

  it('is refused for good when SES rejects the message or the address', async () => {
    ses.reset();
    ses
      .on(SendRawEmailCommand)
      .rejectsOnce(new MessageRejected({ message: 'Refused', $metadata: {} }))
      .rejects(Object.assign(new Error('Missing final @domain'), { name: 'InvalidParameterValue' }));
    expect(await send(outgoing)).toEqual({ accepted: false, reason: 'Refused' });
    expect(await send(outgoing)).toEqual({ accepted: false, reason: 'Missing final @domain' });
  });

  it.each([
    'Throttling',
    'ServiceUnavailable',
    'TimeoutError',
    'AccountSendingPausedException',
    'ConfigurationSetDoesNotExist',
    'MailFromDomainNotVerifiedException',
    'AccessDenied',
  ])('may yet be sent after %s', async (name) => {
    ses.reset();
    ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('No'), { name }));
    await expect(send(outgoing)).rejects.toThrow('No');
  });

  it.each([
    'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
    'Email sending for the configuration set clear-days is paused.',
    'Sending suspended for this account.',
    'Email sending is disabled.',
    'Email address is not verified. The following identities failed the check in region EU-WEST-2: decisions@kent.example',
  ])('may yet be sent where SES rejects the sender and not the message: %s', async (message) => {
    ses.reset();
    ses.on(SendRawEmailCommand).rejects(new MessageRejected({ message, $metadata: {} }));
    await expect(send(outgoing)).rejects.toThrow(message);
  });
});
