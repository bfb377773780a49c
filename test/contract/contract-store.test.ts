import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { contractIdFrom } from '../../functions/contract/contract-names.ts';
import { dynamoPublicContracts } from '../../functions/transparency/public-contract-store.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { answerReadTooEarly } from '../platform/torn-read.ts';
import { plain } from './contract-story.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

let table: Table;
let register: InRegister;
beforeEach(async () => {
  table = await freshTable();
  register = new InRegister(table);
});

const answer = (key: string, bodyHash = 'a') => ({ sub: 'contracts', key, bodyHash, status: 201 });
const references = (items: { reference: string }[]) => items.map(({ reference }) => reference);

describe('A contract in the register', () => {
  it('is stored with its events, and replayed from them comes out as it stands', async () => {
    const id = await register.registers();
    await register.does(id, { type: 'record-value', toDatePence: 100, on: '2026-01-02' });
    expect((await register.contracts.history(id)).map(({ happening: { type } }) => type)).toEqual([
      'contract-registered',
      'value-recorded',
    ]);
    expect(await register.contracts.at(id, 2)).toEqual(await register.contracts.load(id));
  });

  it('takes every one of many commands sent at once, each after another', async () => {
    const id = await register.registers();
    const dates = Array.from({ length: 12 }, (_, index) => `UK${(index % 17) + 1}`);
    await Promise.all(dates.map((notice) => register.does(id, { type: 'record-notice', notice, publishedOn: '2026-01-02' })));
    const contract = await register.contracts.load(id);
    expect([contract?.version, contract?.status === 'registered' && contract.notices.length]).toEqual([13, 12]);
  });

  it('is entered once, however often its reference is sent', async () => {
    await register.registers();
    const again = await register.tries(importedContractId('a/1 '), {
      type: 'register-contract',
      reference: 'A/1',
      ocid: 'ocds-000000-a',
      terms: plain(),
    });
    expect(again).toMatchObject({ ok: false, refusal: { rule: 'reference-in-use', contract: importedContractId('A/1') } });
  });

  it('keeps its reference to itself: no other contract can be entered under it', async () => {
    await register.registers({ reference: '20/00017-1' });
    const other = await register.tries(contractIdFrom('d', 0), {
      type: 'register-contract',
      reference: '20/00017-1',
      ocid: 'ocds-000000-a',
      terms: plain({ reference: '20/00017-1' }),
    });
    expect(other).toMatchObject({ ok: false, refusal: { rule: 'reference-in-use', reference: '20/00017-1' } });
  });

  it('answers a request sent again under its key as it answered first, and refuses the key for another', async () => {
    const command = { type: 'register-contract' as const, reference: 'B', ocid: 'ocds-000000-a', terms: plain({ reference: 'B' }) };
    const first = await register.tries('b-1', command, { answer: answer('k1') });
    await register.does('b-1', { type: 'record-value', toDatePence: 5, on: '2026-01-02' });
    const again = await register.tries('b-2', command, { answer: answer('k1') });
    expect(again).toMatchObject({ ok: true, events: [] });
    expect(JSON.stringify(again.ok && again.contract)).toBe(JSON.stringify(first.ok && first.contract));
    expect(await register.tries('b-1', command, { answer: answer('k1', 'other') })).toMatchObject({
      ok: false,
      refusal: { rule: 'idempotency-key-reuse' },
    });
  });

  it.each([
    [
      'a change to a version',
      (id: string) => register.tries(id, { type: 'record-value', toDatePence: 5, on: '2026-01-02' }, { answer: answer('k2'), expect: 1 }),
    ],
    [
      'the end of it',
      (id: string) =>
        register.tries(
          id,
          { type: 'end-contract', on: '2026-01-04', how: 'terminated', words: 'The supplier closed.' },
          { answer: answer('k3') },
        ),
    ],
    [
      'its entry under another id',
      (id: string, times: number) =>
        register.tries(
          `${id}-${times}`,
          { type: 'register-contract', reference: 'B', ocid: 'ocds-000000-a', terms: plain({ reference: 'B' }) },
          { answer: answer('k4') },
        ),
    ],
  ])('answers %s as it answered first, when that was stored while the second was being read', async (_, sends) => {
    const id = await register.registers();
    const first = await sends(id, 1);
    answerReadTooEarly(table);
    const again = await sends(id, 2);
    expect(again).toMatchObject({ ok: true, events: [], answered: { status: 201 } });
    expect(again.ok && again.contract).toEqual(first.ok && first.contract);
  });

  it('refuses a change to a version that is no longer there', async () => {
    const id = await register.registers();
    await register.does(id, { type: 'record-value', toDatePence: 5, on: '2026-01-02' });
    expect(await register.tries(id, { type: 'record-value', toDatePence: 6, on: '2026-01-02' }, { expect: 1 })).toMatchObject({
      ok: false,
      refusal: { kind: 'stale', version: 2 },
    });
  });
});

