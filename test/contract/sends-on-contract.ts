import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { contractCommands } from '../../functions/contract/api/managing.ts';
import type { ApiHandler } from '../../functions/platform/http/http.ts';

export type Sent = { route: string; of?: string; body: unknown; key?: string; ifMatch?: number };

/** What a contracts officer sends to a handler, and what it answers. */
export const through = async (handler: ApiHandler | undefined, { route, of, body, key, ifMatch }: Sent) => {
  const [method, path = ''] = route.split(' ');
  const event = {
    routeKey: route,
    rawPath: path.replace('{id}', of ?? ''),
    ...(of === undefined ? {} : { pathParameters: { id: of } }),
    body: JSON.stringify(body),
    isBase64Encoded: false,
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    requestContext: {
      http: { method },
      requestId: 'r',
      authorizer: { jwt: { claims: { sub: 'c', name: 'C', email: 'c@kent.example', roles: '[contracts]' } } },
    },
  } as unknown as APIGatewayProxyEventV2;
  const { statusCode, body: said, headers = {} } = (await handler?.(event, {} as Context)) ?? {};
  return { status: statusCode, said: JSON.parse(said ?? '{}') as Record<string, unknown>, tag: headers.etag, at: headers.location };
};

/** What contracts officers send to a register by its routes. */
export const sendsOn = (around: Parameters<typeof contractCommands>[0]) => (sent: Sent) => {
  const commands: Partial<Record<string, ApiHandler>> = contractCommands(around);
  return through(commands[sent.route], sent);
};
