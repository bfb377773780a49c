import type { Described, DescribedOperation } from './described.ts';

export type Listed = { method: string; path: string; operation: DescribedOperation };
export type Group = { title: string; id: string; operations: Listed[] };

// The first that fits takes a path, so what is narrower stands before what is wider.
const titles: [RegExp, string][] = [
  [/^\/api\/proposals/, 'Proposals and decisions'],
  [/^\/api\/contracts/, 'Contracts, for those who keep them'],
  [/^\/api\//, 'The council'],
  [/\/proof$|^\/(heads|verify)/, 'Proof of what was published'],
  [/^\/(notices|decisions|search|changes|urgency-report|sitemap|robots)/, 'The public register'],
  [/^\/contracts/, 'The public register of contracts'],
  [/^\/subscriptions/, 'Emails about the register'],
  [/^\/(respond|contract-alerts)/, 'Answers by a link in an email'],
  [/^\//, 'This description'],
];

/** The operations of the API in the groups in which somebody looks for them, in the order of the description. */
export const grouped = ({ paths }: Described): Group[] => {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const titleOf = (path: string) => titles.find(([pattern]) => pattern.test(path))?.[1];
  return titles
    .map(([, title], index) => ({ title, id: `group-${index + 1}`, operations: all.filter(({ path }) => titleOf(path) === title) }))
    .filter(({ operations }) => operations.length > 0);
};
