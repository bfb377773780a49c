import { describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { writeCsv } from '../../functions/spreadsheet/csv.ts';
import { importHeader } from '../../functions/spreadsheet/import-columns.ts';
import { registerCsv } from '../../functions/spreadsheet/register-export.ts';
import { importedContractId, planImport, readRegister } from '../../functions/spreadsheet/register-import.ts';
import { publicLineOf } from '../../functions/transparency/public-contract.ts';
import { ContractStory, terms } from '../contract/contract-story.ts';

const row: Record<string, string> = {
  Reference: 'SC 23001',
  Title: 'SAFER',
  Description: 'Security.',
  Department: 'Adults',
  Supplier: 'A Security Company Ltd',
  Route: 'Open',
  'Net value': '800000',
  Start: '2023-12-01',
  End: '2025-11-30',
  Owner: 'An Owner',
  'Owner email': 'owner@kent.example',
  Sponsor: 'A Sponsor',
  'Sponsor email': 'sponsor@kent.example',
};
const read = (...rows: Record<string, string>[]) =>
  readRegister(
    writeCsv(
      importHeader,
      rows.map((over) => importHeader.map((heading) => ({ ...row, ...over })[heading] ?? '')),
    ),
  );

describe('A reference', () => {
  it('is one however its capitals and spaces are typed, as a spreadsheet changes them', () => {
    const spelled = ['SC 23001', ' sc 23001 ', 'SC  23001', 'SC\u00A023001', 'sc\u2009 23001'];
    expect(new Set(spelled.map(importedContractId)).size).toBe(1);
    expect(read({}, ...spelled.slice(1).map((Reference) => ({ Reference }))).faults.map(({ line, reason }) => [line, reason])).toEqual(
      [3, 4, 5, 6].map((line) => [line, 'Line 2 has this reference already']),
    );
  });
  it('with other letters, or none between them, is another', () =>
    expect(new Set(['SC 23001', 'SC23001', 'SC-23001', 'SC 23001 A'].map(importedContractId)).size).toBe(4));
});

describe('A date with a year of two figures', () => {
  it('is refused, since nobody knows which day comes first nor which century', () => {
    for (const Start of ['1/2/26', '01-02-26', '1 Feb 26', '45689'])
      expect(read({ Start }).faults).toEqual([
        { line: 2, column: 'Start', value: Start, reason: 'Use a date as 2026-03-31 or 31/03/2026' },
      ]);
  });
});

describe('A supplier with commas, quotation marks and a formula in its name', () => {
  it('comes back from the file as it went in, and changes nothing when it is sent again', () => {
    for (const name of [
      'Smith, Jones & Sons',
      'The "Good" Company',
      '=HYPERLINK("http://a.example","b")',
      '+44 Services',
      '@Home, "Care"',
      '-5',
      "'quoted",
    ]) {
      const story = new ContractStory().registers({ supplier: { name } } as Partial<Terms>);
      const [good] = readRegister(registerCsv([story.registered])).good;
      expect(good?.terms.supplier.name).toBe(name);
      expect(
        planImport(good ? [good] : [], new Map([[good?.id ?? '', terms({ supplier: { name } } as Partial<Terms>)]])).unchanged,
      ).toHaveLength(1);
    }
  });
});

describe('What is kept from the public', () => {
  const kept = {
    Withheld: 'Value; supplier',
    'Exempt paragraph': '3',
    'Public interest': 'A second lot is open, and prices would be known.',
  };
  it('is kept from it from the moment it is brought in', () => {
    const withheld = { parts: ['value', 'supplier'], paragraph: 3, publicInterest: 'A second lot is open, and prices would be known.' };
    const [good] = read(kept).good;
    expect(good?.terms.withheld).toEqual(withheld);
    const story = new ContractStory().registers({ ...good?.terms });
    expect(publicLineOf(story.registered)).toMatchObject({ supplier: null, valuePence: null });
    expect(readRegister(registerCsv([story.registered])).good[0]?.terms.withheld).toEqual(withheld);
  });
  it('is not brought in half said: which paragraph, and why', () => {
    expect(read({ ...kept, 'Exempt paragraph': '', 'Public interest': '' }).faults.map(({ column }) => column)).toEqual([
      'Exempt paragraph',
      'Public interest',
    ]);
    expect(read({ ...kept, 'Exempt paragraph': 'three' }).faults).toMatchObject([
      { column: 'Exempt paragraph', value: 'three', reason: 'Use a whole number' },
    ]);
    expect(read({ ...kept, 'Exempt paragraph': '8' }).faults).toMatchObject([
      { column: 'Exempt paragraph', reason: 'Schedule 12A has paragraphs 1 to 7' },
    ]);
    expect(read({ ...kept, Withheld: 'the price' }).faults).toMatchObject([{ column: 'Withheld', value: 'the price' }]);
  });
});

describe('A contract awarded by the choice of its user', () => {
  it('is brought in as one, since the law asks for fewer notices of it', () =>
    expect(read({ Route: 'Direct award', 'User choice': 'yes' }).good[0]?.terms).toMatchObject({
      route: 'direct-award',
      userChoice: true,
    }));
});
