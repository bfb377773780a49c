import { describe, expect, it } from 'vitest';
import { simpleMail } from './simple-mail.ts';
import { registerEntry } from '../../functions/register/register-entry.ts';
import type { Change } from '../../functions/search/postings.ts';
import { termsOf } from '../../functions/search/terms.ts';
import { readSubscriptionLink, subscriptionLink } from '../../functions/subscription/subscription-links.ts';
import { sendDigests } from '../../functions/subscription/subscription-digest.ts';
import type { Pending, Subscriber } from '../../functions/subscription/subscription.schema.ts';
import type { SubscriptionStore } from '../../functions/subscription/subscription-store.ts';
import { subscribePage } from '../../functions/subscription/subscription.page.tsx';
import { subscriptionAnswer } from '../../functions/subscription/subscription-routes.ts';
import { linkFor } from '../../functions/link/links.ts';
import { kent } from '../../seeds/kent/council.ts';
import { noticeNumbered } from '../register/shelf.ts';

const secrets = { current: 'a secret of thirty-two characters', previous: null };
const publicUrl = 'https://decisions.kent.example';

class Subscriptions implements SubscriptionStore {
  asked = new Set<string>();
  waiting = new Map<string, Pending>();
  told = new Map<string, Subscriber>();
  hasRoom: SubscriptionStore['hasRoom'] = async () => true;
  takeRoom: SubscriptionStore['takeRoom'] = async () => true;
  mayAsk: SubscriptionStore['mayAsk'] = async (email) => !this.asked.has(email) && Boolean(this.asked.add(email));
  wasNotAsked: SubscriptionStore['wasNotAsked'] = async (email) => void this.asked.delete(email);
  addPending: SubscriptionStore['addPending'] = async (id, pending) => void this.waiting.set(id, pending);
  pending: SubscriptionStore['pending'] = async (id) => this.waiting.get(id) ?? null;
  subscriber: SubscriptionStore['subscriber'] = async (id) => this.told.get(id) ?? null;
  confirm: SubscriptionStore['confirm'] = async (id, subscriber) => {
    this.told.set(id, { ...subscriber, id });
    this.waiting.delete(id);
  };
  forget: SubscriptionStore['forget'] = async (id) => {
    this.told.delete(id);
    this.waiting.delete(id);
  };
  all: SubscriptionStore['all'] = async () => [...this.told.values()];
  claim: SubscriptionStore['claim'] = async ({ id, cursor }) => this.told.get(id)?.cursor === cursor;
  moveOn: SubscriptionStore['moveOn'] = async (subscriber, cursor) => {
    if (this.told.get(subscriber.id)?.cursor !== subscriber.cursor) return false;
    this.told.set(subscriber.id, { ...subscriber, cursor });
    return true;
  };
}

const publications = [
  noticeNumbered('23/00001', { subject: 'A library for Dover', divisionsAffected: ['Dover Town'] }),
  noticeNumbered('23/00002', { subject: 'A road in Ashford', divisionsAffected: ['Ashford Central'] }),
];

const world = () => {
  const store = new Subscriptions();
  const sent: { to: string; raw: string }[] = [];
  let fails = 0;
  const changes: Change[] = publications.map(({ number, kind, status, updatedAt }, index) => ({
    sequence: index + 8,
    number,
    kind,
    status: status.code,
    updatedAt,
  }));
  const deps = {
    store,
    publicUrl,
    council: async () => kent,
    now: () => '2023-03-08T07:00:00Z',
    loadLinkSecrets: async () => secrets,
    lastChange: async () => 7,
    send: async ({ raw, to }: { raw: Uint8Array; to: string }) => {
      if (fails > 0) {
        fails -= 1;
        throw new Error('SES is away');
      }
      sent.push({ to, raw: Buffer.from(raw).toString() });
      return { accepted: !to.startsWith('refused'), messageId: 'an-id', reason: '' } as const as { accepted: true; messageId: string };
    },
    changesAfter: async (after: number) => changes.filter(({ sequence }) => sequence > after),
    told: async (number: string) => {
      const of = publications.find((each) => each.number === number);
      return of ? { summary: registerEntry(of).summary, terms: new Set(termsOf(of).keys()) } : null;
    },
  };
  const ask = (
    method: string,
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
  ) =>
    subscriptionAnswer(
      {
        method,
        path,
        link: path.split('/').at(-1) ?? '',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        query: {},
        body: new URLSearchParams(fields).toString(),
        from: [],
      },
      deps,
    );
  const linkIn = (purpose: string, index = -1) =>
    new RegExp(`/subscriptions/${purpose}/[\\w.-]+`).exec(simpleMail(sent.at(index)?.raw ?? ''))?.[0] ?? '';
  const subscribed = async (fields: Record<string, string>) => {
    await ask('POST', '/subscriptions', fields);
    await ask('POST', linkIn('confirm'));
  };
  return {
    store,
    sent,
    deps,
    ask,
    linkIn,
    subscribed,
    failing: (times: number) => {
      fails = times;
    },
  };
};

