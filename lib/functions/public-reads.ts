import { publicly, waitedFor, type FunctionSpec } from './spec.ts';

const publicPages = ['/', '/accessibility', '/notices', '/decisions', '/notices.atom', '/decisions.atom', '/decisions/{year}/{number}'];

/** What anybody may read without a token. None of these can see a proposal. */
export const publicReads: readonly FunctionSpec[] = [
  {
    name: 'read-register',
    entry: 'register/read-register.handler.ts',
    purpose: 'Shows the public the notices and the records of decision.',
    impact: 'The public cannot read notices or decisions, which regulations 9 and 12 require to be open to them.',
    routes: publicPages.flatMap((path) => publicly(`GET ${path}`, `HEAD ${path}`)),
    grants: ['read-public-items', 'query-register'],
    ...waitedFor,
  },
  {
    name: 'serve-assets',
    entry: 'register/serve-assets.handler.ts',
    purpose: 'Serves the style sheet, script and pictures of the public pages.',
    impact: 'Public pages and signing pages lose their styling; they still work.',
    routes: publicly('GET /assets/{file}'),
    grants: [],
    ...waitedFor,
  },
  {
    name: 'describe-api',
    entry: 'api/describe-api.handler.ts',
    purpose: 'Serves the OpenAPI description, its page and the health check.',
    impact: 'The API’s description and health check do not answer.',
    routes: publicly('GET /openapi.json', 'GET /docs', 'GET /health'),
    grants: [],
    ...waitedFor,
  },
];
