import { describe, expect, it } from 'vitest';
import { importColumns, importHeader } from '../../functions/spreadsheet/import-columns.ts';
import { readCell } from '../../functions/spreadsheet/import-values.ts';
import { registerCsv, rowOf } from '../../functions/spreadsheet/register-export.ts';
import { readRegister } from '../../functions/spreadsheet/register-import.ts';
import { ContractStory, terms } from '../contract/contract-story.ts';

const reads = (heading: string) => {
  const column = importColumns.find((each) => each.heading === heading);
  if (!column) throw new Error(`There is no column ${heading}`);
  return (text: string) => {
    const read = readCell(column, text);
    return read.ok ? read.value : 'refused';
  };
};
const all = (heading: string, texts: string[]) => texts.map(reads(heading));
const refused = (texts: string[]) => texts.map(() => 'refused');

describe('A cell of a register that is brought in', () => {
  it('has its date as computers or as people in England write it, and nothing beside it', () => {
    expect(all('Start', ['2026-03-31', '31/03/2026', '1/3/2026'])).toEqual(['2026-03-31', '2026-03-31', '2026-03-01']);
    const other = ['31/03/26', 'about 31/03/2026', '31/03/2026 or later', 'by 2026-03-31', '2026-03-31 at the latest', '31 March 2026'];
    expect(all('Start', other)).toEqual(refused(other));
  });
  it('has its money in pounds to the penny, and nothing beside it', () => {
    expect(all('Net value', ['£1,234,567.89', '1234567.89', '1234.5', '£ 5', '0'])).toEqual([123_456_789, 123_456_789, 123_450, 500, 0]);
    const other = ['1,23', '1,234,56', '5.123', '-5', 'about 5', '£5 a year', '£5m', ''];
    expect(all('Net value', other)).toEqual(refused(other));
  });
  it('says yes or no, and is not taken for no where it says neither', () => {
    expect(all('SME', ['Yes', 'y', 'TRUE', '1', 'No', 'N', 'false', '0', 'perhaps'])).toEqual([
      ...[true, true, true, true, false, false, false, false],
      'refused',
    ]);
  });
  it('has a whole number alone', () => {
    expect(all('Exempt paragraph', ['3', '12', '3a', 'para 3', '1.5'])).toEqual([3, 12, ...refused(['3a', 'para 3', '1.5'])]);
  });
  it('names every division only where that is all it says', () => {
    expect(all('Divisions', ['All', 'all wards', 'All divisions'])).toEqual(['all', 'all', 'all']);
    expect(all('Divisions', ['All Saints', 'Not all', 'Herne Bay;; Ashford ;'])).toEqual([
      ['All Saints'],
      ['Not all'],
      ['Herne Bay', 'Ashford'],
    ]);
  });
  it('names a choice however its words are parted', () => {
    expect(all('Route', ['Competitive  flexible', 'competitive_flexible', 'Open'])).toEqual([
      'competitive-flexible',
      'competitive-flexible',
      'open',
    ]);
  });
  it('has each option’s months, price and notice, and none of it guessed', () => {
    expect(all('Extension options', ['12 months: £400,000: 3 months notice; 1 month:5 : 12 months', '24  months :  £ 5'])).toEqual([
      [
        { months: 12, amountPence: 40_000_000, noticeMonths: 3 },
        { months: 1, amountPence: 500, noticeMonths: 12 },
      ],
      [{ months: 24, amountPence: 500 }],
    ]);
    const other = ['12 months', '12 months: soon', 'about 12 months: £5', '12 months: £5: some notice', '12 months: £5; perhaps more'];
    expect(all('Extension options', other)).toEqual(refused(other));
  });
  it('of spaces without end is read no further than an option is long', () => {
    const long = (length: number) => `12 months:${' '.repeat(length - 12)}£5`;
    expect(all('Extension options', [long(100), long(101)])).toEqual([[{ months: 12, amountPence: 500 }], 'refused']);
  });
});

describe('A row of which one cell cannot be used', () => {
  it('is not brought in without it, also where that cell might have been empty', () => {
    const csv = registerCsv([new ContractStory().registers().contract!]);
    expect(readRegister(csv)).toMatchObject({ good: [{ reference: 'SC23001' }], faults: [] });
    const [header = '', row = ''] = csv.split('\r\n');
    const sme = importHeader.indexOf('SME');
    const spoilt = row.split(',').toSpliced(sme, 1, 'perhaps').join(',');
    expect(readRegister(`${header}\r\n${spoilt}\r\n`)).toMatchObject({ good: [], faults: [{ column: 'SME', value: 'perhaps' }] });
  });
});

describe('A contract in a row of the file', () => {
  const cell = (heading: string, over: Parameters<typeof terms>[0]) => rowOf(terms(over))[importHeader.indexOf(heading)];
  it('has the notice that an option asks for, and none where it asks for none', () => {
    const option = { months: 12, amountPence: 40_000_000 };
    expect(cell('Extension options', { extensionOptions: [{ ...option, noticeMonths: 3 }, option] })).toBe(
      '12 months: £400000.00: 3 months notice; 12 months: £400000.00',
    );
  });
  it('says yes, no or nothing, as it was said', () => {
    const sme = (said: boolean | undefined) => cell('SME', said === undefined ? {} : { sme: said });
    expect([sme(true), sme(false), sme(undefined)]).toEqual(['yes', 'no', '']);
  });
});
