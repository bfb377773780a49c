import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cors } from './wiring.ts';

/** The headers API Gateway adds for an origin the API allows. */
export function corsHeaders(cors: Cors | undefined, request: IncomingMessage): Record<string, string> {
  const origin = request.headers.origin;
  if (!cors || !origin || !(cors.AllowOrigins.includes(origin) || cors.AllowOrigins.includes('*'))) return {};
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': cors.ExposeHeaders.join(','), vary: 'origin' };
}

/** Answers a preflight itself, as API Gateway does once CORS is configured; false when it is no preflight. */
export function answerPreflight(cors: Cors | undefined, request: IncomingMessage, response: ServerResponse): boolean {
  if (!cors || request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return false;
  const allowed = corsHeaders(cors, request);
  if (allowed['access-control-allow-origin'])
    Object.assign(allowed, {
      'access-control-allow-methods': cors.AllowMethods.join(','),
      'access-control-allow-headers': cors.AllowHeaders.join(','),
    });
  response.writeHead(204, allowed).end();
  return true;
}
