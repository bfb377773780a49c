import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { contractFaults } from '../../bin/verify/contract-faults.ts';
import type { Contract } from '../../functions/contract/contract.schema.ts';
import { pack } from '../../functions/platform/table/packed-json.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { contractRelease } from '../../functions/transparency/ocds-contract.ts';
import { kent } from '../../seeds/kent/council.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

let table: Table;
let register: InRegister;
let id: string;
beforeEach(async () => {
  table = await freshTable();
  register = new InRegister(table);
  id = await register.registers();
});

const storedAs = async (change: (contract: Contract) => object) => {
  const contract = await register.contracts.load(id);
  const item = await register.item(id);
  if (!contract || !item) throw new Error('There is no such contract');
  await table.client.send(new PutCommand({ TableName: table.tableName, Item: { ...item, state: pack(change(contract)) } }));
  return contractFaults(table, id);
};

describe('A contract stored before it said when it was last published', () => {
  it('is what its events come to, and goes on from there', async () => {
    await register.does(id, { type: 'take-decision-in-hand', number: '26/00012' });
    expect(await storedAs(({ published: _, ...before }) => before)).toEqual([]);
    await register.does(id, { type: 'give-up-decision-in-hand', words: 'Withdrawn.' });
    expect([(await register.contracts.load(id))?.published?.version, await contractFaults(table, id)]).toEqual([2, []]);
    await register.does(id, { type: 'record-notice', notice: 'UK7', publishedOn: '2026-01-05' });
    expect([(await register.contracts.load(id))?.published?.version, await contractFaults(table, id)]).toEqual([4, []]);
  });
  it('keeps the release that was published of it, under its own id, when its officers are told something', async () => {
    await register.does(id, { type: 'take-decision-in-hand', number: '26/00012' });
    await storedAs(({ published: _, ...before }) => before);
    const before = await register.contracts.load(id);
    await register.does(id, { type: 'give-up-decision-in-hand', words: 'Withdrawn.' });
    const after = await register.contracts.load(id);
    const released = (contract: Contract | null) => contract && contractRelease(contract, { council: kent });
    expect(released(before)?.id).toMatch(/-2$/);
    expect(released(after)).toEqual(released(before));
  });
  it('is a fault where it says another day', async () => {
    expect(await storedAs((contract) => ({ ...contract, published: { version: 1, at: '2020-01-01T00:00:00.000Z' } }))).toHaveLength(1);
  });
  it('is a fault where it says a moment before it was last published', async () => {
    const at = (await register.contracts.load(id))?.updatedAt;
    await register.does(id, { type: 'record-notice', notice: 'UK7', publishedOn: '2026-01-05' });
    expect(await storedAs((contract) => ({ ...contract, published: { version: 1, at } }))).toHaveLength(1);
  });
});

describe('A contract stored before all that its officers do ended a silence', () => {
  it('is what its events come to where it has the day on which its alerts were last answered, or none', async () => {
    await register.does(id, { type: 'record-notice', notice: 'UK7', publishedOn: '2026-01-05' });
    expect(await storedAs((contract) => ({ ...contract, actedOn: null }))).toEqual([]);
    await register.does(id, { type: 'take-decision-in-hand', number: '26/00012' });
    expect(await contractFaults(table, id)).toEqual([]);
  });
  it('is a fault where it has another day, or none after an answer', async () => {
    await register.does(id, { type: 'take-decision-in-hand', number: '26/00012' });
    expect(await storedAs((contract) => ({ ...contract, actedOn: '2020-01-01' }))).toHaveLength(1);
    expect(await storedAs((contract) => ({ ...contract, actedOn: null }))).toHaveLength(1);
  });
});
