import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { answerDesk, type Desk } from '../../functions/desk/desk.ts';
import { keepSession, type Session } from '../../functions/desk/sign-in/session.ts';
import type { Role } from '../../functions/platform/http/caller.ts';
import { council } from './proposals.ts';

export const publicUrl = 'https://decisions.kent.example';
export const secrets = { current: 'a'.repeat(64), previous: null };
export const csrf = 'c'.repeat(32);

export type ApiCall = { method: string; path: string; body: unknown; headers: Record<string, string> };
type ApiAnswer = { status: number; body: unknown; location?: string };

const session = (...roles: Role[]): Session => ({
  accessToken: 'a-token',
  who: { sub: roles[0] ?? 'nobody', name: 'Somebody', email: 'somebody@kent.example', roles },
  csrf,
});

/** The cookie of somebody with these roles. */
export const cookieOf = (...roles: Role[]): string => keepSession(session(...roles), 3600, secrets, publicUrl).split(';')[0] ?? '';

/** A desk over an API that answers as told; what is not told is 404. Every call is written down. */
export const deskOver = (answers: Record<string, ApiAnswer>) => {
  const calls: ApiCall[] = [];
  const send = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const path = String(url).slice(publicUrl.length);
    const method = init.method ?? 'GET';
    calls.push({
      method,
      path,
      body: init.body ? JSON.parse(String(init.body)) : undefined,
      headers: { ...(init.headers as Record<string, string>) },
    });
    const { status, body, location }: ApiAnswer =
      answers[`${method} ${path}`] ??
      (path === '/api/council' ? { status: 200, body: council } : { status: 404, body: { detail: 'There is no such proposal.' } });
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...(location ? { location } : {}) },
    });
  };
  const desk: Desk = {
    publicUrl,
    send: send as typeof fetch,
    now: () => '2023-03-07T09:00:00Z',
    loadSecrets: async () => secrets,
    log: () => undefined,
    client: {
      issuer: 'https://login.kent.example',
      clientId: 'clear-days',
      scope: 'openid',
      loadSecret: null,
      redirectUri: `${publicUrl}/desk/signed-in`,
    },
    discover: async () => ({
      issuer: 'https://login.kent.example',
      authorization_endpoint: 'https://login.kent.example/authorize',
      token_endpoint: 'https://login.kent.example/token',
    }),
  };
  return { answer: answerDesk(desk), calls };
};

type Asked = {
  cookie?: string;
  form?: Record<string, string> | URLSearchParams;
  params?: Record<string, string>;
  query?: string;
  headers?: Record<string, string>;
};

/** A request as API Gateway hands it on; a form comes from the desk's own page unless its headers say otherwise. */
export const asked = (routeKey: string, { cookie, form, params = {}, query = '', headers = {} }: Asked = {}): APIGatewayProxyEventV2 => {
  const [method = '', route = ''] = routeKey.split(' ');
  const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const posted = { origin: publicUrl, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    headers: { ...(method === 'POST' ? posted : {}), ...headers },
    pathParameters: params,
    isBase64Encoded: true,
    ...(cookie ? { cookies: [cookie] } : {}),
    ...(form ? { body: Buffer.from(new URLSearchParams(form).toString()).toString('base64') } : {}),
    requestContext: {
      accountId: '0',
      apiId: 'a',
      domainName: 'd',
      domainPrefix: 'd',
      requestId: 'r',
      routeKey,
      stage: '$default',
      time: '',
      timeEpoch: 0,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
    },
  };
};
