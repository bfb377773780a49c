import type { Contract } from './contract.schema.ts';

/** What names a contract and its people: its terms, or what a decision gave of it while it has none. */
export const particularsOf = (contract: Contract) => ('terms' in contract ? contract.terms : contract.particulars);
