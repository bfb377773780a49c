import type { Publication } from '../record/publication.schema.ts';
import type { RegisterName, Summary } from './register-entry.ts';
import { cursorOf, isFiltered, matches, type RegisterQuery } from './register-query.ts';

/** A line of a list with its place there. */
export type Placed = { registerOrder: string; summary: Summary };

/** What the public functions can read: publications and the public lists, never a decision. */
export type PublicStore = {
  publicationOf: (number: string) => Promise<Publication | null>;
  /** Up to `limit` lines after a place, `NOTICES` soonest first and `DECISIONS` newest first. */
  linesOf: (register: RegisterName, from: { after: string | null; limit: number }) => Promise<Placed[]>;
};

export type RegisterPage = { items: Summary[]; next: string | null };

// A filter that matches next to nothing must not make one request read the whole list; the cursor goes on from there.
const mostReads = 10;
const batch = 100;

type Found = { items: Placed[]; last: Placed | null; isEnd: boolean };

const readOn = async (store: PublicStore, register: RegisterName, query: RegisterQuery): Promise<Found> => {
  const limit = isFiltered(query) ? batch : query.limit + 1;
  const found: Found = { items: [], last: null, isEnd: false };
  for (let reads = 0; reads < mostReads && !found.isEnd && found.items.length <= query.limit; reads += 1) {
    const lines = await store.linesOf(register, { after: found.last?.registerOrder ?? query.cursor ?? null, limit });
    found.items.push(...lines.filter(({ summary }) => matches(summary, query)));
    found.last = lines.at(-1) ?? found.last;
    found.isEnd = lines.length < limit;
  }
  return found;
};

/** One page of a public list and the cursor of the next, null at the end. A page can be short of `limit` and still have a next. */
export const registerPage = async (store: PublicStore, register: RegisterName, query: RegisterQuery): Promise<RegisterPage> => {
  const { items, last, isEnd } = await readOn(store, register, query);
  const kept = items.slice(0, query.limit);
  const stop = items.length > query.limit ? kept.at(-1) : isEnd ? null : last;
  return { items: kept.map(({ summary }) => summary), next: stop ? cursorOf(stop.registerOrder) : null };
};