describe('The lists', () => {
  it('have what is needed first on top, and can be cut off at a day, page by page', async () => {
    for (const [reference, end] of [
      ['C', '2029-12-31'],
      ['A', '2027-06-30'],
      ['B', '2028-06-30'],
    ] as const)
      await register.registers({ reference, end });
    const first = await register.contracts.list({ list: 'LIVE', limit: 2 });
    expect(first.ok && references(first.items)).toEqual(['A', 'B']);
    const next = await register.contracts.list({ list: 'LIVE', limit: 2, cursor: first.ok ? (first.next ?? '') : '' });
    expect(next.ok && [references(next.items), next.next]).toEqual([['C'], null]);
    const due = await register.contracts.list({ list: 'LIVE', limit: 25, dueBefore: '2027-12-01' });
    expect(due.ok && references(due.items)).toEqual(['A', 'B']);
  });

  it('have a contract that something follows without a gap, or on which a decision is in hand, by its end: nothing is to be begun', async () => {
    const id = await register.registers({ reference: 'A', end: '2027-06-30' });
    await register.registers({ reference: 'B', end: '2027-09-30' });
    const listed = async () => {
      const found = await register.contracts.list({ list: 'LIVE', limit: 25 });
      return found.ok && references(found.items);
    };
    expect(await listed()).toEqual(['A', 'B']);
    const follows = (start: string) => register.does(id, { type: 'link-successor', successor: { id: 'next', start, basis: 'stated' } });
    await follows('2027-08-01');
    expect(await listed()).toEqual(['A', 'B']);
    await follows('2027-07-01');
    expect(await listed()).toEqual(['B', 'A']);
    await register.does(id, { type: 'unlink-successor', id: 'next' });
    await register.does(id, { type: 'take-decision-in-hand', number: '26/00001' });
    expect(await listed()).toEqual(['B', 'A']);
  });

  it('have one owner’s contracts, however their address is written', async () => {
    await register.registers({ reference: 'A', owner: { name: 'O', email: 'Olive@kent.example' } });
    await register.registers({ reference: 'B' });
    const found = await register.contracts.list({ list: 'LIVE', limit: 25, owner: 'olive@KENT.example' });
    expect(found.ok && references(found.items)).toEqual(['A']);
  });

  it('keep what is over apart', async () => {
    const id = await register.registers();
    await register.does(id, { type: 'end-contract', on: '2026-01-04', how: 'terminated', words: 'The supplier closed.' });
    const [live, over] = [
      await register.contracts.list({ list: 'LIVE', limit: 25 }),
      await register.contracts.list({ list: 'OVER', limit: 25 }),
    ];
    expect([live.ok && live.items.length, over.ok && references(over.items)]).toEqual([0, ['A/1']]);
  });

  it('say how many are left out that cannot be read', async () => {
    await register.registers({ reference: 'A' });
    const id = await register.registers({ reference: 'B' });
    const [item] = await getAll(table, [{ pk: `CONTRACT#${id}`, sk: 'CURRENT' }]);
    await table.client.send(new PutCommand({ TableName: table.tableName, Item: { ...item, state: '{"status":"of a later version"}' } }));
    const found = await register.contracts.list({ list: 'LIVE', limit: 25 });
    expect(found.ok && [references(found.items), found.unreadable]).toEqual([['A'], 1]);
  });

  it('refuse a cursor that no page gave', async () => {
    expect(await register.contracts.list({ list: 'LIVE', limit: 25, cursor: 'nonsense' })).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid' },
    });
  });
});

