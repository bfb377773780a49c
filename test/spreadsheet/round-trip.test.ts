import { describe, expect, it } from 'vitest';
import { registerCsv } from '../../functions/spreadsheet/register-export.ts';
import { planImport, readRegister } from '../../functions/spreadsheet/register-import.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { ContractStory } from '../contract/contract-story.ts';

const sentBack = (over: Partial<Terms>, change = (file: string) => file) => {
  const contract = new ContractStory().registers(over).registered;
  const { good, faults } = readRegister(change(registerCsv([contract])));
  const plan = planImport(good, new Map(good.map(({ id }) => [id, contract.terms])));
  return { faults, kinds: [plan.add.length, plan.unchanged.length, plan.differs.length] };
};

describe('A contract exported and sent back', () => {
  it.each<[string, Partial<Terms>]>([
    ['a charity number', { vcse: { number: '1012345' } }],
    ['a charity of no number', { vcse: {} }],
    ['contracts before and after it', { replaces: ['a-1'], successor: 'a-2' }],
    ['nothing more', {}],
    [
      'a supplier with a comma, marks and a line’s worth of letters',
      { supplier: { name: '“Łódź”, Tŷ & Sons' }, description: 'One\nTwo; "three"' },
    ],
    ['an option of one month', { extensionOptions: [{ months: 1, amountPence: 1, noticeMonths: 1 }] }],
  ])('is unchanged, though the file has no column for all of it: %s', (_, over) =>
    expect(sentBack(over)).toEqual({ faults: [], kinds: [0, 1, 0] }),
  );
  it('differs where a cell was changed', () =>
    expect(sentBack({ replaces: ['a-1'] }, (file) => file.replace('800000.00', '800000.01')).kinds).toEqual([0, 0, 1]));
});
