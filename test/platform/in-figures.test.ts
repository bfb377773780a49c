import { describe, expect, it } from 'vitest';
import { contractsQuery, importQuery } from '../../functions/contract/api/contract-requests.schema.ts';
import { historyQuery, listQuery } from '../../functions/proposal/queries.schema.ts';
import { changesQuery, registerQuery, searchQuery } from '../../functions/register/register-query.ts';
import { publicContractsQuery, releasesQuery } from '../../functions/transparency/public-contract-query.ts';

const lists = {
  changesQuery,
  contractsQuery,
  historyQuery,
  listQuery,
  publicContractsQuery,
  registerQuery,
  releasesQuery,
  searchQuery,
};
const said = [{ path: ['limit'], message: 'Use a whole number from 1 to 100' }];

describe.each(Object.entries(lists))('%s asks for rows in figures', (_, query) => {
  it.each([['0x10'], ['1e1'], [' 7 '], ['2.5'], ['0'], ['101'], ['-1'], ['']])('and not as %j', (limit) => {
    expect(query.safeParse({ limit }).error?.issues).toMatchObject(said);
  });

  it('from 1 to 100', () => {
    expect([query.parse({ limit: '1' }).limit, query.parse({ limit: '100' }).limit]).toEqual([1, 100]);
  });
});

it('refuses the first line of a part of a file that is not in figures', () => {
  expect([importQuery.safeParse({ firstLine: '0x10' }).success, importQuery.parse({ firstLine: '70000' }).firstLine]).toEqual([
    false,
    70_000,
  ]);
});
