import * as z from 'zod/mini';
import { contractRequest } from '../contract/contract.schema.ts';
import { alertAnswerRequest, closeRequest, contractChangeRequest, contractsQuery, draftRequest, endRequest, extendRequest, importQuery, importRequest, noticePublishedRequest, valueRequest } from '../contract/contract-requests.schema.ts';
import { contractHistoryResponse, contractResponse, contractsResponse, importResponse, reprojectResponse } from '../contract/contract-responses.schema.ts';
import { releasePackageSchema } from '../transparency/ocds.schema.ts';
import { publicContract, publicContractLine } from '../transparency/public-contract.schema.ts';
import { publicContractsQuery, quarterQuery, releasesQuery } from '../transparency/public-contract-query.ts';
import { draftSchema } from '../proposal/proposal.schema.ts';
import { proposalResponse } from '../proposal/responses.schema.ts';
import { type Operation, privately, publicly, type Role } from './operation.ts';

const all: Role[] = ['officer', 'clerk', 'scrutiny', 'contracts'];
const contracts: Role[] = ['contracts'];
const drafters: Role[] = ['officer', 'contracts'];
const contract = { 200: { words: 'The contract as it now stands, with what follows from it', schema: contractResponse } };
const of = (action: string) => `/api/contracts/{id}/${action}`;
const file = (words: string) => ({ 200: { words, types: ['text/csv'] } });
const unchanged = { 304: { words: 'Not changed since the entity tag you hold' } };
const publicLines = z.object({ items: z.array(publicContractLine), next: z.nullable(z.string()) });
const link = 'The id and the code as they stand in the email';

/** Every private route about contracts. */
export const privateContractOperations: Operation[] = [
  privately('post', '/api/contracts', contracts, 'register-contract', 'Enter a contract in the register, under its reference', { request: contractRequest, answers: { 201: { words: 'The contract, with Location and ETag', schema: contractResponse } } }),
  privately('get', '/api/contracts', all, 'list-contracts', 'Contracts by the day on which each needs something: the last day to begin what follows, or else its end', { query: contractsQuery, answers: { 200: { words: 'A page of contracts', schema: contractsResponse } } }),
  privately('get', '/api/contracts.csv', all, 'export-contracts', 'Contracts in the columns of the import, a thousand at a time; the Link header says where to go on', { query: contractsQuery, answers: file('The file') }),
  privately('post', '/api/contracts/import', contracts, 'import-contracts', 'Check a register in CSV row by row, as JSON or as text/csv, 256 KiB at a time; with `import`, bring the good rows in', { query: importQuery, request: importRequest, answers: { 200: { words: 'Every fault of every row, and what became of the rest', schema: importResponse } } }),
  privately('post', '/api/contracts/reproject', contracts, 'reproject-contracts', 'Work out anew what the settings bear on, a hundred contracts at a time; after the settings or the bank holidays have changed', { query: contractsQuery, answers: { 200: { words: 'How many were done, and the cursor to go on from', schema: reprojectResponse } } }),
  privately('get', '/api/contracts/{id}', all, 'read-contract', 'A contract with its latest safe start, alerts, notices and value standing', { answers: contract }),
  privately('put', '/api/contracts/{id}', contracts, 'change-contract', 'Replace a contract’s particulars, or register one that a decision proposed; needs If-Match', { request: contractChangeRequest, answers: contract }),
  privately('post', of('extend'), contracts, 'extend-contract', 'Take up the next extension option', { request: extendRequest, answers: contract }),
  privately('post', of('end'), contracts, 'end-contract', 'Record that the contract has ended, and how', { request: endRequest, answers: contract }),
  privately('post', of('value'), contracts, 'record-contract-value', 'Record what has been paid to date', { request: valueRequest, answers: contract }),
  privately('post', of('notices'), contracts, 'record-contract-notice', 'Record that a procurement notice was published', { request: noticePublishedRequest, answers: contract }),
  privately('post', of('close'), contracts, 'close-contract', 'Close a proposed contract that will not come about', { request: closeRequest, answers: contract }),
  privately('post', of('alerts'), contracts, 'answer-contract-alerts', 'Acknowledge its alerts, put them off, or name the decision in hand', { request: alertAnswerRequest, answers: contract }),
  privately('get', of('draft-proposal'), drafters, 'preview-draft-from-contract', 'The proposal that the contract would begin; nothing is saved', { query: draftRequest, answers: { 200: { words: 'A draft, filled in from the contract', schema: draftSchema } } }),
  privately('post', of('draft-proposal'), drafters, 'draft-from-contract', 'Save a draft proposal filled in from the contract', { request: draftRequest, answers: { 201: { words: 'The draft, with Location and ETag', schema: proposalResponse } } }),
  privately('get', of('history'), all, 'read-contract-history', 'Every event of the contract, each sealed with the hash of the one before', { answers: { 200: { words: 'The history', schema: contractHistoryResponse } } }),
];

const unlinked = { 404: { words: 'The link is none of ours', types: ['text/html'] }, 503: { words: 'Our fault: the link knows whether it was stored', types: ['text/html'] } };

/** Every public route about contracts. */
export const publicContractOperations: Operation[] = [
  publicly('/contracts', 'list-public-contracts', 'The register of contracts, the first to end first; with `ended`, those that are over; with `division`, those that affect one division or ward', { query: publicContractsQuery, answers: { 200: { words: 'A page of contracts', types: ['application/json', 'text/html'], schema: publicLines }, ...unchanged } }),
  publicly('/contracts.csv', 'contracts-file', 'Contracts over £5,000 that run in a quarter, with the columns of the Local Government Transparency Code 2015', { query: quarterQuery, answers: { ...file('The file'), ...unchanged } }),
  publicly('/contracts.atom', 'contracts-feed', 'Contracts as a feed, the last changed first', { query: releasesQuery, answers: { 200: { words: 'An Atom feed', types: ['application/atom+xml'] }, ...unchanged } }),
  publicly('/contracts.ocds.json', 'contracts-ocds', 'Decisions and contracts as an Open Contracting (OCDS 1.1) release package, the newest first; the Link header says where to go on', { query: releasesQuery, answers: { 200: { words: 'A release package', schema: releasePackageSchema }, ...unchanged } }),
  publicly('/contracts/{reference}', 'read-public-contract', 'One contract, with the timetable of what follows drawn and in words; a slash in its reference is written as a tilde. Add .json for data', { answers: { 200: { words: 'The contract', types: ['text/html', 'application/json'], schema: publicContract }, ...unchanged } }),
  {
    id: 'open-alert', method: 'get', path: '/contract-alerts/{link}', roles: 'anybody', summary: `A page that asks what is being done about a contract; nothing changes. ${link}`,
    answers: { 200: { words: 'The page', types: ['text/html'] }, ...unlinked }, problems: [],
  },
  {
    id: 'answer-alert', method: 'post', path: '/contract-alerts/{link}', roles: 'anybody', summary: `The answer to what the page asks. ${link}`,
    form: z.object({ response: z.enum(['acknowledge', 'snooze', 'in-hand']), until: z.optional(z.string()), number: z.optional(z.string()), words: z.optional(z.string()) }),
    answers: {
      200: { words: 'A receipt', types: ['text/html'] }, 409: { words: 'Why no answer is taken', types: ['text/html'] }, 422: { words: 'The form again, each problem beside its field', types: ['text/html'] },
      403: { words: 'Sent from another site', types: ['text/html'] }, 413: { words: 'Over 256 KiB', types: ['text/html'] }, 415: { words: 'Not sent by a form', types: ['text/html'] }, ...unlinked,
    },
    problems: [],
  },
];
