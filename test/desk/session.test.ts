import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../functions/desk/sign-in/seal.ts';
import {
  forgetAll,
  keepSession,
  keepSigningIn,
  type Session,
  sessionIn,
  signingInOf,
  TokenTooLong,
} from '../../functions/desk/sign-in/session.ts';

const secrets = { current: 'a'.repeat(64), previous: null };
const rotated = { current: 'b'.repeat(64), previous: secrets.current };
const session: Session = {
  accessToken: 'header.claims.signature',
  who: { sub: 'officer', name: 'Olive Officer', email: 'officer@kent.example', roles: ['officer'] },
  csrf: 'c'.repeat(32),
};
const [https, http] = ['https://decisions.kent.example', 'http://127.0.0.1:3000'];
const sentBack = (setCookie: string): string => setCookie.split(';')[0] ?? '';

describe('The cookie of somebody signed in', () => {
  it('opens to who they are, here and nowhere else', () => {
    const cookie = sentBack(keepSession(session, 3600, secrets, https));
    expect(sessionIn(['other=1', cookie], secrets, https)).toEqual(session);
    expect(sessionIn([cookie], { current: 'c'.repeat(64), previous: null }, https)).toBeNull();
    expect(sessionIn([], secrets, https)).toBeNull();
  });

  it('still opens after the secret is rotated once, and no longer after the next rotation', () => {
    const cookie = sentBack(keepSession(session, 3600, secrets, https));
    expect(sessionIn([cookie], rotated, https)).toEqual(session);
    expect(sessionIn([cookie], { current: 'd'.repeat(64), previous: rotated.current }, https)).toBeNull();
  });

  it('is kept from scripts, other sites, other hosts and plain HTTP, and ends with the token', () => {
    const cookie = keepSession(session, 3600, secrets, https);
    expect(cookie).toMatch(/^__Host-desk=[\w-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/);
    expect(keepSession(session, 3600, secrets, http)).toMatch(/^desk=[\w-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax$/);
  });

  it('shows nothing of the token', () => {
    const sealed = sentBack(keepSession(session, 3600, secrets, https)).slice('__Host-desk='.length);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('claims');
  });

  it('is nobody’s once a single bit of it is changed', () => {
    const sealed = seal(JSON.stringify(session), secrets, 'session');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'Ab0-_'), (at, character) => {
        const changed = sealed.slice(0, at) + character + sealed.slice(at + 1);
        expect(unseal(changed, secrets, 'session')).toBe(changed === sealed ? JSON.stringify(session) : null);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', 'a', 'desk', '%', 'x'.repeat(5000)])('does not open from "%.10s"', (value) => {
    expect(sessionIn([`__Host-desk=${value}`], secrets, https)).toBeNull();
  });

  it('does not open from a cookie sealed for signing in', () => {
    const begun = sentBack(keepSigningIn({ state: 's', nonce: 'n', verifier: 'v', to: '/desk' }, secrets, https));
    expect(signingInOf([begun], secrets, https)).toMatchObject({ state: 's' });
    expect(sessionIn([begun.replace('__Host-desk-signing-in', '__Host-desk')], secrets, https)).toBeNull();
  });

  it('is never the same twice', () => {
    expect(keepSession(session, 3600, secrets, https)).not.toBe(keepSession(session, 3600, secrets, https));
  });

  it('is refused where a browser would drop it without a word', () => {
    expect(() => keepSession({ ...session, accessToken: 'x'.repeat(4000) }, 3600, secrets, https)).toThrow(TokenTooLong);
  });

  it('is forgotten with the sign-in', () => {
    expect(forgetAll(https).map((cookie) => /^(\S+)=; Path=\/; Max-Age=0/.exec(cookie)?.[1])).toEqual([
      '__Host-desk',
      '__Host-desk-signing-in',
    ]);
  });
});
