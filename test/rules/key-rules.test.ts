import { describe, expect, it } from 'vitest';
import { assessKey } from '../../functions/rules/key-decision.ts';
import { rulesInForce } from '../../functions/rules/rules-in-force.ts';
import { doncasterRule, dover, doverRule, draftOf, kent, line, named, ruleOf, saving } from './key-drafts.ts';

describe('Dover: £200,000 and two wards, both', () => {
  const assess = (pence: number, wards: number, declaredKey?: boolean) =>
    assessKey(draftOf({ expenditure: [line(pence)] }, { divisionsAffected: named(wards), declaredKey }), doverRule, dover);

  it.each([
    [20_000_000, 2, true],
    [19_999_999, 2, false],
    [20_000_000, 1, false],
    [0, 17, false],
  ])('%i pence in %i wards: key is %s', (pence, wards, isKey) => expect(assess(pence, wards).isKey).toBe(isKey));

  it('names both grounds', () => {
    expect(assess(20_000_000, 2).grounds).toEqual(['expenditure-over-threshold', 'divisions-over-limit']);
    expect(assess(20_000_000, 2).statement).toBe(
      'Key decision: expenditure of up to £200,000 is £200,000 or more; it affects 2 wards, 2 or more.',
    );
  });

  it('names no ground when only one of the two is met, warns that the regulation joins them by "or", and says what is missing', () => {
    const found = assess(30_000_000, 1);
    expect(found).toMatchObject({ grounds: [], warnings: [{ code: 'laxer-than-regulation-8' }] });
    expect(found.statement).toBe(
      'Not a key decision: the council’s rule asks for both, and expenditure of up to £300,000 is £200,000 or more, but it affects 1 ward, fewer than 2.',
    );
  });

  it('counts a declaration whatever the figures', () => expect(assess(1, 1, true)).toMatchObject({ isKey: true, grounds: ['declared'] }));

  it('without a test of area, asks for money alone', () =>
    expect(assessKey(draftOf({ expenditure: [line(20_000_000)] }), { ...doverRule, area: null }, dover).isKey).toBe(true));
});

describe('Doncaster: £250,000 of revenue in a year, £1m of capital', () => {
  const isKey = (...expenditure: ReturnType<typeof line>[]) => assessKey(draftOf({ expenditure }), doncasterRule, dover).isKey;
  const term = (pence: number, years?: number, contract?: string) =>
    line(pence, { kind: 'initial-term', class: 'revenue', years, contract });
  const option = (pence: number, years?: number, contract?: string) =>
    line(pence, { kind: 'extension-option', class: 'revenue', years, contract });

  it('spreads a term over the years it states', () => {
    expect(isKey(term(49_999_998, 2))).toBe(false);
    expect(isKey(term(49_999_999, 2))).toBe(true); // a penny that will not divide falls in one of the years
    expect(isKey(term(50_000_000, 2))).toBe(true);
  });
  it('takes a term that states no years to fall in one', () => expect(isKey(term(25_000_000))).toBe(true));
  it('takes what is paid each year as one year’s', () => {
    expect(isKey(line(24_999_999, { kind: 'annual', years: 10, class: 'revenue' }))).toBe(false);
    expect(isKey(line(25_000_000, { kind: 'annual', years: 1, class: 'revenue' }))).toBe(true);
  });
  it('never lays an option over the term it extends, nor over the option before it', () =>
    expect(isKey(term(40_000_000, 2), option(20_000_000, 1), option(20_000_000, 1))).toBe(false));
  it('lays one contract over another', () => expect(isKey(term(30_000_000, 2, 'A'), term(20_000_000, 2, 'B'))).toBe(true));
  it('lays terms and options over one another when nothing says which follows which', () => {
    expect(isKey(term(20_000_000, 2), term(10_000_000, 2), option(10_000_000, 1))).toBe(true);
    expect(isKey(term(20_000_000, 2, 'A'), term(10_000_000, 2, 'B'), option(10_000_000, 1, 'A'))).toBe(false);
  });
  it('tests capital by its own figure', () => {
    expect(isKey(line(99_999_999, { class: 'capital' }))).toBe(false);
    expect(isKey(line(100_000_000, { class: 'capital' }))).toBe(true);
  });
  it('tests a line that says neither by both', () => expect(isKey(line(25_000_000))).toBe(true));
  it('says "in one year"', () =>
    expect(assessKey(draftOf({ expenditure: [line(25_000_000, { class: 'revenue' })] }), doncasterRule, dover).statement).toContain(
      'revenue expenditure of up to £250,000 in one year is £250,000 or more',
    ));
});

