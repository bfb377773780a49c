import type { PublicContract } from '../transparency/public-contract.schema.ts';
import { divisionTerms, term, type Terms, wordTerms } from './terms.ts';

/**
 * What a contract can be found by: its reference and decisions, title and supplier, then where it serves, then its description; and its
 * department and divisions, by which lists are filtered.
 */
export const contractTerms = (of: PublicContract): Terms => {
  const words = wordTerms([
    [40, of.reference],
    [8, of.title],
    [6, of.supplier],
    [6, of.supplierNumber],
    [6, of.decision],
    ...of.decisions.map(({ number }): [number, string] => [6, number]),
    [2, of.department],
    [3, of.divisionsAffected === 'all' ? null : of.divisionsAffected?.join(' ')],
    [1, of.description],
  ]);
  return new Map([...words, ...[term.department(of.department), ...divisionTerms(of)].map((facet): [string, number] => [facet, 1])]);
};
