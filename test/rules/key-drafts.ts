import * as fc from 'fast-check';
import type { KeyRule } from '../../functions/council/council.schema.ts';
import type { Areas } from '../../functions/rules/key-findings.ts';
import { type Draft, draftSchema, type ExpenditureLine } from '../../functions/proposal/proposal.schema.ts';

type Financial = NonNullable<Draft['financialImplications']>;

const places = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `Place ${index + 1}`,
    members: [{ name: 'A Member', email: 'member@kent.example' }],
  }));

/** Kent has 81 divisions. */
export const kent: Areas = { divisions: places(81), areaWord: 'division' };
export const dover: Areas = { divisions: places(17), areaWord: 'ward' };

type MoneyTest = KeyRule['money'][number];
const money = (over: Partial<MoneyTest> = {}): MoneyTest => ({
  class: 'any',
  measure: 'either',
  comparison: 'more-than',
  amountPence: 100_000_000,
  basis: 'whole-life',
  ...over,
});
export const ruleOf = (over: Partial<KeyRule> = {}, ...tests: Partial<MoneyTest>[]): KeyRule => ({
  from: '2012-09-10',
  source: 'The council’s constitution',
  combine: 'either',
  money: (tests.length ? tests : [{}]).map(money),
  area: { comparison: 'more-than', limit: 2 },
  ...over,
});

export const kentRule = ruleOf();
export const doncasterRule = ruleOf(
  { area: { comparison: 'or-more', limit: 2 } },
  { class: 'revenue', comparison: 'or-more', amountPence: 25_000_000, basis: 'any-year' },
  { class: 'capital', comparison: 'or-more' },
);
export const doverRule = ruleOf(
  { combine: 'both', area: { comparison: 'or-more', limit: 2 } },
  { comparison: 'or-more', amountPence: 20_000_000, measure: 'expenditure' },
);

/** A draft that holds these figures and would be accepted from the wire. */
export const draftOf = (financial: Partial<Financial>, rest: Draft = {}): Draft =>
  draftSchema.parse({
    financialImplications: { summary: 'As set out.', expenditure: [], savings: [], funding: [], ...financial },
    ...rest,
  });

export const line = (amountPence: number, over: Partial<ExpenditureLine> = {}): ExpenditureLine => ({
  description: 'A line',
  kind: 'one-off',
  amountPence,
  ...over,
});
export const saving = (amountPence: number, over: Partial<Financial['savings'][number]> = {}) => ({
  description: 'A saving',
  amountPence,
  ...over,
});
export const named = (count: number) => kent.divisions.slice(0, count).map(({ name }) => name);

const amount = fc.integer({ min: 0, max: 200_000_000 });
export const anyLine: fc.Arbitrary<ExpenditureLine> = fc
  .record({
    kind: fc.constantFrom('initial-term', 'extension-option', 'one-off', 'annual'),
    amountPence: amount,
    over: fc.option(amount, { nil: undefined }),
    years: fc.integer({ min: 1, max: 5 }),
    class: fc.constantFrom('revenue', 'capital', undefined),
    contract: fc.constantFrom('A', 'B', undefined),
  })
  .map(({ over, ...rest }) => line(rest.amountPence, { ...rest, ...(over === undefined ? {} : { upToPence: rest.amountPence + over }) }));

export const anyRule: fc.Arbitrary<KeyRule> = fc
  .record({
    combine: fc.constantFrom('either', 'both'),
    tests: fc.array(
      fc.record({
        class: fc.constantFrom('any', 'revenue', 'capital', 'contract', 'income'),
        measure: fc.constantFrom('expenditure', 'savings', 'either'),
        comparison: fc.constantFrom('more-than', 'or-more'),
        amountPence: fc.integer({ min: 1, max: 400_000_000 }),
        basis: fc.constantFrom('whole-life', 'any-year'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    area: fc.option(fc.record({ comparison: fc.constantFrom('more-than', 'or-more'), limit: fc.integer({ min: 1, max: 4 }) })),
  })
  .map(({ combine, tests, area }) => ruleOf({ combine, area }, ...tests));

export const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    expenditure: fc.array(anyLine, { maxLength: 6 }),
    savings: fc.array(
      fc
        .record({ amountPence: amount, years: fc.integer({ min: 1, max: 4 }) })
        .map(({ amountPence, years }) => saving(amountPence, { years })),
      { maxLength: 3 },
    ),
    divisions: fc.integer({ min: 0, max: 5 }),
    growth: fc.option(
      fc.record({ per: fc.constant('family'), amountPence: amount, maximumUnits: fc.option(fc.integer({ min: 0, max: 5 })) }),
      { nil: undefined },
    ),
  })
  .map(({ divisions, ...financial }) => draftOf(financial, { divisionsAffected: named(divisions) }));
