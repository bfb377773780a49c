import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { retain } from '../../bin/keeping/retain.ts';
import { digestOf, exportTable, itemsOf, removeItems } from '../../bin/keeping/whole-table.ts';
import { verifyTable } from '../../bin/verify/verify-table.ts';
import { contractIdOf, decisionIdOf, keys } from '../../functions/platform/table/keys.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { indexAll } from '../../functions/search/index-all.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { OldThings, today, tableOf } from './old-things.ts';

class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

type Cut = { at: number; half: boolean };
type Sent = { writes: string[] };

const isWrite = (command: unknown): boolean =>
  command instanceof TransactWriteCommand || command instanceof BatchWriteItemCommand || command instanceof UpdateCommand;

const halved = (command: unknown): unknown => {
  if (!(command instanceof BatchWriteItemCommand)) return null;
  const [[name, requests] = ['', []]] = Object.entries(command.input.RequestItems ?? {});
  return requests.length < 2
    ? null
    : new BatchWriteItemCommand({ RequestItems: { [name]: requests.slice(0, Math.floor(requests.length / 2)) } });
};

/** Lets the writes before one through, and that one not at all or by half, as when the machine stops. Counts them all where none is cut. */
const cutting = ({ client }: Table, cut: Cut | null): Sent => {
  const sent: Sent = { writes: [] };
  const send = client.send.bind(client) as (command: unknown) => Promise<unknown>;
  const spy = vi.spyOn(client, 'send').mockImplementation((async (command: unknown) => {
    if (!isWrite(command)) return send(command);
    sent.writes.push(halved(command) ? 'many' : 'one');
    if (cut === null || sent.writes.length < cut.at) return send(command);
    const half = cut.half && sent.writes.length === cut.at ? halved(command) : null;
    if (half) await send(half);
    throw new PowerCut();
  }) as never);
  onTestFinished(() => void spy.mockRestore());
  return sent;
};

let lines: string[];
let before: Item[];

const laidOut = () => tableOf(lines);

beforeAll(async () => {
  const table = await freshTable();
  const old = new OldThings(table);
  await old.decided('old-award', '18/00101', '2018-12-01');
  await old.ended('DEED/2', '2021-01-09', { decision: '18/00101' });
  await old.put(keys.inHand('18/00101', importedContractId('DEED/2')));
  await old.ended('DEED/1', '2021-01-10');
  await old.told('2031-01-10', 'DEED/2');
  await old.withdrawn('draft-withdrawn', '2020-02-01');
  await old.drafted('draft-of-yesterday', '2031-01-11');
  await indexAll(table, () => '2032-12-31T09:00:00.000Z');
  [lines, before] = [await exportTable(table), await itemsOf(table)];
  expect(isWholeOrGone(before)).toBe(true);
});

// What the public reads of the one decision and the two contracts, by whose state it stands.
const read = new Map([
  ['DECISION#old-award', ['PUBLIC#18/00101 PUBLICATION', 'PUBLIC#18/00101 CHAIN', 'SEARCH#18/00101 LINE']],
  ...['DEED/1', 'DEED/2'].map((reference): [string, string[]] => {
    const { pk } = keys.contract(importedContractId(reference));
    return [
      pk,
      [
        `PUBLIC#CONTRACT#${reference} CONTRACT`,
        `PUBLIC#RELEASE#contract-${importedContractId(reference)} RELEASE`,
        `SEARCH#CONTRACT#${reference} LINE`,
      ],
    ];
  }),
]);

// For readers and commands a thing is there while its state is: then every item of it must be, and nothing that the public reads after.
const isWholeOrGone = (after: Item[]): boolean => {
  const there = new Set(after.map(({ pk, sk }) => `${pk} ${sk}`));
  const standing = after.filter(({ pk, sk }) => sk === 'CURRENT' && (decisionIdOf(pk) ?? contractIdOf(pk)) !== null).map(({ pk }) => pk);
  const isWhole = before.filter(({ pk }) => standing.includes(pk)).every(({ pk, sk }) => there.has(`${pk} ${sk}`));
  return isWhole && [...read].every(([pk, items]) => items.every((item) => there.has(item) === standing.includes(pk)));
};

