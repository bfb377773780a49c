import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { inFigures, inPounds, sum, times } from '../../functions/rules/money.ts';

it.each([
  [160_000_000, '£1,600,000'],
  [292_429_528, '£2,924,295.28'],
  [100_000_001, '£1,000,000.01'],
  [100_000_010, '£1,000,000.10'],
  [0, '£0'],
  [5, '£0.05'],
  [99_999, '£999.99'],
  [-50_000, '-£500'],
  [10_000_000_000_000, '£100,000,000,000'],
])('%i pence reads %s', (pence, words) => expect(inPounds(pence)).toBe(words));

it.each([
  [160_000_000, '1600000.00'],
  [292_429_528, '2924295.28'],
  [5, '0.05'],
  [0, '0.00'],
])('%i pence is %s in a file of data', (pence, figures) => expect(inFigures(pence)).toBe(figures));

it('refuses a fraction of a penny', () => {
  expect(() => inPounds(0.5)).toThrow(RangeError);
  expect(() => inPounds(Number.NaN)).toThrow(RangeError);
});

it('adds to the penny', () => {
  expect(sum()).toBe(0);
  expect(sum(32_548_488, 49_841_040, 210_040_000)).toBe(292_429_528);
  expect(times(80_000_000, 3)).toBe(240_000_000);
});

it('holds a sum no council has at a figure that is still whole pence', () => {
  expect(times(10_000_000_000_000, 1_000_000)).toBe(Number.MAX_SAFE_INTEGER);
  expect(sum(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
  expect(inPounds(sum(Number.MAX_SAFE_INTEGER, 1))).toBe('£90,071,992,547,409.91');
});

it('adds in any order to the same penny', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000_000_000 }), { maxLength: 200 }), (amounts) => {
      expect(sum(...amounts)).toBe(sum(...amounts.toReversed()));
    }),
  ));
