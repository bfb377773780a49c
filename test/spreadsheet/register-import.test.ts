import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { writeCsv } from '../../functions/spreadsheet/csv.ts';
import { importHeader } from '../../functions/spreadsheet/import-columns.ts';
import { importedContractId, planImport, readRegister } from '../../functions/spreadsheet/register-import.ts';

const row: Record<string, string> = {
  Reference: 'SC23001',
  Title: 'SAFER property security',
  Description: 'Security measures.',
  Department: 'Adult Social Care and Health',
  Supplier: 'A Security Company Ltd',
  'Supplier number': '01234567',
  SME: 'Yes',
  Route: 'Open',
  'Light touch': 'no',
  'Net value': '£800,000.50',
  Start: '01/12/2023',
  End: '2025-11-30',
  'Extension options': '12 months: £400,000: 3 months notice; 12 months: 400000',
  Owner: 'An Owner',
  'Owner email': 'owner@kent.example',
  Sponsor: 'A Sponsor',
  'Sponsor email': 'sponsor@kent.example',
  Decision: '23/00074',
  Divisions: 'All',
  'Class of service': 'Complex',
};
const file = (...rows: Record<string, string>[]) =>
  writeCsv(
    importHeader,
    rows.map((over) => importHeader.map((heading) => ({ ...row, ...over })[heading] ?? '')),
  );
const faults = (...rows: Record<string, string>[]) => readRegister(file(...rows)).faults;

describe('a register in CSV', () => {
  it('is read into contracts: pounds into pence, British dates, options with their notice', () =>
    expect(readRegister(file({})).good).toMatchObject([
      {
        line: 2,
        reference: 'SC23001',
        terms: {
          netPence: 80_000_050,
          start: '2023-12-01',
          end: '2025-11-30',
          sme: true,
          lightTouch: false,
          route: 'open',
          serviceClass: 'complex',
          divisionsAffected: 'all',
          supplier: { name: 'A Security Company Ltd', number: '01234567' },
          extensionOptions: [
            { months: 12, amountPence: 40_000_000, noticeMonths: 3 },
            { months: 12, amountPence: 40_000_000 },
          ],
          owner: { email: 'owner@kent.example' },
        },
      },
    ]));

  it('reads one figure after the point as tens of pence', () =>
    expect(readRegister(file({ 'Net value': '1,000.5' })).good[0]?.terms.netPence).toBe(100_050));
  it('has every fault of every row told at once, by line, column, value and reason', () =>
    expect(
      faults(
        { 'Net value': 'lots', End: '31/02/2026', 'Owner email': 'nobody' },
        { Reference: 'B' },
        { Reference: '', Route: 'telepathy' },
      ),
    ).toEqual([
      { line: 2, column: 'Net value', value: 'lots', reason: 'Use pounds, such as 1234567.89 or £1,234,567.89' },
      { line: 2, column: 'End', value: '31/02/2026', reason: 'Use a date that exists, as YYYY-MM-DD' },
      { line: 2, column: 'Owner email', value: 'nobody', reason: 'Use one email address, such as name@council.example' },
      { line: 4, column: 'Reference', value: '', reason: 'This is missing' },
      { line: 4, column: 'Route', value: 'telepathy', reason: expect.stringMatching(/^Use open or /) },
    ]));
  it('keeps its good rows when others are faulty', () =>
    expect(readRegister(file({}, { Reference: 'B', Start: 'soon' }, { Reference: 'C' })).good.map(({ reference }) => reference)).toEqual([
      'SC23001',
      'C',
    ]));
  it('names the column of a fault between columns', () =>
    expect(faults({ End: '2023-11-30' })).toMatchObject([{ column: 'End', reason: 'The contract ends before it starts' }]));
  it('names the column of a fault in a list', () =>
    expect(faults({ 'Extension options': '0 months: £1' })).toMatchObject([{ column: 'Extension options', value: '0 months: £1' }]));
  it('that uses a reference twice has a fault in the later row', () =>
    expect(faults({}, { Reference: 'sc23001' })).toEqual([
      { line: 3, column: 'Reference', value: 'sc23001', reason: 'Line 2 has this reference already' },
    ]));
  it('may have its columns in any order and any capitals', () =>
    expect(readRegister(file({}).replace('Owner email', 'OWNER E-MAIL')).good).toHaveLength(1));
  it('with a column missing, unknown or twice is told so before its rows are read', () => {
    const lines = writeCsv(['Reference', 'Reference', 'Colour', ...importHeader.slice(2)], [['a', 'b', 'red']]);
    expect(readRegister(lines).faults.map(({ column, reason }) => [column, reason])).toEqual([
      ['Colour', 'There is no such column'],
      ['Reference', 'This column is there twice'],
      ['Title', 'This column is missing'],
    ]);
  });
  it('is told once of a supplier or sponsor that a row leaves out', () =>
    expect(faults({ Supplier: '', Sponsor: '', 'Sponsor email': '' })).toEqual(
      ['Supplier', 'Sponsor', 'Sponsor email'].map((column) => ({ line: 2, column, value: '', reason: 'This is missing' })),
    ));
  it('names nothing by what nobody can see, as no other way in does', () =>
    expect(faults({ Title: '\u200b', Supplier: '\u3164' }).map(({ column }) => column)).toEqual(['Title', 'Supplier']));
  it('that is empty has all its columns missing', () => expect(readRegister('').faults.length).toBeGreaterThan(5));
  it('with a cell too many is told so, since every cell after it is out of place', () =>
    expect(readRegister(`${file({}).trimEnd()},extra`).faults).toMatchObject([{ line: 2, column: 'Row' }]));
  it('with a quotation mark never closed is told where', () =>
    expect(readRegister(`${file({})}"open`).faults).toMatchObject([{ line: 3, reason: expect.stringContaining('never closed') }]));
  it('never takes a sum to a fraction of a penny', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (pence) => {
        const text = `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
        expect(readRegister(file({ 'Net value': text, 'Extension options': '' })).good[0]?.terms.netPence).toBe(pence);
      }),
      { numRuns: 200 },
    ));
});

describe('10,000 contracts in one file', { timeout: 60_000 }, () => {
  const many = (count: number) => file(...Array.from({ length: count }, (_, index) => ({ Reference: `C${index}` })));

  it('are read in one go, each with an id of its own', () => {
    const found = readRegister(many(10_000));
    expect(found.faults).toEqual([]);
    expect(new Set(found.good.map(({ id }) => id)).size).toBe(10_000);
  });
  it('are the most: one more is refused with the line', () =>
    expect(readRegister(many(10_001)).faults).toEqual([
      { line: 10_002, column: 'Row', value: '', reason: 'Send at most 10,000 contracts at a time; this file has 10,001' },
    ]));
});

describe('importing a file', () => {
  const { good } = readRegister(file({}, { Reference: 'B' }));
  const held = (over: Partial<Terms> = {}) => new Map(good.map(({ id, terms }) => [id, { ...terms, ...over }]));

  it('adds what is new', () => expect(planImport(good, new Map()).add).toHaveLength(2));
  it('twice changes nothing', () => expect(planImport(good, held())).toMatchObject({ add: [], differs: [], unchanged: [{}, {}] }));
  it('leaves a contract as its officers have it since, and says that it differs', () =>
    expect(planImport(good, held({ title: 'Another title' }))).toMatchObject({
      add: [],
      unchanged: [],
      differs: [{ reference: 'SC23001' }, { reference: 'B' }],
    }));
  it('knows a contract by its reference, capitals and spaces apart', () =>
    expect(importedContractId(' sc23001')).toBe(importedContractId('SC23001')));
});
