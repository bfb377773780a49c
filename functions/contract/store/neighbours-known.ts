import type { ContractStore } from './contract-store.ts';
import type { Terms } from '../contract-terms.schema.ts';
import type { Fault } from '../../rules/fault.ts';

type Neighbours = Partial<Pick<Terms, 'successor' | 'replaces'>>;

const named = ({ successor, replaces = [] }: Neighbours): { path: string; id: string }[] => [
  ...(successor === undefined ? [] : [{ path: 'successor', id: successor }]),
  ...replaces.map((id, index) => ({ path: `replaces.${index}`, id })),
];

/** Every contract that this one is said to follow, or to be followed by, and that is not in the register; what it said `before` stands. */
export const unknownNeighbours = async (
  contracts: Pick<ContractStore, 'loadAll'>,
  terms: Neighbours,
  before: Neighbours = {},
): Promise<Fault[]> => {
  const held = new Set(named(before).map(({ id }) => id));
  const asked = named(terms).filter(({ id }) => !held.has(id));
  const found = await contracts.loadAll(asked.map(({ id }) => id));
  return asked
    .filter((_, at) => !found[at])
    .map(({ path, id }) => ({
      path,
      message: `There is no contract of the id "${id}". Give the id of a contract, which is not its reference.`,
    }));
};
