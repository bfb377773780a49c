import { type Clause, clausesOf } from '../search/asked-terms.ts';
import { placesWhere } from '../search/leapfrog.ts';
import { isForwards, nameAt, type Postings } from '../search/postings.ts';
import type { Council } from '../council/council.schema.ts';
import type { Publication } from '../record/publication/publication.schema.ts';
import type { RegisterName } from './register-entry.ts';
import type { Summary } from './summary.schema.ts';
import { cursorOf, type RegisterQuery } from './register-query.ts';

/** A line of a list with its place there. */
export type Placed = { registerOrder: string; summary: Summary };

/** What the public functions can read: publications, the public lists and what is made from them; never a decision. */
export type PublicStore = {
  publicationOf: (number: string) => Promise<Publication | null>;
  /** Up to `limit` lines after a place, `NOTICES` soonest first and `DECISIONS` newest first. */
  linesOf: (register: RegisterName, from: { after: string | null; limit: number }) => Promise<Placed[]>;
  postings: Postings;
};

export type RegisterPage = { items: Summary[]; next: string | null };

type Listing = Pick<RegisterQuery, 'limit' | 'cursor'>;

const whole = async (store: PublicStore, register: RegisterName, { limit, cursor }: Listing): Promise<RegisterPage> => {
  const lines = await store.linesOf(register, { after: cursor ?? null, limit: limit + 1 });
  const kept = lines.slice(0, limit);
  const last = lines.length > limit ? kept.at(-1) : undefined;
  return { items: kept.map(({ summary }) => summary), next: last ? cursorOf(last.registerOrder) : null };
};

const filtered = async (
  { postings }: PublicStore,
  register: RegisterName,
  clauses: Clause[],
  { limit, cursor }: Listing,
): Promise<RegisterPage> => {
  const { orders, next } = await placesWhere({ postings, register, forwards: isForwards(register) }, clauses, {
    after: cursor ?? null,
    limit,
  });
  return { items: await postings.lines(orders.map(nameAt)), next: next === null ? null : cursorOf(next) };
};

/**
 * One page of a public list and the cursor of the next, null at the end. Where filters meet rarely a page can be short of `limit` and still
 * have a next.
 */
export const registerPage = async (
  store: PublicStore,
  council: Pick<Council, 'posts'>,
  register: RegisterName,
  query: RegisterQuery,
): Promise<RegisterPage> => {
  const clauses = clausesOf(query, council);
  return clauses.length === 0 ? whole(store, register, query) : filtered(store, register, clauses, query);
};
