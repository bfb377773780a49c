import { createRemoteJWKSet, jwtVerify } from 'jose';
import { OAuth2Server } from 'oauth2-mock-server';

/** The audience this machine's tokens name. */
export const localAudience = 'clear-days';
const halfADay = 12 * 60 * 60;

/** Stands in for the council's sign-in. Tokens run by the machine's clock, so that moving the stand-in clock signs nobody out. */
export class LocalIssuer {
  private readonly server: OAuth2Server;

  private constructor(server: OAuth2Server) {
    this.server = server;
  }

  static async start(): Promise<LocalIssuer> {
    const server = new OAuth2Server();
    await server.issuer.keys.generate('RS256');
    await server.start(0, '127.0.0.1');
    server.issuer.url = `http://127.0.0.1:${server.address().port}`;
    return new LocalIssuer(server);
  }

  get url(): string {
    return this.server.issuer.url ?? '';
  }

  token(claims: Record<string, unknown>): Promise<string> {
    return this.server.issuer.buildToken({
      scopesOrTransform: (_header, payload) => void Object.assign(payload, { aud: localAudience, ...claims }),
      expiresIn: halfADay,
    });
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
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
  if (typeof value === 'object' && value !== null) return `map[${Object.entries(value).map(([key, inner]) => `${key}:${flatten(inner)}`).join(' ')}]`;
  return String(value);
}
