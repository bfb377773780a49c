import { parseArgs } from 'node:util';
import { tableFlags, tableOf } from './keeping/table-flags.ts';
import { verifyTable } from './verify/verify-table.ts';

// npm run verify -- --table NAME [--endpoint http://127.0.0.1:8000] [--region eu-west-2]
const { values } = parseArgs({ options: tableFlags });
const { decisions, heads, faults } = await verifyTable(
  tableOf(values, 'Say which table: npm run verify -- --table NAME [--endpoint URL] [--region REGION]'),
);
for (const { where, what } of faults) console.error(`${where}: ${what}`);
console.log(
  `${decisions} decisions and ${heads} daily heads checked: ${faults.length === 0 ? 'everything holds' : `${faults.length} faults`}`,
);
process.exit(faults.length === 0 ? 0 : 1);