describe('somebody who asks to be told', () => {
  it('is sent a link and nothing more until they say yes', async () => {
    const { store, sent, ask, linkIn } = world();
    expect((await ask('POST', '/subscriptions', { email: 'a@b.example', division: 'Dover Town' })).statusCode).toBe(200);
    expect(sent.map(({ to }) => to)).toEqual(['a@b.example']);
    expect((await ask('GET', linkIn('confirm'))).body).toContain('executive decisions that affect Dover Town');
    expect(store.told.size).toBe(0);
    expect((await ask('POST', linkIn('confirm'))).body).toContain('You will be told by email');
    expect([...store.told.values()]).toMatchObject([{ email: 'a@b.example', cursor: 7 }]);
  });

  it('is written to once a day whatever anybody types, and told the same each time', async () => {
    const { sent, ask } = world();
    const answers = [
      await ask('POST', '/subscriptions', { email: 'a@b.example' }),
      await ask('POST', '/subscriptions', { email: 'a@b.example' }),
    ];
    expect(sent).toHaveLength(1);
    expect(answers[0]?.body).toBe(answers[1]?.body);
  });

  it('can ask again at once where the email could not be sent', async () => {
    const { sent, ask, failing } = world();
    failing(1);
    await expect(ask('POST', '/subscriptions', { email: 'a@b.example' })).rejects.toThrow('SES is away');
    expect((await ask('POST', '/subscriptions', { email: 'a@b.example' })).statusCode).toBe(200);
    expect(sent.map(({ to }) => to)).toEqual(['a@b.example']);
  });

  it('can ask again in the next hour where others took its last room at the same moment', async () => {
    const { store, sent, ask } = world();
    store.takeRoom = async () => false;
    expect((await ask('POST', '/subscriptions', { email: 'a@b.example' })).statusCode).toBe(429);
    store.takeRoom = async () => true;
    expect((await ask('POST', '/subscriptions', { email: 'a@b.example' })).statusCode).toBe(200);
    expect(sent.map(({ to }) => to)).toEqual(['a@b.example']);
  });

  it('sees what is wrong beside the field, with what they typed kept', async () => {
    const { statusCode, body } = await world().ask('POST', '/subscriptions', { email: 'nobody', text: 'park' });
    expect(statusCode).toBe(422);
    expect(body).toContain('href="#email"');
    expect(body).toContain('value="park"');
  });

  it('sees what is wrong with the words too beside their field, and that nothing need be chosen', () => {
    const html = subscribePage(kent, { email: 'resident@example.org', text: 'decision' }, [{ path: 'text', message: 'Use another word' }]);
    expect(html).toContain('<a href="#text">Use another word</a>');
    expect(html).toMatch(/<p [^>]*id="text-error"[^>]*>.*?Use another word<\/p><input [^>]*aria-describedby="text-error"/);
    expect(html).not.toContain('id="email-error"');
    expect(html).toContain('Which decisions? Leave this as it is for all of them');
  });

  it('cannot be made to by another site', async () => {
    const { store, sent, ask, linkIn } = world();
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    expect((await ask('POST', '/subscriptions', { email: 'a@b.example' }, elsewhere)).statusCode).toBe(403);
    expect(sent).toEqual([]);
    await ask('POST', '/subscriptions', { email: 'a@b.example' });
    expect((await ask('POST', linkIn('confirm'), {}, elsewhere)).statusCode).toBe(403);
    expect(store.told.size).toBe(0);
  });

  it('cannot begin by the link that stops, nor sign by either', () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const token = (path: string) => path.split('/').at(-1) ?? '';
    expect(readSubscriptionLink('stop', token(subscriptionLink('stop', id, secrets)), secrets)).toBe(id);
    expect(readSubscriptionLink('confirm', token(subscriptionLink('stop', id, secrets)), secrets)).toBeNull();
    expect(readSubscriptionLink('stop', token(linkFor({ decisionId: id, stepId: 's', issue: 1 }, secrets)), secrets)).toBeNull();
    expect(readSubscriptionLink('stop', `${id}.${'A'.repeat(43)}`, secrets)).toBeNull();
    expect(
      readSubscriptionLink('stop', token(subscriptionLink('stop', id, secrets)), {
        current: 'another secret of 32 characters..',
        previous: secrets.current,
      }),
    ).toBe(id);
  });
});

