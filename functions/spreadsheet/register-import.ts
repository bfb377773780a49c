import { fingerprint } from '../decision/fingerprint.ts';
import { contractRequest, type Terms } from '../contract/contract-terms.schema.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { type ImportColumn, importColumns, plainReference } from './import-columns.ts';
import { readCell } from './import-values.ts';
import { rowOf } from './register-export.ts';
import { parseWhole } from '../platform/http/issues.ts';
import { lettersOf } from '../rules/alike.ts';

/** Something wrong in one cell: the line of the file, the heading of its column, what it said and why it cannot be used. */
export type ImportFault = { line: number; column: string; value: string; reason: string };

/** A row that can be imported: the contract, its line, and the id that its reference always gives. */
export type GoodRow = { line: number; id: string; reference: string; terms: Terms };

/** What a row says of posts and places, good or not: whether the council has them the file does not know. Its reference may be missing. */
export type NamingRow = Omit<GoodRow, 'terms'> & { terms: Pick<Terms, 'decisionMaker' | 'leadDirector' | 'divisionsAffected'> };

/** A file as read: rows that can be imported, those that cannot, and every fault of these. */
export type RegisterFile = { rows: number; good: GoodRow[]; bad: NamingRow[]; faults: ImportFault[] };

/** The most rows taken in one file. */
const mostRows = 10_000;

type Located = { column: ImportColumn; at: number };

/**
 * The id under which a contract of this reference is kept: the same reference, however it is typed, gives the same id, so that one imported
 * twice is one contract.
 */
export const importedContractId = (reference: string): string => `contract-${fingerprint(plainReference(reference)).slice(0, 24)}`;

const headerFaults = (header: CsvRow | undefined, located: Located[]): ImportFault[] => {
  const line = header?.line ?? 1;
  const known = new Set(importColumns.map(({ heading }) => lettersOf(heading)));
  const unknown = (header?.fields ?? []).filter((heading) => !known.has(lettersOf(heading)));
  const repeated = importColumns.filter((column) => located.filter((each) => each.column === column).length > 1);
  const missing = importColumns.filter((column) => column.required && !located.some((each) => each.column === column));
  return [
    ...unknown.map((heading) => ({ line, column: heading, value: heading, reason: 'There is no such column' })),
    ...repeated.map(({ heading }) => ({ line, column: heading, value: heading, reason: 'This column is there twice' })),
    ...missing.map(({ heading }) => ({ line, column: heading, value: '', reason: 'This column is missing' })),
  ];
};

const put = (target: Record<string, unknown>, path: string, found: unknown): void => {
  const [first = '', second] = path.split('.');
  if (second === undefined) target[first] = found;
  else target[first] = { ...(target[first] as Record<string, unknown> | undefined), [second]: found };
};

const cellsOf = ({ line, fields }: CsvRow, located: Located[]) => {
  const filled: Record<string, unknown> = {};
  const faults: ImportFault[] = [];
  for (const { column, at } of located) {
    const text = (fields[at] ?? '').trim();
    if (text === '' && column.required) faults.push({ line, column: column.heading, value: '', reason: 'This is missing' });
    if (text === '') continue;
    const read = readCell(column, text);
    if (read.ok) put(filled, column.path, read.value);
    else faults.push({ line, column: column.heading, value: text, reason: read.reason });
  }
  return { filled, faults };
};

/** The heading of the column that a value comes from. */
export const columnOf = (path: string): string =>
  importColumns.find((column) => `${path}.`.startsWith(`${column.path}.`) || column.path.startsWith(`${path}.`))?.heading ??
  (path || 'Row');

type ReadRow = { terms: Terms | null; filled: Record<string, unknown>; faults: ImportFault[] };

const readRow = (row: CsvRow, located: Located[], width: number): ReadRow => {
  const { filled, faults } = cellsOf(row, located);
  if (row.fields.length > width)
    faults.push({ line: row.line, column: 'Row', value: '', reason: `This row has ${row.fields.length} cells; the heading has ${width}` });
  const parsed = parseWhole(contractRequest, filled);
  if (parsed.ok) return { terms: faults.length === 0 ? parsed.value : null, filled, faults };
  const told = new Set(faults.map(({ column }) => column));
  const found = parsed.faults
    .map(({ path, message }) => ({ column: columnOf(path), reason: message }))
    .filter(({ column }) => !told.has(column));
  const cell = (heading: string) => row.fields[located.find(({ column }) => column.heading === heading)?.at ?? -1] ?? '';
  return {
    terms: null,
    filled,
    faults: [...faults, ...found.map(({ column, reason }) => ({ line: row.line, column, value: cell(column), reason }))],
  };
};

