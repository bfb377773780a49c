import { type CsvRow, readCsv, writeCsv } from './csv.ts';

/**
 * A part of a file, small enough for one request: its rows under the file’s heading, and the line on which its first row stands in the
 * file.
 */
export type CsvPart = { csv: string; firstLine: number; rows: number };

const encoder = new TextEncoder();

const bytesOf = (fields: string[]): number => encoder.encode(writeCsv(fields, [])).length;

const breaksIn = ({ fields }: CsvRow): number => fields.join('').split('\n').length - 1;

// An empty line is passed over and counted: in its part a row stands as far from the first as in the file, so that faults name its line.
const emptyLines = (row: CsvRow, before: CsvRow | undefined): string[][] =>
  Array.from({ length: before ? row.line - before.line - breaksIn(before) - 1 : 0 }, () => ['']);
const emptyLine = '\r\n'.length;

const partOf = (header: CsvRow, rows: CsvRow[]): CsvPart => ({
  csv: writeCsv(
    header.fields,
    rows.flatMap((row, index) => [...emptyLines(row, rows[index - 1]), row.fields]),
  ),
  firstLine: (rows[0]?.line ?? 2) - breaksIn(header),
  rows: rows.length,
});

/** Cuts rows that were read from a file into parts, as `csvParts` does the file. */
export const partsOfRows = (header: CsvRow, body: CsvRow[], mostBytes: number): CsvPart[] => {
  const heading = bytesOf(header.fields);
  const parts: { rows: CsvRow[]; bytes: number }[] = [];
  for (const row of body) {
    const [last, own] = [parts.at(-1), bytesOf(row.fields)];
    const bytes = own + emptyLines(row, last?.rows.at(-1)).length * emptyLine;
    if (last && last.bytes + bytes <= mostBytes) {
      last.rows.push(row);
      last.bytes += bytes;
    } else parts.push({ rows: [row], bytes: heading + own });
  }
  return parts.map(({ rows }) => partOf(header, rows));
};

/**
 * Cuts a file into parts of at most so many bytes, each under the file’s own heading. A row is never cut in two, and one that is
 * too long for a part stands alone, to be refused by itself. Lines are counted in the file as it is, so that faults name them.
 */
export const csvParts = (source: string, mostBytes: number): CsvPart[] => {
  const {
    rows: [header, ...body],
  } = readCsv(source);
  return header ? partsOfRows(header, body, mostBytes) : [];
};
