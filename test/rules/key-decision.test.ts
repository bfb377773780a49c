import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessKey } from '../../functions/rules/key-decision.ts';
import { anyDraft, anyLine, anyRule, draftOf, kent, kentRule, line, named, saving } from './key-drafts.ts';

const assess = (draft: Parameters<typeof assessKey>[0]) => assessKey(draft, kentRule, kent);
const codes = (draft: Parameters<typeof assessKey>[0]) => assess(draft).warnings.map(({ code }) => code);

describe('a range (Kent 19/00073)', () => {
  const resettlement = { per: 'ten families', amountPence: 50_000_000, upToPence: 70_000_000 };
  const families = line(150_000_000, { kind: 'initial-term', upToPence: 200_000_000 });

  it('counts at its top', () => expect(assess(draftOf({ expenditure: [families] })).totals.expenditurePence).toBe(200_000_000));

  it('is key when only its top is over', () =>
    expect(assess(draftOf({ expenditure: [line(90_000_000, { upToPence: 110_000_000 })] }))).toMatchObject({
      isKey: true,
      grounds: ['expenditure-over-threshold'],
    }));

  it('grows by the top of its growth, to the cap', () =>
    expect(assess(draftOf({ expenditure: [families], growth: { ...resettlement, maximumUnits: 3 } })).totals.expenditurePence).toBe(
      410_000_000,
    ));

  it('that grows without a cap is over every threshold, and asks for one', () => {
    const found = assess(draftOf({ expenditure: [line(1)], growth: { ...resettlement, maximumUnits: null } }));
    expect(found).toMatchObject({ isKey: true, grounds: ['expenditure-over-threshold'], totals: { expenditurePence: 'unbounded' } });
    expect(found.statement).toBe('Key decision: expenditure has no upper limit, so it is more than £1,000,000.');
    expect(found.warnings).toEqual([expect.objectContaining({ code: 'uncapped-growth', words: expect.stringContaining('no cap') })]);
  });

  it('asks for no cap once it says when the decision comes back', () =>
    expect(codes(draftOf({ growth: { ...resettlement, maximumUnits: null, reapprovalTrigger: 'At £3 million' } }))).not.toContain(
      'uncapped-growth',
    ));

  it('that grows by nothing does not grow', () =>
    expect(assess(draftOf({ growth: { per: 'family', amountPence: 0, maximumUnits: null } }))).toMatchObject({
      isKey: false,
      totals: { expenditurePence: 0 },
    }));

  it('is gross: a grant that pays for all of it changes nothing', () =>
    expect(
      assess(draftOf({ expenditure: [families], funding: [{ source: 'Home Office', amountPence: 200_000_000, ringFenced: true }] })).isKey,
    ).toBe(true));
});

describe('extension options (Kent 23/00022)', () => {
  const twoYears = line(80_000_000, { kind: 'initial-term' });
  const options = line(80_000_000, { kind: 'extension-option' });

  it('count whether or not they are taken up', () => {
    const found = assess(draftOf({ expenditure: [twoYears, options] }));
    expect(found).toMatchObject({
      isKey: true,
      grounds: ['expenditure-over-threshold'],
      totals: { expenditurePence: 160_000_000 },
      thresholds: kentRule,
    });
    expect(found.statement).toBe(
      'Key decision: expenditure of up to £1,600,000 is more than £1,000,000 (it includes extension options of £800,000).',
    );
    expect(found.warnings.map(({ code }) => code)).toEqual(['key-only-by-extension-options']);
  });

  it('are not blamed when the term alone is key', () =>
    expect(codes(draftOf({ expenditure: [line(100_000_001, { kind: 'initial-term' }), options] }))).toEqual([]));

  it('left out, the same contract is not key, and the statement says why', () =>
    expect(assess(draftOf({ expenditure: [twoYears] }))).toMatchObject({
      isKey: false,
      grounds: [],
      warnings: [],
      statement:
        'Not a key decision: expenditure of up to £800,000 is not more than £1,000,000; there are no savings; it names no division.',
    }));
});

