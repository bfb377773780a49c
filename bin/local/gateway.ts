import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerPreflight, corsHeaders } from './cors.ts';
import { httpEvent, sendAnswer } from './http-event.ts';
import { flattenClaims, tokenVerifier, type Verify } from './issuer.ts';
import type { LocalFunction } from './local-function.ts';
import { readBody, tenMegabytes } from './read-body.ts';
import { matchRoute, readRoutes, type LocalRoute } from './route-table.ts';
import type { Cors, Wiring } from './wiring.ts';

export interface GatewayParts {
  wiring: Wiring;
  functions: ReadonlyMap<string, LocalFunction>;
  now: () => Date;
  /** Told after every answer: something may have been stored. */
  answered: () => void;
}

/** Does API Gateway's job for the template's HTTP API, in API Gateway's own words. */
export class Gateway {
  private readonly parts: GatewayParts;
  private readonly routes: LocalRoute[];
  private readonly cors: Cors | undefined;
  private readonly verifiers: ReadonlyMap<string, Verify>;

  constructor(parts: GatewayParts) {
    this.parts = parts;
    this.routes = readRoutes(parts.wiring);
    this.cors = parts.wiring.apis[0]?.CorsConfiguration;
    this.verifiers = new Map(
      parts.wiring.authorizers.map(({ logicalId, JwtConfiguration: { Issuer, Audience } }) => [logicalId, tokenVerifier(Issuer, Audience)]),
    );
  }

  serves(method: string, path: string): boolean {
    return matchRoute(this.routes, method, path) !== undefined;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (answerPreflight(this.cors, request, response)) return;
    const match = matchRoute(this.routes, request.method ?? 'GET', new URL(request.url ?? '/', 'http://local').pathname);
    if (!match) return this.refuse(request, response, 404, 'Not Found');
    const verify = match.route.authorizerId && this.verifiers.get(match.route.authorizerId);
    const claims = verify ? await this.authorize(request, verify) : undefined;
    if (match.route.authorizerId && !claims) return this.refuse(request, response, 401, 'Unauthorized');
    const body = await readBody(request, tenMegabytes);
    if (!body) return this.refuse(request, response, 413, 'Request Entity Too Large');
    const event = httpEvent({ request, body, match, claims, now: this.parts.now() });
    await this.answer(request, response, match.route, event);
  }

  private async answer(request: IncomingMessage, response: ServerResponse, route: LocalRoute, event: unknown): Promise<void> {
    try {
      const answer = await this.parts.functions.get(route.functionId)?.invoke(event);
      sendAnswer(response, answer, corsHeaders(this.cors, request));
    } catch (fault) {
      process.stderr.write(`${request.method} ${route.routeKey}: ${fault instanceof Error ? fault.stack : String(fault)}\n`);
      this.refuse(request, response, 500, 'Internal Server Error');
    } finally {
      this.parts.answered();
    }
  }

  private async authorize(request: IncomingMessage, verify: Verify): Promise<Record<string, string> | undefined> {
    const token = /^(?:Bearer\s+)?(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) return undefined;
    return verify(token).then(flattenClaims, () => undefined);
  }

  private refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
    const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
    response.writeHead(status, { 'content-type': 'application/json', ...challenge, ...corsHeaders(this.cors, request) });
    response.end(JSON.stringify({ message }));
    request.resume();
  }
}
