import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { registerEntry } from '../../functions/register/register-entry.ts';
import { termsOf } from '../../functions/search/terms.ts';
import { sendDigests } from '../../functions/subscription/subscription-digest.ts';
import { subscriptionAnswer } from '../../functions/subscription/subscription-routes.ts';
import { subscriptionLink } from '../../functions/subscription/subscription-links.ts';
import { subscriptionStore } from '../../functions/subscription/subscription-store.ts';
import { kent } from '../../seeds/kent/council.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { noticeNumbered } from '../register/shelf.ts';
import { Dying, faultySender, faultyTable } from '../reliability/faulty-client.ts';
import { simpleMail } from './simple-mail.ts';

const secrets = { current: 'a secret of thirty-two characters', previous: null };
const publicUrl = 'https://decisions.kent.example';

const world = (table: Table) => {
  const sent: string[] = [];
  const at = { now: '2023-03-07T09:00:00.000Z' };
  const deps = {
    store: subscriptionStore(table),
    publicUrl,
    council: async () => kent,
    now: () => at.now,
    loadLinkSecrets: async () => secrets,
    lastChange: async () => 7,
    send: async ({ raw }: { raw: Uint8Array }) => {
      sent.push(simpleMail(Buffer.from(raw).toString()));
      return { accepted: true as const, messageId: 'an-id' };
    },
  };
  const ask = (method: string, path: string, fields: Record<string, string> = {}) =>
    subscriptionAnswer(
      {
        method,
        path,
        link: path.split('/').at(-1) ?? '',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        query: {},
        body: new URLSearchParams(fields).toString(),
        from: [],
      },
      deps,
    );
  const linkIn = (purpose: string) => new RegExp(`/subscriptions/${purpose}/[\\w.-]+`).exec(sent.at(-1) ?? '')?.[0] ?? '';
  return { at, deps, sent, ask, linkIn };
};

describe('Words that are in every decision', () => {
  it('are refused as what to be told of: they would stand for everything', async () => {
    const { ask, sent } = world(await freshTable());
    for (const text of ['the', 'of the and', '“!”']) {
      const { statusCode, body } = await ask('POST', '/subscriptions', { email: 'a@b.example', text });
      expect([statusCode, body.includes('href="#text"')]).toEqual([422, true]);
    }
    expect(sent).toEqual([]);
    expect((await ask('POST', '/subscriptions', { email: 'a@b.example', text: 'the roads' })).statusCode).toBe(200);
  });
});

describe('The link that begins a subscription', () => {
  it('works for two days and not after, though the address is still to be removed', async () => {
    const late = world(await freshTable());
    await late.ask('POST', '/subscriptions', { email: 'a@b.example' });
    late.at.now = '2023-03-09T09:00:01.000Z';
    expect((await late.ask('GET', late.linkIn('confirm'))).statusCode).toBe(404);
    expect((await late.ask('POST', late.linkIn('confirm'))).statusCode).toBe(404);
    expect(await late.deps.store.all()).toEqual([]);

    const soon = world(await freshTable());
    await soon.ask('POST', '/subscriptions', { email: 'a@b.example' });
    soon.at.now = '2023-03-09T08:59:59.000Z';
    expect((await soon.ask('POST', soon.linkIn('confirm'))).statusCode).toBe(200);
    soon.at.now = '2023-05-01T09:00:00.000Z';
    expect((await soon.ask('POST', soon.linkIn('confirm'))).statusCode).toBe(200);
    expect(await soon.deps.store.all()).toHaveLength(1);
  });
  it('begins nothing after it was used to stop, twice or not', async () => {
    const { ask, linkIn, deps } = world(await freshTable());
    await ask('POST', '/subscriptions', { email: 'a@b.example' });
    const id = linkIn('confirm').split('/').at(-1)?.split('.')[0] ?? '';
    await ask('POST', linkIn('confirm'));
    for (const _ of ['once', 'again']) expect((await ask('POST', subscriptionLink('stop', id, secrets))).statusCode).toBe(200);
    expect((await ask('POST', linkIn('confirm'))).statusCode).toBe(404);
    expect(await deps.store.all()).toEqual([]);
  });
});

describe('Somebody who was asked for by a stranger', () => {
  it('stops it by the email that asks them, and its other link begins nothing from then on', async () => {
    const { ask, linkIn, deps } = world(await freshTable());
    await ask('POST', '/subscriptions', { email: 'a@b.example' });
    expect((await ask('POST', linkIn('stop'))).statusCode).toBe(200);
    expect((await ask('POST', linkIn('confirm'))).statusCode).toBe(404);
    expect(await deps.store.all()).toEqual([]);
  });
});

