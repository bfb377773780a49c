import type { Searched } from './postings.ts';
import { type Key, keys } from '../platform/table/keys.ts';

/** What a decision or a contract is indexed under at one place of one list. */
export type Generation = { register: Searched; registerOrder: string; terms: Record<string, number> };

export type Posting = Key & { weight: number };
export type Plan = { puts: Posting[]; ends: Key[] };

const postingsOf = ({ register, registerOrder, terms }: Generation): Posting[] =>
  Object.entries(terms).map(([term, weight]) => ({ ...keys.posting(register, term, registerOrder), weight }));

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/**
 * The fewest writes that bring the index from what it holds to what it is to hold. Where an earlier run broke off,
 * `isWhole` is false and everything is written again, since nobody knows how far it came.
 */
export const planOf = (held: Generation[], isWhole: boolean, wanted: Generation): Plan => {
  const there = new Map(held.flatMap(postingsOf).map((posting) => [nameOf(posting), posting]));
  const next = new Map(postingsOf(wanted).map((posting) => [nameOf(posting), posting]));
  return {
    puts: [...next].filter(([name, { weight }]) => !isWhole || there.get(name)?.weight !== weight).map(([, posting]) => posting),
    ends: [...there].filter(([name]) => !next.has(name)).map(([, { pk, sk }]) => ({ pk, sk })),
  };
};
