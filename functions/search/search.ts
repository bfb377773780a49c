import { registers } from '../register/register-entry.ts';
import type { Summary } from '../register/summary.schema.ts';
import type { Clause } from './asked-terms.ts';
import type { PublicContractLine } from '../transparency/public-contract.schema.ts';
import { type Hit, nameAt, type Postings, type Searched } from './postings.ts';

/** One page of what a search found, the best first; `found` counts all of it. */
export type Found = { items: Summary[]; found: number; next: number | null };

// A word in more decisions than this says little about any of them; its newest are enough to rank by.
const mostHits = 5000;
// About as many decisions as a council has; it only sets how much rarer words count for.
const about = 10_000;

type Scores = Map<string, number>;

// A rare word says more: the weights are those of BM25's own inverse document frequency.
const rarity = (count: number): number => Math.log(1 + about / Math.max(1, count));

const scoresOf = async (postings: Postings, register: Searched, clause: Clause): Promise<Scores> => {
  const each = await Promise.all(clause.map((term) => postings.hits(register, term, { at: null, limit: mostHits })));
  const hits: Hit[] = each.flat();
  return new Map(hits.map(({ order, weight }) => [order, weight * rarity(hits.length)]));
};

// Only what every clause holds for, so the shortest list is walked and the others are asked.
const inAll = (all: Scores[]): Scores => {
  const [shortest, ...others] = [...all].sort((a, b) => a.size - b.size);
  const both = [...(shortest ?? [])].filter(([order]) => others.every((scores) => scores.has(order)));
  return new Map(both.map(([order, score]) => [order, others.reduce((sum, scores) => sum + (scores.get(order) ?? 0), score)]));
};

const within = async (postings: Postings, register: Searched, clauses: Clause[]): Promise<Scores> =>
  inAll(await Promise.all(clauses.map((clause) => scoresOf(postings, register, clause))));

const bestFirst = ([orderA, a]: [string, number], [orderB, b]: [string, number]): number => b - a || (orderA < orderB ? 1 : -1);
const newestFirst = ([orderA]: [string, number], [orderB]: [string, number]): number => (orderA < orderB ? 1 : -1);

/**
 * Searches both public lists for what every clause holds for, ranked: words in a number, a subject or a supplier's name
 * before words in the text, rare words before common ones, then the newest. `by: 'date'` puts the newest first instead.
 */
export const search = async (
  postings: Postings,
  clauses: Clause[],
  { from, limit, by = 'rank' }: { from: number; limit: number; by?: 'rank' | 'date' },
): Promise<Found> => {
  if (clauses.length === 0) return { items: [], found: 0, next: null };
  const scores = await Promise.all(registers.map((register) => within(postings, register, clauses)));
  const ranked = scores.flatMap((each) => [...each]).sort(by === 'rank' ? bestFirst : newestFirst);
  const items = await postings.lines(ranked.slice(from, from + limit).map(([order]) => nameAt(order)));
  return { items, found: ranked.length, next: from + limit < ranked.length ? from + limit : null };
};

/** One page of the contracts that a search found, the best first. */
export type FoundContracts = { items: PublicContractLine[]; found: number; next: number | null };

/**
 * Searches the register of contracts likewise: a reference, a title or a supplier's name before the words of a description, then the latest
 * to end.
 */
export const searchContracts = async (
  postings: Postings,
  clauses: Clause[],
  { from, limit }: { from: number; limit: number },
): Promise<FoundContracts> => {
  if (clauses.length === 0) return { items: [], found: 0, next: null };
  const ranked = [...(await within(postings, 'CONTRACTS', clauses))].sort(bestFirst);
  const items = await postings.contractLines(ranked.slice(from, from + limit).map(([order]) => nameAt(order)));
  return { items, found: ranked.length, next: from + limit < ranked.length ? from + limit : null };
};
