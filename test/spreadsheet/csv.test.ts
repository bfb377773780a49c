import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../functions/spreadsheet/csv.ts';

const rows = (text: string) => readCsv(text).rows;

describe('a CSV file as written', () => {
  it('begins with a byte order mark and ends each row as RFC 4180 has it', () =>
    expect(writeCsv(['a', 'b'], [['1', '2']])).toBe('\uFEFFa,b\r\n1,2\r\n'));
  it('quotes commas, quotation marks and line breaks', () => expect(writeCsv(['a'], [['x, "y"\nz']])).toBe('\uFEFFa\r\n"x, ""y""\nz"\r\n'));
  it.each(['=HYPERLINK("http://evil")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('guards %j from being run as a formula', (cell) =>
    expect(
      writeCsv(['a'], [[cell]])
        .split('\r\n')[1]
        ?.replace(/^"/, ''),
    ).toMatch(/^'/),
  );
});

describe('a CSV file as read', () => {
  it('may end its lines in any of the three ways, with or without a last one', () => expect(rows('a,b\r\n1,2\n3,4\r5,6')).toHaveLength(4));
  it('knows the line that each row starts on, line breaks inside cells counted and empty rows left out', () =>
    expect(rows('a\n"one\ntwo"\n\nthree')).toEqual([
      { line: 1, fields: ['a'] },
      { line: 2, fields: ['one\ntwo'] },
      { line: 5, fields: ['three'] },
    ]));
  it('takes the guard off a formula, and leaves any other apostrophe', () => expect(rows("'=1,'tis")[0]?.fields).toEqual(['=1', "'tis"]));
  it('names the row in which a quotation mark is never closed', () =>
    expect(readCsv('a\nb\n"c\nd').faults).toEqual([{ line: 3, reason: 'A quotation mark that opens in this row is never closed' }]));
  it('keeps a quotation mark in the middle of a cell, and spaces inside quotation marks', () =>
    expect(rows('6" pipe," x "')[0]?.fields).toEqual(['6" pipe', ' x ']));
  it('may have tabs between its cells, as when they are copied from a spreadsheet, with commas and quoted lines inside them', () =>
    expect(rows('\nReference\t"Owner, of it"\tTitle\nA\tB, C\t"two\nlines, ""quoted"""\n\t\t\nD\t\t')).toEqual([
      { line: 2, fields: ['Reference', 'Owner, of it', 'Title'] },
      { line: 3, fields: ['A', 'B, C', 'two\nlines, "quoted"'] },
      { line: 6, fields: ['D', '', ''] },
    ]));
  it('keeps a tab that stands in a cell where its headings are apart by commas', () =>
    expect(rows('a,"b\tc"\n1,"2\t3"')[1]?.fields).toEqual(['1', '2\t3']));
  it('written and read again holds the same, whatever is in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '=', '-', '@', ' ', '£', 'é', '\t') }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.constant('.'), cell), { maxLength: 6 }), (written) => {
        expect(
          rows(writeCsv(['a', 'b', 'c'], written))
            .slice(1)
            .map(({ fields }) => fields),
        ).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });
});