describe('the exact boundary (Kent 20/00017)', () => {
  const services = [32_548_488, 49_841_040, 124_000_000, 86_040_000].map((amountPence) => line(amountPence));

  it('adds every line, to the penny', () => expect(assess(draftOf({ expenditure: services })).totals.expenditurePence).toBe(292_429_528));

  it('a saving of exactly £1,000,000 is not more than £1m, and is pointed out', () => {
    const found = assess(draftOf({ savings: [saving(292_429_528 - 192_429_528)] }));
    expect(found).toMatchObject({ isKey: false, totals: { savingsPence: 100_000_000 } });
    expect(found.warnings).toEqual([
      {
        code: 'exactly-at-threshold',
        words: 'Savings of up to £1,000,000 are not more than £1,000,000: one penny more would be over the threshold.',
      },
    ]);
  });

  it('is key by its spending, not its saving', () =>
    expect(assess(draftOf({ expenditure: services, savings: [saving(100_000_000)] })).grounds).toEqual(['expenditure-over-threshold']));

  it.each([
    [99_999_999, false],
    [100_000_000, false],
    [100_000_001, true],
  ])('%i pence spent: key is %s', (pence, isKey) => expect(assess(draftOf({ expenditure: [line(pence)] })).isKey).toBe(isKey));
  it.each([
    [99_999_999, false],
    [100_000_000, false],
    [100_000_001, true],
  ])('%i pence saved: key is %s', (pence, isKey) => expect(assess(draftOf({ savings: [saving(pence)] })).isKey).toBe(isKey));

  it('spending and saving are never added together, nor set against each other', () => {
    expect(assess(draftOf({ expenditure: [line(100_000_000)], savings: [saving(100_000_000)] })).isKey).toBe(false);
    expect(assess(draftOf({ expenditure: [line(100_000_001)], savings: [saving(90_000_000)] })).isKey).toBe(true);
  });

  it('a saving each year is a saving for all its years', () =>
    expect(assess(draftOf({ savings: [saving(25_000_001, { years: 4 })] }))).toMatchObject({
      grounds: ['savings-over-threshold'],
      totals: { savingsPence: 100_000_004 },
    }));

  it('a cost each year is a cost for all its years', () =>
    expect(assess(draftOf({ expenditure: [line(25_000_001, { kind: 'annual', years: 4 })] })).totals.expenditurePence).toBe(100_000_004));
});

describe('divisions', () => {
  it.each([
    [0, false],
    [1, false],
    [2, false],
    [3, true],
  ])('%i affected: key is %s', (count, isKey) => expect(assess(draftOf({}, { divisionsAffected: named(count) })).isKey).toBe(isKey));

  it('exactly two is flagged, because regulation 8 says two or more', () => {
    const { warnings } = assess(draftOf({}, { divisionsAffected: named(2) }));
    expect(warnings).toEqual([
      { code: 'exactly-the-limit-of-divisions', words: expect.stringMatching(/exactly 2 divisions.*two or more.*Declare it key/) },
    ]);
  });

  it('exactly two is flagged without advice to declare what is key already', () =>
    expect(assess(draftOf({ expenditure: [line(200_000_000)] }, { divisionsAffected: named(2) })).warnings[0]?.words).not.toContain(
      'Declare',
    ));

  it('"all" is the council’s whole list, and never one', () => {
    const found = assess(draftOf({}, { divisionsAffected: 'all' }));
    expect(found).toMatchObject({ isKey: true, grounds: ['divisions-over-limit'], totals: { divisions: 81 } });
    expect(found.statement).toBe('Key decision: it affects all 81 divisions, more than 2.');
  });

  it('a division named twice is one division', () =>
    expect(assess(draftOf({}, { divisionsAffected: ['Dover West', 'Dover West', 'Dover West'] }))).toMatchObject({
      isKey: false,
      totals: { divisions: 1 },
    }));
});

describe('every ground met is named', () => {
  it('in one order and one sentence', () => {
    const found = assess(
      draftOf({ expenditure: [line(200_000_050)], savings: [saving(150_000_000)] }, { divisionsAffected: 'all', declaredKey: true }),
    );
    expect(found.grounds).toEqual(['expenditure-over-threshold', 'savings-over-threshold', 'divisions-over-limit', 'declared']);
    expect(found.statement).toBe(
      'Key decision: expenditure of up to £2,000,000.50 is more than £1,000,000; savings of up to £1,500,000 are more than £1,000,000; it affects all 81 divisions, more than 2; it was also declared key.',
    );
  });
});

