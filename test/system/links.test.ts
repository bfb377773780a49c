import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryLine } from './chain.ts';
import { linkIn, System } from './system.ts';
import { linksOf, noticed, safer, submitted, type View, type Walked } from './walk.ts';

const finance = 's151-officer@kent.example';
const legal = 'monitoring-officer@kent.example';
const approve = { response: 'approve' };

describe('a link in an email', () => {
  let system: System;
  beforeAll(async () => {
    system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
  }, 120_000);
  afterAll(() => system?.stop());

  const clerk = <T = View>(method: string, path: string, body?: unknown) => system.as('clerk')<T>(method, path, body);
  const clearanceOf = async (over = {}) => {
    const walked = await submitted(system, safer(over));
    const links = await linksOf(system, walked.number, 'clearance-asked', 3);
    return { walked, links, link: links.get(finance) ?? '', other: links.get(legal) ?? '' };
  };
  const typesOf = async ({ id }: Walked): Promise<string[]> =>
    (await clerk<{ items: HistoryLine[] }>('GET', `/api/proposals/${id}/history`)).json.items.map(({ type }) => type);
  const timesAnswered = async (walked: Walked, type: string): Promise<number> =>
    (await typesOf(walked)).filter((each) => each === type).length;

  describe('that is not what was sent', () => {
    const flipped = (text: string): string =>
      text.replace(/[a-z]/i, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));
    const swapped = (last: string): string => String.fromCharCode(...[...last].map((letter) => letter.charCodeAt(0) ^ 1));
    const wrong: Record<string, (id: string, mac: string, otherMac: string) => string> = {
      'no mac': (id) => id,
      'an empty mac': (id) => `${id}.`,
      'a truncated mac': (id, mac) => `${id}.${mac.slice(0, -1)}`,
      'half a mac': (id, mac) => `${id}.${mac.slice(0, 22)}`,
      'a longer mac': (id, mac) => `${id}.${mac}A`,
      'a mac with padding': (id, mac) => `${id}.${mac}=`,
      'a mac in other letters': (id, mac) => `${id}.${flipped(mac)}`,
      'a mac all in capitals': (id, mac) => `${id}.${mac.toUpperCase()}`,
      'a mac spelt another way in the same bytes': (id, mac) => `${id}.${sameBytes(mac)}`,
      'a mac in plain base64': (id, mac) => `${id}.${Buffer.from(mac, 'base64url').toString('base64').replaceAll('/', '%2F')}`,
      'a mac in hexadecimal': (id, mac) => `${id}.${Buffer.from(mac, 'base64url').toString('hex')}`,
      'a mac one bit off': (id, mac) => `${id}.${swapped(mac[0] ?? 'A')}${mac.slice(1)}`,
      'a forged mac': (id) => `${id}.${'A'.repeat(43)}`,
      'the mac of another step': (id, _, otherMac) => `${id}.${otherMac}`,
      'another step': (id, mac) => `${id.replace('clearance-1', 'clearance-2')}.${mac}`,
      'a later issue': (id, mac) => `${id.replace(/_1$/, '_2')}.${mac}`,
      'a step of another stage': (id, mac) => `${id.replace('clearance', 'determination')}.${mac}`,
      'an id in other letters': (id, mac) => `${id.toUpperCase()}.${mac}`,
      'a path out of itself': (id, mac) => `..%2F${id}.${mac}`,
      'a null byte': (id, mac) => `${id}.${mac}%00`,
      'a broken escape': (id, mac) => `${id}.${mac}%E0%A4%A`,
      'ten thousand letters': () => 'a'.repeat(10_000),
      'nothing but a dot': () => '.%20',
    };
    const sameBytes = (mac: string): string => {
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      return (
        mac.slice(0, -1) + (alphabet[(alphabet.indexOf(mac.at(-1) ?? 'A') & ~3) | ((alphabet.indexOf(mac.at(-1) ?? 'A') + 1) & 3)] ?? 'A')
      );
    };
    let known: Awaited<ReturnType<typeof clearanceOf>>;
    beforeAll(async () => {
      known = await clearanceOf();
    });

    it.each(Object.keys(wrong))('is not known: %s', async (name) => {
      const [id = '', mac = ''] = known.link.slice('/respond/'.length).split('.');
      const path = `/respond/${wrong[name]?.(id, mac, known.other.split('.')[1] ?? '')}`;
      const answers = [await system.call('GET', path), await system.answer(path, approve)];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      for (const { text } of answers) expect(text).not.toContain(known.walked.number);
    });

    it('has changed nothing by any of these, and the true one still answers', async () => {
      expect(await timesAnswered(known.walked, 'clearance-given')).toBe(0);
      expect((await system.answer(known.link, approve)).status).toBe(200);
    });
  });

  it('answers once: twenty posts of one form at the same moment are one clearance', async () => {
    const { walked, link } = await clearanceOf();
    const sent = await Promise.all(Array.from({ length: 20 }, () => system.answer(link, approve)));
    expect(sent.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
    expect(await timesAnswered(walked, 'clearance-given')).toBe(1);
  });

  it.each([1, 2, 3])('loses neither answer when one clearer approves and another returns at the same moment (%i)', async () => {
    const { walked, link, other } = await clearanceOf();
    const [approved, returned] = await Promise.all([
      system.answer(link, approve),
      system.answer(other, { response: 'return', words: 'The sums do not add up' }),
    ]);
    expect([returned.status, [200, 409].includes(approved.status)]).toEqual([200, true]);
    expect([await timesAnswered(walked, 'clearance-given'), await timesAnswered(walked, 'proposal-returned')]).toEqual([
      approved.status === 200 ? 1 : 0,
      1,
    ]);
    if (approved.status === 409) expect(approved.text).toContain('This is no longer asked');
    expect((await walked.get()).status).toBe('draft');
  });

  it.each([1, 2])('opens the notice once when the three clearers approve at the same moment (%i)', async () => {
    const { walked, links } = await clearanceOf();
    const sent = await Promise.all([...links.values()].map((each) => system.answer(each, approve)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([
      await timesAnswered(walked, 'clearance-given'),
      await timesAnswered(walked, 'proposal-cleared'),
      (await walked.get()).status,
    ]).toEqual([3, 1, 'cleared']);
  });

  it('is superseded by a fresh one, says so, and the fresh one answers', async () => {
    const { walked, link } = await clearanceOf();
    const step = (await walked.get()).steps.find(({ post }) => post === 's151-officer');
    expect((await clerk('POST', `/api/proposals/${walked.id}/steps/${step?.id}/resend`, {})).status).toBe(200);
    const fresh = (await linksOf(system, walked.number, 'link-reissued')).get(finance) ?? '';
    const [page, refused] = [await system.call('GET', link), await system.answer(link, approve)];
    expect([page.status, refused.status]).toEqual([200, 409]);
    for (const { text } of [page, refused]) expect(text).toContain('A newer link has replaced this one');
    expect([page.text.includes('name="response"'), (await system.answer(fresh, approve)).status]).toEqual([false, 200]);
  });

  it('is void after a withdrawal, and says by whom and why', async () => {
    const { walked, link } = await clearanceOf();
    expect((await system.as('officer')('POST', `/api/proposals/${walked.id}/withdraw`, { reason: 'The grant was not given' })).status).toBe(
      200,
    );
    const [page, refused] = [await system.call('GET', link), await system.answer(link, approve)];
    expect([page.status, refused.status]).toEqual([200, 409]);
    for (const { text } of [page, refused]) expect(text).toMatch(/This is no longer asked[\s\S]*withdrawn/);
  });

  it('is void after a material change, so that nobody decides early what has become key since it was asked', async () => {
    const cheap = {
      ...safer().financialImplications,
      expenditure: [{ description: 'All', kind: 'one-off' as const, amountPence: 90_000_000 }],
    };
    const walked = await noticed(
      system,
      safer({ financialImplications: cheap, divisionsAffected: [], consultees: [], cabinetCommittee: undefined }),
    );
    const link = (await linksOf(system, walked.number, 'determination-asked')).values().next().value ?? '';
    const officer = system.as('officer');
    const changed = await officer<View>('PUT', `/api/proposals/${walked.id}`, safer({ divisionsAffected: [], consultees: [] }), {
      'if-match': `"${(await walked.get()).version}"`,
    });
    expect([changed.status, changed.json.keyDecision.isKey]).toEqual([200, true]);
    const refused = await system.answer(link, { response: 'approve', interest: 'none' });
    expect([refused.status, /This is no longer asked/.test(refused.text), (await walked.get()).record]).toEqual([409, true, undefined]);
  });

  it('does not decide for a person whose own proposal it is', async () => {
    const mine = safer({ consultees: [] });
    const made = await system.call<View>('POST', '/api/proposals', mine, { authorization: `Bearer ${await tokenOf('s151', finance)}` });
    const sent = await system.call<View>(
      'POST',
      `/api/proposals/${made.json.id}/submit`,
      {},
      { authorization: `Bearer ${await tokenOf('s151', finance)}` },
    );
    const link = (await linksOf(system, sent.json.number ?? '', 'clearance-asked', 3)).get(finance) ?? '';
    const refused = await system.answer(link, approve);
    expect([refused.status, refused.text.includes('You submitted this proposal')]).toEqual([409, true]);
  });

  it('neither clears for whoever takes a proposal over nor for whoever handed it on, and the next officer has it at their sign-in', async () => {
    const as = async (sub: string, email: string) => ({ authorization: `Bearer ${await tokenOf(sub, email)}` });
    const made = await system.call<View>('POST', '/api/proposals', safer({ consultees: [] }), await as('s151', finance));
    const path = `/api/proposals/${made.json.id}`;
    const to = { name: 'B Officer', email: 'B.Officer@kent.example' };
    const handing = { to, reason: 'Has other work' };
    const next = await as('nobody-here-knows-it', 'b.officer@kent.example');
    expect((await system.as('officer')('POST', `${path}/hand-over`, handing)).status, 'a clerk’s to do').toBe(403);
    expect((await system.call('POST', `${path}/submit`, {}, next)).status).toBe(403);
    const handed = await clerk<View & { submittedBy: object; heldBefore: object[] }>('POST', `${path}/hand-over`, handing);
    expect([handed.status, handed.json.submittedBy, handed.json.heldBefore]).toMatchObject([200, to, [{ email: finance }]]);
    const listed = await system.call<{ items: View[] }>('GET', '/api/proposals?mine=true', undefined, next);
    expect(listed.json.items.map(({ id }) => id)).toEqual([made.json.id]);
    expect((await system.call('POST', `${path}/submit`, {}, await as('s151', finance))).status).toBe(403);
    const sent = await system.call<View>('POST', `${path}/submit`, {}, next);
    expect(sent.status).toBe(200);
    const link = (await linksOf(system, sent.json.number ?? '', 'clearance-asked', 3)).get(finance) ?? '';
    const refused = await system.answer(link, approve);
    expect([refused.status, refused.text.includes('This proposal is or was yours')]).toEqual([409, true]);
  });

  const tokenOf = async (sub: string, email: string): Promise<string> =>
    (await system.call<{ token: string }>('POST', '/_local/token', { sub, name: sub, email, roles: ['officer'] })).json.token;

  describe('posted to in another way than by its form', () => {
    let known: Awaited<ReturnType<typeof clearanceOf>>;
    beforeAll(async () => {
      known = await clearanceOf();
    });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    it.each([
      ['from another site', 403, 'response=approve', { ...form, origin: 'https://elsewhere.example' }],
      ['from another site that hides its name', 403, 'response=approve', { ...form, origin: 'null', 'sec-fetch-site': 'cross-site' }],
      ['as JSON', 415, '{"response":"approve"}', { 'content-type': 'application/json' }],
      ['as plain text', 415, 'response=approve', { 'content-type': 'text/plain' }],
      ['with 300 KiB of words', 413, `response=return&words=${'a'.repeat(300 * 1024)}`, form],
      ['with both answers', 422, 'response=approve&response=decline', form],
      ['with an answer of another stage', 422, 'response=support', form],
      ['with no answer', 422, '', form],
      ['with a reason of spaces', 422, 'response=return&words=+++', form],
      ['with control characters', 422, 'response=return&words=a%00b', form],
    ] as const)('is answered as it deserves and stores nothing: %s', async (_, status, body, headers) => {
      const answer = await system.call('POST', known.link, body, headers);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
      expect((await known.walked.get()).steps.every(({ state }) => state === 'open')).toBe(true);
    });
  });

  it('is in no email that asks nothing', async () => {
    const told = (await system.mail()).filter(({ kind }) => !/-asked$|^link-reissued$/.test(kind));
    expect(told.filter((mail) => linkIn(mail) !== undefined)).toEqual([]);
  });
});
