import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditExport } from '../../bin/keeping/audit-export.ts';
import { liftHold, listHolds, setHold } from '../../bin/keeping/hold.ts';
import { lookOver, restoreAndCompare } from '../../bin/keeping/rehearsal.ts';
import { planFor, retain } from '../../bin/keeping/retain.ts';
import { subjectAccess } from '../../bin/keeping/subject-access.ts';
import { exportTable, itemsOf, removeItems } from '../../bin/keeping/whole-table.ts';
import { verifyTable } from '../../bin/verify/verify-table.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { award, beforeWrite, by, claim, contract, draft, held, heldAt, layOutHeld, lifted, shortly } from './held-things.ts';
import { OldThings, today, tableOf } from './old-things.ts';

const since = `${claim}, since 2033-01-09, by ${by} (hold 1)`;
const everything = [
  'contract DEED/1',
  'contract DEED/2',
  'the record of decision 18/00101',
  'a withdrawn draft that nobody submitted',
  'the alerts about contracts of 2031-01-10',
].sort();

let lines: string[];
let before: Item[];
let table: Table;

const laidOut = () => tableOf(lines);

beforeAll(async () => {
  const first = await freshTable();
  await layOutHeld(first);
  [lines, before] = [await exportTable(first), await itemsOf(first)];
});

beforeEach(async () => {
  table = await laidOut();
});

const goes = async () => shortly((await planFor(table, today)).going).sort();
const stays = async () => (await planFor(table, today)).staying;
const stillThere = async (pks: string[]) => {
  const there = new Set((await itemsOf(table)).map(({ pk, sk }) => `${pk} ${sk}`));
  return before.filter(({ pk }) => pks.includes(pk)).filter(({ pk, sk }) => !there.has(`${pk} ${sk}`));
};

describe('A decision that is held', () => {
  it('would go without the hold, with all that is laid out here', async () => {
    expect(await goes()).toEqual(everything);
  });

  it('keeps its record, its background papers, the addresses on its emails, and the contract that hangs on it; each is said to stay, and why', async () => {
    await held(table, award);
    expect(await goes()).toEqual(everything.filter((what) => !/DEED\/2|18\/00101/.test(what)));
    expect(await stays()).toEqual([
      {
        what: 'contract DEED/2, Service DEED/2',
        because: [`decision 18/00101, that it hangs on, is held: ${since}`, 'the record of a decision that it hangs on is still kept'],
      },
      { what: 'the record of decision 18/00101', because: [`it is held: ${since}`] },
      {
        what: 'a background paper of decision 18/00101, in the council’s own store: The survey <https://kent.example/survey.pdf>',
        because: [`it is held: ${since}`],
      },
      {
        what: 'the names and addresses on 1 emails about decision 18/00101 to people outside the council',
        because: [`it is held: ${since}`],
      },
    ]);
  });

  it('is left whole by --apply, to the last item, and the table holds', async () => {
    await held(table, award);
    await retain(table, today);
    expect(
      await stillThere([
        keys.current('old-award').pk,
        keys.contract(importedContractId('DEED/2')).pk,
        keys.publication('18/00101').pk,
        keys.publicContract('DEED/2').pk,
        keys.line('18/00101').pk,
      ]),
    ).toEqual([]);
    expect((await itemsOf(table)).find(({ pk, sk }) => pk === keys.current('old-award').pk && sk === 'EMAIL#asked')?.to).toMatchObject({
      email: 'hello@refuge.example',
    });
    expect(await stillThere([keys.contract(importedContractId('DEED/1')).pk])).not.toEqual([]);
    expect((await verifyTable(table)).faults).toEqual([]);
  });

  it('keeps its papers and addresses while its record is not yet past its time', async () => {
    await held(table, award);
    const { going, staying } = await planFor(table, '2023-01-10');
    expect([shortly(going).filter((what) => what.includes('18/00101')), shortly(staying)]).toEqual([
      [],
      [
        'a background paper of decision 18/00101',
        'the names and addresses on 1 emails about decision 18/00101 to people outside the council',
      ],
    ]);
  });

  it('goes once the hold is lifted, and its lifted hold with it', async () => {
    await lifted(table, await held(table, award));
    expect(await goes()).toEqual(everything);
    await retain(table, today);
    expect((await itemsOf(table)).filter(({ pk, sk }) => pk === keys.current('old-award').pk || sk.startsWith('HOLD#'))).toEqual([]);
    expect((await verifyTable(table)).faults).toEqual([]);
  });

  it('in two disputes stays until both are over', async () => {
    const [one, other] = [await held(table, award), await held(table, award, 'The audit of 2032')];
    await lifted(table, one);
    expect((await stays()).find(({ what }) => what === 'the record of decision 18/00101')?.because).toEqual([
      `it is held: The audit of 2032, since 2033-01-09, by ${by} (hold ${other})`,
    ]);
    await lifted(table, other);
    expect(await stays()).toEqual([]);
  });
});

