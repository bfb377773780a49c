import { beforeAll, describe, expect, it } from 'vitest';
import { planFor, retain } from '../../bin/keeping/retain.ts';
import { digestOf, exportTable, itemsOf } from '../../bin/keeping/whole-table.ts';
import { verifyTable } from '../../bin/verify/verify-table.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { dynamoPublicStore } from '../../functions/register/public-store.ts';
import { indexAll } from '../../functions/search/index-all.ts';
import { searchContracts } from '../../functions/search/search.ts';
import { term } from '../../functions/search/terms.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import { dynamoPublicContracts } from '../../functions/transparency/public-contract-store.ts';
import { kent1700102 } from '../../seeds/decisions/kent-17-00102.ts';
import { kent1900073 } from '../../seeds/decisions/kent-19-00073.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { plymouth20230710 } from '../../seeds/decisions/plymouth-2023-07-10.ts';
import { loadSeeds } from '../../seeds/load.ts';
import { seedId } from '../../seeds/retell.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { layOut, today, underHand } from './old-things.ts';

// The records, drafts and contracts that are to go, as they are named in keys: written out by hand, so that the plan is not measured by
// itself.
const goneNumbers = ['18/00101', '19/00073', '20/00017', '23/00023'];
const goneDecisions = [...[kent1900073, kent2000017, plymouth20230710].map(seedId), 'old-award', 'draft-of-two-years', 'draft-withdrawn'];
const goneReferences = ['DEED/2', 'UH/1', 'CHAIN/1', 'HRS-YP-2017', ...[1, 2, 3, 4, 5, 6].map((index) => `20/00017-${index}`)];
const goneContracts = [
  ...['DEED/2', 'UH/1', 'CHAIN/1', 'HRS-YP-2017'].map(importedContractId),
  ...[1, 2, 3, 4, 5, 6].map((index) => `${seedId(kent2000017)}-contract-${index}`),
];

const keptDecisions = [
  ...[kent1700102, kent2300022].map(seedId),
  'draft-for-live',
  'draft-of-yesterday',
  'draft-returned',
  'open-proposal',
];
const keptReferences = ['CHAIN/2', 'DEED/1', 'HRS-YP-2018', 'LIVE/1', 'NAMED/1', 'OLD/1', 'SAS-2018', 'TOLD/1', 'UH/2'];
const keptContracts = [...keptReferences.map(importedContractId), `${seedId(kent2300022)}-contract-1`];

