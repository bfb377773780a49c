import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../functions/spreadsheet/csv.ts';
import { csvParts } from '../../functions/spreadsheet/csv-parts.ts';

const rows = Array.from({ length: 300 }, (_, index) => [`R${index}`, 'x'.repeat(index % 50)]);
const file = writeCsv(['Reference', 'Title'], rows);

describe('a register too long for one request', () => {
  it('is cut into parts that each fit, none of its rows lost or cut', () => {
    const parts = csvParts(file, 1000);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.every(({ csv }) => new TextEncoder().encode(csv).length <= 1010)).toBe(true);
    expect(
      parts.flatMap(({ csv }) =>
        readCsv(csv)
          .rows.slice(1)
          .map(({ fields }) => fields),
      ),
    ).toEqual(rows);
  });

  it('names for every row the line it stands on in the whole file', () => {
    const broken = 'Reference,Title\nA,"two\nlines"\n\nB,plain\nC,plain\n';
    const lines = csvParts(broken, 100_000).flatMap(({ csv, firstLine }) =>
      readCsv(csv)
        .rows.slice(1)
        .map(({ line, fields }) => [fields[0], line + firstLine - 2]),
    );
    expect(lines).toEqual([
      ['A', 2],
      ['B', 5],
      ['C', 6],
    ]);
  });

  it('stays in one part where cells have lines of their own and lines are left empty, so that a short file is one request', () => {
    const broken = 'Reference,"Title\nof it"\nA,"two\nlines"\n\n\nB,plain\nC,"three\nlines\nlong"\nD,plain\n';
    const parts = csvParts(broken, 100_000);
    expect(parts.map(({ rows: count }) => count)).toEqual([4]);
    const whole = readCsv(broken)
      .rows.slice(1)
      .map(({ line, fields }) => [fields[0], line]);
    expect(
      parts.flatMap(({ csv, firstLine }) =>
        readCsv(csv)
          .rows.slice(1)
          .map(({ line, fields }) => [fields[0], line + firstLine - 2]),
      ),
    ).toEqual(whole);
    expect(whole).toEqual([
      ['A', 3],
      ['B', 7],
      ['C', 8],
      ['D', 11],
    ]);
  });

  it('counts the empty lines that it keeps among the bytes of a part', () => {
    const sparse = `Reference,Title\n${rows.map(([reference]) => `${reference},x`).join('\n\n\n\n')}`;
    expect(csvParts(sparse, 500).every(({ csv }) => new TextEncoder().encode(csv).length <= 510)).toBe(true);
    expect(
      csvParts(sparse, 500).flatMap(({ csv, firstLine }) =>
        readCsv(csv)
          .rows.slice(1)
          .map(({ line }) => line + firstLine - 2),
      ),
    ).toEqual(rows.map((_, index) => 2 + 4 * index));
  });

  it('copied from a spreadsheet, with tabs between its cells, is cut as any other', () => {
    expect(csvParts('Reference\tTitle\nA\tOne, two\n', 1000)).toEqual([
      { csv: writeCsv(['Reference', 'Title'], [['A', 'One, two']]), firstLine: 2, rows: 1 },
    ]);
  });

  it('of nothing but a heading has no part', () => {
    expect(csvParts('Reference,Title\n', 1000)).toEqual([]);
  });
});
