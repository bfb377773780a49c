import type * as z from 'zod/mini';
import type { ToldHeader } from './response-headers.ts';

/** Who may call a private route; the public ones name nobody. */
export type Role = 'officer' | 'clerk' | 'scrutiny' | 'contracts';

/** One operation of the API, as the description publishes it and the tests drive it. */
export type Operation = {
  id: string;
  method: 'get' | 'post' | 'put';
  path: string;
  roles: Role[] | 'anybody';
  summary: string;
  query?: z.ZodMiniType;
  request?: z.ZodMiniType;
  /** Whether the request may also come as a CSV file. */
  csv?: true;
  form?: z.ZodMiniType;
  answers: Record<number, { words: string; schema?: z.ZodMiniType; types?: string[]; headers?: ToldHeader[] }>;
  problems: number[];
};

const problemsOf = (method: Operation['method'], path: string): number[] => [
  400,
  401,
  403,
  413,
  429,
  503,
  ...(path.includes('{') ? [404] : []),
  ...(method === 'get' ? [] : [409, 415]),
  // A command on what is there already may name the version that it was read at.
  ...(method === 'put' || (method === 'post' && path.includes('{')) ? [412] : []),
  ...(method === 'put' ? [428] : []),
];

/** A private operation, with the problems that every route of its kind can answer. */
export const privately = (
  method: Operation['method'],
  path: string,
  roles: Role[],
  id: string,
  summary: string,
  rest: Pick<Operation, 'request' | 'csv' | 'query' | 'answers'>,
): Operation => ({
  id,
  method,
  path,
  roles,
  summary,
  ...rest,
  problems: problemsOf(method, path).sort(),
});

/** A public read: no token, an entity tag, and nothing that is not in the register. */
export const publicly = (path: string, id: string, summary: string, rest: Pick<Operation, 'query' | 'answers'>): Operation => ({
  id,
  method: 'get',
  path,
  roles: 'anybody',
  summary,
  ...rest,
  // What is always there is always found, and what asks nothing is never asked wrongly.
  problems: [...(rest.query ? [400] : []), ...(path.includes('{') ? [404] : []), 429],
});
