import { describe, expect, it } from 'vitest';
import { keyFindings } from '../../functions/rules/key-findings.ts';
import { draftOf, kent, kentRule, line, named, ruleOf, saving } from './key-drafts.ts';

const found = (draft: Parameters<typeof keyFindings>[0], rule = kentRule) => keyFindings(draft, rule, kent);

describe('what each test of a council’s rule finds', () => {
  it('is expenditure, savings and divisions, in that order, met or not, and whether by exactly the figure', () =>
    expect(
      found(draftOf({ expenditure: [line(100_000_000)], savings: [saving(100_000_001)] }, { divisionsAffected: named(2) })).map(
        ({ ground, met, exactly }) => [ground, met, exactly],
      ),
    ).toEqual([
      ['expenditure-over-threshold', false, true],
      ['savings-over-threshold', true, false],
      ['divisions-over-limit', false, true],
    ]));

  it('is not exactly the limit for one division fewer or more', () =>
    expect([1, 3].map((count) => found(draftOf({}, { divisionsAffected: named(count) })).at(-1)?.exactly)).toEqual([false, false]));

  it('is of money alone where the rule has no test of area', () =>
    expect(found(draftOf({}), ruleOf({ area: null })).map(({ words }) => words)).toEqual([
      'there is no expenditure',
      'there are no savings',
    ]));

  it('of income is of savings alone', () =>
    expect(found(draftOf({ expenditure: [line(5)] }), ruleOf({ area: null }, { class: 'income' })).map(({ ground }) => ground)).toEqual([
      'savings-over-threshold',
    ]));

  it('names the extension options in a test of the whole life, and not in one of a year', () => {
    const draft = draftOf({ expenditure: [line(100, { kind: 'initial-term' }), line(200, { kind: 'extension-option' })] });
    const words = (basis: 'whole-life' | 'any-year') => found(draft, ruleOf({ area: null }, { basis, measure: 'expenditure' }))[0]?.words;
    expect(words('whole-life')).toBe('expenditure of up to £3 is not more than £1,000,000 (it includes extension options of £2)');
    expect(words('any-year')).toBe('expenditure of up to £2 in one year is not more than £1,000,000');
  });
});
