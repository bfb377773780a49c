import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { contractFaults } from '../../bin/verify/contract-faults.ts';
import type { Contract } from '../../functions/contract/contract.schema.ts';
import { pack } from '../../functions/platform/packed-json.ts';
import type { Table } from '../../functions/platform/table.ts';
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
    expect(await storedAs(({ published: _, ...before }) => before)).toEqual([]);
    await register.does(id, { type: 'take-decision-in-hand', number: '26/00012' });
    expect([(await register.contracts.load(id))?.published, await contractFaults(table, id)]).toEqual([undefined, []]);
    await register.does(id, { type: 'record-notice', notice: 'UK7', publishedOn: '2026-01-05' });
    expect([(await register.contracts.load(id))?.published?.version, await contractFaults(table, id)]).toEqual([3, []]);
  });
  it('is a fault where it says another day', async () => {
    expect(await storedAs((contract) => ({ ...contract, published: { version: 1, at: '2020-01-01T00:00:00.000Z' } }))).toHaveLength(1);
  });
});
