import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { subscriptionAnswer } from '../../functions/subscription/subscription-routes.ts';
import { askedFrom, mostByProxy, mostByNetwork } from '../../functions/subscription/asked-from.ts';
import { mostAnHour } from '../../functions/subscription/asking-turns.ts';
import { subscriptionStore } from '../../functions/subscription/subscription-store.ts';
import { kent } from '../../seeds/kent/council.ts';
import { freshTable } from '../platform/fresh-table.ts';

type Came = { forwardedFor?: string; sourceIp?: string };

let table: Awaited<ReturnType<typeof freshTable>>;
let now = '';
let sent: string[] = [];
let asks: (email: string, came: Came) => Promise<{ statusCode: number; body: string }>;

beforeEach(async () => {
  [table, now, sent] = [await freshTable(), '2023-03-07T09:00:00.000Z', []];
  const deps = {
    store: subscriptionStore(table),
    publicUrl: 'https://decisions.kent.example',
    council: async () => kent,
    now: () => now,
    loadLinkSecrets: async () => ({ current: 'a secret of thirty-two characters', previous: null }),
    lastChange: async () => 7,
    send: async ({ to }: { to: string }) => {
      sent.push(to);
      return { accepted: true as const, messageId: 'an-id' };
    },
  };
  asks = (email, { forwardedFor, sourceIp = forwardedFor?.split(', ').at(-1) ?? '64.252.1.1' }) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(forwardedFor ? { 'x-forwarded-for': forwardedFor } : {}),
    };
    const body = new URLSearchParams({ email }).toString();
    const from = askedFrom({ headers, sourceIp });
    return subscriptionAnswer({ method: 'POST', path: '/subscriptions', link: '', headers, query: {}, body, from }, deps);
  };
});

/** Through CloudFront, whose own addresses differ from one request to the next. */
const edge = (asker: string, at = 0) => ({ forwardedFor: `${asker}, 64.252.${at % 200}.7` });
const statuses = async (count: number, came: (at: number) => Came, name = 'a') => {
  const codes: number[] = [];
  for (let at = 0; at < count; at += 1) codes.push((await asks(`${name}${at}@b.example`, came(at))).statusCode);
  return codes.filter((code) => code === 200).length;
};

describe('A stranger who asks for emails to as many addresses as they can', () => {
  it('takes a fifth of an hour’s turns from one network and no more: everybody else can still ask', async () => {
    expect(await statuses(mostAnHour, (at) => edge(`203.0.113.${at}`, at))).toBe(mostByNetwork);
    expect(await statuses(1, () => edge('198.51.100.9'), 'new')).toBe(1);
    expect(sent).toHaveLength(mostByNetwork + 1);
    now = '2023-03-07T10:00:00.000Z';
    expect(await statuses(1, () => edge('203.0.113.1'), 'later')).toBe(1);
  });

  it('has no more of them by changing addresses within a network of the newer kind, however they are written', async () => {
    const written = ['2001:db8:1::1', '2001:0db8:0001:ff::2', '2001:DB8:1:2:3:4:5:6'];
    expect(await statuses(mostAnHour, (at) => edge(written[at % 3] ?? '', at))).toBe(mostByNetwork);
    expect(await statuses(1, () => edge('2001:db8:2::1'), 'new')).toBe(1);
  });

  it('takes half of them at most by coming past CloudFront and saying in their own words where they come from', async () => {
    const forged = (at: number) => ({ forwardedFor: `9.9.9.9, 10.${at}.0.1, 203.0.113.5` });
    expect(await statuses(mostAnHour, forged)).toBe(mostByProxy);
    expect(await statuses(1, () => edge('198.51.100.9'), 'new')).toBe(1);
  });

  it('is known where there is no CloudFront, and where nothing is said of them but the address they came from', async () => {
    expect(await statuses(20, () => ({ forwardedFor: '203.0.113.5' }))).toBe(mostByNetwork);
    expect(await statuses(20, () => ({ sourceIp: '198.51.100.9' }), 'b')).toBe(mostByNetwork);
  });

  it('is never whoever they say they are: who came to API Gateway is what it says itself, whether or not it stands in the header too', async () => {
    const forged = (at: number) => ({ forwardedFor: `9.${at}.9.9, 10.${at}.0.1`, sourceIp: '203.0.113.5' });
    expect(await statuses(mostAnHour, forged)).toBe(mostByProxy);
  });

  it('is turned away in the same words for any address, and learns nothing of whether it was written to', async () => {
    await statuses(mostByNetwork, () => edge('203.0.113.5'));
    const [known, unknown] = [await asks('a0@b.example', edge('203.0.113.5')), await asks('new@b.example', edge('203.0.113.5'))];
    expect([known.statusCode, unknown.statusCode, known.body === unknown.body]).toEqual([429, 429, true]);
  });

  it('gains nothing by asking many times at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, at) => asks(`a${at}@b.example`, edge('203.0.113.5', at))));
    expect(sent).toHaveLength(mostByNetwork);
  });
});

it('Nothing is kept by which whoever asked could be found: of their network three digits, which others have too', async () => {
  await asks('a@b.example', edge('203.0.113.5'));
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.tableName }));
  expect(JSON.stringify(Items)).not.toMatch(/203\.0|64\.252/);
  const counted = Items.map(({ pk }) => String(pk)).filter((pk) => pk.includes('2023-03-07T09#'));
  expect(counted.map((pk) => pk.replace(/[0-9a-f]{3}$/, 'xxx')).sort()).toEqual([
    'SUBSCRIPTION#2023-03-07T09#network-xxx',
    'SUBSCRIPTION#2023-03-07T09#proxy-xxx',
  ]);
  expect(Items.every(({ expiresAt }) => typeof expiresAt === 'number')).toBe(true);
});
