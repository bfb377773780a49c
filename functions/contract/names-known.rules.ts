import type { Council } from '../council/council.schema.ts';
import { postOf } from '../council/directory.rules.ts';
import { divisionFaults } from '../proposal/directory-faults.rules.ts';
import type { Terms } from './contract-terms.schema.ts';
import type { Fault } from '../rules/fault.ts';

type Named = Pick<Terms, 'decisionMaker' | 'leadDirector' | 'divisionsAffected'>;

const posts = ['decisionMaker', 'leadDirector'] as const;

const namesIn = ({ divisionsAffected = [] }: Named): string[] => (divisionsAffected === 'all' ? [] : divisionsAffected);

/**
 * Every post and every division or ward in a contract’s terms that the council does not have: a reminder would go to nobody, and nobody
 * would find the contract by its place. What the contract said `before` stands, whatever has become of it since.
 */
export const unknownNames = (terms: Named, council: Council, before: Named = {}): Fault[] => {
  const held = new Set(namesIn(before));
  const areas = namesIn(terms);
  return [
    ...posts.flatMap((path) => {
      const id = terms[path];
      const isKnown = id === undefined || id === before[path] || postOf(council, id) !== null;
      return isKnown ? [] : [{ path, message: `${council.name} has no post or body called "${id}"` }];
    }),
    ...divisionFaults(council, areas).filter(({ path }) => !held.has(areas[Number(path.split('.')[1])] ?? '')),
  ];
};
