import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Refusal } from '../../decision/refusal.ts';
import type { Fault } from '../../rules/fault.ts';

/** A "no" told over HTTP: thrown while a request is read, and turned into `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly rule: string;
  readonly facts: Record<string, unknown>;
  constructor(status: number, rule: string, detail: string, facts: Record<string, unknown> = {}) {
    super(detail);
    this.status = status;
    this.rule = rule;
    this.facts = facts;
  }
}

const titles: Record<number, string> = {
  400: 'Some of what you sent cannot be used',
  401: 'You are not signed in',
  403: 'You cannot do that',
  404: 'Not found',
  409: 'A rule refuses this',
  412: 'It has changed since you read it',
  413: 'Too long',
  415: 'Sent in a form that is not read here',
  428: 'Say which version you read',
  500: 'Something went wrong',
  503: 'Too busy',
};

const statuses: Record<Refusal['kind'], number> = { refused: 409, forbidden: 403, stale: 412, invalid: 400 };
const nothingThere = new Set(['no-such-decision', 'no-such-step', 'no-such-contract', 'not-found']);

/** A refusal as a problem: 409 with its rule, source and facts, or as its kind has it; 404 where nothing is there to refuse. */
export const refusalProblem = ({ kind, rule, words, ...facts }: Refusal): Problem =>
  new Problem(kind === 'refused' && nothingThere.has(rule) ? 404 : statuses[kind], rule, words, facts);

/** Every fault of a request at once. */
export const faultsProblem = (errors: Fault[]): Problem =>
  new Problem(400, 'valid-request', 'Some of what you sent cannot be used.', { errors });

/** Sent with every answer of the private API: nothing of it may be kept, framed, sniffed or run. */
export const securityHeaders: Record<string, string> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

const result = (
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { ...securityHeaders, 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify(body),
});

/** A problem over the wire. Facts never replace the five members that every problem has. */
export const problemResult = ({ status, rule, message, facts }: Problem, publicUrl: string): APIGatewayProxyStructuredResultV2 =>
  result(
    status,
    { ...facts, type: `${publicUrl}/docs/problems#${rule}`, title: titles[status] ?? 'Refused', status, detail: message, rule },
    status === 401 ? { 'www-authenticate': 'Bearer' } : status === 503 ? { 'retry-after': '2' } : {},
  );

/** A fault over the wire: the id to ask us about, and nothing of what went wrong. */
export const faultResult = (correlationId: string, publicUrl: string): APIGatewayProxyStructuredResultV2 =>
  result(500, {
    type: `${publicUrl}/docs/problems#fault`,
    title: titles[500],
    status: 500,
    detail: 'This is our fault. Nothing was changed unless you are told otherwise. Quote the correlation id if you ask about it.',
    correlationId,
  });
