import { beforeEach, describe, expect, it } from 'vitest';
import { enterContracts } from '../../functions/follow-up/enter-contracts.ts';
import { inHandWrites } from '../../functions/contract/store/in-hand.ts';
import type { ContractCommand } from '../../functions/contract/contract-commands.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { pastDecision } from '../decision/past-decision.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { contractsOfficer } from './contract-story.ts';

let table: Table;
let register: InRegister;
let old: string;
beforeEach(async () => {
  table = await freshTable();
  register = new InRegister(table, '2026-01-05T09:00:00.000Z');
  old = await register.registers({ reference: 'OLD', end: '2026-12-31' });
});

const [safer] = kent2300022.proposal.contracts as [Proposal['contracts'][number]];
const decided = async (id: string, number: string, contracts: Proposal['contracts']): Promise<Decision> => {
  const done = await register.around.store.execute(id, pastDecision(number, { contracts }), { given: register.given });
  if (!done.ok) throw new Error(done.refusal.words);
  return done.decision;
};
const announced = async (id: string) => {
  const moment = await register.around.store.moment(id, 1);
  if (!moment) throw new Error('There is no such event');
  await enterContracts(register.around).decision(moment);
};
const moved = async (id: string) => {
  const contract = await register.contracts.load(id);
  await enterContracts(register.around).contract(id, contract?.version ?? 0);
};
const following = (over: Partial<Proposal['contracts'][number]> = {}) => ({
  ...safer,
  title: 'What follows',
  outcome: 'procure' as const,
  start: '2027-01-01',
  end: '2028-12-31',
  extensionOptions: [],
  replaces: [old],
  ...over,
});
const takes = async (number: string) => {
  const command: ContractCommand = { type: 'take-decision-in-hand', number, by: contractsOfficer };
  await register.tries(old, command, { beside: () => inHandWrites(table, command, old) });
};
const asks = async (on: string) => {
  const { events } = (await register.on(on).tries(old, { type: 'run-daily-check' })) as {
    events: { happening: { type: string; alerts?: { code: string }[] } }[];
  };
  return events.flatMap(({ happening }) => happening.alerts?.map(({ code }) => code) ?? []);
};

describe('A contract that was to be followed by one that never came about', () => {
  const closed = async () => {
    await takes('26/00012');
    await decided('next', '26/00012', [following()]);
    await announced('next');
    await register.on('2026-06-01').does('next-contract-1', { type: 'close-contract', words: 'No tender was good enough.' });
    await moved('next-contract-1');
  };
  it('is followed by nothing, waits for no decision, and is asked for a start again', async () => {
    await closed();
    expect(await register.contracts.load(old)).toMatchObject({ successor: null, inHand: null });
    expect((await asks('2026-06-02'))[0]).toMatch(/^late-/);
  });
  it('is told so once, however often that is announced', async () => {
    await closed();
    const before = await register.contracts.load(old);
    await moved('next-contract-1');
    await announced('next');
    expect(await register.contracts.load(old)).toEqual(before);
  });
  it('and is followed by another by then, keeps that other', async () => {
    await takes('26/00012');
    await decided('next', '26/00012', [following()]);
    await announced('next');
    await register.does(old, { type: 'link-successor', successor: { id: 'another', start: '2027-01-01', basis: 'stated' } });
    await register.on('2026-06-01').does('next-contract-1', { type: 'close-contract', words: 'Another was found.' });
    await moved('next-contract-1');
    expect((await register.contracts.load(old))?.successor?.id).toBe('another');
  });
});

