import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { now } from '../functions/platform/clock.ts';
import { documentClient, type Table } from '../functions/platform/table.ts';
import { tableDefinition } from '../functions/platform/table-definition.ts';
import { proofStore } from '../functions/proof/proof-store.ts';
import { publishHeads } from '../functions/proof/publish-heads.ts';
import { londonDate } from '../functions/rules/local-date.ts';
import { loadSeeds } from '../seeds/load.ts';
import { localCredentials, startDynamoDb } from './local/dynamodb.ts';
import { lookOver, restoreAndCompare } from './keeping/rehearsal.ts';
import { exportTable, removeItems } from './keeping/whole-table.ts';

// npm run rehearse-restore                          five seeded decisions, exported, wiped, restored and verified
// npm run rehearse-restore -- --from FILE [FILE …]  lines of an export of a real table (.json or .json.gz), restored here and verified
// npm run rehearse-restore -- --keep FILE           writes the export to a file
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'boolean', default: false }, keep: { type: 'string' } },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

let child: ChildProcess | undefined;
const endpoint = await startDynamoDb(undefined, (started) => {
  child = started;
});
const table: Table = {
  client: documentClient({ endpoint, region: 'eu-west-2', credentials: localCredentials, requestHandler: { requestTimeout: 30_000 } }),
  tableName: 'rehearsal',
};

const linesIn = (file: string): string[] => {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
};

const seeded = async (): Promise<string[]> => {
  say((await loadSeeds({ council: 'kent', empty: false, table })).summary);
  await publishHeads(proofStore(table), londonDate(now()));
  return exportTable(table);
};

const rehearse = async (): Promise<string[]> => {
  await table.client.send(new CreateTableCommand({ TableName: table.tableName, ...tableDefinition }));
  const lines = values.from ? positionals.flatMap(linesIn) : await seeded();
  const before = values.from ? null : await lookOver(table);
  if (before) say(`Before:   ${before.items} items, ${before.decisions} decisions, ${before.faults} faults, hash ${before.digest}`);
  if (values.keep) writeFileSync(values.keep, `${lines.join('\n')}\n`);
  await removeItems(
    table,
    before ? (await exportTable(table)).map((line) => ({ pk: JSON.parse(line).Item.pk.S, sk: JSON.parse(line).Item.sk.S })) : [],
  );
  say(`Wiped:    ${(await exportTable(table)).length} items`);
  const { after, differences } = await restoreAndCompare(lines, before, table);
  say(
    `Restored: ${after.items} items, ${after.decisions} decisions, ${after.heads} daily heads, ${after.faults} faults, hash ${after.digest}`,
  );
  return differences;
};

try {
  const differences = await rehearse();
  for (const each of differences) process.stderr.write(`${each}\n`);
  say(differences.length === 0 ? 'The restore holds: every chain is whole and nothing differs.' : 'The restore does not hold.');
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  table.client.destroy();
  child?.kill();
}
