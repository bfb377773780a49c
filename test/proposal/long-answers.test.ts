import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readContractHistory } from '../../functions/contract/api/reading.ts';
import type { ContractReading } from '../../functions/contract/store/contract-reading.ts';
import { emailStore } from '../../functions/email/email-store.ts';
import { readEmails, readHistory, listProposals } from '../../functions/proposal/reading.ts';
import type { ApiHandler } from '../../functions/platform/http/http.ts';
import { importHeader } from '../../functions/spreadsheet/import-columns.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { aProposal } from '../email/proposal.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { sends } from '../spreadsheet/sends.ts';

const mostOfLambda = 6 * 1024 * 1024;
const longest = { proposedDecision: Array.from({ length: 50 }, (_, at) => `${at} ${'"Long" '.repeat(700)}`) };

type Page<T> = { items: T[]; next: string | null };

/** Every page of a list, from the first to the last; fails where one is more than Lambda carries. */
const pagesOf = async <T>(handler: ApiHandler, id?: string, query: Record<string, string> = {}): Promise<T[][]> => {
  const pages: T[][] = [];
  let cursor: string | null = null;
  do {
    const event = {
      routeKey: 'GET /x',
      rawPath: '/x',
      headers: {},
      pathParameters: id ? { id } : undefined,
      queryStringParameters: { ...query, ...(cursor === null ? {} : { cursor }) },
      requestContext: {
        http: { method: 'GET' },
        requestId: 'r',
        authorizer: { jwt: { claims: { sub: 'officer', name: 'An Officer', roles: '[officer]' }, scopes: [] } },
      },
    };
    const answer = await handler(event as unknown as APIGatewayProxyEventV2, {} as Context);
    expect([answer.statusCode, Buffer.byteLength(JSON.stringify(answer)) < mostOfLambda]).toEqual([200, true]);
    const { items, next } = JSON.parse(answer.body ?? '') as Page<T>;
    pages.push(items);
    cursor = next;
  } while (cursor !== null);
  return pages;
};

describe('What is too long for one answer of Lambda', () => {
  let table: Table;
  let told: InTable;
  const around = () => ({ table, store: told.store, loadCouncil: async () => told.council, now: () => told.now });
  beforeAll(async () => {
    vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example');
    table = await freshTable();
  });
  afterAll(() => void vi.unstubAllEnvs());

  it('is told in parts, the history of a long draft that was saved again and again among them', async () => {
    told = new InTable(table);
    await told.drafted(longest);
    for (let save = 0; save < 24; save += 1)
      await told.does({ type: 'amend-proposal', content: aProposal({ ...longest, reasons: `Saved ${save}` }) });
    const pages = await pagesOf<{ sequence: number }>(readHistory(around()), told.id);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat().map(({ sequence }) => sequence)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
    expect((await pagesOf(readHistory(around()), told.id, { limit: '10' })).map(({ length }) => length)).toEqual([10, 10, 5]);
  });

  it('is told in parts, the history of a contract that was changed again and again among them', async () => {
    const event = (sequence: number) => ({
      schema: 1,
      contractId: 'c-1',
      sequence,
      at: '2023-03-07T09:00:00Z',
      by: { kind: 'contracts', id: 'o', name: 'An Officer', capacity: 'Contracts' },
      happening: { type: 'contract-amended', words: '"Long" '.repeat(5000) },
      before: '',
      hash: '',
    });
    const contracts = { history: async () => Array.from({ length: 200 }, (_, at) => event(at + 1)) };
    const pages = await pagesOf<{ sequence: number }>(readContractHistory({ contracts } as unknown as ContractReading), 'c-1');
    expect([pages.length > 1, pages.flat().at(-1)?.sequence]).toEqual([true, 200]);
    expect(pages.flat().map(({ sequence }) => sequence)).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
  });

  it('is told in parts, a list of long drafts among them, each once', async () => {
    for (let more = 0; more < 24; more += 1) {
      told = new InTable(table, { now: `2023-03-08T09:00:${String(more).padStart(2, '0')}.000Z` });
      await told.drafted(longest);
    }
    const pages = await pagesOf<{ id: string }>(listProposals(around()), undefined, { limit: '100', status: 'draft' });
    expect([pages.length > 1, pages.flat().length, new Set(pages.flat().map(({ id }) => id)).size]).toEqual([true, 25, 25]);
  });

  it('is told in parts, the emails about a decision among them, as many at once as are asked for', async () => {
    told = new InTable(table);
    await told.drafted({});
    const facts = {
      decisionId: told.id,
      to: { name: 'Finance', email: 'finance@kent.example' },
      kind: 'clearance-asked',
      subject: 'Asked',
      sequence: 1,
    };
    for (let email = 1; email <= 5; email += 1) await emailStore(table).claim({ ...facts, key: `00000${email}#one` }, told.now, told.now);
    const pages = await pagesOf(readEmails(around()), told.id, { limit: '2' });
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect((await pagesOf(readEmails(around()), told.id)).flat()).toEqual(pages.flat());
  });

  it('is told as far as it goes, from the top: what is wrong in thousands of rows that are hardly begun, as a copied formula leaves them', async () => {
    const csv = `${importHeader.join(',')}\n${'x,y\n'.repeat(9000)}`;
    const { rows, faults } = await sends(new InRegister(table), false, csv);
    expect([rows, faults[0].line, faults.length > 10_000]).toEqual([9000, 2, true]);
    expect(Buffer.byteLength(JSON.stringify(JSON.stringify(faults)))).toBeLessThan(mostOfLambda);
  });
});
