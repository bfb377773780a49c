import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { Match } from './route-table.ts';

export interface Asked {
  request: IncomingMessage;
  body: Buffer;
  match: Match;
  claims: Record<string, string> | undefined;
  now: Date;
}

/** The event of API Gateway's payload format 2.0. */
export function httpEvent({ request, body, match, claims, now }: Asked) {
  const url = new URL(request.url ?? '/', 'http://local');
  const headers = joinedHeaders(request);
  const query = joinedQuery(url);
  return {
    version: '2.0',
    routeKey: match.route.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(request.headers.cookie ? { cookies: request.headers.cookie.split('; ') } : {}),
    headers,
    ...(query ? { queryStringParameters: query } : {}),
    ...(Object.keys(match.pathParameters).length > 0 ? { pathParameters: match.pathParameters } : {}),
    requestContext: requestContext(request, url, match, claims, now),
    ...encodedBody(body, headers['content-type']),
  };
}

function requestContext(request: IncomingMessage, url: URL, match: Match, claims: Record<string, string> | undefined, now: Date) {
  const host = request.headers.host ?? '127.0.0.1';
  return {
    accountId: '000000000000',
    apiId: 'local',
    ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : {}),
    domainName: host,
    domainPrefix: host.split('.')[0],
    http: {
      method: request.method ?? 'GET',
      path: url.pathname,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey: match.route.routeKey,
    stage: '$default',
    time: now.toUTCString(),
    timeEpoch: now.getTime(),
  };
}

function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const kept = Object.entries(request.headers).filter(([name]) => name !== 'cookie');
  return Object.fromEntries(kept.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]));
}

function joinedQuery(url: URL): Record<string, string> | undefined {
  const names = new Set(url.searchParams.keys());
  if (names.size === 0) return undefined;
  return Object.fromEntries([...names].map((name) => [name, url.searchParams.getAll(name).join(',')]));
}

/** An HTTP API hands on text and JSON as they are and everything else in base64, forms included. */
function encodedBody(body: Buffer, contentType = 'text/plain'): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const asText = /^(text\/|application\/(json|javascript|xml|[\w.-]+\+json|[\w.-]+\+xml))/i.test(contentType);
  return { body: body.toString(asText ? 'utf8' : 'base64'), isBase64Encoded: !asText };
}

const answerSchema = z.looseObject({
  statusCode: z.int(),
  headers: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
  body: z._default(z.string(), ''),
  isBase64Encoded: z._default(z.boolean(), false),
  cookies: z._default(z.array(z.string()), []),
});

/** Sends what a handler answered; what has no status code is JSON with 200, as format 2.0 reads it. */
export function sendAnswer(response: ServerResponse, answer: unknown, extra: Record<string, string>): void {
  const hasStatus = typeof answer === 'object' && answer !== null && 'statusCode' in answer;
  const whole = hasStatus ? answer : { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) };
  const { statusCode, headers, body, isBase64Encoded, cookies } = answerSchema.parse(whole);
  response.statusCode = statusCode;
  response.setHeader('content-type', 'text/plain;charset=UTF-8');
  for (const [name, value] of Object.entries({ ...headers, ...extra })) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}
