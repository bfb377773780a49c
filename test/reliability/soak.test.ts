import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyTable } from '../../bin/verify/verify-table.ts';
import { concurrently } from '../../functions/platform/concurrently.ts';
import { Chance } from '../security/chance.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { noCounts, Soaked } from './soaking.ts';

// `npm run soak` lives 2,000 decisions; a run of all the tests a share of them.
const decisions = Number(process.env.SOAK_DECISIONS ?? 30);
// On a slow machine a run of all the tests lives as many as fit into a few seconds; the long run lives them all.
const mostMilliseconds = process.env.SOAK_DECISIONS ? Number.POSITIVE_INFINITY : 10_000;
const seed = Number(process.env.SOAK_SEED ?? 1972);
const atOnce = 8;
const aTable = 200;
const counts = noCounts();
let lived = 0;

afterAll(() =>
  console.log(`soak: ${lived} decisions, seed ${seed}:`, { ...counts, lost: counts.lost.length, broken: counts.broken.length }),
);

describe('A soak in a table that fails, with a mail system that fails and a stream that repeats itself', () => {
  it('ends with every history whole and lawful, every email that was due sent at least once, and every record verified', async () => {
    const end = performance.now() + mostMilliseconds;
    for (let done = 0; done < decisions; done += aTable) {
      const table = await freshTable();
      const these = Array.from({ length: Math.min(aTable, decisions - done) }, (_, at) => seed + done + at);
      const { failed } = await concurrently(these, atOnce, async (each) => {
        if (performance.now() > end) return;
        lived += 1;
        const chance = new Chance(each * 7919);
        const soaked = new Soaked(table, chance, counts);
        await soaked.live(8 + chance.below(22));
        await soaked.deliver();
        await soaked.settle();
      });
      expect(failed.map(({ item, fault }) => `${item}: ${String(fault)}`)).toEqual([]);
      expect((await verifyTable(table)).faults).toEqual([]);
      await table.client.send(new DeleteTableCommand({ TableName: table.tableName }));
    }
    expect(counts.broken).toEqual([]);
    expect(counts.lost).toEqual([]);
    expect(counts.redriven, 'a redrive clears whatever was parked').toBe(counts.parked);
    expect(counts.faults).toBeGreaterThan(lived);
  }, 7_200_000);
});
