import { inBackground, publicly, waitedFor, type FunctionSpec } from './spec.ts';

const publicPages = [
  '/', '/accessibility', '/notices', '/decisions', '/notices.atom', '/decisions.atom', '/notices.csv', '/decisions.csv', '/decisions/{year}/{number}',
  '/search', '/search.atom', '/changes', '/urgency-report', '/sitemap.xml', '/robots.txt',
];

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
    name: 'print-record',
    entry: 'record/print-record.handler.ts',
    splits: true,
    purpose: 'Writes a notice or a record of decision as a tagged PDF.',
    impact: 'Nobody can have a decision as a PDF; its page still shows and prints.',
    routes: publicly('GET /decisions/{year}/{number}/record.pdf', 'HEAD /decisions/{year}/{number}/record.pdf'),
    grants: ['read-public-items'],
    ...waitedFor,
  },
  {
    name: 'read-proof',
    entry: 'proof/read-proof.handler.ts',
    purpose: 'Gives what anybody needs to check a published decision, and checks one that is sent.',
    impact: 'Nobody can check a record against what was published; the records themselves still show.',
    routes: [
      ...['/decisions/{year}/{number}/proof', '/heads/{date}', '/verify'].flatMap((path) => publicly(`GET ${path}`, `HEAD ${path}`)),
      ...publicly('POST /verify'),
    ],
    grants: ['read-public-items'],
    ...waitedFor,
  },
  {
    name: 'index-publications',
    entry: 'search/index-publications.handler.ts',
    purpose: 'Indexes what is published, so that it can be searched and filtered.',
    impact: 'New and changed decisions are missing from searches, filtered lists and the feed of changes; the whole lists still show them.',
    routes: [],
    grants: ['read-public-items', 'write-search'],
    trigger: { kind: 'stored-publications' },
    ...inBackground,
  },
  {
    name: 'keep-subscriptions',
    entry: 'subscription/keep-subscriptions.handler.ts',
    purpose: 'Takes subscriptions to emails about decisions, begins them and ends them.',
    impact: 'Nobody can ask for emails about decisions, or stop them.',
    routes: [
      ...publicly('GET /subscriptions', 'HEAD /subscriptions', 'POST /subscriptions'),
      ...['/subscriptions/confirm/{link}', '/subscriptions/stop/{link}'].flatMap((path) => publicly(`GET ${path}`, `HEAD ${path}`, `POST ${path}`)),
    ],
    grants: ['read-public-items', 'keep-subscriptions', 'read-link-secret', 'send-email'],
    ...waitedFor,
  },
  {
    name: 'send-subscriptions',
    entry: 'subscription/send-subscriptions.handler.ts',
    purpose: 'Sends those who subscribe one email about the day’s decisions.',
    impact: 'Subscribers are not told of decisions; the register shows them all the same.',
    routes: [],
    grants: ['read-public-items', 'keep-subscriptions', 'read-link-secret', 'send-email'],
    trigger: { kind: 'daily', at: '07:00', zone: 'Europe/London' },
    ...inBackground,
    timeoutSeconds: 300,
  },
  {
    name: 'serve-assets',
    entry: 'register/serve-assets.handler.ts',
    purpose: 'Serves the style sheets of the public pages and of the desk, and their script.',
    impact: 'Public pages, signing pages and the desk lose their styling; they still work.',
    routes: publicly('GET /assets/{file}'),
    grants: [],
    ...waitedFor,
  },
  {
    name: 'describe-api',
    entry: 'api/describe-api.handler.ts',
    purpose: 'Serves the OpenAPI description, its page and the health check.',
    impact: 'The API’s description and health check do not answer.',
    routes: publicly('GET /openapi.json', 'GET /docs', 'GET /docs/problems', 'GET /health'),
    grants: [],
    ...waitedFor,
  },
];
