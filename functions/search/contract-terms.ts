import type { PublicContract } from '../contract/public-contract.schema.ts';
import { term, type Terms, wordTerms } from './terms.ts';

/** What a contract can be found by: its reference and decisions, title and supplier, then its description; and its department, by which lists are filtered. */
export const contractTerms = (of: PublicContract): Terms => {
  const words = wordTerms([
    [40, of.reference], [8, of.title], [6, of.supplier], [6, of.supplierNumber], [6, of.decision], ...of.decisions.map(({ number }): [number, string] => [6, number]), [2, of.department], [1, of.description],
  ]);
  return new Map([...words, [term.department(of.department), 1]]);
};
