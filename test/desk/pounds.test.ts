import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { penceOf, typedPounds } from '../../functions/desk/form/pounds.ts';

describe('A sum typed in pounds', () => {
  it.each([
    ['1,600,000.00', 160_000_000],
    ['1600000', 160_000_000],
    ['£1,000,000.01', 100_000_001],
    ['£ 250', 25_000],
    ['0', 0],
    ['0.07', 7],
    ['12.5', 1250],
    ['100,000,000,000', 10_000_000_000_000],
    ['90,071,992,547,409.91', Number.MAX_SAFE_INTEGER],
    [' 2,924,295.28 ', 292_429_528],
  ])('%s is %d pence', (typed, pence) => {
    expect(penceOf(typed)).toBe(pence);
  });

  it.each([
    '',
    '1.6m',
    '1,60,000',
    '1,600,00',
    '1.234',
    '-5',
    '1e6',
    '.50',
    '£',
    '1,000.00.00',
    '1 000',
    '90,071,992,547,409.92',
    '99999999999999',
  ])('%s is no sum, and is not guessed at', (typed) => {
    expect(penceOf(typed)).toBeNull();
  });

  it('comes back to the penny, whatever the sum', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (pence) => {
        expect(penceOf(typedPounds(pence))).toBe(pence);
      }),
      { numRuns: 2000 },
    );
  });

  it('is written as people read it', () => {
    expect(typedPounds(160_000_000)).toBe('1,600,000.00');
    expect(typedPounds(7)).toBe('0.07');
    expect(typedPounds(100_000)).toBe('1,000.00');
  });
});
