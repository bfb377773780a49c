import { type Operations, places } from './operations.ts';

type Name = keyof Operations;
type Empty = Record<string, never>;
type Part<Key extends string, T> = T extends undefined
  ? { [K in Key]?: undefined }
  : T extends Empty
    ? { [K in Key]?: T }
    : { [K in Key]: T };
type Optional<Key extends string, T> = { [K in Key]?: T };

/** What an operation takes: the parts of its path, its body, and if it has any, its query. */
export type Given<N extends Name> = Part<'params', Operations[N]['params']> &
  Part<'body', Operations[N]['body']> &
  Optional<'query', Operations[N]['query']> & { ifMatch?: string; idempotencyKey?: string; correlationId?: string };

/** What an operation answers: which status says which body it is. */
export type Answer<N extends Name> = {
  [S in keyof Operations[N]['answers']]: {
    status: S;
    body: Operations[N]['answers'][S];
    etag: string | null;
    correlationId: string | null;
  };
}[keyof Operations[N]['answers']];

export type Client = <N extends Name>(name: N, given: Given<N>) => Promise<Answer<N>>;

export interface ClientOptions {
  /** Where Clear Days is, without a slash at its end. */
  base: string;
  /** Asked before every call, so that a token can be renewed. */
  token: () => Promise<string>;
}

type Loose = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  ifMatch?: string;
  idempotencyKey?: string;
  correlationId?: string;
};

const filled = (path: string, params: Record<string, unknown>): string =>
  path.replace(/\{(\w+)\+?\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

const asked = (query: Record<string, unknown>): string => {
  const present = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return present.length === 0 ? '' : `?${new URLSearchParams(present)}`;
};

const headersOf = ({ body, ifMatch, idempotencyKey, correlationId }: Loose, token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
  ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  ...(correlationId === undefined ? {} : { 'x-correlation-id': correlationId }),
});

/**
 * A client of the private API whose every call, body and answer has a type, made from docs/openapi.json. It needs `fetch` and nothing else.
 * A refusal is an answer like any other; it throws only when nothing answered, or when what answered is not JSON where JSON was promised.
 */
export const clearDays =
  ({ base, token }: ClientOptions): Client =>
  async (name, given) => {
    const [method, path] = places[name];
    const loose: Loose = given;
    const response = await fetch(`${base}${filled(path, loose.params ?? {})}${asked(loose.query ?? {})}`, {
      method,
      headers: headersOf(loose, await token()),
      ...(loose.body === undefined ? {} : { body: JSON.stringify(loose.body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : text,
      etag: response.headers.get('etag'),
      correlationId: response.headers.get('x-correlation-id'),
    } as unknown as Answer<typeof name>;
  };
