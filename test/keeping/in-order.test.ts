import { expect, it } from 'vitest';
import { planFor } from '../../bin/keeping/retain.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { OldThings } from './old-things.ts';

it('what may go is listed by reference and by name, and the alerts by day, however it is stored', async () => {
  const old = new OldThings(await freshTable());
  for (const reference of ['C/10', 'C/9', 'B/1', 'C/11']) await old.ended(reference, '2011-12-31');
  for (const name of ['d-2', 'd-10', 'd-1']) await old.withdrawn(name, '2020-02-01');
  for (const day of ['2020-03-04', '2020-03-02', '2020-03-03', '2020-03-05']) await old.told(day, 'B/1');
  const { going } = await planFor(old.table, '2026-11-21');
  expect(going.map(({ what }) => /C\/\d+|B\/1|d-\d+|2020\S+\d/.exec(what)?.[0])).toEqual([
    ...['B/1', 'C/9', 'C/10', 'C/11', 'd-1', 'd-2', 'd-10'],
    ...['2020-03-02', '2020-03-03', '2020-03-04', '2020-03-05'],
  ]);
});
