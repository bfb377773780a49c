import { parseArgs } from 'node:util';
import { now } from '../functions/platform/clock.ts';
import { londonDate } from '../functions/rules/local-date.ts';
import { planFor, retain, TableDoesNotHold } from './keeping/retain.ts';
import { tableFlags, tableOf } from './keeping/table-flags.ts';

// npm run retain -- --table NAME            says what may go and why, and changes nothing
// npm run retain -- --table NAME --apply    removes it; make a backup first
const { values } = parseArgs({ options: { ...tableFlags, apply: { type: 'boolean', default: false } } });
const table = tableOf(values, 'Say which table: npm run retain -- --table NAME [--apply] [--endpoint URL] [--region REGION]');
const on = londonDate(now());
try {
  const plan = values.apply ? await retain(table, on) : await planFor(table, on);
  for (const { what, words, rule, source, from } of plan.map((each) => ({ from: undefined, ...each }))) console.log(`${values.apply ? 'Gone' : 'May go'}: ${what}. ${words} (${rule}; ${source}${from ? `; from ${String(from)}` : ''})`);
  console.log(plan.length === 0 ? `Nothing may go on ${on}.` : values.apply ? `${plan.length} removed. What lies in the council’s own store is for the council to remove.` : `${plan.length} may go on ${on}. Nothing was changed; --apply removes them.`);
} catch (fault) {
  if (!(fault instanceof TableDoesNotHold)) throw fault;
  console.error(`The table does not hold. ${fault.message}`);
  process.exitCode = 1;
}
