import { isEmpty } from './keeping/whole-table.ts';
import { carriedOut, flagsOf } from './keeping/command-line.ts';
import { tableFlags, tableOf } from './keeping/table-flags.ts';
import { verifyTable } from './verify/verify-table.ts';

// npm run verify -- --table NAME [--endpoint http://127.0.0.1:8000] [--region eu-west-2]
const usage = 'Say which table: npm run verify -- --table NAME [--endpoint URL] [--region REGION]';
const table = tableOf(flagsOf(tableFlags, usage), usage);

await carriedOut(table.tableName, async () => {
  // A restore that brought nothing back must not be told that everything holds.
  if (await isEmpty(table)) {
    console.error(`The table ${table.tableName} is empty: there is nothing to verify, not even a council’s settings. Is it the right one?`);
    process.exitCode = 1;
    return;
  }
  const { decisions, heads, faults } = await verifyTable(table);
  for (const { where, what } of faults) console.error(`${where}: ${what}`);
  console.log(
    `${decisions} decisions and ${heads} daily heads checked: ${faults.length === 0 ? 'everything holds' : `${faults.length} faults`}`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
});
table.client.destroy();
