import { describe, expect, it } from 'vitest';
import { publicContractsQuery, quarterQuery, releasesQuery } from '../../functions/transparency/public-contract-query.ts';

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
