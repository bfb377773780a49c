import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { pageHeaders } from '../page/page.tsx';
import type { Fault } from '../rules/fault.ts';

export type PublicRequest = Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers' | 'queryStringParameters'> & { method: string };

/** What a public page looks at of an event. */
export const publicRequestOf = ({ rawPath, headers, queryStringParameters, requestContext }: APIGatewayProxyEventV2): PublicRequest => ({
  method: requestContext.http.method,
  rawPath,
  headers,
  queryStringParameters,
});

export type PublicAnswer = {
  status: number;
  contentType: string;
  body: string;
  /** For how many seconds it may be kept; a minute where it is not said. */
  keptSeconds?: number;
  headers?: Record<string, string>;
};

const nothingToRun = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const headersOf = ({ contentType, keptSeconds = 60, headers = {} }: PublicAnswer): Record<string, string> => ({
  'content-security-policy': nothingToRun,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cache-control': `public, max-age=${keptSeconds}`,
  vary: 'Accept',
  ...(contentType.startsWith('text/html') ? pageHeaders : {}),
  'content-type': contentType,
  ...headers,
});

// The same bytes have the same tag and no others do, so the tag is strong (RFC 9110, 8.8.3).
const tagOf = (body: string): string => `"${createHash('sha256').update(body).digest('base64url')}"`;

const isHeld = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch?.split(',').some((held) => held.trim() === '*' || held.trim().replace(/^W\//, '') === tag) ?? false;

/**
 * What goes over the wire for a public page: with its tag, 304 to whoever holds it already, and no body to HEAD. What came of something
 * posted has no tag: it cannot be asked for again.
 */
export const sent = ({ method, headers }: PublicRequest, answer: PublicAnswer): APIGatewayProxyStructuredResultV2 => {
  const { status, body } = answer;
  const common = headersOf(answer);
  const bodyFor = method === 'HEAD' ? '' : body;
  if (status !== 200 || method === 'POST') return { statusCode: status, headers: common, body: bodyFor };
  const etag = common.etag ?? tagOf(body);
  if (isHeld(headers['if-none-match'], etag)) return { statusCode: 304, headers: { ...common, etag } };
  return { statusCode: 200, headers: { ...common, etag }, body: bodyFor };
};

/** A page of HTML. */
export const html = (body: string, status = 200): PublicAnswer => ({ status, contentType: 'text/html; charset=utf-8', body });

/** Data. */
export const json = (value: unknown): PublicAnswer => ({ status: 200, contentType: 'application/json', body: JSON.stringify(value) });

/** A problem as RFC 9457 has it, named by the rule that it comes from. */
export const problem = (
  origin: string,
  status: number,
  rule: string,
  title: string,
  detail: string,
  facts: Record<string, unknown> = {},
): PublicAnswer => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ ...facts, type: `${origin}/docs/problems#${rule}`, title, status, detail, rule }),
});

/** What was asked cannot be used, with every fault of it at once. */
export const unusable = (origin: string, errors: Fault[]): PublicAnswer =>
  problem(origin, 400, 'valid-request', 'Some of what you sent cannot be used', 'Some of what you asked for cannot be used.', { errors });

/** The way to another address of this site. */
export const elsewhere = (path: string): PublicAnswer => ({
  status: 302,
  contentType: 'text/plain; charset=utf-8',
  body: `${path}\n`,
  headers: { location: path },
});

/** A file whose tag is known before it is made. */
export type PublicFile = { contentType: string; name: string; etag: string; make: () => Promise<Buffer> };

/** A file over the wire, in base64 as API Gateway takes what is not text. It is made only for whoever asks for it and does not hold it. */
export const sentFile = async (
  request: PublicRequest,
  { contentType, name, etag, make }: PublicFile,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const headers = { ...headersOf({ status: 200, contentType, body: '' }), etag, 'content-disposition': `inline; filename="${name}"` };
  if (isHeld(request.headers['if-none-match'], etag)) return { statusCode: 304, headers };
  return { statusCode: 200, headers, body: request.method === 'HEAD' ? '' : (await make()).toString('base64'), isBase64Encoded: true };
};
