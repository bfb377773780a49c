import type { Given } from '../decision/commands.ts';
import { type Refused, refuse } from '../decision/refusal.ts';
import { emailStore } from '../email/email-store.ts';
import { listDecisions } from '../platform/store/decision-list.ts';
import type { Reading } from '../platform/deployed-reading.ts';
import { carried, carriedPart } from '../platform/http/carried.ts';
import { cursorAt } from '../platform/http/cursor.ts';
import { api, type ApiHandler } from '../platform/http/http.ts';
import { keys } from '../platform/table/keys.ts';
import { historyLine } from './history.view.ts';
import { viewProposal } from './proposal.view.ts';
import { historyQuery, listQuery } from './queries.schema.ts';
import { emailsResponse, historyResponse } from './responses.schema.ts';

const nothing = (): Refused => refuse('no-such-decision', 'API', 'There is no such proposal.');

const givenOf = async ({ now, loadCouncil }: Reading): Promise<Given> => ({ now: now(), council: await loadCouncil() });

/** Proposals, the newest change first; of one status, or one's own, when asked. Fewer than asked for where they are long. */
export const listProposals = (around: Reading): ApiHandler =>
  api({ query: listQuery }, async ({ who, query: { status, mine, cursor, limit } }) => {
    const page = await listDecisions(around.table, {
      status,
      cursor,
      limit,
      ...(mine === 'true' ? { officer: who.sub, address: who.email } : {}),
    });
    if (!page.ok) return page;
    const given = await givenOf(around);
    const items = carried(page.items.map((decision) => viewProposal(decision, given)));
    const last = items.length < page.items.length ? items.at(-1) : undefined;
    const next = last ? cursorAt([last.updatedAt, keys.current(last.id).pk]) : page.next;
    return { status: 200, body: { items, unreadable: page.unreadable, next } };
  });

/** One proposal, as it stands at this moment. */
export const readProposal = (around: Reading): ApiHandler =>
  api({}, async ({ params }) => {
    const decision = await around.store.load(params.id ?? '');
    return decision ? { status: 200, body: viewProposal(decision, await givenOf(around)), version: decision.version } : nothing();
  });

/** Every event of a decision, each sealed with the hash of the one before; so many at once as one answer carries. */
export const readHistory = (around: Reading): ApiHandler =>
  api({ query: historyQuery, response: historyResponse }, async ({ params, query }) => {
    const events = await around.store.history(params.id ?? '');
    return events.length > 0 ? { status: 200, body: carriedPart(events, historyLine, query) } : nothing();
  });

/** Every email of a decision, and what became of it; so many at once as one answer carries. */
export const readEmails = (around: Reading): ApiHandler =>
  api({ query: historyQuery, response: emailsResponse }, async ({ params, query }) => {
    const id = params.id ?? '';
    const [decision, emails] = await Promise.all([around.store.load(id), emailStore(around.table).list(id)]);
    return decision ? { status: 200, body: carriedPart(emails, (email) => email, query) } : nothing();
  });
