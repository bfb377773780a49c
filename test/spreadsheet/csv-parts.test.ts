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
    expect(parts.flatMap(({ csv }) => readCsv(csv).rows.slice(1).map(({ fields }) => fields))).toEqual(rows);
  });

  it('names for every row the line it stands on in the whole file', () => {
    const broken = 'Reference,Title\nA,"two\nlines"\n\nB,plain\nC,plain\n';
    const lines = csvParts(broken, 100_000).flatMap(({ csv, firstLine }) => readCsv(csv).rows.slice(1).map(({ line, fields }) => [fields[0], line + firstLine - 2]));
    expect(lines).toEqual([['A', 2], ['B', 5], ['C', 6]]);
  });

  it('of nothing but a heading has no part', () => {
    expect(csvParts('Reference,Title\n', 1000)).toEqual([]);
  });
});
