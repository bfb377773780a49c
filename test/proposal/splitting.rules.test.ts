import { describe, expect, it } from 'vitest';
import { type Kindred, sharedKeys, splittingOf } from '../../functions/proposal/splitting.rules.ts';
import type { KeyRule } from '../../functions/council/council.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { costing, key, small, submitted } from '../decision/stories.ts';
import { clerk } from '../decision/story.ts';

const [rule] = kent.keyRules as [KeyRule];
const on = '2023-03-01';
const supplier = 'supplier keys and locks';
const other: Kindred = {
  id: 'another',
  number: '23/00009',
  subject: 'More locks',
  submittedOn: '2023-02-01',
  expenditurePence: 30_000_000,
  isKey: false,
};
const found = (kindred: Partial<Kindred>[], content = small, rules = rule) =>
  splittingOf(
    content,
    on,
    supplier,
    kindred.map((each) => ({ ...other, ...each })),
    rules,
  );
const testing = (change: Partial<KeyRule['money'][number]>): KeyRule => ({
  ...rule,
  money: rule.money.map((test) => ({ ...test, ...change })),
});

describe('what proposals have in common', () => {
  it('is a supplier, a contract replaced or let, or a subject, however it is written', () => {
    const [contract] = key.contracts;
    if (!contract) throw new Error('It has a contract');
    const content = {
      subject: '  More   LOCKS! ',
      contracts: [
        { ...contract, title: 'Locks (East)', supplier: 'Keys & Locks Ltd.', replaces: ['KCC-2019/4'] },
        { ...contract, title: 'Locks, east' },
      ],
    };
    expect(sharedKeys(content)).toEqual(['supplier keys locks ltd', 'contract kcc 2019 4', 'contract locks east', 'subject more locks']);
  });

  it('is nothing in a draft that says nothing yet', () => expect(sharedKeys({})).toEqual([]));
});

describe('proposals that may be parts of one decision', () => {
  it('are pointed out when together they pass the threshold that this one does not', () => {
    expect(found([{}])).toEqual({
      shared: supplier,
      others: [{ number: '23/00009', subject: 'More locks', expenditurePence: 30_000_000 }],
      sumPence: 110_000_000,
      words: 'This and 23/00009 share the supplier keys and locks and come to £1,100,000 together. Consider whether they are one decision.',
    });
    expect(found([{}, { number: '23/00010' }])?.words).toContain('This and 23/00009, 23/00010 share');
  });

  it('are not when together they come to exactly a threshold of "more than", and are when it is one penny over', () => {
    expect(found([{ expenditurePence: 20_000_000 }])).toBeNull();
    expect(found([{ expenditurePence: 20_000_001 }])?.sumPence).toBe(100_000_001);
  });

  it('are when together they come to exactly a threshold of "or more"', () => {
    const orMore = testing({ comparison: 'or-more' });
    expect(found([{ expenditurePence: 20_000_000 }], small, orMore)?.sumPence).toBe(100_000_000);
    expect(found([{ expenditurePence: 19_999_999 }], small, orMore)).toBeNull();
    expect(found([{}], costing(1_000_000), orMore)).toBeNull();
  });

  it('are not when this one passes the threshold alone, or has no upper limit', () => {
    expect(found([{}], key)).toBeNull();
    expect(found([{}], costing(1_000_000))?.sumPence).toBe(130_000_000);
    const growing = {
      ...small,
      financialImplications: { ...small.financialImplications, growth: { per: 'a home', amountPence: 1, maximumUnits: null } },
    };
    expect(found([{}], growing)).toBeNull();
  });

  it('are those of twelve months before or after, both days included', () => {
    expect(found([{ submittedOn: '2022-03-01' }])).not.toBeNull();
    expect(found([{ submittedOn: '2022-02-28' }])).toBeNull();
    expect(found([{ submittedOn: '2024-03-01' }])).not.toBeNull();
    expect(found([{ submittedOn: '2024-03-02' }])).toBeNull();
  });

  it('are none where nothing is shared, or where only an unlimited one is', () => {
    expect(found([])).toBeNull();
    expect(found([{ expenditurePence: 'unbounded' }])).toBeNull();
    expect(found([{ expenditurePence: 'unbounded' }, {}])?.sumPence).toBe(110_000_000);
    expect(found([], costing(900_000), testing({ amountPence: 0, measure: 'savings' }))).toBeNull();
  });

  it('are judged by the council’s tests of spending, and not by those of savings', () => {
    expect(found([{}], small, testing({ measure: 'savings' }))).toBeNull();
    expect(found([{}], small, testing({ measure: 'expenditure' }))).not.toBeNull();
    const both = {
      ...rule,
      money: [...testing({ measure: 'savings', amountPence: 1 }).money, ...rule.money, ...testing({ amountPence: 900_000_000 }).money],
    };
    expect(found([{}], small, both)?.sumPence).toBe(110_000_000);
    expect(found([{}], key, both), 'it passes one of them alone').toBeNull();
  });
});

describe('what is pointed out', () => {
  const splitting = { shared: supplier, others: [], sumPence: 110_000_000, words: 'Together they pass the threshold.' };
  const pointed = (...sums: { shared: string; sumPence: number }[]) => {
    const story = submitted();
    for (const sum of sums) story.does({ type: 'point-out-splitting', splitting: { ...splitting, ...sum }, by: clerk });
    return story.decision?.splittings?.map(({ shared, sumPence }) => `${shared} ${sumPence}`);
  };

  it('stands in the file once, however often it is found', () => {
    expect(pointed({ shared: supplier, sumPence: 110_000_000 }, { shared: supplier, sumPence: 110_000_000 })).toEqual([
      `${supplier} 110000000`,
    ]);
  });

  it('stands once even after another was found in between', () => {
    const [one, two] = [
      { shared: supplier, sumPence: 1 },
      { shared: supplier, sumPence: 2 },
    ];
    expect(pointed(one, two, one)).toHaveLength(2);
  });

  it('stands again for another sum or another reason', () =>
    expect(pointed({ shared: 'subject locks', sumPence: 1 }, { shared: supplier, sumPence: 1 }, { shared: supplier, sumPence: 2 })).toEqual(
      ['subject locks 1', `${supplier} 1`, `${supplier} 2`],
    ));
});
