import * as z from 'zod/mini';
import { councilResponse } from '../council/council-response.schema.ts';
import { assessmentResponse, proposalList, proposalResponse } from '../proposal/responses.schema.ts';
import { contractApi } from './contract/contract-api.ts';
import type { Problem } from './form/field.ts';

/** A "no" of the API: in plain words, with the rule and its source, and every fault of what was sent. */
export type Refusal = {
  status: number;
  words: string;
  rule: string | null;
  source: string | null;
  problems: Problem[];
  facts: Record<string, unknown>;
};

/** What the API answered. */
export type Answered<T> = { ok: true; body: T; location: string | null } | { ok: false; refusal: Refusal };

/** The API no longer takes the token of whoever is signed in. */
export class SignedOut extends Error {}

export type Proposal = z.infer<typeof proposalResponse>;
export type Assessment = z.infer<typeof assessmentResponse>;

// Of these two lists the desk shows the part that a reader wants; the API may give more.
const maybe = z.optional(z.string());
const history = z.object({
  items: z.array(
    z.object({
      sequence: z.int(),
      at: z.string(),
      by: z.object({ name: z.string(), capacity: z.string(), link: maybe, override: maybe }),
      type: z.string(),
      what: z.record(z.string(), z.unknown()),
    }),
  ),
});
const emails = z.object({
  items: z.array(
    z.object({
      to: z.string(),
      kind: z.string(),
      subject: z.string(),
      status: z.enum(['queued', 'sending', 'sent', 'delivered', 'bounced', 'complained', 'failed']),
      queuedAt: maybe,
      sentAt: maybe,
      deliveredAt: maybe,
      bouncedAt: maybe,
      complainedAt: maybe,
      failedAt: maybe,
      reason: maybe,
    }),
  ),
});
export type HistoryLine = z.infer<typeof history>['items'][number];
export type Email = z.infer<typeof emails>['items'][number];

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

/** The JSON API, called as the person signed in. Everything that the desk knows and does, it knows and does by this. */
export const deskApi = (publicUrl: string, token: string, send: typeof fetch = fetch) => {
  const call = async <T>(schema: z.ZodMiniType<T>, sent: Sent): Promise<Answered<T>> => {
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
  const get = <T>(schema: z.ZodMiniType<T>, path: string) => call(schema, { method: 'GET', path });
  const of = (id: string) => `/api/proposals/${encodeURIComponent(id)}`;
  return {
    council: () => get(councilResponse, '/api/council'),
    proposals: (query: Record<string, string>) => get(proposalList, `/api/proposals?${new URLSearchParams(query)}`),
    proposal: (id: string) => get(proposalResponse, of(id)),
    history: (id: string) => get(history, `${of(id)}/history`),
    draftFrom: (contract: string, intent: string) =>
      get(
        z.record(z.string(), z.unknown()),
        `/api/contracts/${encodeURIComponent(contract)}/draft-proposal?${new URLSearchParams({ intent })}`,
      ),
    contracts: contractApi(call),
    contractHistory: (id: string) => get(history, `/api/contracts/${encodeURIComponent(id)}/history`),
    actOnContract: (id: string, action: string, body: unknown, key: string) =>
      call(z.unknown(), { method: 'POST', path: `/api/contracts/${encodeURIComponent(id)}/${action}`, body, key }),
    emails: (id: string) => get(emails, `${of(id)}/emails`),
    check: (proposal: unknown) => call(assessmentResponse, { method: 'POST', path: '/api/proposals/check', body: { proposal } }),
    draft: (proposal: unknown, key: string) => call(proposalResponse, { method: 'POST', path: '/api/proposals', body: proposal, key }),
    importDecision: (body: unknown, key: string) => call(proposalResponse, { method: 'POST', path: '/api/proposals/import', body, key }),
    replace: (id: string, proposal: unknown, key: string, version: string) =>
      call(proposalResponse, { method: 'PUT', path: of(id), body: proposal, key, version }),
    act: (id: string, path: string, body: unknown, key: string) =>
      call(z.unknown(), { method: 'POST', path: `${of(id)}/${path}`, body, key }),
  };
};

export type DeskApi = ReturnType<typeof deskApi>;
