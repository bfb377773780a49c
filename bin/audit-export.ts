import { parseArgs } from 'node:util';
import { auditExport } from './keeping/audit-export.ts';
import { misused, tableFlags, tableOf } from './keeping/table-flags.ts';

// npm run audit-export -- --table NAME --number 23/00022 > file.json
const { values } = parseArgs({ options: { ...tableFlags, number: { type: 'string' } } });
const usage =
  'Say of which table, and of whom or what: npm run audit-export -- --table NAME --number 23/00022 [--endpoint URL] [--region REGION]';
const number = values.number || misused(usage);
const found = await auditExport(tableOf(values, usage), number);
if (found === null) {
  console.error(`No decision of the table has the number ${number}.`);
  process.exit(1);
}
console.log(JSON.stringify(found, null, 1));
