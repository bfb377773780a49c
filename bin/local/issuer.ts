import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { OAuth2Issuer, OAuth2Service } from 'oauth2-mock-server';
import { readBody } from './read-body.ts';
import { listen } from './listen.ts';
import { chooserPage, refusedPage } from './sign-in-pages.ts';
import { type Person, people, SignIns } from './sign-ins.ts';

/** The audience this machine's tokens name. */
export const localAudience = 'clear-days';
const halfADay = 12 * 60 * 60;

/** `now` is the stand-in clock's: the pages judge an ID token by it. */
export interface IssuerOptions {
  council: string;
  now: () => Date;
}

/**
 * Stands in for the council's sign-in: whoever comes to it chooses who to be. Access tokens run by the machine's clock, so
 * that moving the stand-in clock signs nobody out.
 */
export class LocalIssuer {
  private readonly issuer: OAuth2Issuer;
  private readonly server: Server;
  private readonly people: readonly Person[];
  private readonly signIns = new SignIns();
  private readonly now: () => Date;

  private constructor(issuer: OAuth2Issuer, { council, now }: IssuerOptions) {
    this.issuer = issuer;
    this.people = people(council);
    this.now = now;
    const service = new OAuth2Service(issuer);
    this.server = createServer((request, response) => {
      const own = this.own(request);
      if (!own) return service.requestHandler(request, response);
      own(request, response).catch((problem: unknown) => response.writeHead(500).end(String(problem)));
    });
  }

  static async start(options: IssuerOptions): Promise<LocalIssuer> {
    const issuer = new OAuth2Issuer();
    await issuer.keys.generate('RS256');
    const started = new LocalIssuer(issuer, options);
    issuer.url = await listen(started.server);
    return started;
  }

  get url(): string {
    return this.issuer.url ?? '';
  }

  token(claims: Record<string, unknown>): Promise<string> {
    return this.issuer.buildToken({
      scopesOrTransform: (_header, payload) => void Object.assign(payload, { aud: localAudience, ...claims }),
      expiresIn: halfADay,
    });
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
  }

  private own({ method, url = '/' }: IncomingMessage) {
    const { pathname } = new URL(url, 'http://local');
    if (pathname === '/authorize') return method === 'POST' ? this.chosen : this.choose;
    return pathname === '/token' && method === 'POST' ? this.redeem : undefined;
  }

  private choose = async ({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = new URL(url, 'http://local').searchParams;
    const fault = this.signIns.faultIn(asked);
    response.writeHead(fault ? 400 : 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(fault ? refusedPage(fault) : chooserPage(this.people, asked));
  };

  private chosen = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = new URLSearchParams((await readBody(request, 65_536))?.toString());
    const person = this.people.find(({ sub }) => sub === asked.get('person'));
    const fault = person ? this.signIns.faultIn(asked) : 'Nobody was chosen.';
    if (fault || !person) return void response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' }).end(refusedPage(fault ?? ''));
    response.writeHead(303, { location: this.signIns.begin(person, asked), 'cache-control': 'no-store' }).end();
  };

  private redeem = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = new URLSearchParams((await readBody(request, 65_536))?.toString());
    const signedIn = this.signIns.redeem(asked);
    response.writeHead(signedIn ? 200 : 400, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    if (!signedIn) return void response.end(JSON.stringify({ error: 'invalid_grant' }));
    const { person, nonce, clientId } = signedIn;
    const iat = Math.floor(this.now().getTime() / 1000);
    const id_token = await this.token({ ...person, aud: clientId, nonce, iat, nbf: iat, exp: iat + 300 });
    response.end(JSON.stringify({ access_token: await this.token({ ...person }), id_token, token_type: 'Bearer', expires_in: halfADay }));
  };
}

export type Verify = (token: string) => Promise<Record<string, unknown>>;

/** Checks a token as an HTTP API's JWT authorizer does: signature by the issuer's keys, issuer, audience, times. */
export function tokenVerifier(issuer: string, audience: string[]): Verify {
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  return async (token) => (await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256', 'RS384', 'RS512'] })).payload;
}

/** Claims as API Gateway hands them on: every value a string, and a list as Go prints one, `[officer clerk]`. */
export function flattenClaims(claims: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, flatten(value)]));
}

function flatten(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatten).join(' ')}]`;
  if (typeof value === 'object' && value !== null)
    return `map[${Object.entries(value)
      .map(([key, inner]) => `${key}:${flatten(inner)}`)
      .join(' ')}]`;
  return String(value);
}