describe('a declaration', () => {
  it('makes key what the figures do not, and says so', () => {
    const found = assess(draftOf({ expenditure: [line(500)] }, { declaredKey: true, divisionsAffected: named(1) }));
    expect(found).toMatchObject({ isKey: true, grounds: ['declared'], warnings: [{ code: 'declared-key' }] });
    expect(found.statement).toContain('declared key, although not by the figures: expenditure of up to £5 is not more than £1,000,000');
  });

  it('can never make a key decision not key', () =>
    expect(assess(draftOf({ expenditure: [line(100_000_001)] }, { declaredKey: false }))).toMatchObject({
      isKey: true,
      grounds: ['expenditure-over-threshold'],
      warnings: [{ code: 'declared-not-key' }],
    }));

  it('of "not key" where the figures agree needs no word', () => expect(codes(draftOf({}, { declaredKey: false }))).toEqual([]));
});

describe('a draft with parts missing', () => {
  it('is judged by what is there', () => {
    expect(assess({})).toMatchObject({
      isKey: false,
      grounds: [],
      totals: { expenditurePence: 0, savingsPence: 0, divisions: 0 },
      warnings: [],
    });
    expect(assess({ divisionsAffected: 'all' }).isKey).toBe(true);
    expect(assess({ declaredKey: true }).isKey).toBe(true);
  });
  it('holds figures that no council has without losing a whole penny', () =>
    expect(
      assess(draftOf({ growth: { per: 'unit', amountPence: 10_000_000_000_000, maximumUnits: 1_000_000 } })).totals.expenditurePence,
    ).toBe(Number.MAX_SAFE_INTEGER));
});

describe('whatever the figures and the rule', () => {
  it('adding a line of expenditure never makes a key decision not key', () =>
    fc.assert(
      fc.property(anyDraft, anyLine, anyRule, (draft, extra, rule) => {
        const financial = draft.financialImplications ?? { summary: 'None', expenditure: [], savings: [], funding: [] };
        const more = { ...draft, financialImplications: { ...financial, expenditure: [...financial.expenditure, extra] } };
        expect(assessKey(more, rule, kent).isKey || !assessKey(draft, rule, kent).isKey).toBe(true);
      }),
    ));

  it('the order of lines and divisions is nothing to it', () =>
    fc.assert(
      fc.property(anyDraft, anyRule, (draft, rule) => {
        const financial = draft.financialImplications;
        const turned = {
          ...draft,
          divisionsAffected: Array.isArray(draft.divisionsAffected) ? draft.divisionsAffected.toReversed() : draft.divisionsAffected,
          financialImplications: financial && {
            ...financial,
            expenditure: financial.expenditure.toReversed(),
            savings: financial.savings.toReversed(),
          },
        };
        expect(assessKey(turned, rule, kent)).toEqual(assessKey(draft, rule, kent));
      }),
    ));

  it('it is key exactly when it has a ground, and the statement begins by saying which', () =>
    fc.assert(
      fc.property(anyDraft, anyRule, fc.option(fc.boolean(), { nil: undefined }), (draft, rule, declaredKey) => {
        const found = assessKey({ ...draft, declaredKey }, rule, kent);
        expect(found.isKey).toBe(found.grounds.length > 0);
        expect(found.statement.startsWith(found.isKey ? 'Key decision: ' : 'Not a key decision: ')).toBe(true);
        expect(found.isKey || !declaredKey).toBe(true);
      }),
    ));

  it('Kent’s rule is a plain comparison of three totals', () =>
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { isKey, totals } = assess(draft);
        expect(isKey).toBe(
          totals.expenditurePence === 'unbounded' ||
            totals.expenditurePence > 100_000_000 ||
            totals.savingsPence > 100_000_000 ||
            totals.divisions > 2,
        );
      }),
    ));
});
