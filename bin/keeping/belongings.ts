import * as z from 'zod/mini';
import { type Key, keys } from '../../functions/platform/table/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/table/packed-json.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import { contractName } from '../../functions/search/postings.ts';
import { keyOf, type Shelves } from './shelves.ts';

/**
 * All that goes with something: `first` what the public reads of it, with its state; then `remove` in any order, then `last` one after
 * another, since the rest could not be found without them.
 */
export type Belongings = { first: Key[]; remove: Key[]; last: Key[] };

const nothing: Belongings = { first: [], remove: [], last: [] };

/** Where the mark stands that something is being removed, from the moment that it is gone for everybody until nothing of it is left. */
export const goingKey = (pk: string): Key => ({ pk, sk: 'GOING' });

const heldSchema = z.array(z.object({ register: z.string(), registerOrder: z.string(), terms: z.record(z.string(), z.number()) }));

const there = ({ at }: Shelves, ...wanted: Key[]): Key[] => wanted.filter((key) => at(key) !== null);

/** Every place where the search finds a name, by what the index says that it holds; and the index's own item. */
const searched = (shelves: Shelves, name: string): Belongings => {
  const indexed = shelves.at(keys.indexed(name));
  const held = indexed ? heldSchema.parse(unpack(packedSchema.parse(indexed.held))) : [];
  const postings = held.flatMap(({ register, registerOrder, terms }) =>
    Object.keys(terms).map((term) => keys.posting(register, term, registerOrder)),
  );
  return {
    first: there(shelves, keys.line(name)),
    remove: there(shelves, ...(typeof indexed?.change === 'number' ? [keys.change(indexed.change)] : []), ...postings),
    last: indexed ? [keyOf(indexed)] : [],
  };
};

const marks = new Set(['CURRENT', 'GOING']);
const within = ({ of }: Shelves, pk: string): Item[] => of(pk).filter(({ sk }) => !marks.has(sk));

/**
 * What belongs to a decision beside its state. The leaf stays: it holds two hashes and no words, and without it no daily head could be
 * worked out again. So does the number, which is never used twice.
 */
export const ofADecision = (shelves: Shelves, { id, number }: { id: string; number: string | null }): Belongings => {
  const { pk } = keys.current(id);
  const found = number === null ? nothing : searched(shelves, number);
  return {
    first: [
      ...there(shelves, keys.release(`decision-${id}`)),
      ...(number === null ? [] : there(shelves, keys.publication(number), keys.chain(number))),
      ...found.first,
    ],
    remove: [
      ...within(shelves, pk).map(keyOf),
      ...shelves.naming(id).map(keyOf),
      ...(number === null ? [] : shelves.of(keys.inHand(number, '').pk).map(keyOf)),
      ...found.remove,
    ],
    last: [...found.last, goingKey(pk)],
  };
};

/**
 * What belongs to a contract beside its state. Alerts and digests are not among it: they go by their own age. Nor is what another contract
 * published under the same reference.
 */
export const ofAContract = (shelves: Shelves, { id, reference }: { id: string; reference: string }): Belongings => {
  const { pk } = keys.contract(id);
  const published = shelves.at(keys.publicContract(reference));
  const isAnothers = published !== null && published.contractId !== id;
  const found = isAnothers ? nothing : searched(shelves, contractName(reference));
  return {
    first: [...(published && !isAnothers ? [keyOf(published)] : []), ...there(shelves, keys.release(`contract-${id}`)), ...found.first],
    remove: [...within(shelves, pk).map(keyOf), ...shelves.naming(id).map(keyOf), ...found.remove],
    last: [...found.last, goingKey(pk)],
  };
};
