import { describe, expect, it } from 'vitest';
import { type Council, councilSchema } from '../../functions/council/council.schema.ts';
import { inForce } from '../../functions/council/in-force.ts';
import { settingWarnings } from '../../functions/council/settings-warnings.rules.ts';
import { clearanceSteps, keyDecisionOn } from '../../functions/proposal/proposal.rules.ts';
import type { Draft, ExpenditureLine, Proposal } from '../../functions/proposal/proposal.schema.ts';
import { callInTimetable } from '../../functions/rules/timetable.ts';
import { doncaster } from '../../seeds/councils/doncaster.ts';
import { dover } from '../../seeds/councils/dover.ts';
import { greenwich } from '../../seeds/councils/greenwich.ts';
import { lancaster } from '../../seeds/councils/lancaster.ts';
import { kent } from '../../seeds/kent/council.ts';
import { plymouth } from '../../seeds/plymouth/council.ts';
import { key, small } from '../decision/stories.ts';

type Route = Council['clearanceRoutes'][number];

const spending = (pence: number, over: Partial<ExpenditureLine> = {}): ExpenditureLine => ({
  description: 'A cost',
  kind: 'one-off',
  amountPence: pence,
  ...over,
});
const costing = (lines: ExpenditureLine[], areas = 0): Draft => ({
  ...small,
  contracts: [],
  financialImplications: { summary: 'A cost', expenditure: lines, savings: [], funding: [] },
  divisionsAffected: Array.from({ length: areas }, (_, at) => `Place ${at}`),
});
const isKey = (council: Council, lines: ExpenditureLine[], areas = 0, on = '2023-03-07') =>
  keyDecisionOn(council, costing(lines, areas), on).isKey;
const callInAfter = ({ callInRules }: Council, published: string) => callInTimetable(published, callInRules[0]?.clearWorkingDays ?? 0);

describe('the settings of each council decide what is key', () => {
  const revenue = { class: 'revenue' } as const;
  const capital = { class: 'capital' } as const;
  it.each([
    ['Kent at exactly £1,000,000', isKey(kent, [spending(100_000_000)]), false],
    ['Kent a penny past it', isKey(kent, [spending(100_000_001)]), true],
    ['Kent in two divisions', isKey(kent, [], 2), false],
    ['Kent in three', isKey(kent, [], 3), true],
    ['Plymouth, revenue past £1,000,000', isKey(plymouth, [spending(100_000_001, revenue)]), true],
    ['Plymouth, capital of the same', isKey(plymouth, [spending(100_000_001, capital)]), false],
    ['Plymouth, capital past £3,000,000', isKey(plymouth, [spending(300_000_001, capital)]), true],
    ['Plymouth in two wards', isKey(plymouth, [], 2), true],
    [
      'Doncaster, £249,999.99 of revenue in a year for ten',
      isKey(doncaster, [spending(24_999_999, { ...revenue, kind: 'annual', years: 10 })]),
      false,
    ],
    ['Doncaster, exactly £250,000 in one year', isKey(doncaster, [spending(25_000_000, { ...revenue, kind: 'annual', years: 1 })]), true],
    [
      'Doncaster, £400,000 of revenue over two years',
      isKey(doncaster, [spending(40_000_000, { ...revenue, kind: 'initial-term', years: 2 })]),
      false,
    ],
    ['Doncaster, exactly £1,000,000 of capital', isKey(doncaster, [spending(100_000_000, capital)]), true],
    ['Dover, £200,000 in one ward', isKey(dover, [spending(20_000_000)], 1), false],
    ['Dover, two wards and a penny under', isKey(dover, [spending(19_999_999)], 2), false],
    ['Dover, both', isKey(dover, [spending(20_000_000)], 2), true],
    ['Lancaster, £60,000 in its earlier days', isKey(lancaster, [spending(6_000_000)], 0, '2019-12-31'), true],
    ['Lancaster, £60,000 in its later', isKey(lancaster, [spending(6_000_000)], 0, '2020-01-01'), false],
    ['Greenwich, past £500,000', isKey(greenwich, [spending(50_000_001)]), true],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));
});

