import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { watchSplitting } from '../../functions/proposal/splitting-watch.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { small } from '../decision/stories.ts';
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

it('Two proposals submitted in the same moment that pass the threshold together are pointed out, in the file of one at least', async () => {
  const table = await freshTable();
  const both = [new InTable(table), new InTable(table)];
  for (const one of both) await one.submitted(small);
  await Promise.all(
    both.map(async ({ store, council, id, now }) => {
      const moment = await store.moment(id, 2);
      const around = { table: behind(table), store, loadCouncil: async () => council, now: () => now };
      if (moment) await watchSplitting(around, moment);
    }),
  );
  const files = await Promise.all(both.map(({ store, id }) => store.history(id)));
  expect(files.flat().filter(({ happening: { type } }) => type === 'splitting-pointed-out').length).toBeGreaterThan(0);
});
