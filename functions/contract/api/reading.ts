import { refuse, type Refused } from '../../decision/refusal.ts';
import { carriedPart } from '../../platform/http/carried.ts';
import { api, type ApiHandler } from '../../platform/http/http.ts';
import { historyQuery } from '../../proposal/queries.schema.ts';
import type { Contract } from '../contract.schema.ts';
import { contractAnswer, contractHistoryLine } from './contract-answer.ts';
import { judgedNow } from '../store/contract-deployed.ts';
import type { ContractReading } from '../store/contract-reading.ts';
import { contractsQuery, draftRequest } from './contract-requests.schema.ts';
import { contractHistoryResponse, contractResponse, contractsResponse } from './contract-responses.schema.ts';
import type { ContractListing, ContractPage } from '../store/contract-list.ts';
import { draftFromContract } from '../../procurement/draft-proposal.rules.ts';
import { registerCsv } from '../../spreadsheet/register-export.ts';

const nothing = (): Refused => refuse('no-such-contract', 'API', 'There is no such contract.');

type Query = { over: 'true' | 'false' } & Omit<ContractListing, 'list'>;
const listing = ({ over, ...rest }: Query): ContractListing => ({ list: over === 'true' ? 'OVER' : 'LIVE', ...rest });

/** Contracts by the day on which each needs something: the last day to begin what follows, or else its end. */
export const readContracts = (around: ContractReading): ApiHandler =>
  api({ query: contractsQuery, response: contractsResponse }, async ({ query }) => {
    const page = await around.contracts.list(listing(query));
    if (!page.ok) return page;
    const given = await judgedNow(around);
    const { unreadable, next } = page;
    return { status: 200, body: { items: page.items.map((contract) => contractAnswer(contract, given)), unreadable, next } };
  });

/** One contract, with all that follows from it today. */
export const readContractById = (around: ContractReading): ApiHandler =>
  api({ response: contractResponse }, async ({ params }) => {
    const contract = await around.contracts.load(params.id ?? '');
    return contract ? { status: 200, body: contractAnswer(contract, await judgedNow(around)), version: contract.version } : nothing();
  });

/** Every event of a contract, each sealed with the hash of the one before; so many at once as one answer carries. */
export const readContractHistory = (around: ContractReading): ApiHandler =>
  api({ query: historyQuery, response: contractHistoryResponse }, async ({ params, query }) => {
    const events = await around.contracts.history(params.id ?? '');
    return events.length > 0 ? { status: 200, body: carriedPart(events, contractHistoryLine, query) } : nothing();
  });

// Ten pages of a hundred to a file, and an address to go on from.
const mostPages = 10;

const upToAThousand = async ({ contracts }: ContractReading, asked: ContractListing): Promise<ContractPage | Refused> => {
  const items: Contract[] = [];
  let unreadable = 0;
  let cursor = asked.cursor ?? null;
  for (let pages = 0; pages < mostPages && (pages === 0 || cursor !== null); pages += 1) {
    const page = await contracts.list({ ...asked, limit: 100, cursor: cursor ?? undefined });
    if (!page.ok) return page;
    items.push(...page.items);
    unreadable += page.unreadable;
    cursor = page.next;
  }
  return { ok: true, items, unreadable, next: cursor };
};

// A row of the file itself would be no contract, and a fault to the import.
const fileNamed = (unreadable: number): string =>
  unreadable === 0 ? 'contracts.csv' : `contracts-without-${unreadable}-that-cannot-be-read.csv`;

/** Contracts as a file in the columns of the import, a thousand at a time; the Link header says where to go on. */
export const exportContracts = (around: ContractReading): ApiHandler =>
  api({ query: contractsQuery }, async ({ query }) => {
    const found = await upToAThousand(around, listing(query));
    if (!found.ok) return found;
    const on = new URLSearchParams({
      over: query.over,
      ...(query.owner ? { owner: query.owner } : {}),
      ...(query.dueBefore ? { dueBefore: query.dueBefore } : {}),
      cursor: found.next ?? '',
    });
    const headers = {
      'content-disposition': `attachment; filename="${fileNamed(found.unreadable)}"`,
      ...(found.next ? { link: `</api/contracts.csv?${on}>; rel="next"` } : {}),
    };
    return { status: 200, file: { type: 'text/csv; charset=utf-8; header=present', text: registerCsv(found.items) }, headers };
  });

const notRegistered = (): Refused =>
  refuse(
    'not-in-this-status',
    'Council contract procedure',
    'A proposal can be drawn up from a contract once it is registered and until it has ended.',
  );

/** The proposal that a contract would begin, for a form to be filled with; nothing is saved. */
export const previewDraft = (around: ContractReading): ApiHandler =>
  api({ roles: ['officer', 'contracts'], query: draftRequest }, async ({ params, query }) => {
    const contract = await around.contracts.load(params.id ?? '');
    if (!contract) return nothing();
    return contract.status === 'registered' ? { status: 200, body: draftFromContract(contract, query.intent) } : notRegistered();
  });
