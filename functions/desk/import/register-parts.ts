import type * as z from 'zod/mini';
import type { importResponse } from '../../contract/api/contract-responses.schema.ts';
import { ticks } from '../../platform/clock.ts';
import { type CsvRow, readCsv } from '../../spreadsheet/csv.ts';
import { type CsvPart, partsOfRows } from '../../spreadsheet/csv-parts.ts';
import { plainReference } from '../../spreadsheet/import-columns.ts';
import type { Answered, Refusal } from '../api-call.ts';
import { lettersOf } from '../../rules/alike.ts';

export type ImportAnswer = z.infer<typeof importResponse>;

/**
 * A register as it was pasted, in parts that a request is answered in time for; `repeats` are the rows left out since their reference
 * stands further up.
 */
export type PastedRegister = { rows: number; headingLine: number; parts: CsvPart[]; repeats: ImportAnswer['faults'] };

/** What came of a register, or would; `done` of its rows were looked at, and `stopped` says why not all of them. */
export type RegisterTold = Omit<ImportAnswer, 'imported'> & { done: number; imported: boolean; stopped: Refusal | 'time' | null };

// Some thirty contracts, stored well within the nine seconds for which a page waits for an answer, even on a machine with much else to do;
// and some thousand at once.
const mostBytes = 8 * 1024;
const mostParts = 32;
// A page is answered in 25 seconds, or not at all.
const mostMilliseconds = 10_000;

// The API finds what stands twice in what it is sent, and is sent the parts one by one.
const withoutRepeats = (header: CsvRow, body: CsvRow[]): { once: CsvRow[]; repeats: PastedRegister['repeats'] } => {
  const at = header.fields.findIndex((heading) => lettersOf(heading) === 'reference');
  const first = new Map<string, number>();
  const [once, repeats]: [CsvRow[], PastedRegister['repeats']] = [[], []];
  for (const row of body) {
    const value = (row.fields[at] ?? '').trim();
    const before = value === '' ? undefined : first.get(plainReference(value));
    if (before === undefined) once.push(row);
    else repeats.push({ line: row.line, column: 'Reference', value, reason: `Line ${before} has this reference already` });
    first.set(plainReference(value), before ?? row.line);
  }
  return { once, repeats };
};

/**
 * Reads what was pasted, as CSV or with tabs between its cells; in words why it is not taken: nothing in it, a quotation mark left open, or
 * too much at once.
 */
export const readPasted = (text: string): PastedRegister | string => {
  const {
    rows: [header, ...body],
    faults: [broken],
  } = readCsv(text);
  if (broken) return `Line ${broken.line}: ${broken.reason}`;
  if (!header || body.length === 0) return 'Paste a row of headings, and under it a row for each contract';
  const { once, repeats } = withoutRepeats(header, body);
  const parts = partsOfRows(header, once, mostBytes);
  const fits = parts.slice(0, mostParts).reduce((total, { rows }) => total + rows, 0);
  if (parts.length > mostParts)
    return `There are ${body.length} rows, more than can be brought in at once. Paste the first ${fits}, then the rest, each time under the row of headings`;
  return { rows: body.length, headingLine: header.line, parts, repeats };
};

type Send = (csv: string, firstLine: number) => Promise<Answered<ImportAnswer>>;

const byLine = (a: { line: number }, b: { line: number }): number => a.line - b.line;

const atHeading = (told: ImportAnswer): boolean => told.faults.some(({ line }) => line === 1);

/**
 * Sends the parts of a register one after another and adds up what the API says of them, until one is refused or the time of a page is
 * nearly over: what was brought in by then is left alone when the same is sent again. What is wrong with the headings is wrong in every
 * part, and is told once.
 */
export const sendRegister = async (
  { rows, headingLine, parts, repeats }: PastedRegister,
  imported: boolean,
  send: Send,
  clock: () => number = ticks,
): Promise<RegisterTold> => {
  const told: RegisterTold = {
    rows,
    done: repeats.length,
    imported,
    added: 0,
    unchanged: 0,
    differs: [],
    refused: [],
    faults: [...repeats],
    stopped: null,
  };
  const begun = clock();
  for (const { csv, firstLine, rows: count } of parts) {
    if (clock() - begun > mostMilliseconds) return { ...told, stopped: 'time' };
    const answered = await send(csv, firstLine);
    if (!answered.ok) return { ...told, stopped: answered.refusal };
    const { body } = answered;
    if (atHeading(body)) return { ...told, done: rows, faults: body.faults.map((fault) => ({ ...fault, line: headingLine })) };
    told.done += count;
    told.added += body.added;
    told.unchanged += body.unchanged;
    for (const name of ['differs', 'refused'] as const) told[name].push(...(body[name] as ImportAnswer['refused']));
    told.faults = [...told.faults, ...body.faults].toSorted(byLine);
  }
  return told;
};
