import { it } from 'vitest';
import { freshTable } from './fresh-table.ts';
import { InTable } from './in-table.ts';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
it('counts', async () => {
  const table = await freshTable();
  let sends = 0;
  const send = table.client.send.bind(table.client);
  table.client.send = ((c: never) => { if ((c as object) instanceof TransactWriteCommand) sends++; return send(c); }) as never;
  for (let round = 0; round < 3; round++) {
    const told = Array.from({ length: 50 }, () => new InTable(table));
    await Promise.all(told.map((each) => each.drafted()));
    sends = 0; const t = performance.now();
    await Promise.all(told.map((each) => each.does({ type: 'submit-proposal' })));
    console.log('round', round, sends, 'transactions', Math.round(performance.now() - t), 'ms');
  }
}, 120000);