describe('A contract that was to be followed by one given up before it began', () => {
  it('is followed by nothing, and stays so whatever is heard of that one later', async () => {
    const next = await register.registers({
      reference: 'NEW',
      signedOn: '2026-01-05',
      start: '2027-01-01',
      end: '2028-12-31',
      replaces: [old],
    });
    await moved(next);
    expect((await register.contracts.load(old))?.successor?.id).toBe(next);
    await register
      .on('2026-06-01')
      .does(next, { type: 'end-contract', on: '2026-06-01', how: 'terminated', words: 'The supplier is insolvent.' });
    await moved(next);
    const before = await register.contracts.load(old);
    expect(before?.successor).toBeNull();
    await register.does(next, { type: 'note-decision', decision: { number: '26/00040', outcome: 'authority' } });
    await moved(next);
    expect(await register.contracts.load(old)).toEqual(before);
    expect((await asks('2026-06-02'))[0]).toMatch(/^late-/);
  });
  it('is told so once, of one that began early and ended before it too, whatever is noted on that one later', async () => {
    const next = await register.registers({ reference: 'NEW', start: '2026-03-01', end: '2028-12-31', replaces: [old] });
    await moved(next);
    await register.on('2026-06-01').does(next, { type: 'end-contract', on: '2026-06-01', how: 'terminated', words: 'Breach.' });
    await moved(next);
    const before = await register.contracts.load(old);
    expect(before?.successor).toBeNull();
    await register.does(next, { type: 'note-decision', decision: { number: '26/00040', outcome: 'authority' } });
    await moved(next);
    expect(await register.contracts.load(old)).toEqual(before);
  });
  it('keeps what was said since to follow it, however late the loss of another is announced', async () => {
    const next = await register.registers({ reference: 'NEW', start: '2027-01-01', end: '2028-12-31', replaces: [old] });
    await moved(next);
    const told = (id: string) => register.does(old, { type: 'link-successor', successor: { id, start: '2027-01-01', basis: 'stated' } });
    await told('another');
    await register.does(old, { type: 'unlink-successor', id: 'another' });
    const lostAt = (await register.contracts.load(old))?.version ?? 0;
    await told('a-third');
    await enterContracts(register.around).contract(old, lostAt);
    expect((await register.contracts.load(old))?.successor?.id).toBe('a-third');
  });
  it('keeps what followed it where that ran and ended since', async () => {
    const next = await register.registers({ reference: 'NEW', start: '2027-01-01', end: '2028-12-31', replaces: [old] });
    await moved(next);
    await register.on('2027-06-01').does(next, { type: 'end-contract', on: '2027-06-01', how: 'terminated', words: 'Breach.' });
    await moved(next);
    expect((await register.contracts.load(old))?.successor?.id).toBe(next);
  });
});

describe('A decision in hand that takes effect', () => {
  it('and does not name the contract is in hand no more: its alerts begin again', async () => {
    await takes('26/00012');
    await decided('next', '26/00012', [following({ replaces: [] })]);
    await announced('next');
    expect((await register.contracts.load(old))?.inHand).toBeNull();
    expect((await asks('2026-06-02'))[0]).toMatch(/^late-/);
  });
  it('is in hand no more where another contract followed already: the alerts begin again when that is given up', async () => {
    await takes('26/00012');
    const next = await register.registers({
      reference: 'NEW',
      signedOn: '2026-01-05',
      start: '2027-01-01',
      end: '2028-12-31',
      replaces: [old],
    });
    await moved(next);
    await decided('next', '26/00012', [following({ replaces: [] })]);
    await announced('next');
    await register.on('2026-06-01').does(next, { type: 'end-contract', on: '2026-06-01', how: 'terminated', words: 'Insolvent.' });
    await moved(next);
    expect(await register.contracts.load(old)).toMatchObject({ successor: null, inHand: null });
    expect((await asks('2026-06-02'))[0]).toMatch(/^late-/);
  });
  it('is in hand no more where the contract was to be let go: its alerts begin again when a later decision prolongs it', async () => {
    await takes('26/00012');
    await decided('lapse', '26/00020', [following({ outcome: 'lapse', start: undefined, end: undefined })]);
    await announced('lapse');
    await decided('next', '26/00012', [following({ replaces: [] })]);
    await announced('next');
    await decided('extend', '26/00030', [following({ outcome: 'extend', end: '2027-06-30' })]);
    await announced('extend');
    expect(await register.contracts.load(old)).toMatchObject({ exit: null, inHand: null });
  });
  it('is no business of a contract that has taken another in hand since', async () => {
    await takes('26/00012');
    await takes('26/00013');
    await decided('next', '26/00012', [following({ replaces: [] })]);
    await announced('next');
    expect((await register.contracts.load(old))?.inHand).toBe('26/00013');
  });
  it('is in hand no more where it names the contract to award another lot beside it, which nothing follows', async () => {
    await register.does(old, { type: 'note-decision', decision: { number: '21/00011', outcome: 'procure' } });
    await takes('26/00012');
    await decided('next', '26/00012', [following({ outcome: 'award', start: '2026-03-01', end: '2026-12-31' })]);
    for (const _ of ['once', 'again']) await announced('next');
    expect(await register.contracts.load(old)).toMatchObject({ successor: null, inHand: null });
    expect((await asks('2026-06-02'))[0]).toMatch(/^late-/);
  });
  it('and names it stays in hand', async () => {
    await takes('26/00012');
    await decided('next', '26/00012', [following()]);
    await announced('next');
    expect((await register.contracts.load(old))?.inHand).toBe('26/00012');
  });
});

describe('A decision that let a contract end', () => {
  it('and is announced again after a later one extended it, does not let it end again', async () => {
    await decided('lapse', '26/00020', [following({ outcome: 'lapse', start: undefined, end: undefined })]);
    await announced('lapse');
    expect((await register.contracts.load(old))?.exit).toMatchObject({ how: 'lapse', decision: '26/00020' });
    await decided('extend', '26/00030', [following({ outcome: 'extend', end: '2027-12-31' })]);
    await announced('extend');
    await announced('lapse');
    expect(await register.contracts.load(old)).toMatchObject({ exit: null, decisions: [{ number: '26/00020' }, { number: '26/00030' }] });
  });
});
