import * as z from 'zod/mini';
import { councilResponse } from '../council/council-response.schema.ts';
import { assessmentResponse, proposalList, proposalResponse } from '../proposal/responses.schema.ts';
import { type Answered, apiCall } from './api-call.ts';
import { contractApi } from './contract/contract-api.ts';

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
  next: z.nullable(z.string()),
});
const emails = z.object({
  items: z.array(
    z.object({
      to: z.string(),
      kind: z.string(),
      subject: z.string(),
      status: z.enum(['queued', 'sent', 'delivered', 'bounced', 'complained', 'failed']),
      queuedAt: maybe,
      sentAt: maybe,
      deliveredAt: maybe,
      bouncedAt: maybe,
      complainedAt: maybe,
      failedAt: maybe,
      reason: maybe,
    }),
  ),
  next: z.nullable(z.string()),
});
type Part<T> = { items: T[]; next: string | null };
export type HistoryLine = z.infer<typeof history>['items'][number];
export type Email = z.infer<typeof emails>['items'][number];

/** The JSON API, called as the person signed in. Everything that the desk knows and does, it knows and does by this. */
export const deskApi = (publicUrl: string, token: string, send: typeof fetch = fetch) => {
  const call = apiCall(publicUrl, token, send);
  const get = <T>(schema: z.ZodMiniType<T>, path: string) => call(schema, { method: 'GET', path });
  const of = (id: string) => `/api/proposals/${encodeURIComponent(id)}`;
  // A long one is told in parts.
  const whole = async <T>(part: z.ZodMiniType<Part<T>>, path: string, cursor = ''): Promise<Answered<{ items: T[] }>> => {
    const read = await get(part, path + cursor);
    const next = read.ok ? read.body.next : null;
    const rest = next === null ? null : await whole(part, path, `?cursor=${next}`);
    if (!read.ok || rest === null) return read;
    return rest.ok ? { ...rest, body: { items: [...read.body.items, ...rest.body.items] } } : rest;
  };
  return {
    council: () => get(councilResponse, '/api/council'),
    proposals: (query: Record<string, string>) => get(proposalList, `/api/proposals?${new URLSearchParams(query)}`),
    proposal: (id: string) => get(proposalResponse, of(id)),
    history: (id: string) => whole(history, `${of(id)}/history`),
    draftFrom: (contract: string, intent: string) =>
      get(
        z.record(z.string(), z.unknown()),
        `/api/contracts/${encodeURIComponent(contract)}/draft-proposal?${new URLSearchParams({ intent })}`,
      ),
    contracts: contractApi(call),
    contractHistory: (id: string) => whole(history, `/api/contracts/${encodeURIComponent(id)}/history`),
    actOnContract: (id: string, action: string, body: unknown, key: string, version?: string) =>
      call(z.unknown(), {
        method: 'POST',
        path: `/api/contracts/${encodeURIComponent(id)}/${action}`,
        body,
        key,
        ...(version ? { version } : {}),
      }),
    emails: (id: string) => whole(emails, `${of(id)}/emails`),
    check: (proposal: unknown) => call(assessmentResponse, { method: 'POST', path: '/api/proposals/check', body: { proposal } }),
    draft: (proposal: unknown, key: string) => call(proposalResponse, { method: 'POST', path: '/api/proposals', body: proposal, key }),
    importDecision: (body: unknown, key: string) => call(proposalResponse, { method: 'POST', path: '/api/proposals/import', body, key }),
    replace: (id: string, proposal: unknown, key: string, version: string) =>
      call(proposalResponse, { method: 'PUT', path: of(id), body: proposal, key, version }),
    act: (id: string, path: string, body: unknown, key: string, version?: string) =>
      call(z.unknown(), { method: 'POST', path: `${of(id)}/${path}`, body, key, ...(version ? { version } : {}) }),
  };
};

export type DeskApi = ReturnType<typeof deskApi>;
