import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
  Context,
} from 'aws-lambda';
import type * as z from 'zod/mini';
import type { Refused } from '../../decision/refusal.ts';
import { callerOf, type Role, roleOf, roles as everyRole } from './caller.ts';
import { readEnv } from '../env.ts';
import { correlatedRequest, correlationId, requestCorrelation } from '../log/correlation.ts';
import { logFault, logger } from '../log/logger.ts';
import { faultResult, Problem, problemResult, refusalProblem, securityHeaders } from './problem.ts';
import { type AlsoWrong, bodyOf, idempotencyKeyOf, ifMatchOf, queryOf, type Request } from './request.ts';

/** What a handler answers: the version becomes the ETag. `file` is sent as it is, in the place of JSON. */
export type Answer = {
  status: number;
  body?: unknown;
  file?: { type: string; text: string };
  version?: number;
  headers?: Record<string, string>;
};

/** What a handler wants of its requests. `response` is parsed before it is sent, so that nothing undeclared leaves. */
export type Wants<B, Q> = {
  roles?: readonly Role[];
  body?: z.ZodMiniType<B>;
  /** Whether the body may also come as a CSV file, which is then read as `{ csv }`. */
  csv?: true;
  alsoWrong?: AlsoWrong | undefined;
  query?: z.ZodMiniType<Q>;
  ifMatch?: 'required';
  response?: z.ZodMiniType;
  publicUrl?: string;
};

export type ApiHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;
type Query = Record<string, string | undefined>;

// The authorizer of API Gateway has verified the token by the time we read its claims.
const claimsOf = (event: APIGatewayProxyEventV2): unknown =>
  (event as Partial<APIGatewayProxyEventV2WithJWTAuthorizer>).requestContext?.authorizer?.jwt?.claims;

// No id of ours is longer, and DynamoDB takes no longer key.
const mostOfParam = 200;

const paramsOf = ({ pathParameters }: APIGatewayProxyEventV2): Record<string, string> => {
  const params = Object.entries(pathParameters ?? {}).map(([name, value]) => [name, value ?? ''] as const);
  if (params.some(([, value]) => value === '' || value.length > mostOfParam))
    throw new Problem(404, 'not-found', 'There is nothing at this address.');
  return Object.fromEntries(params);
};

const requestOf = async <B, Q>(event: APIGatewayProxyEventV2, wants: Wants<B, Q>): Promise<Request<B, Q>> => {
  const who = callerOf(claimsOf(event));
  roleOf(who, wants.roles ?? everyRole);
  const common = {
    who,
    method: event.requestContext.http.method,
    path: event.rawPath,
    headers: event.headers,
    idempotencyKey: idempotencyKeyOf(event),
    ifMatch: ifMatchOf(event, wants.ifMatch === 'required'),
  };
  const params = paramsOf(event);
  const query = queryOf(event, wants.query);
  const alsoWrong = async (body: unknown) => (await wants.alsoWrong?.(body, params)) ?? [];
  return { ...common, params, query, body: await bodyOf(event, wants.body, { csv: wants.csv, alsoWrong }) };
};

const isHeld = (event: APIGatewayProxyEventV2, etag: string): boolean =>
  event.requestContext.http.method === 'GET' &&
  (event.headers['if-none-match'] ?? '').split(',').some((held) => held.trim().replace(/^W\//, '') === etag);

const resultOf = (
  event: APIGatewayProxyEventV2,
  { status, body, file, version, headers }: Answer,
  response: z.ZodMiniType | undefined,
): APIGatewayProxyStructuredResultV2 => {
  const etag = version === undefined ? null : `"${version}"`;
  const common = { ...securityHeaders, ...(etag ? { etag } : {}), ...headers };
  if (etag && isHeld(event, etag)) return { statusCode: 304, headers: common };
  if (file) return { statusCode: status, headers: { ...common, 'content-type': file.type }, body: file.text };
  if (body === undefined) return { statusCode: status, headers: common };
  return {
    statusCode: status,
    headers: { ...common, 'content-type': 'application/json' },
    body: JSON.stringify(response ? response.parse(body) : body),
  };
};

// What DynamoDB says, after some tries of its client, while it holds the table back.
const passing = new Set(['TooMuchContention', 'ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded']);

const told = (fault: unknown, event: APIGatewayProxyEventV2, publicUrl: string): APIGatewayProxyStructuredResultV2 => {
  if (fault instanceof Problem) {
    logger.info('Refused', { status: fault.status, rule: fault.rule });
    return problemResult(fault, publicUrl);
  }
  logFault('Failed', fault);
  return fault instanceof Error && passing.has(fault.name)
    ? problemResult(new Problem(503, 'busy', 'Too much is asked at once. Send the same request again.'), publicUrl)
    : faultResult(correlationId() ?? requestCorrelation(event), publicUrl);
};

const routed = {
  before: ({ event }: { event: APIGatewayProxyEventV2 }) => {
    logger.resetKeys();
    logger.appendKeys({ route: event.routeKey });
  },
};

/**
 * A Lambda behind the private API. Its request is parsed whole before `handle` sees it; refusals and problems become
 * `application/problem+json`, faults a 500 that says nothing but the correlation id.
 */
export const api = <B = undefined, Q = Query>(
  wants: Wants<B, Q>,
  handle: (request: Request<B, Q>) => Promise<Answer | Refused>,
): ApiHandler => {
  const publicUrl = wants.publicUrl ?? readEnv('PUBLIC_URL').PUBLIC_URL;
  const answered = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const answer = await handle(await requestOf(event, wants));
    if ('ok' in answer) throw refusalProblem(answer.refusal);
    return resultOf(event, answer, wants.response);
  };
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(routed)
    .onError((request) => {
      request.response = told(request.error, request.event, publicUrl);
    })
    .handler(answered) as ApiHandler;
  return (event, context) =>
    correlatedRequest(event, async () => {
      const answer = await handler(event, context);
      return { ...answer, headers: { ...answer.headers, 'x-correlation-id': requestCorrelation(event) } };
    });
};

/** One Lambda for several routes, each named as API Gateway names it: `POST /api/proposals/{id}/withdraw`. */
export const byRoute =
  (handlers: Record<string, ApiHandler>): ApiHandler =>
  async (event, context) => {
    const handler = Object.hasOwn(handlers, event.routeKey) ? handlers[event.routeKey] : undefined;
    if (!handler) throw new Error(`No handler for ${event.routeKey}`);
    return handler(event, context);
  };
