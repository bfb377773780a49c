import { contractRequest } from '../contract/contract-terms.schema.ts';
import {
  alertAnswerRequest,
  closeRequest,
  contractChangeRequest,
  contractsQuery,
  draftRequest,
  endRequest,
  extendRequest,
  importQuery,
  importRequest,
  noticePublishedRequest,
  valueRequest,
} from '../contract/api/contract-requests.schema.ts';
import {
  contractHistoryResponse,
  contractResponse,
  contractsResponse,
  importResponse,
  reprojectResponse,
} from '../contract/api/contract-responses.schema.ts';
import { draftSchema } from '../proposal/proposal.schema.ts';
import { historyQuery } from '../proposal/queries.schema.ts';
import { proposalResponse } from '../proposal/responses.schema.ts';
import { type Operation, privately, type Role } from './operation.ts';

const all: Role[] = ['officer', 'clerk', 'scrutiny', 'contracts'];
const contracts: Role[] = ['contracts'];
const drafters: Role[] = ['officer', 'contracts'];
const contract = { 200: { words: 'The contract as it now stands, with what follows from it', schema: contractResponse } };
const of = (action: string) => `/api/contracts/{id}/${action}`;

// Reading it changes nothing, and still a rule may refuse it: nothing follows a contract that has ended.
const refusable = (read: Operation): Operation => ({ ...read, problems: [...read.problems, 409].sort() });

/** Every private route about contracts. */
export const privateContractOperations: Operation[] = [
  privately('post', '/api/contracts', contracts, 'register-contract', 'Enter a contract in the register, under its reference', {
    request: contractRequest,
    answers: { 201: { words: 'The contract, with Location and ETag', schema: contractResponse } },
  }),
  privately(
    'get',
    '/api/contracts',
    all,
    'list-contracts',
    'Contracts by the day on which each needs something: the last day to begin what follows, or else its end',
    { query: contractsQuery, answers: { 200: { words: 'A page of contracts', schema: contractsResponse } } },
  ),
  privately(
    'get',
    '/api/contracts.csv',
    all,
    'export-contracts',
    'Contracts in the columns of the import, a thousand at a time; the Link header says where to go on, and the name of the file how many are left out, for they cannot be read',
    { query: contractsQuery, answers: { 200: { words: 'The file', types: ['text/csv'], headers: ['Link', 'Content-Disposition'] } } },
  ),
  privately(
    'post',
    '/api/contracts/import',
    contracts,
    'import-contracts',
    'Check a register in CSV row by row, as JSON or as text/csv, 256 KiB at a time; with `import`, bring the good rows in',
    {
      query: importQuery,
      request: importRequest,
      csv: true,
      answers: {
        200: { words: 'Every fault of every row, as far as one answer carries, and what became of the rest', schema: importResponse },
      },
    },
  ),
  privately(
    'post',
    '/api/contracts/reproject',
    contracts,
    'reproject-contracts',
    'Work out anew what the settings bear on, a hundred contracts at a time; after the settings or the bank holidays have changed',
    { query: contractsQuery, answers: { 200: { words: 'How many were done, and the cursor to go on from', schema: reprojectResponse } } },
  ),
  privately(
    'get',
    '/api/contracts/{id}',
    all,
    'read-contract',
    'A contract with its latest safe start, alerts, notices and value standing',
    { answers: { ...contract, 304: { words: 'Not changed since the entity tag you hold' } } },
  ),
  privately(
    'put',
    '/api/contracts/{id}',
    contracts,
    'change-contract',
    'Replace a contract’s particulars, or register one that a decision proposed; needs If-Match',
    { request: contractChangeRequest, answers: contract },
  ),
  privately('post', of('extend'), contracts, 'extend-contract', 'Take up the next extension option', {
    request: extendRequest,
    answers: contract,
  }),
  privately('post', of('end'), contracts, 'end-contract', 'Record that the contract has ended, and how', {
    request: endRequest,
    answers: contract,
  }),
  privately('post', of('value'), contracts, 'record-contract-value', 'Record what has been paid to date', {
    request: valueRequest,
    answers: contract,
  }),
  privately('post', of('notices'), contracts, 'record-contract-notice', 'Record that a procurement notice was published', {
    request: noticePublishedRequest,
    answers: contract,
  }),
  privately('post', of('close'), contracts, 'close-contract', 'Close a proposed contract that will not come about', {
    request: closeRequest,
    answers: contract,
  }),
  privately(
    'post',
    of('alerts'),
    contracts,
    'answer-contract-alerts',
    'Acknowledge its alerts, put them off, or name the decision in hand',
    { request: alertAnswerRequest, answers: contract },
  ),
  refusable(
    privately(
      'get',
      of('draft-proposal'),
      drafters,
      'preview-draft-from-contract',
      'The proposal that the contract would begin; nothing is saved',
      { query: draftRequest, answers: { 200: { words: 'A draft, filled in from the contract', schema: draftSchema } } },
    ),
  ),
  privately('post', of('draft-proposal'), drafters, 'draft-from-contract', 'Save a draft proposal filled in from the contract', {
    request: draftRequest,
    answers: { 201: { words: 'The draft, with Location and ETag', schema: proposalResponse } },
  }),
  privately(
    'get',
    of('history'),
    all,
    'read-contract-history',
    'Every event of the contract, each sealed with the hash of the one before',
    { query: historyQuery, answers: { 200: { words: 'The history', schema: contractHistoryResponse } } },
  ),
];
