import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Instant } from '../../rules/local-date.ts';

/** How this desk is known to the council's OpenID Connect issuer. */
export type OidcClient = {
  issuer: string;
  clientId: string;
  scope: string;
  loadSecret: (() => Promise<string>) | null;
  redirectUri: string;
};

/** The sign-in did not end as it must; its message is for the log, not for the page. */
export class SignInFailed extends Error {}

const endpointsSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  end_session_endpoint: z.optional(z.url()),
});
export type Endpoints = z.infer<typeof endpointsSchema>;

const tokensSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  id_token: z.string().check(z.minLength(1)),
  token_type: z.string().check(z.regex(/^bearer$/i)),
  expires_in: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 3600),
});
const idClaimsSchema = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.optional(z.string()),
  exp: z.number(),
  nonce: z.optional(z.string()),
  sub: z.string(),
});

const patience = () => AbortSignal.timeout(5_000);
const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

const jsonFrom = async (response: Response, what: string): Promise<unknown> => {
  if (!response.ok) throw new SignInFailed(`${what} answered ${response.status}`);
  return response.json();
};

/** Where the issuer is spoken to (OpenID Connect Discovery 1.0). Throws `SignInFailed` where it does not say so, or speaks for another. */
export const discover = async (issuer: string): Promise<Endpoints> => {
  const read = endpointsSchema.safeParse(
    await jsonFrom(await fetch(`${withoutSlash(issuer)}/.well-known/openid-configuration`, { signal: patience() }), 'Discovery'),
  );
  if (!read.success) throw new SignInFailed('The issuer’s configuration is not complete');
  if (withoutSlash(read.data.issuer) !== withoutSlash(issuer)) throw new SignInFailed('The issuer’s configuration is another issuer’s');
  return read.data;
};

const chance = (): string => randomBytes(32).toString('base64url');

/** The secrets of one sign-in, none of them used twice: state, nonce, and the PKCE verifier (RFC 7636). */
export const freshSecrets = () => ({ state: chance(), nonce: chance(), verifier: chance() });

/** Where the browser is sent to sign in. */
export const authorizeUrl = (
  { authorization_endpoint }: Endpoints,
  client: OidcClient,
  { state, nonce, verifier }: ReturnType<typeof freshSecrets>,
): string => {
  const url = new URL(authorization_endpoint);
  const asked = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    scope: client.scope,
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
};

/** The claims of a token; null for what is no token. Not verified: for tokens that came straight from their issuer. */
export const claimsOf = (token: string): unknown => {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};

/**
 * Refuses an ID token that is not this issuer's, for this client, of this sign-in, and still good. It came over the
 * issuer's own TLS connection, which OpenID Connect Core 3.1.3.7 (6) lets stand in the place of its signature.
 */
export const checkIdToken = (
  token: string,
  { issuer, client, nonce, now }: { issuer: string; client: OidcClient; nonce: string; now: Instant },
): void => {
  const read = idClaimsSchema.safeParse(claimsOf(token));
  if (!read.success) throw new SignInFailed('The ID token has not the claims it must have');
  const { iss, aud, azp, exp, nonce: given } = read.data;
  const audiences = [aud].flat();
  if (iss !== issuer) throw new SignInFailed('The ID token is another issuer’s');
  if (!audiences.includes(client.clientId) || (azp !== undefined && azp !== client.clientId))
    throw new SignInFailed('The ID token is for another client');
  if (given !== nonce) throw new SignInFailed('The ID token is of another sign-in');
  // A minute for clocks that differ.
  if (exp * 1000 + 60_000 <= Date.parse(now)) throw new SignInFailed('The ID token has expired');
};

const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;

/** The tokens that a code is worth, and for how many seconds. Throws `SignInFailed`. */
export const redeem = async (endpoints: Endpoints, client: OidcClient, { code, verifier }: { code: string; verifier: string }) => {
  const secret = client.loadSecret ? await client.loadSecret() : null;
  const response = await fetch(endpoints.token_endpoint, {
    method: 'POST',
    signal: patience(),
    redirect: 'error',
    headers: { accept: 'application/json', ...(secret === null ? {} : { authorization: basic(client.clientId, secret) }) },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: client.redirectUri,
      code_verifier: verifier,
      ...(secret === null ? { client_id: client.clientId } : {}),
    }),
  });
  const read = tokensSchema.safeParse(await jsonFrom(response, 'The token endpoint'));
  if (!read.success) throw new SignInFailed('The issuer’s tokens are not complete');
  return { accessToken: read.data.access_token, idToken: read.data.id_token, seconds: read.data.expires_in };
};
