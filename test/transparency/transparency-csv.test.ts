import { describe, expect, it } from 'vitest';
import { transact } from '../../functions/platform/table/transact.ts';
import { readCsv } from '../../functions/spreadsheet/csv.ts';
import { isPublic } from '../../functions/transparency/public-contract.ts';
import { publicWrites } from '../../functions/transparency/public-contract-items.ts';
import { publicContractsAnswer } from '../../functions/transparency/public-contract-routes.ts';
import { dynamoPublicContracts } from '../../functions/transparency/public-contract-store.ts';
import { transparencyHeader, transparencyRow } from '../../functions/transparency/transparency-csv.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory } from '../contract/contract-story.ts';
import { freshTable } from '../platform/fresh-table.ts';

const contract = (over = {}) => {
  const made = new ContractStory().registers(over).contract;
  if (!made || !isPublic(made)) throw new Error('The contract is not public');
  return made;
};
const published = (over = {}) => {
  const row = transparencyRow(contract(over));
  return Object.fromEntries(transparencyHeader.map((heading, at) => [heading, row[at]]));
};

/** The file of the first quarter of 2024, of a register with this one contract. */
const file = async (over: object): Promise<string> => {
  const table = await freshTable();
  const now = '2024-02-01T09:00:00Z';
  await transact(table, publicWrites(table.tableName, contract({ extensionOptions: [], ...over }), { now, council: kent }));
  const store = dynamoPublicContracts(table);
  const around = { store, council: async () => kent, origin: 'https://kent.example', now: () => now };
  const asked = { method: 'GET', rawPath: '/contracts.csv', headers: {}, queryStringParameters: { quarter: '2024-Q1' } };
  return String((await publicContractsAnswer(asked, around)).body);
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
  it('cannot be made to run a formula', async () => expect(await file({ title: '=cmd|calc' })).toContain("'=cmd|calc"));
  it.each([
    ['leaves out what is worth £5,000 or less', { netPence: 500_000 }, 0],
    ['has what is worth more', { netPence: 500_001 }, 1],
    ['leaves out what ended before the quarter', { end: '2023-12-31' }, 0],
    ['has what ended on its first day', { end: '2024-01-01' }, 1],
    ['has what began on its last day', { start: '2024-03-31' }, 1],
    ['leaves out what began after it', { start: '2024-04-01' }, 0],
  ])('%s', async (_rule, over, rows) => expect(readCsv(await file(over)).rows.slice(1)).toHaveLength(rows));
});
