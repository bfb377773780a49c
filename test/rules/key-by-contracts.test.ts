import { describe, expect, it } from 'vitest';
import type { Draft } from '../../functions/proposal/proposal.schema.ts';
import { assessKey } from '../../functions/rules/key-decision.ts';
import { doncasterRule, draftOf, kent, kentRule, line, ruleOf, saving } from './key-drafts.ts';

const pounds = (amount: number) => amount * 100;
const contract = (over: object = {}) => ({
  title: 'Care',
  start: '2023-08-01',
  end: '2025-07-31',
  extensionOptions: [{ months: 24, amountPence: pounds(800_000) }],
  replaces: [],
  outcome: 'procure',
  ...over,
});
const term = (amount: number) => line(pounds(amount), { kind: 'initial-term' });
const drafted = (contracts: object[], lines = [term(800_000)], rest: Draft = {}) =>
  draftOf({ expenditure: lines }, { contracts, ...rest } as Draft);
const warned = (draft: Draft, rule = kentRule) =>
  assessKey(draft, rule, kent)
    .warnings.filter(({ code }) => code === 'key-by-its-contracts')
    .map(({ words }) => words);

describe('costs that leave out what the contracts say', () => {
  it('are pointed out where the contracts would make it key, and still say what counts', () => {
    expect(assessKey(drafted([contract()]), kentRule, kent).isKey).toBe(false);
    expect(warned(drafted([contract()]))).toEqual([
      'Its contracts come to £1,600,000 with every option, and its costs to £800,000. By the figures of the contracts it is key: put right whichever is wrong, or declare it key.',
    ]);
    expect(warned(drafted([contract({ extensionOptions: [], valuePence: pounds(2_000_000) })])), 'by its price').toHaveLength(1);
  });

  it('are the first terms among the costs and the contracts’ own options: what is bought once, and an option counted already, are not added', () => {
    const once = line(pounds(400_000));
    expect(warned(drafted([contract()], [term(500_000), once]))).toEqual([
      'Its contracts come to £1,300,000 with every option, and its costs to £900,000. By the figures of the contracts it is key: put right whichever is wrong, or declare it key.',
    ]);
    const option = line(pounds(300_000), { kind: 'extension-option' });
    expect(warned(drafted([contract()], [term(500_000), option]))[0], 'the option stated at less').toContain('come to £1,300,000');
  });

  it('are pointed out where no costs are stated at all', () => {
    const stated = { contracts: [contract({ valuePence: pounds(2_000_000) })] } as unknown as Draft;
    expect(warned(stated)[0]).toContain('Its contracts come to £2,800,000 with every option, and its costs to £0.');
  });

  it('are not where the costs come to as much, of whatever class', () => {
    const capital = ruleOf({}, { class: 'capital' });
    const costs = [line(pounds(2_000_000), { class: 'revenue' })];
    expect(warned(drafted([contract({ valuePence: pounds(1_200_000) })], costs), capital)).toEqual([]);
  });

  it('are not where nothing turns on it', () => {
    expect(warned(drafted([contract()], [term(100_000)])), 'under the threshold both ways').toEqual([]);
    expect(warned(drafted([contract()], [term(800_000), line(pounds(800_000), { kind: 'extension-option' })])), 'key already').toEqual([]);
    expect(warned(drafted([contract()], [term(800_000)], { declaredKey: true }))).toEqual([]);
    expect(warned(drafted([contract({ outcome: 'lapse', valuePence: pounds(5_000_000) })])), 'what ends costs nothing').toEqual([]);
    expect(warned(drafted([])), 'no contracts').toEqual([]);
    expect(
      warned(draftOf({ growth: { per: 'place', amountPence: 1, maximumUnits: null } }, { contracts: [contract()] } as unknown as Draft)),
      'no upper limit',
    ).toEqual([]);
  });

  it('are judged by tests of the whole life only: a contract does not say what falls in a year', () => {
    expect(
      warned(drafted([contract({ valuePence: pounds(5_000_000) })], [term(100_000)]), {
        ...doncasterRule,
        money: doncasterRule.money.slice(0, 1),
      }),
    ).toEqual([]);
    expect(warned(drafted([contract({ valuePence: pounds(5_000_000) })], [term(100_000)]), doncasterRule)).toHaveLength(1);
  });

  it('keep their savings in the judgement', () => {
    const savings = [saving(pounds(2_000_000))];
    expect(
      warned(
        { ...drafted([contract()]), financialImplications: { summary: 'As set out.', expenditure: [term(800_000)], savings, funding: [] } },
        ruleOf({}, { measure: 'savings' }),
      ),
    ).toEqual([]);
  });
});
