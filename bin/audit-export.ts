import { auditExport } from './keeping/audit-export.ts';
import { carriedOut, flagsOf, misused } from './keeping/command-line.ts';
import { tableFlags, tableOf } from './keeping/table-flags.ts';

// npm run --silent audit-export -- --table NAME --number 23/00022 > file.json
const usage =
  'Say of which table, and of what: npm run --silent audit-export -- --table NAME --number 23/00022 [--endpoint URL] [--region REGION]';
const values = flagsOf({ ...tableFlags, number: { type: 'string' } }, usage);
const number = values.number?.trim() || misused(usage);
if (!/^\d\d\/\d{5}$/.test(number)) misused(`"${number}" is no number of a decision. ${usage}`);
const table = tableOf(values, usage);

await carriedOut(table.tableName, async () => {
  const found = await auditExport(table, number);
  if (found) console.log(JSON.stringify(found, null, 1));
  else console.error(`No decision of the table has the number ${number}.`);
  if (!found) process.exitCode = 1;
  for (const { where, what } of found?.faults ?? []) console.error(`${where}: ${what}`);
});
table.client.destroy();
