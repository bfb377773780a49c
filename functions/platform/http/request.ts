import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Fault } from '../../rules/fault.ts';
import { faultsIn, parseWhole } from './issues.ts';
import { faultsProblem, Problem } from './problem.ts';
import type { Who } from './caller.ts';

/** A request of the private API as its handler gets it: who asks, and everything they sent, parsed. */
export type Request<B, Q> = {
  who: Who;
  body: B;
  query: Q;
  method: string;
  path: string;
  params: Record<string, string>;
  headers: Record<string, string | undefined>;
  idempotencyKey: string | null;
  ifMatch: number | null;
};

const mostBytes = 256 * 1024;
const keySchema = z.string().check(z.regex(/^[\x21-\x7e]{1,255}$/, 'Use 1 to 255 visible ASCII characters'));

// Read in another way, its letters would be stored as others.
const expectPlain = ({ headers }: APIGatewayProxyEventV2): void => {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (coding !== '' && coding !== 'identity') throw new Problem(415, 'content-type', 'Send the body as it is, without Content-Encoding.');
  const [, charset] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers['content-type'] ?? '') ?? [];
  if (charset && !/^(utf-8|utf8|us-ascii)$/i.test(charset)) throw new Problem(415, 'content-type', 'Send the body as UTF-8.');
};

const textOf = (event: APIGatewayProxyEventV2): string => {
  const { body, isBase64Encoded } = event;
  if (body) expectPlain(event);
  const text = (isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? '')).replace(/^\uFEFF/, '');
  if (Buffer.byteLength(text) > mostBytes) throw new Problem(413, 'body-size', 'Send 256 KiB or less.', { mostBytes });
  return text;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw faultsProblem([{ path: '', message: 'This is not JSON' }]);
  }
};

const parsed = <T>(schema: z.ZodMiniType<T>, value: unknown): T => {
  const read = parseWhole(schema, value);
  if (!read.ok) throw faultsProblem(read.faults);
  return read.value;
};

/** What a schema cannot see to be wrong: asked of a body that it refuses, with what it was sent to, so that every fault is told at once. */
export type AlsoWrong = (body: unknown, params: Record<string, string>) => Promise<Fault[]>;

const parsedBody = async <T>(schema: z.ZodMiniType<T>, value: unknown, alsoWrong?: (body: unknown) => Promise<Fault[]>): Promise<T> => {
  const read = parseWhole(schema, value);
  if (!read.ok) throw faultsProblem([...read.faults, ...((await alsoWrong?.(value)) ?? [])]);
  return read.value;
};

/**
 * The body as its schema has it, a CSV file as `{ csv }` where one may come. Throws 413 over 256 KiB, 415 for anything but JSON, and 400
 * with every fault at once.
 */
export const bodyOf = async <B>(
  event: APIGatewayProxyEventV2,
  schema: z.ZodMiniType<B> | undefined,
  { csv = false, alsoWrong }: { csv?: boolean | undefined; alsoWrong?: ((body: unknown) => Promise<Fault[]>) | undefined } = {},
): Promise<B> => {
  const text = textOf(event);
  if (!schema) return undefined as B;
  if (text === '') throw faultsProblem([{ path: '', message: 'Send a JSON object' }]);
  if (csv && /^text\/csv\s*(;|$)/i.test(event.headers['content-type'] ?? '')) return parsed(schema, { csv: text });
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(event.headers['content-type'] ?? ''))
    throw new Problem(415, 'content-type', `Send the body as application/json${csv ? ' or text/csv' : ''}.`);
  return parsedBody(schema, jsonOf(text), alsoWrong);
};

/** The query as its schema has it; without one, as it was sent. Throws 400 with every fault at once. */
export const queryOf = <Q>(event: APIGatewayProxyEventV2, schema: z.ZodMiniType<Q> | undefined): Q => {
  const query = event.queryStringParameters ?? {};
  return schema ? parsed(schema, query) : (query as Q);
};

/** The key by which a write is answered once; null where none was sent. Throws 400 for one that cannot be kept. */
export const idempotencyKeyOf = ({ headers }: APIGatewayProxyEventV2): string | null => {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  const read = keySchema.safeParse(key);
  if (!read.success) throw faultsProblem(faultsIn(read.error).map(({ message }) => ({ path: 'Idempotency-Key', message })));
  return key;
};

// No version is ever 0, so that a tag we never gave matches nothing.
const neverAVersion = 0;

/**
 * The version named by `If-Match`; null where none is named or any will do. Throws 428 where one must be named, and 400 for one without its
 * quotation marks.
 */
export const ifMatchOf = ({ headers }: APIGatewayProxyEventV2, isRequired: boolean): number | null => {
  const tag = headers['if-match']?.trim();
  if (tag === undefined && isRequired)
    throw new Problem(428, 'if-match', 'Send If-Match with the ETag of the version that you read.', { source: 'RFC 6585' });
  if (tag === undefined || tag === '*') return null;
  // Told to read it again, somebody who leaves out the marks would do so for ever.
  if (/^\d+$/.test(tag))
    throw faultsProblem([{ path: 'If-Match', message: `Send the ETag as it was given, in quotation marks: "${tag}"` }]);
  // A proxy that compresses makes a tag weak. The version it names is the one that was read, and whoever sent it could not send another.
  const [, version] = /^(?:W\/)?"([1-9]\d{0,8})"$/.exec(tag) ?? [];
  return version ? Number(version) : neverAVersion;
};
