import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { System } from './system.ts';
import { safer, submitted, type View } from './walk.ts';

type Told = { rule: string; source: string; detail: string };

describe('who may do what, and how often', () => {
  let system: System;
  beforeAll(async () => {
    system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
  }, 120_000);
  afterAll(() => system?.stop());

  const officer = <T = View>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    system.as('officer')<T>(method, path, body, headers);
  const draft = async () => (await officer('POST', '/api/proposals', safer())).json;
  const count = async () => (await officer<{ items: unknown[] }>('GET', '/api/proposals?limit=100')).json.items.length;

  it.each([
    ['no token', () => ({})],
    ['an empty token', () => ({ authorization: 'Bearer ' })],
    ['nonsense', () => ({ authorization: 'Bearer nonsense' })],
    ['a token signed by nobody', () => ({ authorization: `Bearer ${unsigned({ alg: 'none' })}` })],
    ['a token signed by somebody else', () => ({ authorization: `Bearer ${unsigned({ alg: 'RS256', kid: 'mine' })}.c2lnbmF0dXJl` })],
    ['a password', () => ({ authorization: 'Basic b2ZmaWNlcjpvZmZpY2Vy' })],
  ] as const)('is nobody with %s', async (_, headers) => {
    const answer = await system.call('POST', '/api/proposals', {}, { ...headers() });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });
  const unsigned = (header: object): string =>
    [header, { sub: 'x', roles: ['clerk'], exp: 9_999_999_999 }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
      .concat('.');

  it('is nobody with a token that has run out or was meant for another system', async () => {
    for (const claims of [{ exp: 1_600_000_000 }, { aud: 'another-system' }, { iss: 'https://elsewhere.example' }]) {
      const { json } = await system.call<{ token: string }>('POST', '/_local/token', { sub: 'officer', roles: ['officer'], ...claims });
      expect((await system.call('GET', '/api/council', undefined, { authorization: `Bearer ${json.token}` })).status).toBe(401);
    }
  });

  it.each([
    ['a clerk does not draft', 'clerk', 'POST', '/api/proposals', {}],
    ['scrutiny does not check', 'scrutiny', 'POST', '/api/proposals/check', { proposal: {} }],
    ['an officer does not publish a notice', 'officer', 'POST', '/api/proposals/x/notice', { route: 'ordinary' }],
    ['an officer does not resend', 'officer', 'POST', '/api/proposals/x/steps/y/resend', {}],
    ['an officer does not import', 'officer', 'POST', '/api/proposals/import', {}],
    ['contracts does not withdraw', 'contracts', 'POST', '/api/proposals/x/withdraw', { reason: 'No' }],
    ['a role that is none reads nothing', 'mayor', 'GET', '/api/proposals', undefined],
  ])('refuses a role: %s', async (_, role, method, path, body) => {
    const answer = await system.as(role)<Told>(method, path, body);
    expect([answer.status, answer.headers.get('content-type'), answer.json.rule]).toEqual([403, 'application/problem+json', 'role']);
  });

  it('refuses another officer’s proposal', async () => {
    const { id } = await draft();
    const other = system.as('officer', 'another');
    const answers = [
      await other<Told>('PUT', `/api/proposals/${id}`, {}, { 'if-match': '"1"' }),
      await other<Told>('POST', `/api/proposals/${id}/submit`, {}),
      await other<Told>('POST', `/api/proposals/${id}/withdraw`, { reason: 'Mine' }),
    ];
    expect(answers.map(({ status, json }) => [status, json.rule])).toEqual(Array(3).fill([403, 'own-proposal']));
    expect((await officer('GET', `/api/proposals/${id}`)).json.version).toBe(1);
  });

  it.each([
    ['GET', '/api/proposals/nobody'],
    ['GET', '/api/proposals/nobody/history'],
    ['GET', '/api/proposals/nobody/emails'],
    ['POST', '/api/proposals/nobody/submit'],
    ['GET', `/api/proposals/${randomUUID()}`],
    ['GET', '/api/proposals/..%2F..%2FCOUNCIL'],
    ['GET', `/api/proposals/${'x'.repeat(3000)}`],
  ])('finds nothing at %s %s', async (method, path) => {
    const answer = await officer<Told>(method, path, method === 'POST' ? {} : undefined);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  it.each([
    '/decisions/23/99999',
    '/decisions/23/99999.json',
    '/decisions/xx/yyyyy',
    '/decisions/23/1',
    '/nowhere',
    '/api',
    '/respond',
    '/.env',
  ])('finds no public page at %s', async (path) => {
    expect((await system.call('GET', path)).status).toBe(404);
  });

  it('refuses with its rule and the rule’s source', async () => {
    const { id } = await submitted(system);
    for (const [role, action, body] of [
      ['officer', 'submit', {}],
      ['clerk', 'notice', { route: 'ordinary' }],
      ['scrutiny', 'call-in', { requestedBy: ['A'], grounds: ['B'], words: 'C' }],
    ] as const) {
      const answer = await system.as(role)<Told>('POST', `/api/proposals/${id}/${action}`, body);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
      expect(answer.json).toMatchObject({
        type: expect.any(String),
        title: expect.any(String),
        status: 409,
        detail: expect.stringMatching(/\.$/),
        rule: expect.stringMatching(/^[a-z-]+$/),
        source: expect.stringMatching(/\S/),
      });
    }
  });

  it('wants the version that was read, and refuses an old one', async () => {
    const { id } = await draft();
    const put = (headers: Record<string, string>) => officer<Told>('PUT', `/api/proposals/${id}`, safer({ subject: 'Another' }), headers);
    expect([(await put({})).status, (await put({ 'if-match': '"9"' })).status, (await put({ 'if-match': 'W/"9"' })).status]).toEqual([
      428, 412, 412,
    ]);
    const [one, two] = await Promise.all([put({ 'if-match': '"1"' }), put({ 'if-match': '"1"' })]);
    expect([one.status, two.status].sort()).toEqual([200, 412]);
    expect((await officer('GET', `/api/proposals/${id}`)).headers.get('etag')).toBe('"2"');
  });

  it('answers the same again for the same key and body, and refuses the key for another', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await officer('POST', '/api/proposals', safer(), key);
    const before = await count();
    const again = await officer('POST', '/api/proposals', safer(), key);
    expect([again.status, again.headers.get('location'), again.json]).toEqual([201, first.headers.get('location'), first.json]);
    const other = await officer<Told>('POST', '/api/proposals', safer({ subject: 'Other' }), key);
    expect([other.status, other.json.rule, await count()]).toEqual([409, 'idempotency-key-reuse', before]);
  });

  it('keeps one person’s keys from another’s', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const [mine, theirs] = [
      await officer('POST', '/api/proposals', safer(), key),
      await system.as('officer', 'another')<View>('POST', '/api/proposals', safer(), key),
    ];
    expect([mine.status, theirs.status, mine.json.id === theirs.json.id]).toEqual([201, 201, false]);
  });

  it('does once what is sent ten times at the same moment under one key', async () => {
    const before = await count();
    const key = { 'idempotency-key': randomUUID() };
    const sent = await Promise.all(Array.from({ length: 10 }, () => officer('POST', '/api/proposals', safer(), key)));
    expect([new Set(sent.map(({ status }) => status)), new Set(sent.map(({ json }) => json.id)).size]).toEqual([new Set([201]), 1]);
    expect(await count()).toBe(before + 1);
  });

  it.each(['', 'a b', 'é', 'x'.repeat(256)])('refuses a key that cannot be kept: “%s”', async (key) => {
    const answer = await officer<Told>(
      'POST',
      '/api/proposals',
      {},
      { 'idempotency-key': encodeURI(key) === key || key.includes(' ') ? key : Buffer.from(key).toString('latin1') },
    );
    expect(answer.status).toBe(400);
  });
});
