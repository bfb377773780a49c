import { describe, expect, it } from 'vitest';
import { highestExpenditure, highestSavings, optionsTotal, type Reading } from '../../functions/rules/highest-total.ts';
import { draftOf, line, saving } from './key-drafts.ts';

const inAYear: Reading = { class: 'any', basis: 'any-year' };
const of = (wanted: Reading['class']): Reading => ({ class: wanted, basis: 'whole-life' });
const term = (pence: number, years?: number, contract?: string) => line(pence, { kind: 'initial-term', years, contract });
const option = (pence: number, years?: number, contract?: string) => line(pence, { kind: 'extension-option', years, contract });
const costs = (lines: ReturnType<typeof line>[], reading?: Reading) => highestExpenditure(draftOf({ expenditure: lines }), reading);

describe('the most that a draft can cost over its whole life', () => {
  it('takes what is paid each year as often as it is paid, and a term once, however long', () => {
    expect(costs([line(10, { kind: 'annual', years: 3 })])).toBe(30);
    expect(costs([term(10, 3)])).toBe(10);
  });

  it('counts revenue and capital alike, and each alone in a test of its own, with what says neither', () => {
    const lines = [line(1, { class: 'revenue' }), line(20, { class: 'capital' }), line(300)];
    expect([costs(lines), costs(lines, of('revenue')), costs(lines, of('capital'))]).toEqual([321, 301, 320]);
  });

  it('has no income in it, growing or not', () => {
    const growth = { per: 'place', amountPence: 5, maximumUnits: 2 };
    expect(highestExpenditure(draftOf({ expenditure: [line(100)], growth }), of('income'))).toBe(0);
    expect(optionsTotal(draftOf({ expenditure: [option(100)] }), of('income'))).toBe(0);
  });
});

describe('the most that a draft can cost in one year', () => {
  it('is all of what is paid each year', () => expect(costs([line(25, { kind: 'annual', years: 10 })], inAYear)).toBe(25));
  it('is the dearer of a term and each option that follows it', () =>
    expect([costs([term(20), option(25)], inAYear), costs([term(25), option(20)], inAYear)]).toEqual([25, 25]));
  it('adds the terms of one contract, and lays its options beside them', () =>
    expect(costs([term(20, 2, 'A'), term(10, 2, 'A'), option(10, 1, 'A')], inAYear)).toBe(15));
  it('counts other spending once beside terms that name no contract', () => expect(costs([term(10), term(5), line(9)], inAYear)).toBe(24));
});

describe('the most that a draft can save', () => {
  const found = (reading?: Reading) => highestSavings(draftOf({ savings: [saving(10, { years: 3 }), saving(1)] }), reading);
  it('is for all its years, or for one', () => expect([found(), found(inAYear)]).toEqual([31, 11]));
});
