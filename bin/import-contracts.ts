import { readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { readCsv } from '../functions/spreadsheet/csv.ts';
import { csvParts } from '../functions/spreadsheet/csv-parts.ts';
import { importResponse } from '../functions/contract/api/contract-responses.schema.ts';
import { argumentsOf, misused } from './keeping/command-line.ts';

// npm run import-contracts -- register.csv --to https://decisions.kent.example [--import]
// The token of a contracts officer is read from TOKEN. Without --import the file is only checked.
const usage = 'Give the file and --to with the address of Clear Days, and set TOKEN to a contracts officer’s token.';
const { values, positionals } = argumentsOf({ to: { type: 'string' }, import: { type: 'boolean', default: false } }, usage);
const file = positionals[0] || misused(usage);
const to = (values.to || misused(usage)).replace(/\/+$/, '');
const token = process.env.TOKEN || misused(usage);

// Some three hundred contracts: a request may hold 256 KiB, but has only seconds to store each in a write of its own.
const mostBytes = 64 * 1024;
const mostTries = 6;

const post = (body: unknown): Promise<Response | null> =>
  fetch(`${to}/api/contracts/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);

const gaveUp = (words: string): never => {
  console.error(words);
  process.exit(1);
};

const refusalSchema = z.looseObject({
  detail: z.optional(z.string()),
  message: z.optional(z.string()),
  errors: z._default(z.array(z.looseObject({ message: z.string() })), []),
});

// API Gateway says why in a message, the API in a problem document, and whatever else stands at a mistyped address in no JSON.
const refusedBecause = async (answer: Response): Promise<string> => {
  const { data } = refusalSchema.safeParse(await answer.json().catch(() => null));
  return data
    ? [data.detail ?? data.message ?? answer.statusText, ...data.errors.map(({ message }) => message)].join(' ')
    : answer.statusText;
};

// What is imported already is left alone, so a part that failed half way is simply sent again.
const send = async (csv: string, firstLine: number): Promise<z.infer<typeof importResponse>> => {
  for (let tries = 1; ; tries += 1) {
    const answer = await post({ csv, import: values.import, firstLine });
    if (answer?.ok) {
      const { data } = importResponse.safeParse(await answer.json().catch(() => null));
      return data ?? gaveUp(`${to} answers ${answer.status}, but not as Clear Days does. Nothing is known to be imported.`);
    }
    const passes = answer === null || answer.status === 429 || answer.status >= 500;
    if (!passes || tries === mostTries)
      return gaveUp(answer ? `${to} answers ${answer.status}: ${await refusedBecause(answer)}` : `${to} does not answer`);
    await sleep(500 * 2 ** tries);
  }
};

const found = statSync(file, { throwIfNoEntry: false });
if (!found) misused(`There is no file ${file}. ${usage}`);
if (found?.isDirectory()) misused(`${file} is no file. ${usage}`);
const source = readFileSync(file, 'utf8');
const [broken] = readCsv(source).faults;
// What follows an open quotation mark would be taken for one long cell, and be missing without a word.
if (broken) {
  process.stdout.write(`line ${broken.line}: ${broken.reason}. Nothing was sent.\n`);
  process.exit(1);
}

const parts = csvParts(source, mostBytes);
const whole = parts.reduce((total, { rows }) => total + rows, 0);
const sums = { done: 0, added: 0, unchanged: 0, differs: 0, refused: 0, faults: 0 };
const headings = new Set<string>();

for (const { csv, firstLine, rows } of parts) {
  const told = await send(csv, firstLine);
  sums.done += rows;
  for (const name of ['differs', 'refused', 'faults'] as const) sums[name] += told[name].length;
  sums.added += told.added;
  sums.unchanged += told.unchanged;
  for (const { line, column, value, reason } of told.faults) {
    const words = `line ${line}, ${column}${value ? ` "${value}"` : ''}: ${reason}`;
    // What is wrong with the heading is wrong in every part, and is said once.
    if (line > 1 || !headings.has(words)) process.stdout.write(`${words}\n`);
    if (line === 1) headings.add(words);
  }
  for (const { line, reference, reason } of told.refused) process.stdout.write(`line ${line}, ${reference}: ${reason}\n`);
  for (const { line, reference } of told.differs)
    process.stdout.write(`line ${line}, ${reference}: the register has this contract with other particulars; it was left as it is\n`);
  process.stderr.write(
    `${sums.done} of ${whole} rows: ${sums.added} ${values.import ? 'imported' : 'can be imported'}, ${sums.unchanged} there already, ${sums.differs} differ, ${sums.refused} refused, ${sums.faults} faults\n`,
  );
}
process.exitCode = sums.faults + sums.refused > 0 ? 1 : 0;