const isGone = ({ pk, sk, number }: Item): boolean =>
  goneDecisions.some((id) => pk === `DECISION#${id}` || pk === `PUBLIC#RELEASE#decision-${id}`) ||
  goneContracts.some(
    (id) =>
      pk === `CONTRACT#${id}` ||
      pk === `PUBLIC#RELEASE#contract-${id}` ||
      (pk.startsWith('IN-HAND#') && sk === id) ||
      sk === `BEFORE#${id}`,
  ) ||
  goneReferences.some(
    (reference) =>
      pk === `PUBLIC#CONTRACT#${reference}` ||
      pk === `SEARCH#CONTRACT#${reference}` ||
      (pk.startsWith('SEARCH#CONTRACTS#') && sk.endsWith(`#${reference}`)),
  ) ||
  goneNumbers.some(
    (gone) =>
      pk === `PUBLIC#${gone}` ||
      pk === `SEARCH#${gone}` ||
      (pk === 'SEARCH#CHANGES' && number === gone) ||
      (/^SEARCH#(NOTICES|DECISIONS)#/.test(pk) && sk.endsWith(`#${gone}`)),
  ) ||
  (pk.startsWith('SHARED#') && goneDecisions.some((id) => sk.endsWith(`#${id}`))) ||
  pk === 'DIGEST#2031-01-10';

const marked = (item: Item): Item =>
  item.pk === 'NUMBERS' && goneNumbers.includes(item.sk) ? { ...item, goneOn: today, goneBy: 'record-six-years' } : item;
const sorted = (items: Item[]): Item[] => items.toSorted((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
const idsOf = (items: Item[], prefix: string): string[] =>
  items
    .filter(({ pk, sk }) => sk === 'CURRENT' && pk.startsWith(prefix))
    .map(({ pk }) => pk.slice(prefix.length))
    .sort();

let table: Table;
let before: Item[];

beforeAll(async () => {
  table = await freshTable();
  for (const council of ['kent', 'plymouth']) await loadSeeds({ council, empty: false, table, now: '2026-11-21T09:00:00.000Z' });
  await layOut(table);
  await indexAll(table, () => '2032-12-31T09:00:00.000Z');
  before = await itemsOf(table);
}, 120_000);

describe('A table with the decisions, contracts, drafts and alerts of three councils', () => {
  it('is listed thing by thing, each with its words, its rule, its source and its day, and nothing is changed by asking', async () => {
    const held = digestOf(await exportTable(table));
    const { going } = await planFor(table, today, underHand);
    expect(going.map(({ what, rule, from }) => [what.replace(/^(contract [^,]+),.*/, '$1'), rule, from]).sort()).toEqual([
      ['a draft that nobody submitted, Draft draft-of-two-years (draft-of-two-years)', 'draft-two-years', '2033-01-10'],
      ['a withdrawn draft that nobody submitted, Draft draft-withdrawn (draft-withdrawn)', 'draft-two-years', '2022-02-01'],
      ['contract 20/00017-1', 'contract-twelve-years', '2032-10-01'],
      ['contract 20/00017-2', 'contract-never-made', '2026-12-01'],
      ['contract 20/00017-3', 'contract-twelve-years', '2032-10-01'],
      ['contract 20/00017-4', 'contract-never-made', '2026-12-01'],
      ['contract 20/00017-5', 'contract-twelve-years', '2032-10-01'],
      ['contract 20/00017-6', 'contract-twelve-years', '2032-10-01'],
      ['contract CHAIN/1', 'contract-twelve-years', '2028-01-01'],
      ['contract DEED/2', 'contract-twelve-years', '2033-01-10'],
      ['contract HRS-YP-2017', 'contract-twelve-years', '2030-04-01'],
      ['contract UH/1', 'contract-six-years', '2033-01-10'],
      ['the alerts about contracts of 2031-01-10, and the emails that told them', 'alerts-two-years', '2033-01-10'],
      ['the record of decision 18/00101', 'record-six-years', '2033-01-10'],
      ['the record of decision 19/00073', 'record-six-years', '2025-10-25'],
      ['the record of decision 20/00017', 'record-six-years', '2032-10-01'],
      ['the record of decision 23/00023', 'record-six-years', '2029-07-19'],
    ]);
    expect(going.filter(({ words, source }) => words === '' || source === '')).toEqual([]);
    expect(digestOf(await exportTable(table))).toBe(held);
  });

  it('says why a contract stays on which nobody can sue any more', async () => {
    const { staying } = await planFor(table, today, underHand);
    expect(staying.map(({ what, because }) => [what.replace(/,.*/, ''), because]).sort()).toEqual([
      ['contract HRS-YP-2018', ['the record of a decision that it hangs on is still kept']],
      ['contract NAMED/1', ['a decision still to be taken names it: 28/00001']],
      ['contract OLD/1', ['a contract that is proposed or runs names it: LIVE/1']],
      ['contract TOLD/1', ['an alert about it of 2031-01-11 is still kept']],
    ]);
  });

  it('keeps what is known to be no deed six years and not twelve only because the council said so', async () => {
    const { going } = await planFor(table, today);
    expect(going.map(({ what }) => what).filter((what) => what.startsWith('contract UH/'))).toEqual([]);
  });

  it('holds before and after', async () => {
    expect((await verifyTable(table)).faults).toEqual([]);
    expect((await retain(table, today, underHand)).length).toBe(17);
    expect((await verifyTable(table)).faults).toEqual([]);
  });

  it('is left with exactly the rest, item by item, to the byte', async () => {
    const after = await itemsOf(table);
    expect(idsOf(after, 'DECISION#')).toEqual(keptDecisions.toSorted());
    expect(idsOf(after, 'CONTRACT#')).toEqual(keptContracts.toSorted());
    expect(sorted(after)).toEqual(sorted(before.filter((item) => !isGone(item)).map(marked)));
    expect(before.length - after.length).toBeGreaterThan(900);
  });

  it('says nothing any more of what went: in no public page, list, data or search; and goes on saying the rest', async () => {
    const published = dynamoPublicContracts(table);
    expect(await Promise.all(goneReferences.map((reference) => published.contract(reference)))).toEqual(goneReferences.map(() => null));
    const lines = await published.lines({ on: '2036-01-01', ended: true, after: null, limit: 100 });
    expect(lines.map(({ line: { reference } }) => reference).sort()).toEqual(['23/00022-1', ...keptReferences].sort());
    const releases = await published.releases({ after: null, limit: 100 });
    expect(releases.length).toBe(keptContracts.length + 2);
    const { items, found } = await searchContracts(dynamoPublicStore(table).postings, [[term.word('service')]], { from: 0, limit: 100 });
    expect([found, items.map(({ reference }) => reference).sort()]).toEqual([keptReferences.length, keptReferences.toSorted()]);
  });

  it('is left as it is by a second run', async () => {
    const held = digestOf(await exportTable(table));
    expect(await retain(table, today, underHand)).toEqual([]);
    expect(digestOf(await exportTable(table))).toBe(held);
    expect((await itemsOf(table)).filter(({ sk }) => sk === 'GOING')).toEqual([]);
    expect(await itemsOf(table)).toContainEqual(expect.objectContaining(keys.number('18/00101')));
  });
});
