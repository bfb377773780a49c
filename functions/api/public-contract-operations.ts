import * as z from 'zod/mini';
import { releasePackageSchema } from '../transparency/ocds.schema.ts';
import { publicContract, publicContractLine } from '../transparency/public-contract.schema.ts';
import { publicContractsQuery, quarterQuery, releasesQuery } from '../transparency/public-contract-query.ts';
import { type Operation, publicly } from './operation.ts';

const unchanged = { 304: { words: 'Not changed since the entity tag you hold' } };
const publicLines = z.object({ items: z.array(publicContractLine), next: z.nullable(z.string()) });

/** What the public reads of contracts. */
export const publicContractOperations: Operation[] = [
  publicly(
    '/contracts',
    'list-public-contracts',
    'The register of contracts, the first to end first; with `ended`, those that are over; with `division`, those that affect one division or ward',
    {
      query: publicContractsQuery,
      answers: { 200: { words: 'A page of contracts', types: ['application/json', 'text/html'], schema: publicLines }, ...unchanged },
    },
  ),
  publicly(
    '/contracts.csv',
    'contracts-file',
    'Contracts over £5,000 that run in a quarter, with the columns of the Local Government Transparency Code 2015',
    {
      query: quarterQuery,
      answers: { 200: { words: 'The file', types: ['text/csv'], headers: ['Link', 'Content-Disposition'] }, ...unchanged },
    },
  ),
  publicly('/contracts.atom', 'contracts-feed', 'Contracts as a feed, the last changed first', {
    query: releasesQuery,
    answers: { 200: { words: 'An Atom feed', types: ['application/atom+xml'] }, ...unchanged },
  }),
  publicly(
    '/contracts.ocds.json',
    'contracts-ocds',
    'Decisions and contracts as an Open Contracting (OCDS 1.1) release package, the newest first; the Link header says where to go on',
    {
      query: releasesQuery,
      answers: { 200: { words: 'A release package', schema: releasePackageSchema, headers: ['Link'] }, ...unchanged },
    },
  ),
  publicly(
    '/contracts/{reference}',
    'read-public-contract',
    'One contract, with the timetable of what follows drawn and in words; a slash in its reference is written as a tilde. Add .json for data',
    { answers: { 200: { words: 'The contract', types: ['text/html', 'application/json'], schema: publicContract }, ...unchanged } },
  ),
];
