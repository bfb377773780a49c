import { describe, expect, it } from 'vitest';
import { draftFromContract } from '../../functions/procurement/draft-proposal.rules.ts';
import { followingIsKey } from '../../functions/procurement/next-path.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, settings } from '../contract/contract-story.ts';

// Approved at £950,000 with its option, and £1,000,000.01 spent on its first term alone.
const overspent = () =>
  new ContractStory()
    .registers({
      netPence: 85_000_000,
      divisionsAffected: ['Ashford Central'],
      extensionOptions: [{ months: 12, amountPence: 10_000_000 }],
    })
    .on('2025-06-02')
    .does({ type: 'record-value', toDatePence: 100_000_001, on: '2025-06-02' }).registered;

describe('A contract that has cost more than it was to', () => {
  it('is followed by a key decision where its cost makes one: the way to it is as long as that', () =>
    expect(followingIsKey(overspent(), { on: '2025-06-02', council: kent, settings })).toBe(true));
  it('is extended on what it has cost, not on what it was to', () => {
    const { financialImplications } = draftFromContract(overspent(), 'extend');
    expect(financialImplications?.expenditure?.map((line) => line.amountPence)).toEqual([100_000_001, 10_000_000]);
  });
});
