import { parseArgs } from 'node:util';
import { documentClient } from '../functions/platform/table.ts';
import { itemsOf } from './keeping/retain.ts';
import { subjectAccess } from './keeping/subject-access.ts';
import { localCredentials } from './local/dynamodb.ts';

// npm run subject-access -- --table NAME --address somebody@example.org > file.json
const { values } = parseArgs({ options: { table: { type: 'string' }, address: { type: 'string' }, endpoint: { type: 'string' }, region: { type: 'string', default: 'eu-west-2' } } });
if (!values.table || !values.address) {
  console.error('Say of which table, and whose: npm run subject-access -- --table NAME --address somebody@example.org [--endpoint URL] [--region REGION]');
  process.exit(2);
}
const local = values.endpoint === undefined ? {} : { endpoint: values.endpoint, credentials: localCredentials };
const table = { client: documentClient({ region: values.region, ...local }), tableName: values.table };
console.log(JSON.stringify(subjectAccess(await itemsOf(table), values.address), null, 1));
