import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { expiry } from '../../functions/platform/table/keys.ts';
import { subscriptionAnswer } from '../../functions/subscription/subscription-routes.ts';
import { mostAnHour } from '../../functions/subscription/asking-turns.ts';
import { subscriptionStore } from '../../functions/subscription/subscription-store.ts';
import { kent } from '../../seeds/kent/council.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { simpleMail } from './simple-mail.ts';

let now = '';
let sent: { to: string; raw: string }[] = [];
let ask: (fields: Record<string, string>, method?: string, path?: string) => ReturnType<typeof subscriptionAnswer>;

beforeEach(async () => {
  [now, sent] = ['2023-03-07T09:00:00.000Z', []];
  const deps = {
    store: subscriptionStore(await freshTable()),
    publicUrl: 'https://decisions.kent.example',
    council: async () => kent,
    now: () => now,
    loadLinkSecrets: async () => ({ current: 'a secret of thirty-two characters', previous: null }),
    lastChange: async () => 7,
    send: async ({ raw, to }: { raw: Uint8Array; to: string }) => {
      sent.push({ to, raw: simpleMail(Buffer.from(raw).toString()) });
      return { accepted: true as const, messageId: 'an-id' };
    },
  };
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  ask = (fields, method = 'POST', path = '/subscriptions') =>
    subscriptionAnswer(
      { method, path, link: path.split('/').at(-1) ?? '', headers, query: {}, body: new URLSearchParams(fields).toString(), from: [] },
      deps,
    );
});

const email = 'reader@b.example';
const bait = 'Your refund is ready at http://evil.example/refund';

describe('An email to somebody who has not said that they want it', () => {
  it('carries no word of whoever asked for it: a name that the council does not have is refused', async () => {
    for (const name of ['decisionMaker', 'department', 'division']) {
      const { statusCode, body } = await ask({ email, [name]: bait });
      expect([name, statusCode, body.includes(`href="#${name}"`)]).toEqual([name, 422, true]);
    }
    expect(sent).toEqual([]);
  });

  it('does not repeat the words that decisions are to be about, which its link shows', async () => {
    expect((await ask({ email, text: bait })).statusCode).toBe(200);
    expect([sent.length, sent[0]?.raw.includes('evil.example')]).toEqual([1, false]);
    expect(sent[0]?.raw).toContain('about words that were typed, which the link shows');
    const link = /\/subscriptions\/confirm\/[\w.-]+/.exec(sent[0]?.raw ?? '')?.[0] ?? '';
    expect((await ask({}, 'GET', link)).body).toContain(bait);
  });

  it('is still to be had for whoever and whatever the council does have, however it is typed', async () => {
    const fields = { decisionMaker: 'leader', department: kent.departments[0] ?? '', division: 'dover town' };
    expect((await ask({ email, ...fields })).statusCode).toBe(200);
    expect(sent[0]?.raw).toContain('that affect dover town');
  });

  it('comes once a day, under however many names a mailbox is known by', async () => {
    for (const name of ['reader@b.example', 'READER@b.example', 'reader+1@b.example', 'reader+council@b.example', 're.ader@b.example'])
      expect((await ask({ email: name })).statusCode).toBe(200);
    expect(sent.map(({ to }) => to)).toEqual(['reader@b.example']);
    now = '2023-03-08T09:00:01.000Z';
    await ask({ email: 'reader+1@b.example' });
    expect(sent).toHaveLength(2);
  });

  it('goes to so many an hour and no more, whoever asks, and whoever is turned away learns nothing of any address', async () => {
    await Promise.all(Array.from({ length: mostAnHour + 20 }, (_, at) => ask({ email: `a${at}@b.example` })));
    expect(sent).toHaveLength(mostAnHour);
    const [known, unknown] = [await ask({ email: sent[0]?.to ?? '' }), await ask({ email: 'new@b.example' })];
    expect([known.statusCode, unknown.statusCode, known.body === unknown.body]).toEqual([429, 429, true]);
    expect(known.headers?.['retry-after']).toBe('3600');
    now = '2023-03-07T10:00:00.000Z';
    expect((await ask({ email: 'new@b.example' })).statusCode).toBe(200);
    expect(sent).toHaveLength(mostAnHour + 1);
  });

  it('leaves nothing behind for good where it could not be sent: DynamoDB never removes what expired more than five years ago', async () => {
    const table = await freshTable();
    const store = subscriptionStore(table);
    expect(await store.mayAsk(email, now)).toBe(true);
    await store.wasNotAsked(email, now);
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.tableName }));
    const yearsAgo = Items.map(({ expiresAt }) => (expiry(now, 0) - Number(expiresAt)) / (365 * 86_400));
    expect([yearsAgo.length, yearsAgo.every((years) => years > 0 && years < 5), await store.mayAsk(email, now)]).toEqual([1, true, true]);
  });
});
