import { describe, expect, it } from 'vitest';
import { readCsv } from '../../functions/spreadsheet/csv.ts';
import { isPublishable, transparencyCsv, transparencyHeader } from '../../functions/transparency/transparency-csv.ts';
import { ContractStory } from '../contract/contract-story.ts';

const contract = (over = {}) => new ContractStory().registers(over).contract!;
const quarter = ['2024-01-01', '2024-03-31'] as const;
const published = (over = {}) => {
  const [, row] = readCsv(transparencyCsv([contract(over)], ...quarter)).rows;
  return Object.fromEntries(transparencyHeader.map((heading, at) => [heading, row?.fields[at]]));
};

describe('the register as the Transparency Code has it', () => {
  it('gives every column of each contract', () =>
    expect(published({ irrecoverableVatPence: 123_405, reviewOn: '2025-06-01', sme: true, vcse: { number: '1012345' } })).toEqual({
      'Reference number': 'SC23001',
      'Title of agreement': 'SAFER property security',
      'Department responsible': 'Adult Social Care and Health',
      'Description of goods and/or services': 'Security measures in the homes of survivors of domestic abuse.',
      'Supplier name': 'A Security Company Ltd',
      'Supplier details': '01234567',
      'Sum to be paid over the length of the contract (£, net)': '1600000.00',
      'VAT that cannot be recovered (£)': '1234.05',
      'Start date': '2023-12-01',
      'End date': '2025-11-30',
      'Review date': '2025-06-01',
      'Invitation to quote or tender': 'Invitation to tender',
      'Small or medium sized enterprise': 'Yes',
      'Voluntary or community sector organisation': 'Yes',
      'VCSE registration number': '1012345',
      'Decision number': '23/00074',
      'Withheld and why': '',
      'Divisions or wards affected': 'All',
    }));
  it.each([
    [['Dover Town', 'Tenterden'], 'Dover Town; Tenterden'],
    ['all', 'All'],
    [[], ''],
    [undefined, ''],
  ] as const)('says of %j where it serves: %j', (divisionsAffected, words) =>
    expect(published({ divisionsAffected })['Divisions or wards affected']).toBe(words),
  );
  it('withholds an exempt value or supplier with the reason, and nothing else', () => {
    const found = published({
      irrecoverableVatPence: 5,
      withheld: { parts: ['value', 'supplier'], paragraph: 3, publicInterest: 'The tender for a second lot is open.' },
    });
    expect(found).toMatchObject({
      'Supplier name': 'Withheld',
      'Supplier details': 'Withheld',
      'Sum to be paid over the length of the contract (£, net)': 'Withheld',
      'VAT that cannot be recovered (£)': 'Withheld',
      'Title of agreement': 'SAFER property security',
    });
    expect(found['Withheld and why']).toContain('paragraph 3 of Schedule 12A');
    expect(found['Withheld and why']).toContain('second lot');
  });
  it('cannot be made to run a formula', () =>
    expect(transparencyCsv([contract({ title: '=cmd|calc' })], ...quarter)).toContain("'=cmd|calc"));
  it('leaves out what is worth £5,000 or less, and what did not run in the quarter', () => {
    const shown = (over = {}) => isPublishable(contract({ extensionOptions: [], ...over }), ...quarter);
    expect([shown({ netPence: 500_000 }), shown({ netPence: 500_001 })]).toEqual([false, true]);
    expect([
      shown({ end: '2023-12-31' }),
      shown({ end: '2024-01-01' }),
      shown({ start: '2024-03-31' }),
      shown({ start: '2024-04-01' }),
    ]).toEqual([false, true, true, false]);
  });
});
