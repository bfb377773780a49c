import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LocalIssuer, tokenVerifier } from '../../bin/local/issuer.ts';
import { answerDesk, type Desk } from '../../functions/desk/desk.ts';
import { checkIdToken, discover, type OidcClient, SignInFailed } from '../../functions/desk/sign-in/oidc.ts';
import { sessionIn } from '../../functions/desk/sign-in/session.ts';
import { asked, publicUrl, secrets } from './desks.ts';

const now = '2023-03-07T09:00:00Z';
const here = 'http://127.0.0.1:3000';
let issuer: LocalIssuer;
let desk: Desk;
const failures: string[] = [];

beforeAll(async () => {
  issuer = await LocalIssuer.start({ council: 'kent', now: () => new Date(now) });
  const client: OidcClient = {
    issuer: issuer.url,
    clientId: 'clear-days',
    scope: 'openid',
    loadSecret: null,
    redirectUri: `${here}/desk/signed-in`,
  };
  desk = {
    publicUrl: here,
    client,
    now: () => now,
    loadSecrets: async () => secrets,
    log: (_, { reason = '' }) => void failures.push(reason),
    discover: () => discover(issuer.url),
  };
});
afterAll(() => issuer.stop());

const cookieIn = (cookies: string[] | undefined, name: string): string =>
  cookies?.find((cookie) => cookie.startsWith(`${name}=`))?.split(';')[0] ?? '';

/** Begins a sign-in and chooses somebody, as a browser would; answers the way back and the cookie that remembers it. */
const chosen = async (person: string, to = '/desk/proposals') => {
  const begun = await answerDesk(desk)(asked('GET /desk/sign-in', { query: `to=${to}` }));
  const address = new URL(begun.headers.location ?? '');
  const form = new URLSearchParams([...address.searchParams, ['person', person]]);
  const back = await fetch(`${issuer.url}/authorize`, { method: 'POST', body: form, redirect: 'manual' });
  return {
    cookie: cookieIn(begun.cookies, 'desk-signing-in'),
    back: new URL(back.headers.get('location') ?? 'http://none'),
    chooser: await fetch(address).then((page) => page.text()),
  };
};

const returned = (back: URL, cookie: string) => answerDesk(desk)(asked('GET /desk/signed-in', { cookie, query: back.search.slice(1) }));

describe('Signing in through the issuer', () => {
  it('asks on this machine who one is, and comes back as that person to the page that was wanted', async () => {
    const { cookie, back, chooser } = await chosen('clerk');
    expect(chooser).toMatch(/Olive Officer[\s\S]*Clare Clerk[\s\S]*Sam Scrutiny[\s\S]*Connie Contracts/);
    const { statusCode, headers, cookies } = await returned(back, cookie);
    expect([statusCode, headers.location]).toEqual([303, '/desk/proposals']);
    const session = sessionIn([cookieIn(cookies, 'desk')], secrets, here);
    expect(session?.who).toEqual({ sub: 'clerk', name: 'Clare Clerk', email: 'clerk@kent.example', roles: ['clerk'] });
    expect(await tokenVerifier(issuer.url, ['clear-days'])(session?.accessToken ?? '')).toMatchObject({ sub: 'clerk', roles: ['clerk'] });
  });

  it('takes a code once', async () => {
    const { cookie, back } = await chosen('clerk');
    expect((await returned(back, cookie)).statusCode).toBe(303);
    expect((await returned(back, cookie)).statusCode).toBe(400);
  });

  it('takes no answer to another sign-in', async () => {
    const [one, other] = [await chosen('clerk'), await chosen('officer')];
    expect((await returned(one.back, other.cookie)).statusCode).toBe(400);
    expect((await returned(one.back, '')).statusCode).toBe(400);
  });

  it('takes no code that another sign-in is worth, whatever its state says', async () => {
    const [one, other] = [await chosen('clerk'), await chosen('officer')];
    const mixed = new URL(one.back);
    mixed.searchParams.set('code', other.back.searchParams.get('code') ?? '');
    expect((await returned(mixed, one.cookie)).statusCode).toBe(400);
  });

  it('takes no answer that says it is another issuer’s (RFC 9207)', async () => {
    const { cookie, back } = await chosen('clerk');
    back.searchParams.set('iss', 'https://evil.example');
    expect((await returned(back, cookie)).statusCode).toBe(400);
  });

  it('says for the log, and not on the page, why it failed', async () => {
    const { cookie, back } = await chosen('clerk');
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
    expect((await returned(back, cookie)).body).not.toContain('access_denied');
    expect(failures.at(-1)).toBe('The issuer answered access_denied');
  });
});

describe('The issuer of this machine', () => {
  const ask = (change: Record<string, string>) =>
    fetch(
      `${issuer.url}/authorize?${new URLSearchParams({ response_type: 'code', client_id: 'clear-days', redirect_uri: `${here}/desk/signed-in`, state: 's', code_challenge: 'c', code_challenge_method: 'S256', ...change })}`,
    );

  it.each([
    [{ redirect_uri: 'https://evil.example/' }],
    [{ redirect_uri: 'http://127.0.0.1.evil.example:80/' }],
    [{ code_challenge_method: 'plain' }],
    [{ response_type: 'token' }],
  ])('signs nobody in for %o', async (change) => {
    expect((await ask(change)).status).toBe(400);
  });

  it('puts nothing that it was sent into its page as markup', async () => {
    expect(await (await ask({ state: '"><script>' })).text()).not.toContain('<script>');
  });
});

describe('An ID token', () => {
  const client: OidcClient = {
    issuer: 'https://login.kent.example',
    clientId: 'clear-days',
    scope: 'openid',
    loadSecret: null,
    redirectUri: `${publicUrl}/desk/signed-in`,
  };
  const seconds = Date.parse(now) / 1000;
  const sound = { iss: client.issuer, aud: 'clear-days', sub: 'clerk', nonce: 'n', exp: seconds + 300 };
  const check = (claims: object) =>
    checkIdToken(`h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`, { issuer: client.issuer, client, nonce: 'n', now });

  it('is taken when it is this issuer’s, for this client, of this sign-in, and still good', () => {
    expect(() => check(sound)).not.toThrow();
    expect(() => check({ ...sound, aud: ['other', 'clear-days'], azp: 'clear-days' })).not.toThrow();
  });

  it.each([
    ['another issuer’s', { iss: 'https://evil.example' }],
    ['for another client', { aud: 'other' }],
    ['issued to another client', { aud: ['other', 'clear-days'], azp: 'other' }],
    ['of another sign-in', { nonce: 'other' }],
    ['of no sign-in', { nonce: undefined }],
    ['expired', { exp: seconds - 61 }],
    ['without an end', { exp: undefined }],
  ])('is refused when it is %s', (_, change) => {
    expect(() => check({ ...sound, ...change })).toThrow(SignInFailed);
  });

  it('is refused when it is no token', () => {
    for (const token of ['', 'a', 'a.b.c', 'a.bnVsbA.c'])
      expect(() => checkIdToken(token, { issuer: client.issuer, client, nonce: 'n', now })).toThrow(SignInFailed);
  });
});