describe('the digest', () => {
  it('tells each subscriber of what interests them, once', async () => {
    const { sent, deps, subscribed } = world();
    await subscribed({ email: 'dover@b.example', division: 'Dover Town' });
    await subscribed({ email: 'all@b.example' });
    await subscribed({ email: 'none@b.example', text: 'playground' });
    sent.length = 0;
    await sendDigests(deps);
    await sendDigests(deps);
    expect(sent.map(({ to }) => to).sort()).toEqual(['all@b.example', 'dover@b.example']);
    const dover = simpleMail(sent.find(({ to }) => to === 'dover@b.example')?.raw ?? '');
    expect(dover).toContain('A library for Dover: notice published');
    expect(dover).not.toContain('A road in Ashford');
  });

  it('is told what it chose last, in one email a day, with nothing left out between one choice and the next', async () => {
    const { store, sent, deps, ask, linkIn, subscribed } = world();
    await subscribed({ email: 'a@b.example', division: 'Dover Town' });
    const later = { ...deps, lastChange: async () => 9 };
    store.asked.clear();
    await ask('POST', '/subscriptions', { email: 'A@B.example', division: 'Ashford Central' });
    const link = linkIn('confirm');
    const posted = {
      method: 'POST',
      path: link,
      link: link.split('/').at(-1) ?? '',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      query: {},
      body: '',
      from: [],
    };
    for (const again of [posted, posted]) expect((await subscriptionAnswer(again, later)).statusCode).toBe(200);
    expect([...store.told.values()].map(({ interests, cursor }) => [interests.division, cursor])).toEqual([['Ashford Central', 7]]);
    sent.length = 0;
    await sendDigests(deps);
    expect(
      sent.map(({ to, raw }) => [
        to.toLowerCase(),
        simpleMail(raw).includes('A road in Ashford'),
        simpleMail(raw).includes('A library for Dover'),
      ]),
    ).toEqual([['a@b.example', true, false]]);
  });

  it('tells nobody again of what they were told, though others have yet to be told of it', async () => {
    const { store, sent, deps, subscribed } = world();
    await subscribed({ email: 'behind@b.example' });
    await subscribed({ email: 'told@b.example' });
    const [, told] = await store.all();
    if (told) await store.moveOn(told, 8);
    sent.length = 0;
    await sendDigests(deps);
    const mails = Object.fromEntries(sent.map(({ to, raw }) => [to, simpleMail(raw)]));
    expect(mails['behind@b.example']).toContain('A library for Dover');
    expect(mails['told@b.example']).toContain('A road in Ashford');
    expect(mails['told@b.example']).not.toContain('A library for Dover');
  });

  it('names fifty decisions and says how many more there are', async () => {
    const { sent, deps, subscribed } = world();
    await subscribed({ email: 'a@b.example' });
    sent.length = 0;
    const [change] = await deps.changesAfter(7);
    if (!change) throw new Error('Nothing has changed');
    await sendDigests({ ...deps, changesAfter: async () => Array.from({ length: 60 }, (_, at) => ({ ...change, sequence: at + 8 })) });
    const mail = simpleMail(sent[0]?.raw ?? '');
    expect(mail.match(/\* 23\/00001 A library for Dover/g)).toHaveLength(50);
    expect(mail).toContain('And 10 more');
  });

  it('stops by one click, with no question after it, and the address is gone', async () => {
    const { sent, deps, ask, subscribed, linkIn, store } = world();
    await subscribed({ email: 'a@b.example' });
    await sendDigests(deps);
    const raw = sent.at(-1)?.raw ?? '';
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(raw.replace(/\r?\n[ \t]+/g, ' ')).toMatch(
      /^List-Unsubscribe: <https:\/\/decisions\.kent\.example\/subscriptions\/stop\/[\w.-]+>\r?$/m,
    );
    expect((await ask('GET', linkIn('stop'))).statusCode).toBe(200);
    expect(store.told.size).toBe(1);
    // As a mail provider posts it: no cookie, no origin, no browser.
    expect((await ask('POST', linkIn('stop'), { 'List-Unsubscribe': 'One-Click' }, {})).statusCode).toBe(200);
    expect([store.told.size, store.waiting.size]).toEqual([0, 0]);
  });

  it('is sent again where it could not be sent, and not twice to those it reached', async () => {
    const { sent, deps, subscribed, failing } = world();
    await subscribed({ email: 'a@b.example' });
    await subscribed({ email: 'b@b.example' });
    sent.length = 0;
    failing(1);
    await expect(sendDigests(deps)).rejects.toThrow('1 of 2 digests were not sent');
    await sendDigests(deps);
    expect(sent.map(({ to }) => to).sort()).toEqual(['a@b.example', 'b@b.example']);
  });

  it('forgets an address that refuses email for good', async () => {
    const { deps, subscribed, store } = world();
    await subscribed({ email: 'refused@b.example' });
    await sendDigests(deps);
    expect(store.told.size).toBe(0);
  });
});
