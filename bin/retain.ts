import { readFileSync } from 'node:fs';
import { now } from '../functions/platform/clock.ts';
import { londonDate } from '../functions/rules/local-date.ts';
import { carriedOut, flagsOf, misused } from './keeping/command-line.ts';
import type { Going } from './keeping/going.ts';
import { planFor, retain } from './keeping/retain.ts';
import { tableFlags, tableOf } from './keeping/table-flags.ts';

// npm run retain -- --table NAME                    says what may go and why, and changes nothing
// npm run retain -- --table NAME --apply            removes it; make a backup first
// npm run retain -- … --under-hand references.txt   the contracts, a reference a line, that the council knows to be no deeds
const usage = 'Say which table: npm run retain -- --table NAME [--apply] [--under-hand FILE] [--endpoint URL] [--region REGION]';
const values = flagsOf({ ...tableFlags, apply: { type: 'boolean', default: false }, 'under-hand': { type: 'string' } }, usage);
const table = tableOf(values, usage);
const on = londonDate(now());

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    const isMissing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    return misused(`${isMissing ? `There is no file ${file}` : `${file} cannot be read`}. ${usage}`);
  }
};

const references = (file: string): string[] =>
  textOf(file)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const underHand = new Set(values['under-hand'] === undefined ? [] : references(values['under-hand']));

const tell = (how: string, going: Going[]): void => {
  for (const { what, words, rule, source, from } of going)
    console.log(`${how}: ${what}. ${words} (${rule}; ${source}${from ? `; from ${from}` : ''})`);
};

const apply = async (): Promise<void> => {
  const gone = await retain(table, on, underHand);
  tell('Gone', gone);
  console.log(
    gone.length === 0
      ? `Nothing may go on ${on}.`
      : `${gone.length} removed. What lies in the council’s own store is for the council to remove.`,
  );
};

const list = async (): Promise<void> => {
  const { going, staying, toRecord, unknown } = await planFor(table, on, underHand);
  tell('May go', going);
  for (const { what, because } of staying) console.log(`Stays: ${what}, since ${because.join('; and since ')}.`);
  for (const { what, endedOn } of toRecord)
    console.log(`Look at: ${what}, ended on ${endedOn} by its own terms, and nobody has recorded that it ended.`);
  for (const reference of unknown) console.log(`No contract here has the reference ${reference}.`);
  console.log(
    going.length === 0 ? `Nothing may go on ${on}.` : `${going.length} may go on ${on}. Nothing was changed; --apply removes them.`,
  );
};

await carriedOut(table.tableName, () => (values.apply ? apply() : list()));
table.client.destroy();