describe('the settings of each council set its days', () => {
  it('five clear working days for call-in in Kent, four in Greenwich', () => {
    expect(callInAfter(kent, '2023-04-05')).toEqual({ callInClosesOn: '2023-04-14', effectiveFrom: '2023-04-15' });
    expect(callInAfter(greenwich, '2023-04-05')).toEqual({ callInClosesOn: '2023-04-13', effectiveFrom: '2023-04-14' });
  });

  it('clearance by department and value, from a date', () => {
    const usual: Route = { from: '2012-01-01', order: 'parallel', posts: ['s151-officer'], workingDaysToAnswer: 10 };
    const dear: Route = {
      from: '2022-01-01',
      overPence: 90_000_000,
      order: 'in-turn',
      posts: ['s151-officer', 'monitoring-officer', 'head-of-paid-service'],
      workingDaysToAnswer: 5,
    };
    const adults: Route = {
      from: '2022-01-01',
      department: 'Adult Social Care and Health',
      order: 'parallel',
      posts: ['lead-director'],
      workingDaysToAnswer: 3,
    };
    const asked = (content: Proposal, routes: Council['clearanceRoutes'], day: string) => {
      const given = clearanceSteps(content, [], { now: `${day}T09:00:00Z`, council: { ...kent, clearanceRoutes: routes } });
      return given.ok ? given.steps.map(({ post, state }) => `${post} ${state}`) : given;
    };
    expect(asked(key, [usual, dear], '2023-03-07')).toEqual([
      's151-officer open',
      'monitoring-officer waiting',
      'head-of-paid-service waiting',
    ]);
    expect(asked(small, [usual, dear], '2023-03-07')).toEqual(['s151-officer open']);
    expect(asked(key, [usual, dear], '2021-12-31')).toEqual(['s151-officer open']);
    expect(asked({ ...small, department: 'Adult Social Care and Health' }, [usual, adults], '2023-03-07')).toEqual([
      `${small.leadDirector} open`,
    ]);
  });
});

describe('a setting laxer than the law', () => {
  it('is pointed out where reg 8 leaves the council some room', () => {
    const said = (council: Council, on = '2023-03-07') => settingWarnings(council, on).map(({ setting }) => setting);
    expect([said(kent), said(plymouth), said(doncaster), said(dover), said(lancaster), said(greenwich)]).toEqual([
      ['keyRules.area'],
      [],
      [],
      ['keyRules.combine'],
      [],
      [],
    ]);
    const [rule] = kent.keyRules;
    if (!rule) throw new Error('Kent has a rule');
    expect(said({ ...kent, keyRules: [{ ...rule, area: null }] })).toEqual(['keyRules.area']);
    expect(said({ ...kent, keyRules: [{ ...rule, area: { comparison: 'or-more', limit: 3 } }] })).toEqual(['keyRules.area']);
    expect(said({ ...kent, keyRules: [{ ...rule, area: { comparison: 'more-than', limit: 1 } }] })).toEqual([]);
  });

  it('is told with the settings in force, and with each decision that turns on it', () => {
    expect(inForce(kent, '2023-03-07').warnings).toEqual([
      {
        setting: 'keyRules.area',
        words: 'By the council’s rule a decision that affects 2 divisions is not key for that. Reg 8 of SI 2012/2089 says two or more.',
      },
    ]);
    expect(keyDecisionOn(kent, costing([], 2), '2023-03-07').warnings.map(({ code }) => code)).toEqual(['exactly-the-limit-of-divisions']);
    expect(keyDecisionOn(dover, costing([spending(30_000_000)], 1), '2023-03-07').warnings.map(({ code }) => code)).toEqual([
      'laxer-than-regulation-8',
    ]);
  });

  it.each([
    ['27 days of notice', { noticeClearDays: 27 }, 'Reg 9'],
    ['four days of general exception', { generalExceptionClearWorkingDays: 4 }, 'Reg 10'],
  ])('is no setting at all where the law leaves none: %s', (_, over, source) =>
    expect(councilSchema.safeParse({ ...kent, ...over }).error?.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining(source),
    ]),
  );
});