describe('other councils’ rules', () => {
  const contracts = ruleOf({ area: null }, { class: 'contract', measure: 'expenditure' });
  it('a test of contracts takes terms, options and what names its contract, and leaves other spending', () => {
    const key = (...expenditure: ReturnType<typeof line>[]) => assessKey(draftOf({ expenditure }), contracts, kent).isKey;
    expect(key(line(500_000_000))).toBe(false);
    expect(key(line(60_000_000, { kind: 'initial-term' }), line(60_000_000, { kind: 'extension-option' }))).toBe(true);
    expect(key(line(60_000_000, { kind: 'annual', years: 2, contract: 'Cleaning' }))).toBe(true);
  });

  const income = ruleOf({ area: null }, { class: 'income', amountPence: 35_000_000 });
  it('a test of income looks at savings alone', () => {
    expect(assessKey(draftOf({ expenditure: [line(500_000_000)] }), income, kent)).toMatchObject({ isKey: false });
    expect(assessKey(draftOf({ savings: [saving(35_000_001)] }), income, kent)).toMatchObject({
      isKey: true,
      grounds: ['savings-over-threshold'],
    });
  });

  it('a test of savings overlooks spending, and a test of expenditure overlooks savings', () => {
    const both = draftOf({ expenditure: [line(200_000_000)], savings: [saving(200_000_000)] });
    expect(assessKey(both, ruleOf({}, { measure: 'savings' }), kent).grounds).toEqual(['savings-over-threshold']);
    expect(assessKey(both, ruleOf({}, { measure: 'expenditure' }), kent).grounds).toEqual(['expenditure-over-threshold']);
  });

  it('a rule without a test of area warns when two or more places are affected', () => {
    const { warnings } = assessKey(draftOf({}, { divisionsAffected: named(2) }), ruleOf({ area: null }), kent);
    expect(warnings).toEqual([{ code: 'laxer-than-regulation-8', words: expect.stringContaining('although it affects 2 divisions') }]);
  });

  it('a limit above the regulation’s two warns below the limit, until it is declared key', () => {
    const rule = ruleOf({ area: { comparison: 'more-than', limit: 5 } });
    const codes = (count: number, declaredKey?: boolean) =>
      assessKey(draftOf({}, { divisionsAffected: named(count), declaredKey }), rule, kent).warnings.map(({ code }) => code);
    expect(codes(1)).toEqual([]);
    expect(codes(3)).toEqual(['laxer-than-regulation-8']);
    expect(codes(5)).toEqual(['exactly-the-limit-of-divisions']);
    expect(codes(3, true)).toEqual(['declared-key']);
  });

  it('"more than one" is the regulation’s own "two or more", so one is not flagged', () => {
    const rule = ruleOf({ area: { comparison: 'more-than', limit: 1 } });
    expect(assessKey(draftOf({}, { divisionsAffected: named(1) }), rule, kent)).toMatchObject({ isKey: false, warnings: [] });
    expect(assessKey(draftOf({}, { divisionsAffected: named(2) }), rule, kent).isKey).toBe(true);
  });

  it('uncapped growth is over the threshold of every test of expenditure', () => {
    const growing = draftOf({ growth: { per: 'place', amountPence: 1, maximumUnits: null } });
    for (const test of [{ class: 'revenue' }, { class: 'capital' }, { class: 'contract' }, { basis: 'any-year' }] as const)
      expect(assessKey(growing, ruleOf({ area: null }, { ...test, comparison: 'or-more' }), kent).isKey).toBe(true);
  });
});

describe('the rule of the day', () => {
  const rules = [
    { from: '2020-04-01', pounds: 250 },
    { from: '2012-09-10', pounds: 50 },
    { from: '2024-05-01', pounds: 500 },
  ];
  it.each([
    ['2012-09-10', 50],
    ['2020-03-31', 50],
    ['2020-04-01', 250],
    ['2024-04-30', 250],
    ['2024-05-01', 500],
    ['2030-01-01', 500],
  ])('on %s is £%i thousand', (on, pounds) => expect(rulesInForce(rules, on).pounds).toBe(pounds));
  it('of two from the same day is the one set down last', () =>
    expect(rulesInForce([...rules, { from: '2024-05-01', pounds: 600 }], '2024-05-01').pounds).toBe(600));
  it('is none before the first of them', () => expect(() => rulesInForce(rules, '2012-09-09')).toThrow('in force on 9 September 2012'));
});
