import { readCsv, writeCsv } from './csv.ts';

/** A part of a file, small enough for one request: its rows under the file’s heading, and the line on which its first row stands in the file. */
export type CsvPart = { csv: string; firstLine: number; rows: number };

const encoder = new TextEncoder();

/**
 * Cuts a file into parts of at most so many bytes, each under the file’s own heading. A row is never cut in two, and one that is
 * too long for a part stands alone, to be refused by itself. Lines are counted in the file as it is, so that faults name them.
 */
export const csvParts = (source: string, mostBytes: number): CsvPart[] => {
  const { rows: [header, ...body] } = readCsv(source);
  if (!header) return [];
  const heading = encoder.encode(writeCsv(header.fields, [])).length;
  const parts: { rows: typeof body; bytes: number }[] = [];
  for (const row of body) {
    const bytes = encoder.encode(writeCsv(row.fields, [])).length;
    const last = parts.at(-1);
    // A part whose rows do not follow each other line by line would name the wrong lines.
    const follows = last?.rows.at(-1)?.line === row.line - 1 && !last.rows.at(-1)?.fields.some((text) => text.includes('\n'));
    if (last && follows && last.bytes + bytes <= mostBytes) {
      last.rows.push(row);
      last.bytes += bytes;
    } else parts.push({ rows: [row], bytes: heading + bytes });
  }
  return parts.map(({ rows }) => ({ csv: writeCsv(header.fields, rows.map(({ fields }) => fields)), firstLine: rows[0]?.line ?? 2, rows: rows.length }));
};
