import { carriedOut, flagsOf, misused } from './keeping/command-line.ts';
import { subjectAccess } from './keeping/subject-access.ts';
import { tableFlags, tableOf } from './keeping/table-flags.ts';
import { itemsOf } from './keeping/whole-table.ts';

// npm run --silent subject-access -- --table NAME --address somebody@example.org > file.json
const usage =
  'Say of which table, and whose: npm run --silent subject-access -- --table NAME --address somebody@example.org [--endpoint URL] [--region REGION]';
const values = flagsOf({ ...tableFlags, address: { type: 'string' } }, usage);
const address = values.address?.trim() || misused(usage);
// Part of an address would find other people's.
if (!/^[^\s@]+@[^\s@]+$/.test(address)) misused(`"${address}" is no email address: give it whole. ${usage}`);
const table = tableOf(values, usage);

await carriedOut(table.tableName, async () => {
  const found = subjectAccess(await itemsOf(table), address);
  console.log(JSON.stringify(found, null, 1));
  console.error(`${address} stands in ${found.mentions.length} places of ${table.tableName}, and a hash of it in ${found.hashed.length}.`);
});
table.client.destroy();
