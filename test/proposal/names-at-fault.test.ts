import { expect, it } from 'vitest';
import { namesAtFault } from '../../functions/proposal/names-at-fault.ts';
import { kent } from '../../seeds/kent/council.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';

const named = ['Ashford Central', 'Narnia'];

it('A division that a boundary review has ended is no fault of a proposal submitted with it, whatever else is wrong', async () => {
  const table = await freshTable();
  const [submitted, drafted] = [new InTable(table), new InTable(table)];
  await submitted.submitted({ divisionsAffected: ['Ashford Central'] });
  await drafted.drafted({ divisionsAffected: ['Ashford Central'] });
  const reviewed = { ...kent, divisions: kent.divisions.filter(({ name }) => name !== 'Ashford Central') };
  const around = { table, store: submitted.store, loadCouncil: async () => reviewed, now: () => submitted.now };
  const faultsIn = async (params: Record<string, string>) =>
    (await namesAtFault(around)({ subject: 5, divisionsAffected: named }, params)).map(({ path }) => path);
  expect(await faultsIn({ id: submitted.id })).toEqual(['divisionsAffected.1']);
  expect([await faultsIn({ id: drafted.id }), await faultsIn({ id: 'nobody' }), await faultsIn({})]).toEqual(
    Array(3).fill(['divisionsAffected.0', 'divisionsAffected.1']),
  );
});
