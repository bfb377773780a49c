import { invalid, type Refused } from '../../decision/refusal.ts';
import type { ContractStore } from './contract-store.ts';
import type { Terms } from '../contract-terms.schema.ts';

type Neighbours = Pick<Terms, 'successor' | 'replaces'>;

const named = ({ successor, replaces = [] }: Neighbours): { path: string; id: string }[] => [
  ...(successor === undefined ? [] : [{ path: 'successor', id: successor }]),
  ...replaces.map((id, index) => ({ path: `replaces.${index}`, id })),
];

/** Refuses a contract that follows, or is followed by, one that is not in the register, each named; what it said `before` stands. Null where all are there. */
export const unknownNeighbours = async (
  contracts: Pick<ContractStore, 'loadAll'>,
  terms: Neighbours,
  before: Neighbours = {},
): Promise<Refused | null> => {
  const held = new Set(named(before).map(({ id }) => id));
  const asked = named(terms).filter(({ id }) => !held.has(id));
  const found = await contracts.loadAll(asked.map(({ id }) => id));
  const faults = asked
    .filter((_, at) => !found[at])
    .map(({ path, id }) => ({
      path,
      message: `There is no contract of the id "${id}". Give the id of a contract, which is not its reference.`,
    }));
  return faults.length > 0 ? invalid(faults) : null;
};
