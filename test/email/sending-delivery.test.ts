import type { SNSEvent } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { statusOf, emailItemSchema } from '../../functions/email/email-item.ts';
import { subscriptionStore } from '../../functions/subscription/subscription-store.ts';
import { clerk } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Posted } from './sending-table.ts';

vi.stubEnv('TABLE_NAME', 'decisions');
vi.stubEnv('AWS_REGION', 'eu-west-2');
const { recordDelivery } = await import('../../functions/email/record-delivery.handler.ts');

type Report = { eventType: string; [part: string]: unknown };

const at = (second: number) => `2023-03-07T10:00:${String(second).padStart(2, '0')}.000Z`;
const delivery: Report = { eventType: 'Delivery', delivery: { timestamp: at(1), recipients: [] } };
const bounce = (bounceType: string): Report => ({
  eventType: 'Bounce',
  bounce: {
    timestamp: at(2),
    bounceType,
    bounceSubType: 'General',
    bouncedRecipients: [{ emailAddress: 'x', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }],
  },
});
const complaint: Report = {
  eventType: 'Complaint',
  complaint: { timestamp: at(3), complainedRecipients: [], complaintFeedbackType: 'abuse' },
};
const reject: Report = { eventType: 'Reject', reject: { reason: 'Bad content' } };
const delay: Report = { eventType: 'DeliveryDelay', deliveryDelay: { timestamp: at(4), delayType: 'MailboxFull' } };
const send: Report = { eventType: 'Send', send: {} };

const snsOf = (report: Report, tags: Record<string, string[]> | undefined): SNSEvent =>
  ({
    Records: [{ Sns: { Message: JSON.stringify({ ...report, mail: { messageId: 'ses-1', timestamp: at(0), tags } }) } }],
  }) as unknown as SNSEvent;

class Reported extends Posted {
  key = '';
  stepId = '';

  async asked(): Promise<this> {
    await this.submitted();
    await this.announce(2);
    const { email, id } = (await this.store.load(this.id))?.steps[0] ?? { email: '', id: '' };
    this.stepId = id;
    this.key = this.office.sent.find(({ to }) => to === email)?.key ?? '';
    return this;
  }

  async hears(...reports: Report[]): Promise<void> {
    for (const report of reports)
      await recordDelivery(this.recording)(snsOf(report, { decision: [this.id], email: [this.key], 'ses:configuration-set': ['x'] }));
  }

  async email() {
    return emailItemSchema.parse(await this.stored(this.key));
  }

  async step() {
    return (await this.store.load(this.id))?.steps.find(({ id }) => id === this.stepId);
  }
}

// A table each: an address that one of them suppresses is nobody else's.
const asked = async () => new Reported(await freshTable()).asked();

