import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoPublicContracts } from '../../functions/transparency/public-contract-store.ts';
import { publicContractsAnswer } from '../../functions/transparency/public-contract-routes.ts';
import { publicContractsQuery, quarterQuery, releasesQuery } from '../../functions/transparency/public-contract-query.ts';
import { kent } from '../../seeds/kent/council.ts';
import { freshTable } from '../platform/fresh-table.ts';

describe('A link to the contracts that was passed on', () => {
  it.each([publicContractsQuery, quarterQuery, releasesQuery])(
    'still works with what others added to it, as one to the decisions does',
    (query) => expect(query.safeParse({ fbclid: 'IwAR0x', utm_source: 'newsletter' }).success).toBe(true),
  );
  it('is still told of what it asks in a way that cannot be used', () =>
    expect(
      publicContractsQuery.safeParse({ utm_source: 'x', limit: '0', ended: 'maybe' }).error?.issues.map(({ path }) => path[0]),
    ).toEqual(['limit', 'ended']));
});

describe('An address of contracts that a stranger made up', () => {
  let asked: (rawPath: string, accept: string, query?: Record<string, string>) => Promise<{ status: number; body: string }>;
  beforeAll(async () => {
    const around = {
      store: dynamoPublicContracts(await freshTable()),
      council: async () => kent,
      origin: 'https://decisions.kent.example',
      now: () => '2023-03-07T09:00:00Z',
    };
    asked = (rawPath, accept, queryStringParameters) =>
      publicContractsAnswer(
        { method: 'GET', rawPath, headers: { accept }, queryStringParameters, reference: rawPath.split('/')[2] },
        around,
      );
  });

  it.each(['1'.repeat(2100), '漢'.repeat(700)])('names no contract, however long it is', async (reference) => {
    expect((await asked(`/contracts/${reference}`, 'text/html')).status).toBe(404);
    expect((await asked(`/contracts/${reference}.json`, '*/*')).status).toBe(404);
  });

  it('asks for no quarter before the years that the system knows, and is told so', async () => {
    for (const quarter of ['1989-Q4', '1900-Q1']) {
      const { status, body } = await asked('/contracts.csv', '*/*', { quarter });
      expect([status, JSON.parse(body).errors]).toEqual([400, [{ path: 'quarter', message: 'Use a quarter, such as 2026-Q4' }]]);
    }
    for (const quarter of ['1990-Q1', '2199-Q4']) expect((await asked('/contracts.csv', '*/*', { quarter })).status).toBe(200);
  });
});
