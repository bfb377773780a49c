import * as z from 'zod/mini';
import type { LinkSecrets } from '../../link/macs.ts';
import { roles } from '../../platform/http/caller.ts';
import { type Purpose, seal, unseal } from './seal.ts';

const whoSchema = z.object({ sub: z.string(), name: z.string(), email: z.string(), roles: z.array(z.enum(roles)) });

/** Somebody signed in: the token that the API takes from them, who it says they are, and what their forms must carry. */
const sessionSchema = z.object({
  accessToken: z.string().check(z.minLength(1)),
  who: whoSchema,
  csrf: z.string().check(z.minLength(20)),
});

/** A sign-in on its way: what must come back from the issuer, and the page it was for. */
const signingInSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });

export type Session = z.infer<typeof sessionSchema>;
export type SigningIn = z.infer<typeof signingInSchema>;

// A browser keeps 4,096 bytes of a cookie, its name and attributes among them, and drops what is longer without a word.
const mostCharacters = 3_900;

/** The council's token does not fit into a cookie. */
export class TokenTooLong extends Error {
  constructor(characters: number) {
    super(
      `The sign-in makes a cookie of ${characters} characters; browsers keep ${mostCharacters}. Have the issuer leave groups out of the token.`,
    );
  }
}

type Cookie = { name: string; purpose: Purpose };

const cookies = {
  session: { name: 'desk', purpose: 'session' },
  signingIn: { name: 'desk-signing-in', purpose: 'signing-in' },
} as const satisfies Record<string, Cookie>;

// `__Host-` has the browser refuse the cookie to other hosts and to plain HTTP, which only this machine itself is spoken to by.
const isSecure = (publicUrl: string): boolean => new URL(publicUrl).protocol === 'https:';
const nameOf = ({ name }: Cookie, publicUrl: string): string => (isSecure(publicUrl) ? `__Host-${name}` : name);

const setCookie = (cookie: Cookie, value: string, seconds: number, publicUrl: string): string =>
  `${nameOf(cookie, publicUrl)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure(publicUrl) ? '; Secure' : ''}`;

const kept = (cookie: Cookie, content: object, seconds: number, secrets: LinkSecrets, publicUrl: string): string => {
  const value = seal(JSON.stringify(content), secrets, cookie.purpose);
  if (value.length > mostCharacters) throw new TokenTooLong(value.length);
  return setCookie(cookie, value, seconds, publicUrl);
};

const found = <T>(cookie: Cookie, schema: z.ZodMiniType<T>, sent: string[], secrets: LinkSecrets, publicUrl: string): T | null => {
  const begins = `${nameOf(cookie, publicUrl)}=`;
  const value = sent.find((each) => each.startsWith(begins))?.slice(begins.length);
  const text = value ? unseal(value, secrets, cookie.purpose) : null;
  const read = text === null ? null : schema.safeParse(JSON.parse(text));
  return read?.success ? read.data : null;
};

// The browser drops it when the token ends; a copy kept longer is worth nothing, for the API takes no token past its time.
/** The `Set-Cookie` that keeps somebody signed in for as many seconds as their token is good. Throws `TokenTooLong`. */
export const keepSession = (session: Session, seconds: number, secrets: LinkSecrets, publicUrl: string): string =>
  kept(cookies.session, session, seconds, secrets, publicUrl);

/** Who is signed in by these cookies; null for nobody, and for a cookie that is not as it was given. */
export const sessionIn = (sent: string[], secrets: LinkSecrets, publicUrl: string): Session | null =>
  found(cookies.session, sessionSchema, sent, secrets, publicUrl);

/** The `Set-Cookie` that remembers a sign-in for ten minutes. */
export const keepSigningIn = (content: SigningIn, secrets: LinkSecrets, publicUrl: string): string =>
  kept(cookies.signingIn, content, 600, secrets, publicUrl);

/** The sign-in that these cookies remember; null for none. */
export const signingInOf = (sent: string[], secrets: LinkSecrets, publicUrl: string): SigningIn | null =>
  found(cookies.signingIn, signingInSchema, sent, secrets, publicUrl);

/** The `Set-Cookie`s that forget both. */
export const forgetAll = (publicUrl: string): string[] => Object.values(cookies).map((cookie) => setCookie(cookie, '', 0, publicUrl));

/** The `Set-Cookie` that forgets a sign-in that is over. */
export const forgetSigningIn = (publicUrl: string): string => setCookie(cookies.signingIn, '', 0, publicUrl);
