import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import description from '../../docs/openapi.json' with { type: 'json' };
import rules from '../../docs/rules.json' with { type: 'json' };
import { apiPage } from './api.page.tsx';
import type { Described } from './described.ts';
import { rulesPage } from './rules.page.tsx';

const common = {
  'cache-control': 'public, max-age=300',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};
const pagePolicy = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const answered = (type: string, body: string, headers: Record<string, string> = {}): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: { ...common, 'content-type': type, ...headers },
  body,
});

const json = (body: unknown, headers?: Record<string, string>) => answered('application/json', JSON.stringify(body), headers);
const html = (body: string) => answered('text/html; charset=utf-8', body, { 'content-security-policy': pagePolicy });

const answers: Record<string, () => APIGatewayProxyStructuredResultV2> = {
  '/openapi.json': () => json(description),
  '/health': () => json({ status: 'ok' }, { 'cache-control': 'no-store' }),
  '/docs': () => html(apiPage(description as unknown as Described)),
  '/docs/problems': () => html(rulesPage(rules)),
};

/** Describes the API, as data and as a page, and says whether it answers; to HEAD with the headers of GET and no body. */
export const handler = async ({ routeKey }: Pick<APIGatewayProxyEventV2, 'routeKey'>): Promise<APIGatewayProxyStructuredResultV2> => {
  const [method, path = ''] = routeKey.split(' ');
  const answer = answers[path];
  if (!answer) throw new Error(`No answer for ${routeKey}`);
  return method === 'HEAD' ? { ...answer(), body: '' } : answer();
};
