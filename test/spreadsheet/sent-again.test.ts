import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contractRequest, type Terms } from '../../functions/contract/contract-terms.schema.ts';
import { writeCsv } from '../../functions/spreadsheet/csv.ts';
import { importHeader } from '../../functions/spreadsheet/import-columns.ts';
import { rowOf } from '../../functions/spreadsheet/register-export.ts';
import { planImport, readRegister } from '../../functions/spreadsheet/register-import.ts';
import { anyTerms, plain } from '../contract/contract-story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from './in-register.ts';
import { sends } from './sends.ts';

beforeAll(() => void vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example'));
afterAll(() => void vi.unstubAllEnvs());

const file = (...rows: Terms[]) => writeCsv(importHeader, rows.map(rowOf));
const came = async (register: InRegister, csv: string) => {
  const { added, unchanged, differs, refused, faults } = await sends(register, true, csv);
  return { added, unchanged, differs: differs.length, refused, faults };
};
const none = { added: 0, unchanged: 0, differs: 0, refused: [], faults: [] };

describe('A file sent twice', () => {
  it('changes nothing, and tells of the one row that was changed in between', async () => {
    const register = new InRegister(await freshTable());
    const [one, two] = [plain({ reference: 'ONE' }), plain({ reference: 'TWO' })];
    expect(await came(register, file(one, two))).toEqual({ ...none, added: 2 });
    expect(await came(register, file(one, { ...two, title: 'Another title' }))).toEqual({ ...none, unchanged: 1, differs: 1 });
  });

  it('at the same moment is brought in once, and refuses nobody a row for being there by now', async () => {
    const register = new InRegister(await freshTable());
    const csv = file(...Array.from({ length: 12 }, (_, nth) => plain({ reference: `R${nth}` })));
    const both = await Promise.all([came(register, csv), came(register, csv)]);
    expect(both.map(({ added, unchanged }) => added + unchanged)).toEqual([12, 12]);
    expect([both.reduce((sum, { added }) => sum + added, 0), both.flatMap(({ refused }) => refused)]).toEqual([12, []]);
  });

  it('finds nothing else in a row that leaves it to a decision in which divisions the contract serves', async () => {
    const register = await InRegister.ofDecision();
    const csv = file(plain({ reference: '23/00022-1', divisionsAffected: undefined }));
    expect(await came(register, csv)).toEqual({ ...none, added: 1 });
    expect(await register.contracts.load('safer-contract-1')).toMatchObject({ terms: { divisionsAffected: 'all' } });
    expect(await came(register, csv)).toEqual({ ...none, unchanged: 1 });
    expect(await came(register, file(plain({ reference: '23/00022-1', divisionsAffected: ['Ashford Central'] })))).toMatchObject({
      differs: 1,
    });
  });

  it('finds nothing else in a reference of which a spreadsheet has changed the capitals or the spaces', async () => {
    const register = new InRegister(await freshTable());
    await came(register, file(plain({ reference: 'SC 23001' })));
    expect(await came(register, file(plain({ reference: 'sc  23001' })))).toEqual({ ...none, unchanged: 1 });
  });
});

describe('A row whose contract was closed without being registered', () => {
  it.each([false, true])('is told to be none that can be brought in, before that is asked as after (import: %s)', async (wanted) => {
    const register = await InRegister.ofDecision();
    await register.does('safer-contract-1', { type: 'close-contract', words: 'No bids.' });
    expect(await sends(register, wanted, file(plain({ reference: '23/00022-1' }), plain({ reference: 'NEW' })))).toMatchObject({
      added: 1,
      refused: [{ line: 2, reference: '23/00022-1', reason: expect.stringContaining('was closed without being registered') }],
    });
  });
});

const text = (least = 1) =>
  fc
    .string({
      unit: fc.constantFrom('a', 'Ł', "'", '=', '-', '+', '@', ',', ';', '"', '\n', '\r\n', '\t', ' ', '£'),
      minLength: least,
      maxLength: 8,
    })
    .map((found) => found.trim())
    .filter((found) => found.length >= least);
const oneLine = text().map((found) => found.replaceAll(/[\r\n]+/g, ' '));

describe('A register exported', () => {
  it('is brought into an empty one as it is, and into its own changes nothing, whatever is written in it', () =>
    fc.assert(
      fc.property(
        anyTerms('2020-01-01', 4000),
        fc.record({
          title: oneLine,
          description: text(),
          department: oneLine,
          supplier: fc.record({ name: oneLine, number: fc.option(oneLine, { nil: undefined }) }),
          sme: fc.constantFrom(true, false, undefined),
          vcse: fc.constantFrom<Terms['vcse'][]>(true, false, undefined, { number: '1012345' }),
          grossPence: fc.option(fc.integer({ min: 1_000_000_000, max: 2_000_000_000 }), { nil: undefined }),
          approvedPence: fc.option(fc.integer({ min: 0, max: 99_999_999_999 }), { nil: undefined }),
          regime: fc.constantFrom<Terms['regime'][]>('pcr-2015', 'pa-2023', 'psr-2023', undefined),
          userChoice: fc.constantFrom(true, false, undefined),
          delegates: fc.option(text(), { nil: undefined }),
          reviewOn: fc.constantFrom('2028-02-29', undefined),
          withheld: fc.option(
            fc.record({
              parts: fc.constantFrom<NonNullable<Terms['withheld']>['parts'][]>(['value'], ['supplier'], ['value', 'supplier']),
              paragraph: fc.integer({ min: 1, max: 7 }),
              publicInterest: text(),
            }),
            { nil: undefined },
          ),
        }),
        (found, over) => {
          const kept = contractRequest.parse({ ...found, ...over });
          const { good, faults } = readRegister(file(kept));
          expect(faults).toEqual([]);
          expect(planImport(good, new Map(good.map(({ id }) => [id, kept]))).unchanged).toHaveLength(1);
          expect(file(...good.map(({ terms }) => terms))).toBe(file(kept));
        },
      ),
      { numRuns: 300 },
    ));
});
