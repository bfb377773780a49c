import type { Json } from './components.ts';

const told = {
  'Content-Disposition': 'What the file may be called, where it is one',
  ETag: 'The version of what is answered, to send back as If-Match or If-None-Match',
  Link: 'Where the next part begins (rel="next", RFC 8288); not there after the last',
  Location: 'Where it is',
  'Retry-After': 'In how many seconds to send the same again',
  'WWW-Authenticate': 'Bearer',
};

/** A header of an answer that tells whoever asked what to do next. */
export type ToldHeader = keyof typeof told;

/** Each such header, once for the whole description. */
export const headerComponents = (): Json =>
  Object.fromEntries(Object.entries(told).map(([name, description]) => [name, { description, schema: { type: 'string' } }]));

type Answering = { answers: Record<number, { headers?: ToldHeader[] }>; problems: number[] };

const byStatus: Record<number, ToldHeader[]> = { 201: ['Location'], 302: ['Location'], 401: ['WWW-Authenticate'], 503: ['Retry-After'] };

// What can be named by If-Match or If-None-Match has a version to name.
const isVersioned = ({ answers, problems }: Answering, status: number): boolean =>
  status === 201 || status === 304 || (status === 200 && (304 in answers || problems.includes(412)));

/** Which headers an operation's answer of this status comes with, as references; empty where there are none. */
export const toldWith = (operation: Answering, status: number): Json => {
  const isProblem = operation.problems.includes(status);
  const names = [
    ...(status < 400 || isProblem ? (byStatus[status] ?? []) : []),
    ...(isVersioned(operation, status) ? (['ETag'] as const) : []),
    // Whoever holds it already is told the headers of what they hold.
    ...(operation.answers[status === 304 ? 200 : status]?.headers ?? []),
  ];
  return names.length === 0 ? {} : { headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])) };
};