describe('A contract that is held', () => {
  it('keeps the record that it hangs on, with its papers and addresses, and the alerts that tell of it', async () => {
    await held(table, contract);
    expect(await goes()).toEqual(['a withdrawn draft that nobody submitted', 'contract DEED/1']);
    const hangs = `contract DEED/2, that hangs on it, is held: ${since}`;
    expect((await stays()).map(({ what, because }) => [what.split(',')[0], because])).toEqual([
      ['contract DEED/2', [`it is held: ${since}`, 'the record of a decision that it hangs on is still kept']],
      ['the record of decision 18/00101', [hangs]],
      ['a background paper of decision 18/00101', [hangs]],
      ['the names and addresses on 1 emails about decision 18/00101 to people outside the council', [hangs]],
      ['the alerts about contracts of 2031-01-10', [`contract DEED/2, that they tell of, is held: ${since}`]],
    ]);
    await retain(table, today);
    expect(
      await stillThere([keys.contract(importedContractId('DEED/2')).pk, keys.current('old-award').pk, keys.digest('2031-01-10', '').pk]),
    ).toEqual([]);
  });
});

describe('A draft that is held', () => {
  it('stays however old it is', async () => {
    await held(table, draft);
    expect(await goes()).toEqual(everything.filter((what) => !what.includes('draft')));
    expect(await stays()).toEqual([
      { what: 'a withdrawn draft that nobody submitted, Draft draft-withdrawn (draft-withdrawn)', because: [`it is held: ${since}`] },
    ]);
  });
});

describe('A hold that cannot be', () => {
  const refused = async (...of: Parameters<typeof setHold>) => {
    const answered = await setHold(...of);
    return answered.ok ? 'held' : answered.words;
  };
  const said = { because: claim, by };

  it.each([
    [{ kind: 'decision' as const, name: '18/99999' }, 'No decision of the table has the number 18/99999.'],
    [{ kind: 'contract' as const, name: 'NOBODY/1' }, 'No contract of the table has the reference NOBODY/1.'],
    [{ kind: 'draft' as const, name: 'nobody' }, 'No draft of the table has the id nobody.'],
    [
      { kind: 'draft' as const, name: 'old-award' },
      'What has the id old-award is no draft any more: it is decision 18/00101. Hold it by its number.',
    ],
  ])('is refused in words: %o', async (wanted, words) => {
    expect(await refused(table, wanted, said, heldAt)).toBe(words);
    expect(await listHolds(table)).toEqual([]);
  });

  it('is refused of what has gone by rule, and a contract or a draft that went is not there', async () => {
    await retain(table, today);
    expect(await refused(table, award, said, heldAt)).toBe(
      'The record of decision 18/00101 went by rule on 2033-01-10 (record-six-years): nothing of it is left to hold.',
    );
    expect(await refused(table, contract, said, heldAt)).toBe('No contract of the table has the reference DEED/2.');
    expect(await refused(table, draft, said, heldAt)).toBe('No draft of the table has the id draft-withdrawn.');
  });

  it.each([
    [award, keys.current('old-award'), { what: 'the record of decision 18/00101', number: '18/00101' }],
    [contract, keys.contract(importedContractId('DEED/2')), { what: 'contract DEED/2, Service DEED/2', reference: 'DEED/2' }],
    [draft, keys.current('draft-withdrawn'), { what: 'a withdrawn draft that nobody submitted' }],
  ])('is refused of what has begun to go: %o', async (wanted, current, mark) => {
    await removeItems(table, [current]);
    await new OldThings(table).put({
      pk: current.pk,
      sk: 'GOING',
      goneOn: today,
      rule: 'a-rule',
      source: 'A source',
      words: 'Over.',
      ...mark,
    });
    expect(await refused(table, wanted, said, heldAt)).toBe(
      `The removal of ${mark.what} began on 2033-01-10: what has begun to go cannot be held any more.`,
    );
  });

  it('is refused of what is held for that already, and lifting one that is not there or was lifted', async () => {
    const number = await held(table, award);
    expect(await refused(table, award, said, heldAt)).toMatch(/^It is held already: Claim KB-2026-000123, since 2033-01-09/);
    await lifted(table, number);
    await expect(lifted(table, number)).rejects.toThrow('Hold 1 was lifted on 2033-01-09');
    await expect(lifted(table, 7)).rejects.toThrow('There is no hold 7.');
  });
});

