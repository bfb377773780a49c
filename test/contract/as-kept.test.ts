import { beforeEach, describe, expect, it } from 'vitest';
import { dynamoContractStore } from '../../functions/contract/store/contract-store.ts';
import type { ContractListing } from '../../functions/contract/store/contract-list.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { contractsOfficer, plain } from './contract-story.ts';

let register: InRegister;
beforeEach(async () => {
  register = new InRegister(await freshTable());
});

const particulars = {
  title: 'T',
  department: 'D',
  owner: { name: 'O', email: 'o@kent.example' },
  sponsor: { name: 'S', email: 's@kent.example' },
};
const proposes = (number: string, proposed: { start?: string; end?: string }) => ({
  type: 'propose-contract' as const,
  reference: `${number}-1`,
  ocid: 'ocds-000000-a',
  particulars,
  proposed: { outcome: 'procure' as const, extensionOptions: [], replaces: [], ...proposed },
  decision: { number, outcome: 'procure' as const },
});
const typesOf = async (id: string) => (await register.contracts.history(id)).map(({ happening: { type } }) => type);

describe('A contract of which something is told again', () => {
  it('is left as it is by the decision that proposed it once it is registered', async () => {
    const told = proposes('26/00001', { start: '2027-01-01', end: '2028-12-31' });
    await register.does('d-contract-1', told);
    await register.does('d-contract-1', {
      type: 'register-contract',
      reference: '26/00001-1',
      ocid: 'ocds-000000-a',
      terms: plain({ reference: '26/00001-1' }),
    });
    expect(await register.tries('d-contract-1', told)).toMatchObject({ ok: true, events: [] });
    expect(await typesOf('d-contract-1')).toEqual(['contract-proposed', 'contract-registered']);
  });

  it('is not put back to an earlier figure by a request sent again under its key after another figure was recorded', async () => {
    const id = await register.registers();
    const figure = { type: 'record-value' as const, toDatePence: 5, on: '2026-01-02' };
    const answer = { sub: 'contracts', key: 'k1', bodyHash: 'a', status: 200 };
    await register.tries(id, figure, { answer });
    await register.does(id, { ...figure, toDatePence: 7 });
    expect(await register.tries(id, figure, { answer })).toMatchObject({ ok: true, events: [], contract: { toDate: { pence: 5 } } });
    expect(await register.contracts.load(id)).toMatchObject({ version: 3, toDate: { pence: 7 } });
  });
});

describe('A contract whose place in the lists is worked out anew', () => {
  it('stays as an officer has left it since it was read', async () => {
    const id = await register.registers();
    const read = await register.contracts.load(id);
    await register.does(id, { type: 'record-value', toDatePence: 7, on: '2026-01-02' });
    if (read) await register.contracts.project(read, register.given);
    expect(await register.contracts.load(id)).toMatchObject({ version: 2, toDate: { pence: 7 } });
  });

  it('is still looked at on that day where something is due on it', async () => {
    const id = await register.on('2026-09-30').registers({ end: '2026-12-31' });
    await register.does(id, { type: 'plan-exit', how: 'lapse', words: 'Let go.' });
    const read = await register.contracts.load(id);
    if (read) await register.contracts.project(read, register.given);
    expect((await register.item(id))?.dueOn).toBe('CONTRACT#2026-09-30');
  });

  it('and cannot be stored is a fault that somebody hears of', async () => {
    const read = await register.contracts.load(await register.registers());
    const elsewhere = dynamoContractStore({ ...register.table, tableName: 'no-such-table' });
    await expect(read && elsewhere.project(read, register.given)).rejects.toThrow('non-existent table');
  });
});

describe('The file of a contract', () => {
  it('has each of several things that one act did, in their order, by whoever did it', async () => {
    const option = { months: 12, amountPence: 100_000, noticeMonths: 3 };
    const id = await register.registers({ end: '2026-12-31', extensionOptions: [option] });
    await register.does(id, { type: 'exercise-option', on: '2026-01-05', decision: '26/00009', approvedPence: 900_000_000 });
    const events = await register.contracts.history(id);
    expect(events.map(({ sequence, happening: { type }, by }) => [sequence, type, by])).toEqual([
      [1, 'contract-registered', contractsOfficer],
      [2, 'decision-noted', contractsOfficer],
      [3, 'option-exercised', contractsOfficer],
    ]);
    expect(events.map(({ before }) => before).slice(1)).toEqual(events.map(({ hash }) => hash).slice(0, -1));
  });

  it('has nothing to show of a version that the contract has not reached', async () => {
    const id = await register.registers();
    expect([await register.contracts.at(id, 1), await register.contracts.at(id, 2)]).toEqual([await register.contracts.load(id), null]);
  });
});

describe('The number of a published notice', () => {
  it('is no contract’s reference: it may read as that of another', async () => {
    const id = await register.registers({ reference: 'A' });
    await register.registers({ reference: 'B' });
    const notice = { notice: 'UK10', publishedOn: '2026-01-02', reference: 'B' };
    await register.does(id, { type: 'record-notice', ...notice });
    expect(await register.contracts.load(id)).toMatchObject({ notices: [notice] });
  });
});

describe('The list of contracts', () => {
  const listed = async (over: Partial<ContractListing> = {}) => {
    const page = await register.contracts.list({ list: 'LIVE', limit: 25, ...over });
    if (!page.ok) throw new Error(page.refusal.words);
    return { references: page.items.map(({ reference }) => reference), next: page.next ?? undefined };
  };

  it('cut off at a day goes on, page by page, to that day and no further', async () => {
    for (const [reference, end] of [
      ['A', '2027-06-30'],
      ['B', '2028-06-30'],
      ['C', '2028-12-31'],
      ['D', '2032-12-31'],
    ] as const)
      await register.registers({ reference, end });
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await listed({ dueBefore: '2030-01-01', limit: 1, cursor });
      pages.push(page.references);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(pages).toEqual([['A'], ['B'], ['C']]);
  });

  it('has what decisions propose among what runs: by its end, or else by the day it is to begin, and last what has neither', async () => {
    await register.does('d-1', proposes('26/00001', {}));
    await register.does('d-2', proposes('26/00002', { start: '2029-01-01' }));
    await register.does('d-3', proposes('26/00003', { start: '2026-03-01', end: '2031-01-01' }));
    await register.registers({ reference: 'A', end: '2027-06-30' });
    expect((await listed()).references).toEqual(['A', '26/00002-1', '26/00003-1', '26/00001-1']);
  });

  it('says of a cursor that no page gave that it is the cursor', async () => {
    expect(await register.contracts.list({ list: 'LIVE', limit: 25, cursor: 'nonsense' })).toMatchObject({
      refusal: { errors: [{ path: 'cursor', message: expect.stringContaining('page before') }] },
    });
  });
});
