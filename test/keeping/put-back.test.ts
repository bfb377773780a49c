import { readFileSync } from 'node:fs';
import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportTable, importTable, itemOf, removeItems } from '../../bin/keeping/whole-table.ts';
import { verifyTable } from '../../bin/verify/verify-table.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { Posted } from '../email/sending-table.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');

/** What the one line of the runbook about numbers asks of DynamoDB, for another year and another last number. */
const documented = (year: string, last: string) => {
  const [, line = ''] = /(aws dynamodb update-item .+)/.exec(runbook) ?? [];
  const flag = (name: string): string => new RegExp(`--${name} '([^']+)'`).exec(line)?.[1] ?? '';
  return {
    Key: JSON.parse(flag('key').replace('26', year)),
    UpdateExpression: flag('update-expression'),
    ExpressionAttributeNames: JSON.parse(flag('expression-attribute-names')),
    ExpressionAttributeValues: JSON.parse(flag('expression-attribute-values').replace('14', last)),
  };
};

let lines: string[];
let told: Posted;

const restored = async (): Promise<Table> => {
  const table = await freshTable();
  await importTable(table, lines);
  return table;
};
// The document client sends the plain commands too.
const plain = ({ client }: Table) => client as unknown as DynamoDBClient;
const putBack = (table: Table, line: string) => plain(table).send(new PutItemCommand({ TableName: table.tableName, Item: itemOf(line) }));
const submittedIn = async (table: Table): Promise<string | null> => (await new InTable(table).submitted()).number;
const again = (table: Table): Posted => Object.assign(new Posted(table), { id: told.id });

beforeAll(async () => {
  told = new Posted(await freshTable());
  await told.noticed();
  for (const { sequence } of await told.store.history(told.id)) await told.announce(sequence);
  lines = await exportTable(told.table);
});

describe('A table put back to an earlier moment', () => {
  it('would give a number again that was given since, and does not once the runbook’s line has been said', async () => {
    expect(await submittedIn(told.table)).toBe('23/00002');
    expect(await submittedIn(await restored())).toBe('23/00002');
    const table = await restored();
    await plain(table).send(new UpdateItemCommand({ TableName: table.tableName, ...documented('23', '2') }));
    expect(await submittedIn(table)).toBe('23/00003');
    expect((await verifyTable(table)).faults).toEqual([]);
  });

  it('sends nobody an email a second time, though every event of it were announced again', async () => {
    const back = again(await restored());
    for (const { sequence } of await back.store.history(back.id)) await back.announce(sequence);
    expect([told.office.sent.length > 3, back.office.sent]).toEqual([true, []]);
  });
});

describe('A decision whose items were made away with', () => {
  const own = (line: string) => JSON.parse(line).Item as { pk: { S: string }; sk: { S: string } };
  const order = (line: string): number => (own(line).sk.S.startsWith('EMAIL#') ? 0 : own(line).sk.S.startsWith('EVENT#') ? 2 : 1);

  it('is whole again from a restored table, and nobody is written to again, when its emails are put back first and its events last', async () => {
    const table = await restored();
    const lost = lines.filter((line) => own(line).pk.S === `DECISION#${told.id}`);
    await removeItems(
      table,
      lost.map(own).map(({ pk, sk }) => ({ pk: pk.S, sk: sk.S })),
    );
    expect((await verifyTable(table)).faults).not.toEqual([]);
    const back = again(table);
    for (const line of lost.toSorted((a, b) => order(a) - order(b))) {
      await putBack(table, line);
      const { sk } = own(line);
      if (sk.S.startsWith('EVENT#')) await back.announce(Number(sk.S.slice(6)));
    }
    expect([(await verifyTable(table)).faults, back.office.sent]).toEqual([[], []]);
  });
});
