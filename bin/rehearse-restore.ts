import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { now } from '../functions/platform/clock.ts';
import { documentClient, type Table } from '../functions/platform/table/table.ts';
import { tableDefinition } from '../functions/platform/table/table-definition.ts';
import { proofStore } from '../functions/proof/proof-store.ts';
import { publishHeads } from '../functions/proof/publish-heads.ts';
import { londonDate } from '../functions/rules/local-date.ts';
import { loadSeeds } from '../seeds/load.ts';
import { localCredentials, startDynamoDb } from './local/dynamodb.ts';
import { argumentsOf, misused } from './keeping/command-line.ts';
import { lookOver, restoreAndCompare } from './keeping/rehearsal.ts';
import { exportTable, itemOf, removeItems } from './keeping/whole-table.ts';
import { verifyTable } from './verify/verify-table.ts';

// npm run rehearse-restore                          the seeded decisions, exported, wiped, restored and verified
// npm run rehearse-restore -- --from FILE [FILE …]  lines of an export of a real table (.json or .json.gz), restored here and verified
// npm run rehearse-restore -- --keep FILE           writes the export to a file
const usage = 'Say what to restore, or nothing for seeded decisions: npm run rehearse-restore -- [--from FILE [FILE …]] [--keep FILE]';
const { values, positionals } = argumentsOf({ from: { type: 'boolean', default: false }, keep: { type: 'string' } }, usage);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const linesIn = (file: string): string[] => {
  try {
    const bytes = readFileSync(file);
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
    const items = lines.filter((line) => line !== '');
    for (const line of items) itemOf(line);
    return items;
  } catch (fault) {
    return misused(`${file} is no export of a table: ${fault instanceof Error ? fault.message : String(fault)}. ${usage}`);
  }
};

// Read before anything is started: a rehearsal with other files than the ones meant proves nothing.
if (values.from !== positionals.length > 0) misused(usage);
const given = positionals.flatMap(linesIn);
if (values.from && given.length === 0) misused(`There is not one item in ${positionals.join(', ')}. ${usage}`);

let child: ChildProcess | undefined;
const endpoint = await startDynamoDb(undefined, (started) => {
  child = started;
}).catch((fault: unknown) => misused(fault instanceof Error ? fault.message : String(fault)));
const table: Table = {
  client: documentClient({ endpoint, region: 'eu-west-2', credentials: localCredentials, requestHandler: { requestTimeout: 30_000 } }),
  tableName: 'rehearsal',
};

const seeded = async (): Promise<string[]> => {
  say((await loadSeeds({ council: 'kent', empty: false, table })).summary);
  await publishHeads(proofStore(table), londonDate(now()));
  return exportTable(table);
};

const rehearse = async (): Promise<string[]> => {
  await table.client.send(new CreateTableCommand({ TableName: table.tableName, ...tableDefinition }));
  const lines = values.from ? given : await seeded();
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
  const { faults } = await verifyTable(table);
  return [...differences, ...faults.map(({ where, what }) => `${where}: ${what}`)];
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