describe('What the public may read', () => {
  const published = (reference: string) => dynamoPublicContracts(table).contract(reference);

  it.each([
    [['Dover Town'], undefined, ['Dover Town']],
    [['Dover Town'], ['Tenterden'], ['Tenterden']],
    ['all', undefined, 'all'],
    [undefined, undefined, null],
  ] as const)('has where a contract serves: the decision said %j, its registration %j', async (decided, said, told) => {
    const particulars = {
      title: 'T',
      department: 'D',
      owner: { name: 'O', email: 'o@kent.example' },
      sponsor: { name: 'S', email: 's@kent.example' },
      divisionsAffected: decided as 'all' | undefined,
    };
    await register.does('d-contract-1', {
      type: 'propose-contract',
      reference: '26/00001-1',
      ocid: 'ocds-000000-a',
      particulars,
      proposed: { outcome: 'award', extensionOptions: [], replaces: [] },
      decision: { number: '26/00001', outcome: 'award' },
    });
    const { divisionsAffected: _, ...terms } = plain({ reference: '26/00001-1' });
    await register.does('d-contract-1', {
      type: 'register-contract',
      reference: '26/00001-1',
      ocid: 'ocds-000000-a',
      terms: { ...terms, ...(said ? { divisionsAffected: [...said] } : {}) },
    });
    expect((await published('26/00001-1'))?.divisionsAffected).toEqual(told);
  });

  it('is a contract once it is registered, and nothing of one that is only proposed', async () => {
    const particulars = {
      title: 'T',
      department: 'D',
      owner: { name: 'O', email: 'o@kent.example' },
      sponsor: { name: 'S', email: 's@kent.example' },
    };
    await register.does('d-contract-1', {
      type: 'propose-contract',
      reference: '26/00001-1',
      ocid: 'ocds-000000-a',
      particulars,
      proposed: { outcome: 'procure', start: '2027-01-01', end: '2028-12-31', extensionOptions: [], replaces: [] },
      decision: { number: '26/00001', outcome: 'procure' },
    });
    expect(await published('26/00001-1')).toBeNull();
    await register.does('d-contract-1', {
      type: 'register-contract',
      reference: '26/00001-1',
      ocid: 'ocds-000000-a',
      terms: plain({ reference: '26/00001-1', start: '2027-02-01', end: '2029-01-31' }),
    });
    expect(await published('26/00001-1')).toMatchObject({
      start: '2027-02-01',
      proposedDates: { start: '2027-01-01', end: '2028-12-31' },
      path: '/contracts/26~00001-1',
    });
  });

  it('leaves out what is withheld, everywhere that it could be read from, and says why', async () => {
    const id = await register.registers({
      supplier: { name: 'Hidden Supplier Ltd' },
      netPence: 123_456_700,
      withheld: { parts: ['value', 'supplier'], paragraph: 3, publicInterest: 'Competition is open.' },
    });
    const items = await getAll(table, [keys.publicContract('A/1'), keys.release(`contract-${id}`)]);
    const all = JSON.stringify(items);
    expect(all).toContain('paragraph 3');
    expect(all).not.toMatch(/Hidden|1234567|1,234,567|1234567\.00|over £|£5m/i);
  });

  it('has contracts that run before those that ended, the first to end first', async () => {
    for (const [reference, end] of [
      ['C', '2029-12-31'],
      ['A', '2024-06-30'],
      ['B', '2028-06-30'],
    ] as const)
      await register.registers({ reference, end });
    const lines = async (ended: boolean) =>
      (await dynamoPublicContracts(table).lines({ on: '2026-01-05', ended, after: null, limit: 10 })).map(({ line }) => line.reference);
    expect([await lines(false), await lines(true)]).toEqual([['B', 'C'], ['A']]);
  });
});
