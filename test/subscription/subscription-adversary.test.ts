import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { subscriptionAnswer } from '../../functions/subscription/subscription-routes.ts';
import { subscriptionLink } from '../../functions/subscription/subscription-links.ts';
import { subscriptionStore } from '../../functions/subscription/subscription-store.ts';
import { kent } from '../../seeds/kent/council.ts';
import { freshTable } from '../platform/fresh-table.ts';
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
  it('tell a reader once: only one of them moves on', async () => {
    const { ask, linkIn, deps } = world(await freshTable());
    await ask('POST', '/subscriptions', { email: 'a@b.example' });
    await ask('POST', linkIn('confirm'));
    const [reader] = await deps.store.all();
    if (!reader) throw new Error('Nobody is told');
    expect([await deps.store.moveOn(reader, 9), await deps.store.moveOn(reader, 9)]).toEqual([true, false]);
  });
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
