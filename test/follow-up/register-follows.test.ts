import { beforeEach, describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { inHandWrites, notInHand } from '../../functions/contract/store/in-hand.ts';
import { enterContracts } from '../../functions/follow-up/enter-contracts.ts';
import { contractsOfficer, plain } from '../contract/contract-story.ts';
import { declined, submitted, withdrawn } from '../decision/stories.ts';
import type { Story } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

const announced = async (register: InRegister, id: string) =>
  enterContracts(register.around).contract(id, (await register.contracts.load(id))?.version ?? 0);

describe('A contract that its officers say is followed by another', () => {
  const entered = async (register: InRegister, over: Partial<Terms>) => {
    const id = await register.registers({ reference: 'OLD', end: '2026-12-31', ...over });
    await announced(register, id);
    return (await register.contracts.load(id))?.successor ?? null;
  };
  it('is followed by it from the day on which that begins', async () => {
    const register = new InRegister(await freshTable());
    const next = await register.registers({ reference: 'NEW', start: '2027-02-01', end: '2028-12-31' });
    expect(await entered(register, { successor: next })).toEqual({ id: next, start: '2027-02-01', basis: 'stated' });
  });
  it('is followed by one that a decision proposes from the day proposed, and not by one that was closed', async () => {
    const register = await InRegister.ofDecision();
    expect(await entered(register, { successor: 'safer-contract-1' })).toMatchObject({ id: 'safer-contract-1', start: '2023-08-01' });
    await register.does('safer-contract-1', { type: 'close-contract', words: 'No bids.' });
    expect(await entered(register, { reference: 'ANOTHER', successor: 'safer-contract-1' })).toBeNull();
  });
  it('is followed by nothing while nobody has said from when that other is to run', async () => {
    const register = new InRegister(await freshTable());
    const { owner, sponsor } = plain();
    await register.does('open', {
      type: 'propose-contract',
      reference: '26/00001-1',
      ocid: 'ocds-000000-a',
      particulars: { title: 'T', department: 'D', owner, sponsor },
      proposed: { outcome: 'procure', extensionOptions: [], replaces: [] },
      decision: { number: '26/00001', outcome: 'procure' },
    });
    expect(await entered(register, { successor: 'open' })).toBeNull();
  });
});

describe('A contract that names another which is in the register no longer', () => {
  it('is followed by nothing where that was to follow it, and itself follows the others that it names', async () => {
    const register = new InRegister(await freshTable());
    const old = await register.registers({ reference: 'OLD' });
    const id = await register.registers({
      reference: 'NEW',
      start: '2027-01-01',
      end: '2028-12-31',
      replaces: ['gone', old],
      successor: 'gone',
    });
    await announced(register, id);
    expect([(await register.contracts.load(id))?.successor, (await register.contracts.load(old))?.successor?.id]).toEqual([null, id]);
  });
});

describe('A contract that waits for a decision', () => {
  let register: InRegister;
  let waiting: string;
  beforeEach(async () => {
    register = new InRegister(await freshTable());
    waiting = await register.registers();
  });
  const hears = async (story: Story) => {
    const { decision } = story;
    const event = story.events.at(-1);
    if (!decision?.number || !event) throw new Error('There is no decision of a number');
    const command = { type: 'take-decision-in-hand' as const, number: decision.number, by: contractsOfficer };
    await register.tries(waiting, command, { beside: () => inHandWrites(register.table, command, waiting) });
    await enterContracts(register.around).decision({ event, decision, now: decision });
    return (await register.contracts.load(waiting))?.inHand === decision.number;
  };
  it('waits no more once it is withdrawn, or declined', async () => {
    expect([await hears(withdrawn()), await hears(declined())]).toEqual([false, false]);
  });
  it('goes on waiting while it is on its way', async () => {
    expect(await hears(submitted())).toBe(true);
  });
  it('waits no more where it is withdrawn in the very moment in which it is taken in hand, and the history says why', async () => {
    const { around } = register;
    const inTable = new InTable(register.table);
    const number = (await inTable.submitted()).number ?? '';
    // Found to be on its way; and by the time that the contract waits for it, everybody has been told that it is withdrawn.
    expect(await notInHand(around, number, waiting)).toBeNull();
    const { id, version } = await inTable.does({ type: 'withdraw-proposal', words: 'Overtaken.' });
    const moment = await around.store.moment(id, version);
    if (moment) await enterContracts(around).decision(moment);
    const command = { type: 'take-decision-in-hand' as const, number, by: contractsOfficer };
    await register.tries(waiting, command, { beside: () => inHandWrites(register.table, command, waiting) });
    await announced(register, waiting);
    expect((await register.contracts.load(waiting))?.inHand).toBeNull();
    const last = (await register.contracts.history(waiting)).at(-1);
    expect(last?.happening).toMatchObject({
      type: 'decision-no-longer-in-hand',
      words: `Decision ${number} will not be taken: it was withdrawn.`,
    });
  });
});

describe('A page of the register', () => {
  it('that holds all there is has none after it, and one asked for beyond the day asked about is empty', async () => {
    const register = new InRegister(await freshTable());
    for (const reference of ['A/1', 'A/2', 'A/3'])
      await register.registers({ reference, end: reference === 'A/3' ? '2036-12-31' : '2026-12-31' });
    const page = async (over: { limit: number; cursor?: string; dueBefore?: string }) => {
      const found = await register.contracts.list({ list: 'LIVE', ...over });
      if (!found.ok) throw new Error(found.refusal.words);
      return { references: found.items.map(({ reference }) => reference).sort(), next: found.next };
    };
    expect(await page({ limit: 3 })).toEqual({ references: ['A/1', 'A/2', 'A/3'], next: null });
    const two = await page({ limit: 2 });
    expect(two).toEqual({ references: ['A/1', 'A/2'], next: expect.any(String) });
    expect(await page({ limit: 2, cursor: two.next ?? '' })).toEqual({ references: ['A/3'], next: null });
    expect(await page({ limit: 2, cursor: two.next ?? '', dueBefore: '2020-01-01' })).toEqual({ references: [], next: null });
  });
});
