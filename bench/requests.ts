import { randomUUID } from 'node:crypto';
import { linkFor } from '../functions/link/links.ts';
import { linkSecret, type Place } from './place.ts';

export type Sent = {
  route: string;
  params?: Record<string, string>;
  body?: unknown;
  form?: Record<string, string>;
  as?: string;
  headers?: Record<string, string>;
  query?: Record<string, string>;
};
export type Got = { statusCode: number; headers?: Record<string, string>; body?: string };

const filled = (path: string, params: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
const claimsOf = (role: string) => ({
  jwt: { claims: { sub: role, name: `The ${role}`, email: `${role}@kent.example`, roles: `[${role}]` }, scopes: null },
});

/** The event that API Gateway would make of a request. */
export const httpEvent = ({ route, params = {}, body, form, as, headers = {}, query }: Sent) => {
  const [method, path = '/'] = route.split(' ');
  const rawPath = filled(path, params);
  const text = form ? new URLSearchParams(form).toString() : body === undefined ? undefined : JSON.stringify(body);
  return {
    version: '2.0',
    routeKey: route,
    rawPath,
    rawQueryString: new URLSearchParams(query ?? {}).toString(),
    headers: {
      ...(form
        ? { 'content-type': 'application/x-www-form-urlencoded' }
        : body === undefined
          ? {}
          : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(query ? { queryStringParameters: query } : {}),
    ...(Object.keys(params).length > 0 ? { pathParameters: params } : {}),
    requestContext: {
      accountId: '0',
      apiId: 'bench',
      domainName: 'bench',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
      requestId: randomUUID(),
      routeKey: route,
      stage: '$default',
      ...(as ? { authorizer: claimsOf(as) } : {}),
    },
    ...(text === undefined ? {} : { body: text }),
    isBase64Encoded: false,
  };
};

export const context = {
  functionName: 'bench',
  memoryLimitInMB: '512',
  awsRequestId: 'bench',
  getRemainingTimeInMillis: () => 30_000,
  callbackWaitsForEmptyEventLoop: true,
};

export type StageName = 'clearance' | 'consultation' | 'agreement' | 'determination';

/** The links of a decision’s open steps of a stage, as its emails carry them. */
export const linksOf = async ({ store }: Place, id: string, stage: StageName): Promise<string[]> => {
  const decision = await store.load(id);
  const open = (decision?.steps ?? []).flatMap((step) => (step.stage === stage && step.state === 'open' ? [step] : []));
  return open.map(({ id: stepId, issue }) =>
    linkFor({ decisionId: id, stepId, issue }, { current: linkSecret, previous: null }).replace('/respond/', ''),
  );
};
