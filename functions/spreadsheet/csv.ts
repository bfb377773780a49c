/** One row of a file: its fields, and the line that it starts on, 1 for the first. */
export type CsvRow = { line: number; fields: string[] };

/** A file that cannot be read further, and where. */
export type CsvFault = { line: number; reason: string };

// Spreadsheets run a cell that begins so as a formula (OWASP: CSV injection). One that begins so behind apostrophes of its own is guarded
// too, so that what is taken off is always the guard.
const formula = /^'*[=+\-@\t\r]/;

const field = (value: string): string => {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * Rows as RFC 4180 has them, in UTF-8 with a byte order mark for spreadsheets. A cell that a spreadsheet would run as a formula is led by
 * an apostrophe.
 */
export const writeCsv = (header: string[], rows: string[][]): string =>
  `\uFEFF${[header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;

const unguarded = (value: string): string => (value.startsWith("'") && formula.test(value.slice(1)) ? value.slice(1) : value);

type Reading = {
  between: ',' | '\t';
  rows: CsvRow[];
  fields: string[];
  text: string;
  quoted: boolean;
  wasQuoted: boolean;
  line: number;
  startedOn: number;
};

const endField = (at: Reading): void => {
  at.fields.push(unguarded(at.wasQuoted ? at.text : at.text.trim()));
  at.text = '';
  at.wasQuoted = false;
};

const endRow = (at: Reading): void => {
  endField(at);
  if (at.fields.some((text) => text !== '')) at.rows.push({ line: at.startedOn, fields: at.fields });
  at.fields = [];
};

const insideQuotes = (at: Reading, character: string, next: string | undefined): number => {
  if (character === '"' && next === '"') {
    at.text += '"';
    return 2;
  }
  if (character === '"') at.quoted = false;
  else at.text += character;
  if (character === '\n') at.line += 1;
  return 1;
};

// White space before a cell, and spaces behind one in quotation marks.
const isPadding = ({ text, wasQuoted }: Reading, character: string): boolean =>
  wasQuoted ? character === ' ' : text === '' && character.trim() === '';

const outsideQuotes = (at: Reading, character: string): number => {
  if (character === '"' && at.text === '' && !at.wasQuoted) [at.quoted, at.wasQuoted, at.text] = [true, true, ''];
  else if (character === at.between) endField(at);
  else if (character === '\n') {
    endRow(at);
    at.line += 1;
    at.startedOn = at.line;
  } else if (!isPadding(at, character)) at.text += character;
  return 1;
};

// Copied from a spreadsheet, cells are apart by tabs. Its headings say so: in them nobody writes the other mark.
const separatorOf = (text: string): Reading['between'] => {
  const headings = (text.trimStart().split('\n')[0] ?? '').replaceAll(/"[^"]*"/g, '');
  return headings.split('\t').length > headings.split(',').length ? '\t' : ',';
};

/**
 * The rows of a CSV file, or of cells copied from a spreadsheet with tabs between them, empty ones left out, apostrophes that guard a
 * formula taken off. A quotation mark never closed is a fault with its line.
 */
export const readCsv = (source: string): { rows: CsvRow[]; faults: CsvFault[] } => {
  const text = source
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  const at: Reading = {
    between: separatorOf(text),
    rows: [],
    fields: [],
    text: '',
    quoted: false,
    wasQuoted: false,
    line: 1,
    startedOn: 1,
  };
  for (let index = 0; index < text.length; ) {
    const character = text[index] ?? '';
    index += at.quoted ? insideQuotes(at, character, text[index + 1]) : outsideQuotes(at, character);
  }
  if (at.quoted)
    return { rows: at.rows, faults: [{ line: at.startedOn, reason: 'A quotation mark that opens in this row is never closed' }] };
  endRow(at);
  return { rows: at.rows, faults: [] };
};
