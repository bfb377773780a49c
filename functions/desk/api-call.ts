import * as z from 'zod/mini';
import type { Fault } from '../rules/fault.ts';

/** A "no" of the API: in plain words, with the rule and its source, and every fault of what was sent. */
export type Refusal = {
  status: number;
  words: string;
  rule: string | null;
  source: string | null;
  problems: Fault[];
  facts: Record<string, unknown>;
};

/** What the API answered. */
export type Answered<T> = { ok: true; body: T; location: string | null } | { ok: false; refusal: Refusal };

/** The API no longer takes the token of whoever is signed in. */
export class SignedOut extends Error {}

const problemSchema = z.looseObject({
  detail: z.optional(z.string()),
  message: z.optional(z.string()),
  rule: z.optional(z.string()),
  source: z.optional(z.string()),
  errors: z._default(z.array(z.object({ path: z.string(), message: z.string() })), []),
});

const noAnswer: Refusal = {
  status: 503,
  words: 'The system did not answer in time. Nothing you typed is lost. Send it again: it will not be done twice.',
  rule: null,
  source: null,
  problems: [],
  facts: {},
};

const refusalOf = (status: number, body: unknown): Refusal => {
  const { detail, message, rule, source, errors, ...facts } = z.catch(problemSchema, { errors: [] }).parse(body);
  return {
    status,
    words: detail ?? message ?? 'This cannot be done now.',
    rule: rule ?? null,
    source: source ?? null,
    problems: errors,
    facts,
  };
};

/**
 * A request of the API: `key` makes it done once however often it is sent, `version` only while nobody else has changed what it changes.
 */
export type Sent = { method: 'GET' | 'POST' | 'PUT'; path: string; body?: unknown; key?: string; version?: string };

const headersOf = (token: string, { body, key, version }: Sent): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  accept: 'application/json',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(key ? { 'idempotency-key': key } : {}),
  ...(version ? { 'if-match': `"${version}"` } : {}),
});

const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Calls the API; throws `SignedOut` where it no longer takes the token. No answer in nine seconds is a refusal like any other. */
export type Call = <T>(schema: z.ZodMiniType<T>, sent: Sent) => Promise<Answered<T>>;

/** How the JSON API is called as the person signed in. */
export const apiCall =
  (publicUrl: string, token: string, send: typeof fetch = fetch): Call =>
  async <T>(schema: z.ZodMiniType<T>, sent: Sent): Promise<Answered<T>> => {
    const init = {
      method: sent.method,
      headers: headersOf(token, sent),
      signal: AbortSignal.timeout(9_000),
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    };
    const answer = await send(publicUrl + sent.path, init).then(
      async (response) => ({ response, body: await jsonOf(response) }),
      () => null,
    );
    if (answer === null) return { ok: false, refusal: noAnswer };
    const { response, body } = answer;
    if (response.status === 401) throw new SignedOut('The API does not take the token');
    if (response.ok) return { ok: true, body: schema.parse(body), location: response.headers.get('location') };
    return { ok: false, refusal: response.status >= 500 ? { ...noAnswer, status: response.status } : refusalOf(response.status, body) };
  };