describe('Holds beside everything else', () => {
  it('have numbers of their own in the whole table, and are listed with what they are on', async () => {
    for (const wanted of [award, contract, draft]) await held(table, wanted);
    await lifted(table, 2);
    expect((await listHolds(table)).map(({ number, on, lifted: was }) => [number, on, was?.because ?? null])).toEqual([
      [1, 'decision 18/00101', null],
      [2, 'contract DEED/2', 'It was settled'],
      [3, 'draft draft-withdrawn', null],
    ]);
  });

  it('set at the same time by two people both stand', async () => {
    const both = await Promise.all(['A claim', 'An audit'].map((because) => setHold(table, award, { because, by }, heldAt)));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await listHolds(table)).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('lifted at the same time by two people are lifted once', async () => {
    const number = await held(table, award);
    const both = await Promise.all([1, 2].map(() => liftHold(table, number, { because: 'Over', by }, heldAt)));
    expect(both.map((each) => (each.ok ? 'lifted' : each.rule)).sort()).toEqual(['lifted', 'lifted-already']);
  });

  it('change nothing that the public reads, nor any other item', async () => {
    await held(table, award);
    await lifted(table, await held(table, contract));
    const after = (await itemsOf(table)).filter(({ pk, sk }) => !sk.startsWith('HOLD#') && pk !== 'HOLDS');
    const sorted = (items: Item[]) => items.toSorted((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
    expect(sorted(after)).toEqual(sorted(before));
    expect(after.length).toBe(before.length);
  });

  it('are in the file of the decision for an auditor, lifted ones too, and under its hash', async () => {
    const without = await auditExport(table, '18/00101');
    await lifted(table, await held(table, award));
    await held(table, award, 'The audit of 2032');
    const file = await auditExport(table, '18/00101');
    expect(file?.holds).toEqual([
      { number: 1, because: claim, by, at: heldAt, lifted: { because: 'It was settled', by, at: heldAt } },
      { number: 2, because: 'The audit of 2032', by, at: heldAt },
    ]);
    expect([without?.holds, file?.sha256 === without?.sha256, file?.faults]).toEqual([[], false, []]);
  });

  it('are found for whoever asks what is held about an address that stands in one', async () => {
    await held(table, contract, 'A claim of somebody@example.org');
    expect(subjectAccess(await itemsOf(table), 'Somebody@example.org').mentions).toMatchObject([
      { pk: keys.contract(importedContractId('DEED/2')).pk, sk: 'HOLD#000001', path: 'because' },
    ]);
  });

  it('come through a restore to the byte, and keep in the restored table what they kept', async () => {
    await held(table, award);
    const [exported, seen, into] = [await exportTable(table), await lookOver(table), await freshTable()];
    expect((await restoreAndCompare(exported, seen, into)).differences).toEqual([]);
    expect(shortly((await planFor(into, today)).going)).not.toContain('the record of decision 18/00101');
  });

  it('stay with a contract that is changed and with a draft that is submitted, which is then called by its number', async () => {
    await held(table, contract);
    await new OldThings(table)
      .register(today)
      .does(importedContractId('DEED/2'), { type: 'record-value', toDatePence: 1, on: '2033-01-09' });
    const young = await new OldThings(table).drafted('young', '2028-06-01');
    await held(table, { kind: 'draft', name: 'young' });
    await young.does({ type: 'submit-proposal' });
    expect((await listHolds(table)).map(({ on, lifted: was }) => [on, was])).toEqual([
      ['contract DEED/2', undefined],
      ['decision 28/00001', undefined],
    ]);
  });
});

describe('A hold set just before the first write of a removal', () => {
  it('keeps the addresses on the emails of a decision that is not yet past its time, and its papers are not told as gone', async () => {
    const day = '2021-06-01';
    expect((await planFor(table, '2023-06-01')).going.map(({ rule }) => rule).sort()).toEqual([
      'addresses-of-the-public',
      'draft-two-years',
      'papers-four-years',
    ]);
    expect((await planFor(table, day)).going.map(({ rule }) => rule)).toEqual(['addresses-of-the-public']);
    beforeWrite(table, 1, () => held(table, award));
    const gone = await retain(table, '2023-06-01');
    vi.restoreAllMocks();
    expect(gone.map(({ rule }) => rule)).toEqual(['draft-two-years']);
    expect((await itemsOf(table)).find(({ pk, sk }) => pk === keys.current('old-award').pk && sk === 'EMAIL#asked')?.to).toMatchObject({
      email: 'hello@refuge.example',
    });
  });

  it('keeps a record and the contract that hangs on it', async () => {
    beforeWrite(table, 1, () => held(table, contract));
    expect(shortly(await retain(table, today)).sort()).toEqual(['a withdrawn draft that nobody submitted', 'contract DEED/1']);
    vi.restoreAllMocks();
    expect(await stillThere([keys.current('old-award').pk, keys.contract(importedContractId('DEED/2')).pk])).toEqual([]);
  });
});
