import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { watchSplitting } from '../../functions/proposal/splitting-watch.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { costing, small } from '../decision/stories.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';

/** As DynamoDB may: what was written a moment ago is not there yet for a query that does not ask for the last of it. */
const behind = ({ client, tableName }: Table): Table => {
  const send = (command: { input: { ConsistentRead?: boolean } }, ...rest: never[]): Promise<unknown> =>
    command instanceof QueryCommand && !command.input.ConsistentRead
      ? Promise.resolve({ Items: [], Count: 0 })
      : (client.send as (...all: unknown[]) => Promise<unknown>)(command, ...rest);
  return { tableName, client: Object.create(client, { send: { value: send } }) as Table['client'] };
};

const pointedOut = async (files: InTable[]) =>
  (await Promise.all(files.map(({ store, id }) => store.history(id))))
    .flat()
    .filter(({ happening }) => happening.type === 'splitting-pointed-out');

const heard = async ({ store, council, id, now }: InTable, sequence: number, table: Table): Promise<void> => {
  const moment = await store.moment(id, sequence);
  if (moment) await watchSplitting({ table, store, loadCouncil: async () => council, now: () => now }, moment);
};

it('A proposal whose cost was brought down is compared at what it costs now, though its submission is announced once more', async () => {
  const table = await freshTable();
  const [first, second] = [new InTable(table), new InTable(table)];
  await first.submitted(small);
  const { version } = await first.does({ type: 'amend-proposal', content: costing(100_000, small) });
  for (const sequence of [2, version, 2]) await heard(first, sequence, table);
  await second.submitted(costing(300_000, small));
  await heard(second, 2, table);
  expect(await pointedOut([first, second])).toEqual([]);
});

it('Two proposals submitted in the same moment that pass the threshold together are pointed out, in the file of one at least', async () => {
  const table = await freshTable();
  const both = [new InTable(table), new InTable(table)];
  for (const one of both) await one.submitted(small);
  await Promise.all(both.map((one) => heard(one, 2, behind(table))));
  expect((await pointedOut(both)).length).toBeGreaterThan(0);
});
