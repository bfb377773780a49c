import { parseArgs } from 'node:util';
import { documentClient } from '../functions/platform/table.ts';
import { auditExport } from './keeping/audit-export.ts';
import { localCredentials } from './local/dynamodb.ts';

// npm run audit-export -- --table NAME --number 23/00022 > file.json
const { values } = parseArgs({ options: { table: { type: 'string' }, number: { type: 'string' }, endpoint: { type: 'string' }, region: { type: 'string', default: 'eu-west-2' } } });
if (!values.table || !values.number) {
  console.error('Say of which table, and of whom or what: npm run audit-export -- --table NAME --number 23/00022 [--endpoint URL] [--region REGION]');
  process.exit(2);
}
const local = values.endpoint === undefined ? {} : { endpoint: values.endpoint, credentials: localCredentials };
const table = { client: documentClient({ region: values.region, ...local }), tableName: values.table };
const found = await auditExport(table, values.number);
if (found === null) {
  console.error(`No decision of the table has the number ${values.number}.`);
  process.exit(1);
}
console.log(JSON.stringify(found, null, 1));
