import { inBackground, privately, publicly, waitedFor, type FunctionSpec } from './spec.ts';

const of = '/api/contracts/{id}';
const publicPages = ['/contracts', '/contracts.csv', '/contracts.atom', '/contracts.ocds.json', '/contracts/{reference}'];

/** The functions of the register of contracts: kept, shown, imported, watched. */
export const contracts: readonly FunctionSpec[] = [
  {
    name: 'manage-contracts',
    entry: 'contract/api/manage-contracts.handler.ts',
    purpose: 'Enters, changes, extends and ends contracts, and answers their alerts.',
    impact: 'Contracts officers cannot keep the register; alerts go on by what it last held.',
    routes: privately(
      'POST /api/contracts',
      `PUT ${of}`,
      ...['extend', 'end', 'value', 'notices', 'close', 'alerts'].map((action) => `POST ${of}/${action}`),
    ),
    grants: ['read-items', 'append-contracts'],
    ...waitedFor,
  },
  {
    name: 'read-contracts',
    entry: 'contract/api/read-contracts.handler.ts',
    purpose: 'Shows the council’s own people its contracts, and what each would begin.',
    impact: 'Contracts officers cannot see which contracts need something, and drafts do not open from a contract.',
    routes: privately('GET /api/contracts', 'GET /api/contracts.csv', `GET ${of}`, `GET ${of}/history`, `GET ${of}/draft-proposal`),
    grants: ['read-items', 'query-contracts'],
    ...waitedFor,
    // A file of a thousand contracts is read a hundred at a time.
    timeoutSeconds: 25,
  },
  {
    name: 'draft-from-contract',
    entry: 'procurement/draft-from-contract.handler.ts',
    purpose: 'Begins a proposal from a contract.',
    impact: 'Proposals that follow a contract have to be typed in full.',
    routes: privately(`POST ${of}/draft-proposal`),
    grants: ['read-items', 'append-decisions'],
    ...waitedFor,
  },
  {
    name: 'import-contracts',
    entry: 'spreadsheet/import-contracts.handler.ts',
    purpose: 'Checks and imports registers of contracts, and works out anew what is kept beside them.',
    impact: 'No register can be brought in, and changed settings do not reach the contracts.',
    routes: privately('POST /api/contracts/import', 'POST /api/contracts/reproject'),
    grants: ['read-items', 'append-contracts', 'query-contracts'],
    ...waitedFor,
    // Several hundred contracts to a request, each a write of its own.
    timeoutSeconds: 29,
  },
  {
    name: 'read-public-contracts',
    entry: 'transparency/read-public-contracts.handler.ts',
    purpose: 'Shows the public the register of contracts, as pages, files and Open Contracting data.',
    impact: 'The public cannot read the contracts that the Transparency Code has the council publish.',
    routes: publicPages.flatMap((path) => publicly(`GET ${path}`, `HEAD ${path}`)),
    grants: ['read-public-items', 'query-register'],
    ...waitedFor,
  },
  {
    name: 'answer-alert',
    entry: 'alert/answer-alert.handler.ts',
    purpose: 'Shows the page behind a link about a contract’s alerts, and takes its answer.',
    impact: 'Owners and sponsors cannot answer for their contracts by link, and directors are told of silence that is none.',
    routes: publicly('GET /contract-alerts/{link}', 'HEAD /contract-alerts/{link}', 'POST /contract-alerts/{link}'),
    grants: ['read-items', 'append-contracts', 'read-link-secret'],
    ...waitedFor,
  },
  {
    name: 'check-contracts',
    entry: 'alert/check-contracts.handler.ts',
    purpose: 'Finds the contracts that need something today, and has their people told.',
    impact: 'Nobody is told of contracts that come to their end until the check is run again.',
    routes: [],
    grants: ['read-items', 'append-contracts', 'call-for-digests', 'note-progress', 'query-due'],
    trigger: { kind: 'daily', at: '06:15', zone: 'Europe/London' },
    ...inBackground,
    timeoutSeconds: 300,
  },
];
