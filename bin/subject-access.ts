import { parseArgs } from 'node:util';
import { subjectAccess } from './keeping/subject-access.ts';
import { misused, tableFlags, tableOf } from './keeping/table-flags.ts';
import { itemsOf } from './keeping/whole-table.ts';

// npm run subject-access -- --table NAME --address somebody@example.org > file.json
const { values } = parseArgs({ options: { ...tableFlags, address: { type: 'string' } } });
const usage =
  'Say of which table, and whose: npm run subject-access -- --table NAME --address somebody@example.org [--endpoint URL] [--region REGION]';
const address = values.address || misused(usage);
console.log(JSON.stringify(subjectAccess(await itemsOf(tableOf(values, usage)), address), null, 1));
