import { expect, it } from 'vitest';
import { generated } from './generated.ts';
import { Meter } from './metered.ts';
import { emptyTable, listed, publish } from './published.ts';

it('a page of a filtered list costs what is on it, and not what is stored', async () => {
  const table = await emptyTable();
  for (let index = 0; index < 120; index += 1) await publish(table, generated(index, 10));
  const meter = new Meter(table);
  const everything = await meter.of(() => listed(table, 'DECISIONS', { limit: '10', key: 'true' }));
  expect(everything.result).toHaveLength(10);
  expect(everything.units).toBeLessThanOrEqual(12);
  const rare = await meter.of(() => listed(table, 'DECISIONS', { urgency: 'special-urgency', key: 'true' }));
  expect(rare).toMatchObject({ result: [generated(7).number] });
  expect(rare.units).toBeLessThanOrEqual(5);
});
