import { beforeAll, describe, expect, it, vi } from 'vitest';
import { setHold } from '../../bin/keeping/hold.ts';
import type { Wanted } from '../../bin/keeping/hold-subject.ts';
import { planFor, retain } from '../../bin/keeping/retain.ts';
import { exportTable, itemsOf } from '../../bin/keeping/whole-table.ts';
import { verifyTable } from '../../bin/verify/verify-table.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { award, beforeWrite, by, claim, contract, draft, heldAt, layOutHeld } from './held-things.ts';
import { today, tableOf } from './old-things.ts';

let lines: string[];
let before: Item[];

const laidOut = () => tableOf(lines);

beforeAll(async () => {
  const table = await freshTable();
  await layOutHeld(table);
  [lines, before] = [await exportTable(table), await itemsOf(table)];
});

const ofAward = [keys.current('old-award').pk, keys.publication('18/00101').pk, keys.line('18/00101').pk];
const ofContract = [keys.contract(importedContractId('DEED/2')).pk, keys.publicContract('DEED/2').pk];
const things: { wanted: Wanted; keeps: string[]; own: string[] }[] = [
  { wanted: award, own: ofAward, keeps: ofAward },
  { wanted: contract, own: ofContract, keeps: [...ofContract, ...ofAward] },
  { wanted: draft, own: [keys.current('draft-withdrawn').pk], keeps: [keys.current('draft-withdrawn').pk] },
];

const left = async (table: Table, pks: string[]) => {
  const there = new Set((await itemsOf(table)).map(({ pk, sk }) => `${pk} ${sk}`));
  const wanted = before.filter(({ pk }) => pks.includes(pk));
  const kept = wanted.filter(({ pk, sk }) => there.has(`${pk} ${sk}`));
  return kept.length === wanted.length ? 'whole' : kept.length === 0 ? 'gone' : `${kept.length} of ${wanted.length}`;
};

const refusals =
  /^(The removal of .+ began on 2033-01-10|The record of decision 18\/00101 went by rule|No contract of the table has the reference|No draft of the table has the id)/;

describe.each(things)('A hold set while a removal runs, on $wanted.kind $wanted.name', ({ wanted, own, keeps }) => {
  it('at any of its writes is either set, and all of it stays, or is refused in words, and all of it goes', async () => {
    const counting = await laidOut();
    const counted = beforeWrite(counting, 0, async () => undefined);
    await retain(counting, today);
    vi.restoreAllMocks();
    expect(counted.writes).toBeGreaterThan(6);
    const outcomes: string[] = [];
    for (let at = 1; at <= counted.writes; at += 1) {
      const table = await laidOut();
      let answered = 'not tried';
      beforeWrite(table, at, async () => {
        const set = await setHold(table, wanted, { because: claim, by }, heldAt);
        answered = set.ok ? 'held' : set.words;
      });
      await retain(table, today);
      vi.restoreAllMocks();
      const isHeld = answered === 'held';
      expect({ at, answered, left: await left(table, isHeld ? keeps : own), faults: (await verifyTable(table)).faults }).toEqual({
        at,
        answered: isHeld ? 'held' : expect.stringMatching(refusals),
        left: isHeld ? 'whole' : 'gone',
        faults: [],
      });
      expect((await planFor(table, today)).going).toEqual([]);
      outcomes.push(isHeld ? 'held' : 'refused');
    }
    expect(new Set(outcomes)).toEqual(new Set(['held', 'refused']));
    expect(outcomes.indexOf('refused')).toBeGreaterThan(outcomes.lastIndexOf('held'));
  });
});