const tooMany = (body: CsvRow[]): ImportFault[] => {
  const words = `Send at most ${mostRows.toLocaleString('en-GB')} contracts at a time; this file has ${body.length.toLocaleString('en-GB')}`;
  return body.length > mostRows ? [{ line: body[mostRows]?.line ?? 1, column: 'Row', value: '', reason: words }] : [];
};

type Taken = { row: GoodRow } | { fault: ImportFault };

/** Takes each reference once, at its first line. */
const takenOnce = () => {
  const first = new Map<string, number>();
  return (line: number, terms: Terms): Taken => {
    const reference = terms.reference ?? '';
    const id = importedContractId(reference);
    const before = first.get(id);
    if (before !== undefined)
      return { fault: { line, column: 'Reference', value: reference, reason: `Line ${before} has this reference already` } };
    first.set(id, line);
    return { row: { line, id, reference, terms } };
  };
};

const namingOf = (line: number, filled: Record<string, unknown>): NamingRow => {
  const { reference: said, decisionMaker, leadDirector, divisionsAffected } = filled;
  const reference = typeof said === 'string' && said.length <= 100 ? said : '';
  return {
    line,
    reference,
    id: importedContractId(reference),
    terms: { decisionMaker, leadDirector, divisionsAffected } as NamingRow['terms'],
  };
};

const readRows = (body: CsvRow[], located: Located[], width: number): RegisterFile => {
  const take = takenOnce();
  const file: RegisterFile = { rows: body.length, good: [], bad: [], faults: [] };
  for (const row of body) {
    const { terms, filled, faults } = readRow(row, located, width);
    file.faults.push(...faults);
    const taken = terms && take(row.line, terms);
    if (taken && 'row' in taken) file.good.push(taken.row);
    else file.bad.push(namingOf(row.line, filled));
    if (taken && 'fault' in taken) file.faults.push(taken.fault);
  }
  return file;
};

/**
 * Reads a register in CSV: every fault of every row in one answer, each with its line, column and reason, and the rows that
 * can be imported. A reference used twice in the file is a fault of the later row. Wrong headings are told before any row.
 */
export const readRegister = (source: string): RegisterFile => {
  const {
    rows: [header, ...body],
    faults: broken,
  } = readCsv(source);
  const located = (header?.fields ?? []).flatMap((heading, at): Located[] =>
    importColumns.filter((column) => lettersOf(column.heading) === lettersOf(heading)).map((column) => ({ column, at })),
  );
  const unread = broken.map(({ line, reason }): ImportFault => ({ line, column: 'Row', value: '', reason }));
  const faults = [...headerFaults(header, located), ...unread, ...tooMany(body)];
  return faults.length > 0 ? { rows: body.length, good: [], bad: [], faults } : readRows(body, located, header?.fields.length ?? 0);
};

/** What importing a file would do: contracts to add, those the register has already as they are, and those it has otherwise. */
export type ImportPlan = { add: GoodRow[]; unchanged: GoodRow[]; differs: GoodRow[] };

/**
 * Sorts the good rows by what the register holds under their ids. Only new ones are added: a contract imported before is left as
 * its officers have it since, so that the same file imported twice changes nothing.
 */
export const planImport = (good: GoodRow[], existing: ReadonlyMap<string, Terms>): ImportPlan => {
  const kind = ({ id, terms }: GoodRow): keyof ImportPlan => {
    const held = existing.get(id);
    if (held === undefined) return 'add';
    // What a row cannot say, such as the number of a charity, it does not say otherwise; nor has it another reference for its capitals.
    return fingerprint(rowOf({ ...held, reference: terms.reference })) === fingerprint(rowOf(terms)) ? 'unchanged' : 'differs';
  };
  const sorted = Map.groupBy(good, kind);
  return { add: sorted.get('add') ?? [], unchanged: sorted.get('unchanged') ?? [], differs: sorted.get('differs') ?? [] };
};