describe('A removal that breaks off at any of its writes', () => {
  it('has left every record whole or gone, holds, and is finished by the next run to the same table', { timeout: 180_000 }, async () => {
    const whole = await laidOut();
    const { writes } = cutting(whole, null);
    expect((await retain(whole, today)).length).toBe(4);
    const wanted = digestOf(await exportTable(whole));
    expect(writes.length).toBeGreaterThan(12);
    const cuts = writes.flatMap((kind, index): Cut[] => [
      { at: index + 1, half: false },
      ...(kind === 'many' ? [{ at: index + 1, half: true }] : []),
    ]);
    for (const cut of cuts) {
      const table = await laidOut();
      cutting(table, cut);
      await expect(retain(table, today), JSON.stringify(cut)).rejects.toThrow(PowerCut);
      vi.restoreAllMocks();
      const found = { cut, faults: (await verifyTable(table)).faults, isWholeOrGone: isWholeOrGone(await itemsOf(table)) };
      expect(found).toEqual({ cut, faults: [], isWholeOrGone: true });
      await retain(table, today);
      expect([cut, digestOf(await exportTable(table))]).toEqual([cut, wanted]);
    }
  });

  it('is told by the next dry run as what it is', async () => {
    const table = await laidOut();
    cutting(table, { at: 2, half: true });
    await expect(retain(table, today)).rejects.toThrow(PowerCut);
    vi.restoreAllMocks();
    const [first] = await retain(table, today);
    expect(first).toMatchObject({
      what: expect.stringMatching(/^what is left of .+, whose removal broke off$/),
      rule: expect.stringMatching(/-years$/),
      source: expect.stringMatching(/./),
      from: today,
    });
  });
});

describe('What somebody touches while it is being removed', () => {
  it('stays if its time begins again with that, and so does the record that it hangs on', async () => {
    const table = await laidOut();
    const old = new OldThings(table);
    const send = table.client.send.bind(table.client) as (command: unknown) => Promise<unknown>;
    const spy = vi.spyOn(table.client, 'send').mockImplementation((async (command: unknown) => {
      if (isWrite(command)) {
        spy.mockRestore();
        await old.register(today).does(importedContractId('DEED/2'), { type: 'record-value', toDatePence: 1, on: '2033-01-09' });
      }
      return send(command);
    }) as never);
    const gone = await retain(table, today);
    expect(gone.map(({ rule }) => rule).sort()).toEqual(['alerts-two-years', 'draft-two-years']);
    expect((await old.draft('old-award', today).store.load('old-award'))?.status).toBe('effective');
    expect((await old.register(today).contracts.load(importedContractId('DEED/2')))?.version).toBe(3);
    expect((await verifyTable(table)).faults).toEqual([]);
  });

  it('cannot be touched any more once it is marked: it is gone for every command', async () => {
    const table = await laidOut();
    cutting(table, { at: 2, half: false });
    await expect(retain(table, today)).rejects.toThrow(PowerCut);
    vi.restoreAllMocks();
    const id = importedContractId('DEED/2');
    expect((await itemsOf(table)).filter(({ sk }) => sk === 'GOING').map(({ pk }) => pk)).toEqual([keys.contract(id).pk]);
    expect(await new OldThings(table).register(today).tries(id, { type: 'record-value', toDatePence: 1, on: '2033-01-09' })).toMatchObject({
      refusal: { rule: 'no-such-contract' },
    });
  });

  it('and is entered again under its old reference is none of what was being removed', async () => {
    const table = await laidOut();
    await retain(table, today);
    const old = new OldThings(table);
    const id = await old.runs('DEED/2', '2040-01-01');
    await old.put({
      pk: keys.contract(id).pk,
      sk: 'GOING',
      goneOn: today,
      rule: 'contract-twelve-years',
      source: 'Limitation Act 1980, s 8',
      words: 'x',
      what: 'contract DEED/2',
      reference: 'DEED/2',
    });
    const held = (await itemsOf(table)).filter(({ sk }) => sk !== 'GOING').length;
    await retain(table, today);
    expect((await itemsOf(table)).length).toBe(held);
    expect((await old.register(today).contracts.load(id))?.status).toBe('registered');
  });
});

describe('Verifying a contract', () => {
  const faultsWithout = async (change: (table: Table) => Promise<unknown>): Promise<string[]> => {
    const table = await laidOut();
    await change(table);
    return (await verifyTable(table)).faults.map(({ where, what }) => `${where}: ${what}`);
  };
  const id = importedContractId('DEED/1');
  const stored = (key: { pk: string; sk: string }) => before.find(({ pk, sk }) => pk === key.pk && sk === key.sk);

  it('finds an event that is missing, and one that was changed', async () => {
    expect(await faultsWithout((table) => removeItems(table, [keys.contractEvent(id, 1)]))).toEqual([
      `Contract ${id}: Its history does not hold from event 1 on.`,
    ]);
    const item = stored(keys.contractEvent(id, 2));
    expect(
      await faultsWithout((table) => new OldThings(table).put({ ...item, event: String(item?.event).replace('expired', 'replaced') })),
    ).toEqual([`Contract ${id}: Its history does not hold from event 2 on.`]);
  });

  it('finds a state that its events do not come to', async () => {
    const item = stored(keys.contract(id));
    expect(
      await faultsWithout((table) =>
        new OldThings(table).put({ ...item, state: String(item?.state).replace('Service DEED/1', 'Service DEED/9') }),
      ),
    ).toEqual([`Contract ${id}: Its state is not what its events come to.`]);
  });
});
