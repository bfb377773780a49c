import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { listDecisions } from '../../functions/platform/store/decision-list.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { pack, packedSchema, unpack } from '../../functions/platform/table/packed-json.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { Posted } from '../email/sending-table.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

// What an older version meets when a newer one was gone back from: told by things that this version does not know.
let table: Table;
beforeEach(async () => {
  table = await freshTable();
});
const put = (Item: Record<string, unknown>) => table.client.send(new PutCommand({ TableName: table.tableName, Item }));
const stored = async (key: { pk: string; sk: string }) => (await getAll(table, [key]))[0] as Item;
const inside = <T extends object>(packed: unknown): T => unpack(packedSchema.parse(packed)) as T;

describe('A state that says something this version does not know', () => {
  it('of a decision is not written over: the part would be lost, and its events come to something else for ever', async () => {
    const told = new Posted(table);
    await told.submitted();
    const item = await stored(keys.current(told.id));
    const [first, ...others] = inside<{ steps: object[] }>(item.state).steps;
    await put({ ...item, state: pack({ ...inside(item.state), steps: [{ ...first, sealed: true }, ...others] }) });
    await expect(told.tries({ type: 'withdraw-proposal', words: 'No.' })).rejects.toThrow('cannot be read');
    expect((await told.store.history(told.id)).length).toBe(2);
    expect(await listDecisions(table, { limit: 25 })).toMatchObject({ items: [], unreadable: 1 });
  });

  it('of a contract is not written over either', async () => {
    const register = new InRegister(table);
    const id = await register.registers();
    const item = await stored(keys.contract(id));
    await put({ ...item, state: pack({ ...inside(item.state), novated: [] }) });
    await expect(register.does(id, { type: 'record-value', toDatePence: 5, on: '2026-01-05' })).rejects.toThrow('cannot be read');
  });
});

describe('An event of a kind that this version does not know', () => {
  it('lets the decision go on, whose state says all that came of it; its email waits, and its history, for the version that knows it', async () => {
    const told = new Posted(table);
    await told.submitted();
    const [event, current] = [await stored(keys.event(told.id, 2)), await stored(keys.current(told.id))];
    const body = inside<{ happening: object }>(event.event);
    await put({ ...event, ...keys.event(told.id, 3), event: pack({ ...body, sequence: 3, happening: { type: 'proposal-translated' } }) });
    await put({ ...current, version: 3, state: pack({ ...inside(current.state), version: 3 }) });
    await expect(told.announce(3)).rejects.toThrow('cannot be read');
    await expect(told.store.history(told.id)).rejects.toThrow('cannot be read');
    expect((await told.does({ type: 'withdraw-proposal', words: 'No.' })).status).toBe('withdrawn');
    await told.announce(4);
    expect(told.office.sent.length).toBeGreaterThan(0);
  });
});
