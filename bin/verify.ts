import { parseArgs } from 'node:util';
import { documentClient } from '../functions/platform/table.ts';
import { verifyTable } from './verify/verify-table.ts';

// npm run verify -- --table NAME [--endpoint http://127.0.0.1:8000] [--region eu-west-2]
const { values } = parseArgs({ options: { table: { type: 'string' }, endpoint: { type: 'string' }, region: { type: 'string', default: 'eu-west-2' } } });
if (!values.table) {
  console.error('Say which table: npm run verify -- --table NAME [--endpoint URL] [--region REGION]');
  process.exit(2);
}
const local = values.endpoint === undefined ? {} : { endpoint: values.endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
const { decisions, heads, faults } = await verifyTable({ client: documentClient({ region: values.region, ...local }), tableName: values.table });
for (const { where, what } of faults) console.error(`${where}: ${what}`);
console.log(`${decisions} decisions and ${heads} daily heads checked: ${faults.length === 0 ? 'everything holds' : `${faults.length} faults`}`);
process.exit(faults.length === 0 ? 0 : 1);
