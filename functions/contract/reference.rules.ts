import { refuse, type Refused } from '../decision/refusal.ts';
import type { Contract } from './contract.schema.ts';
import { particularsOf } from './particulars.rules.ts';

const standing = (contract: Contract): string => {
  const { number } = contract.decisions[0] ?? {};
  switch (contract.status) {
    case 'proposed':
      return `which ${number ? `decision ${number}` : 'a decision'} brought here and which has no terms of its own yet. Register that one: PUT /api/contracts/${contract.id}`;
    case 'registered':
      return 'which is in the register. Change that one, or give this one another reference';
    case 'ended':
      return 'which has ended. Give this one another reference';
    case 'closed':
      return 'which was closed without being registered. Give this one another reference';
    default:
      return contract satisfies never;
  }
};

/**
 * Refuses another contract under a reference that one has already, and names that one and what to do. A reference stands for one contract
 * only, whatever became of it.
 */
export const referenceInUse = (contract: Contract): Refused => {
  const { id, reference } = contract;
  const { title } = particularsOf(contract);
  return refuse(
    'reference-in-use',
    'Council contract procedure',
    `The reference ${reference} is that of “${title}”, ${standing(contract)}.`,
    { reference, contract: id },
  );
};