describe('Two runs of the digests at once', () => {
  it('tell a reader once: only one of them has the telling', async () => {
    const { at, ask, linkIn, deps } = world(await freshTable());
    await ask('POST', '/subscriptions', { email: 'a@b.example' });
    await ask('POST', linkIn('confirm'));
    const [reader] = await deps.store.all();
    if (!reader) throw new Error('Nobody is told');
    const claimed = () => deps.store.claim(reader, at.now);
    expect([await claimed(), await claimed(), await deps.store.moveOn(reader, 9), await claimed()]).toEqual([true, false, true, false]);
  });
});

// A write that meets another of the same reader in DynamoDB is refused at once, a single one and one of a transaction in their own words.
const meeting = (call: string): Error | null => {
  const metadata = { message: 'Transaction is ongoing for the item', $metadata: {} };
  if (call === 'PutCommand') return new TransactionConflictException(metadata);
  const CancellationReasons = [{ Code: 'TransactionConflict' }, { Code: 'None' }];
  return call === 'TransactWriteCommand' ? new TransactionCanceledException({ ...metadata, CancellationReasons }) : null;
};

describe('A reader who stops the emails in the very moment in which one goes out to them', () => {
  it('has stopped them', async () => {
    const table = await freshTable();
    const { ask, linkIn, deps } = world(table);
    await ask('POST', '/subscriptions', { email: 'a@b.example' });
    await ask('POST', linkIn('confirm'));
    let met = 0;
    const busy = faultyTable(table, (call) => {
      const what = met === 0 ? meeting(call) : null;
      if (what) met += 1;
      return what && { when: 'before', what };
    });
    const [reader] = await deps.store.all();
    await subscriptionStore(busy).forget(reader?.id ?? '', deps.now());
    expect([met, await deps.store.all()]).toEqual([1, []]);
  });
});

const notice = noticeNumbered('23/00001', { subject: 'A library for Dover' });
const { kind, status, updatedAt } = notice;
const change = { sequence: 8, number: '23/00001', kind, status: status.code, updatedAt };
const published = {
  changesAfter: async (after: number) => [change].filter(({ sequence }) => sequence > after),
  told: async () => ({ summary: registerEntry(notice).summary, terms: new Set(termsOf(notice).keys()) }),
};

describe('A reader whose email has gone out when another run comes to them', () => {
  it('is marked as told once that is out of the way, and is told no second time', async () => {
    const table = await freshTable();
    const { at, ask, linkIn, deps, sent } = world(table);
    await ask('POST', '/subscriptions', { email: 'a@b.example' });
    await ask('POST', linkIn('confirm'));
    sent.length = 0;
    let met = 0;
    const busy = faultyTable(table, (call) => {
      const what = sent.length === 1 && met === 0 ? meeting(call) : null;
      if (what) met += 1;
      return what && { when: 'before', what };
    });
    await sendDigests({ ...deps, ...published, store: subscriptionStore(busy) });
    at.now = '2023-03-08T09:00:00.000Z';
    await sendDigests({ ...deps, ...published });
    expect([met, sent.length]).toEqual([1, 1]);
  });
});

describe('A run of the digests that dies', () => {
  // The list of readers, the claim, SES and the mark.
  it.each([1, 2, 3, 4].flatMap((call) => [[call, 'before'] as const, [call, 'after'] as const]))(
    'at call %i, %s it is carried out, keeps no reader from being told by the next one, nor twice but where SES had taken it',
    async (call, when) => {
      const table = await freshTable();
      const { at, ask, linkIn, deps, sent } = world(table);
      await ask('POST', '/subscriptions', { email: 'a@b.example' });
      await ask('POST', linkIn('confirm'));
      sent.length = 0;
      const { faults } = new Dying(call, when);
      const dying = { ...deps, ...published, store: subscriptionStore(faultyTable(table, faults)), send: faultySender(deps.send, faults) };
      await sendDigests(dying).catch(() => {});
      at.now = '2023-03-07T09:01:00.000Z';
      for (let again = 0; again < 2; again += 1) await sendDigests({ ...deps, ...published });
      const isUnmarked = (call === 3 && when === 'after') || (call === 4 && when === 'before');
      expect(sent).toHaveLength(isUnmarked ? 2 : 1);
    },
  );
});

describe('A reader whose choice cannot be read', () => {
  it('keeps nobody else from being told, from choosing anew or from stopping', async () => {
    const table = await freshTable();
    const { ask, linkIn, deps } = world(table);
    const broken = { ...keys.subscriber('broken'), email: 'b@b.example', interests: 'all of them', cursor: 1 };
    await table.client.send(new PutCommand({ TableName: table.tableName, Item: broken }));
    await ask('POST', '/subscriptions', { email: 'a@b.example' });
    expect((await ask('POST', linkIn('confirm'))).statusCode).toBe(200);
    expect((await deps.store.all()).map(({ email }) => email)).toEqual(['a@b.example']);
  });
});