describe('A report of SES', () => {
  it('of delivery is kept with its time', async () => {
    const told = await asked();
    await told.hears(delivery);
    expect(await told.email()).toMatchObject({ deliveredAt: at(1), sentAt: told.now });
    expect((await told.list()).find(({ deliveredAt }) => deliveredAt)?.status).toBe('delivered');
  });

  it('comes to the same in any order, however often each part comes', async () => {
    const reports = [delivery, bounce('Transient'), complaint, delay, send, delivery];
    const results = new Set<string>();
    for (const order of fc.sample(fc.shuffledSubarray(reports, { minLength: reports.length }), 5)) {
      const told = await asked();
      await told.hears(...order, ...order);
      const { deliveredAt, transientAt, complainedAt, delayedAt } = await told.email();
      results.add(JSON.stringify([deliveredAt, transientAt, complainedAt, delayedAt, statusOf(await told.email())]));
    }
    expect([...results]).toEqual([JSON.stringify([at(1), at(2), at(3), at(4), 'complained'])]);
  });

  it('that beats our own mark of sending is kept, and the mark takes nothing from it', async () => {
    const told = await asked();
    const email = {
      decisionId: told.id,
      key: '000009-x-0',
      to: { name: 'A', email: 'a@kent.example' },
      kind: 'x',
      subject: 'X',
      stepId: undefined,
      issue: undefined,
      sequence: 9,
    };
    await told.emails.claim(email, told.now, told.now);
    told.key = email.key;
    await told.hears(delivery);
    await told.emails.record(email, 'sentAt', told.now, { messageId: 'm' });
    expect(statusOf(await told.email())).toBe('delivered');
  });

  it('of delivery keeps a claim that ran out from sending again', async () => {
    const told = await asked();
    const email = {
      decisionId: told.id,
      key: '000009-y-0',
      to: { name: 'A', email: 'a@kent.example' },
      kind: 'y',
      subject: 'Y',
      stepId: undefined,
      issue: undefined,
      sequence: 9,
    };
    await told.emails.claim(email, told.now, told.now);
    told.key = email.key;
    await told.hears(send);
    expect(await told.emails.claim(email, '2024-01-01T00:00:00.000Z', '2024-01-01T00:00:20.000Z')).toBe('done');
  });

  it('of a permanent bounce marks the email, its step and its address, once', async () => {
    const told = await asked();
    await told.hears(bounce('Permanent'), bounce('Permanent'), delivery);
    expect(statusOf(await told.email())).toBe('bounced');
    expect(await told.step()).toMatchObject({ state: 'undeliverable', words: 'smtp; 550 5.1.1 user unknown' });
    const { to } = await told.email();
    expect(await told.emails.isSuppressed(to.email)).toBe(true);
    expect((await told.store.history(told.id)).filter(({ happening }) => happening.type === 'step-undeliverable').length).toBe(1);
    expect((await told.store.history(told.id)).at(-1)?.by).toMatchObject({ kind: 'system' });
  });

  it('that gives a mail system’s reason at length is cut at no half of a letter, for the history keeps it', async () => {
    const told = await asked();
    const { bounce: of, ...rest } = bounce('Permanent');
    const said = `550 ${'x'.repeat(495)}\u{1f600} and more`;
    await told.hears({ ...rest, bounce: { ...(of as object), bouncedRecipients: [{ diagnosticCode: said }] } });
    const { words } = (await told.step()) as { words: string };
    expect([words.isWellFormed(), words.length <= 500, words.slice(0, 499)]).toEqual([true, true, said.slice(0, 499)]);
    expect((await told.email()).reason).toBe(words);
  });

  it('of a passing bounce or a delay is noted and changes nothing', async () => {
    const other = await asked();
    await other.hears(bounce('Transient'), delay);
    expect(statusOf(await other.email())).toBe('sent');
    expect((await other.step())?.state).toBe('open');
    expect(await other.emails.isSuppressed((await other.email()).to.email)).toBe(false);
  });

  it('of an earlier link leaves the step alone once it was sent afresh', async () => {
    const told = await asked();
    await told.does({ type: 'delegate-step', by: clerk, stepId: told.stepId, to: 'clerk', scheme: 'Scheme of cover' });
    await told.hears(bounce('Permanent'));
    expect((await told.step())?.state).toBe('open');
  });

  it('of an earlier link leaves the step alone where it is sent afresh in the very moment in which that is recorded', async () => {
    const told = await asked();
    told.sending.undelivered = told.undeliveredIn({
      ...told.store,
      execute: async (...marking) => {
        await told.does({ type: 'reissue-link', by: clerk, stepId: told.stepId, lifting: 'The mailbox is back.' });
        return told.store.execute(...marking);
      },
    });
    await told.hears(bounce('Permanent'));
    expect(await told.step()).toMatchObject({ state: 'open', issue: 2 });
  });

  it('of a complaint stops further email and leaves the step open', async () => {
    const told = await asked();
    await told.hears(complaint);
    expect(statusOf(await told.email())).toBe('complained');
    expect((await told.step())?.state).toBe('open');
    expect(await told.emails.isSuppressed((await told.email()).to.email)).toBe(true);
  });

  it('of a rejection is a failure', async () => {
    const told = await asked();
    await told.hears(reject);
    expect([statusOf(await told.email()), (await told.email()).reason]).toEqual(['failed', 'Bad content']);
    expect((await told.step())?.state).toBe('undeliverable');
  });

  it('that is not of ours is passed over', async () => {
    const told = await asked();
    const heard = recordDelivery(told.recording);
    await heard(snsOf(delivery, undefined));
    await heard(snsOf(delivery, { decision: [told.id] }));
    await heard(snsOf(delivery, { decision: [told.id], email: ['000099-none-0'] }));
    await heard(snsOf({ eventType: 'Open', open: {} }, { decision: [told.id], email: [told.key] }));
    expect(await told.stored('000099-none-0')).toBeNull();
    expect((await told.email()).deliveredAt).toBeUndefined();
  });

  it('is not what SES says once, in words, when it is first told where to send its reports: that parks nothing and raises no alarm', async () => {
    const words = 'Successfully validated SNS topic for Amazon SES event publishing.';
    const told = await asked();
    await recordDelivery(told.recording)({ Records: [{ Sns: { Message: words } }] } as unknown as SNSEvent);
    expect((await told.email()).deliveredAt).toBeUndefined();
  });
});

describe('A report of an email to a subscriber', () => {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const subscriber = { email: 'reader@b.example', interests: {}, cursor: 1, since: at(0) };
  const heard = async (key: string, report: Report) => {
    const table = await freshTable();
    const subscriptions = subscriptionStore(table);
    await subscriptions.addPending(id, subscriber, at(0));
    await subscriptions.confirm(id, subscriber, at(0));
    await recordDelivery(new Posted(table).recording)(snsOf(report, { decision: ['subscription'], email: [key] }));
    return (await subscriptions.all()).map(({ email }) => email);
  };

  it('forgets an address that came back for good, or whose reader called it spam', async () => {
    for (const report of [bounce('Permanent'), complaint])
      for (const key of [`${id}-12`, `${id}-confirm`]) expect([report.eventType, await heard(key, report)]).toEqual([report.eventType, []]);
  });

  it('leaves it where the email arrived, may yet arrive, or was another’s', async () => {
    for (const report of [delivery, delay, send, bounce('Transient')])
      expect(await heard(`${id}-12`, report)).toEqual(['reader@b.example']);
    expect(await heard(`${id.replace('0f', '1f')}-12`, complaint)).toEqual(['reader@b.example']);
    expect(await heard('no-id', complaint)).toEqual(['reader@b.example']);
  });
});
