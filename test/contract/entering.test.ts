import { beforeEach, describe, expect, it } from 'vitest';
import { enterContracts } from '../../functions/follow-up/enter-contracts.ts';
import { enterContractsOf, publishReleaseOf } from '../../functions/follow-up/entering.ts';
import { linkNeighbours } from '../../functions/follow-up/neighbours.ts';
import { inHandWrites, letGoOf, notInHand } from '../../functions/contract/store/in-hand.ts';
import { dynamoPublicContracts } from '../../functions/transparency/public-contract-store.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { pastDecision } from '../decision/past-decision.ts';
import { officer, somebody, submittedBy } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { contractsOfficer, plain } from './contract-story.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

let table: Table;
let register: InRegister;
beforeEach(async () => {
  table = await freshTable();
  register = new InRegister(table, '2026-11-21T09:00:00.000Z');
});

const decided = async (id: string, number: string, over: Partial<Proposal> = {}): Promise<Decision> => {
  const done = await register.around.store.execute(id, pastDecision(number, over), { given: register.given });
  if (!done.ok) throw new Error(done.refusal.words);
  return done.decision;
};

const submitted = async (id: string): Promise<Decision> => {
  register.on('2023-02-20');
  const content = kent2300022.proposal;
  const begun = await register.around.store.execute(id, { by: officer, type: 'draft-proposal', content, submittedBy }, register);
  const done = begun.ok ? await register.around.store.execute(id, { by: officer, type: 'submit-proposal' }, register) : begun;
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.decision;
};

const entered = async (decision: Decision) => {
  if (decision.status !== 'effective') throw new Error(`The decision is ${decision.status}`);
  await enterContractsOf(register.around, decision);
};

describe('A decision in effect', () => {
  it('enters its contracts once, however often it is announced', async () => {
    const decision = await decided('safer', '23/00022');
    await entered(decision);
    const first = await register.contracts.load('safer-contract-1');
    await entered(decision);
    expect(first).toMatchObject({ status: 'proposed', reference: '23/00022-1', proposed: { start: '2023-08-01', end: '2025-07-31' } });
    expect(await register.contracts.load('safer-contract-1')).toEqual(first);
  });

  it('taken in from before this system enters them too, as it is announced', async () => {
    await decided('safer', '23/00022');
    const announced = await register.around.store.moment('safer', 1);
    if (!announced) throw new Error('There is no such event');
    for (const _ of ['once', 'again']) await enterContracts(register.around).decision(announced);
    expect(await register.contracts.load('safer-contract-1')).toMatchObject({
      status: 'proposed',
      version: 1,
      decisions: [{ number: '23/00022', outcome: 'procure' }],
    });
  });

  it('and the award after it are one contract, with one Open Contracting id through the chain', async () => {
    await entered(await decided('safer', '23/00022'));
    const award = {
      ...kent2300022.proposal.contracts[0],
      outcome: 'award' as const,
      start: '2023-12-01',
      end: '2025-11-30',
      replaces: ['safer-contract-1'],
      title: 'SAFER',
      extensionOptions: [],
      supplier: 'A Security Company Ltd',
    };
    const awarded = await decided('award', '23/00074', { contracts: [award] });
    await entered(awarded);
    await publishReleaseOf(register.around, awarded);
    const releasesNow = () => dynamoPublicContracts(table).releases({ after: null, limit: 10 });
    const asAwarded = (await releasesNow()).map(({ release }) => release);
    await register.does('safer-contract-1', {
      type: 'register-contract',
      reference: '23/00022-1',
      ocid: 'ocds-000000-23-00022',
      terms: plain({ reference: '23/00022-1', start: '2023-12-01', end: '2025-11-30' }),
    });
    await publishReleaseOf(register.around, awarded);
    const contract = await register.contracts.load('safer-contract-1');
    expect(contract?.decisions.map(({ number, outcome }) => [number, outcome])).toEqual([
      ['23/00022', 'procure'],
      ['23/00074', 'award'],
    ]);
    const releases = await releasesNow();
    expect(releases.map(({ release: { ocid, tag } }) => [ocid, tag[0]]).sort()).toEqual([
      ['ocds-000000-23-00022', 'award'],
      ['ocds-000000-23-00022', 'planning'],
    ]);
    // Heard again, what was published stands as it was read. Whoever merges all has one award, to one supplier, as the contract has it since.
    const [again] = asAwarded;
    expect(releases.map(({ release }) => release)).toContainEqual(again);
    const every = releases.map(({ release }) => release).toSorted((a, b) => (a.date < b.date ? -1 : 1));
    expect(every.at(-1)?.tag).toEqual(['award', 'contract']);
    const awards = every.flatMap((release) => release.awards ?? []);
    expect(awards.map(({ id, suppliers = [] }) => [id, ...suppliers.map((each) => each.id)])).toEqual(
      Array(2).fill(['23/00022-1', 'ocds-000000-23-00022-23/00022-1-supplier']),
    );
    expect(every.flatMap(({ parties }) => parties).filter(({ identifier }) => identifier)).toMatchObject([
      { identifier: { id: '01234567' } },
    ]);
    // Told again for another reason, the decision that began it has no tender still to come.
    const procured = await register.around.store.load('safer');
    await publishReleaseOf(register.around, procured!);
    const told = (await releasesNow()).find(({ release }) => release.id === 'ocds-000000-23-00022-decision-1')?.release;
    expect([told?.tag, told?.tender]).toEqual([['planning'], undefined]);
    // What is procured in its place is another procurement.
    const other = await decided('again', '27/00001', { contracts: [{ ...award, outcome: 'procure' }] });
    await publishReleaseOf(register.around, other);
    expect((await dynamoPublicContracts(table).releases({ after: null, limit: 10 })).map(({ release: { ocid } }) => ocid)).toContain(
      'ocds-000000-27-00001',
    );
  });
});

describe('A decision that awards what another procured, and something else besides', () => {
  const [safer] = kent2300022.proposal.contracts;
  const award = { ...safer, title: 'SAFER', outcome: 'award' as const, extensionOptions: [], start: '2023-12-01', end: '2025-11-30' };
  const contracts = [
    { ...award, replaces: ['safer-contract-1'] },
    { ...award, title: 'Advice', replaces: [] },
  ];

  it('is published with the award of that procurement alone: the other is told by its own contract, under an Open Contracting id of its own', async () => {
    await entered(await decided('safer', '23/00022'));
    const both = await decided('award', '23/00074', { contracts });
    await entered(both);
    await publishReleaseOf(register.around, both);
    const [published] = await dynamoPublicContracts(table).releases({ after: null, limit: 10 });
    expect([published?.release.ocid, published?.release.awards?.map(({ id }) => id)]).toEqual(['ocds-000000-23-00022', ['23/00022-1']]);
    expect((await register.contracts.load('award-contract-2'))?.ocid).toBe('ocds-000000-23-00074');
  });

  it('is published so too where it takes effect in the moment in which it is made, which is announced first', async () => {
    await entered(await decided('safer', '23/00022'));
    const both = await decided('award', '23/00074', { contracts });
    const moment = await register.around.store.moment('award', 1);
    if (!moment) throw new Error('There is no such event');
    // As a decision that no call-in holds up: two events of one moment, each told with the decision as it stands after both.
    const now = { ...both, version: 2 };
    const made = {
      ...moment.event,
      happening: { type: 'step-reminded' as const, stepId: 'determination-1', reminder: 'due', escalate: false },
    };
    const tell = enterContracts(register.around).decision;
    await tell({ event: made, decision: both, now });
    await tell({ event: { ...moment.event, sequence: 2 }, decision: now, now });
    const [published] = await dynamoPublicContracts(table).releases({ after: null, limit: 10 });
    expect([published?.release.ocid, published?.release.awards?.map(({ id }) => id)]).toEqual(['ocds-000000-23-00022', ['23/00022-1']]);
  });

  it('is published so too where what put it in effect is parked, and a later event is announced first', async () => {
    await entered(await decided('safer', '23/00022'));
    await decided('award', '23/00074', { contracts });
    const { store } = register.around;
    const superseded = { by: contractsOfficer, type: 'supersede-decision' as const, number: '24/00001', on: '2026-11-21' };
    expect(await store.execute('award', superseded, register)).toMatchObject({ ok: true });
    const later = await store.moment('award', 2);
    if (!later) throw new Error('There is no such event');
    await enterContracts(register.around).decision(later);
    const [published] = await dynamoPublicContracts(table).releases({ after: null, limit: 10 });
    expect([published?.release.ocid, published?.release.awards?.map(({ id }) => id)]).toEqual(['ocds-000000-23-00022', ['23/00022-1']]);
  });
});

describe('A contract that never came about', () => {
  const closes = async (id: string) => {
    register.on('2026-11-22');
    await register.does(id, { type: 'close-contract', words: 'The supplier withdrew.' });
    const events = await register.contracts.history(id);
    await enterContracts(register.around).contract(id, events.length);
  };
  const latest = async () => (await dynamoPublicContracts(table).releases({ after: null, limit: 10 })).map(({ release }) => release);

  it('is a tender cancelled to whoever merges what was published, and its award with it, told anew and later', async () => {
    const procured = await decided('safer', '23/00022');
    await entered(procured);
    await publishReleaseOf(register.around, procured);
    const award = {
      ...kent2300022.proposal.contracts[0]!,
      outcome: 'award' as const,
      replaces: ['safer-contract-1'],
      extensionOptions: [],
    };
    const awarded = await decided('award', '23/00074', { contracts: [award, { ...award, title: 'Another lot' }] });
    await entered(awarded);
    await publishReleaseOf(register.around, awarded);
    const before = await latest();
    await closes('safer-contract-1');
    const after = await latest();
    expect(after.flatMap(({ awards = [] }) => awards.map(({ id, status }) => [id, status]))).toEqual([
      ['23/00022-1', 'cancelled'],
      ['23/00074-2', 'active'],
    ]);
    expect(after.find(({ id }) => id.includes('decision-1'))?.tender?.status).toBe('cancelled');
    expect(after.map(({ id }) => id).filter((id) => before.some((each) => each.id === id))).toEqual([]);
    expect(after.map(({ date }) => date.slice(0, 10))).toEqual(['2026-11-22', '2026-11-22']);
  });
});

describe('Two lots of one procurement, awarded by two decisions that take effect at one moment', () => {
  it('are two contracts, heard side by side and heard again', async () => {
    await entered(await decided('safer', '23/00022'));
    const [safer] = kent2300022.proposal.contracts;
    const lot = { ...safer, title: 'SAFER', outcome: 'award' as const, replaces: ['safer-contract-1'], extensionOptions: [] };
    const awards = await Promise.all(
      (['a', 'b'] as const).map((id, at) =>
        decided(id, `23/0007${at}`, { contracts: [{ ...lot, title: `Lot ${id}`, start: '2023-12-01', end: '2025-11-30' }] }),
      ),
    );
    for (let heard = 0; heard < 2; heard += 1) await Promise.all(awards.map(entered));
    const found = await register.contracts.loadAll(['safer-contract-1', 'a-contract-1', 'b-contract-1']);
    expect(
      found.flatMap((each) => each?.decisions.filter(({ outcome }) => outcome === 'award').map(({ number }) => number) ?? []).toSorted(),
    ).toEqual(['23/00070', '23/00071']);
    expect(found.filter((each) => each !== null)).toHaveLength(2);
  });
});

describe('The award of a contract that follows one which nobody here procured, or which is not in the register', () => {
  it('is published under an Open Contracting id of its own', async () => {
    const before = await register.registers({ reference: 'OLD', end: '2023-11-30', decision: '20/00001' });
    const [safer] = kent2300022.proposal.contracts;
    const award = { ...safer, title: 'SAFER', outcome: 'award' as const, start: '2023-12-01', end: '2025-11-30', extensionOptions: [] };
    await publishReleaseOf(
      register.around,
      await decided('award', '23/00074', { contracts: [{ ...award, replaces: [before, 'no-contract'] }] }),
    );
    const releases = await dynamoPublicContracts(table).releases({ after: null, limit: 10 });
    expect(releases.map(({ release: { ocid } }) => ocid).sort()).toEqual(['ocds-000000-23-00074', 'ocds-000000-a']);
  });
});

describe('A contract registered after another', () => {
  it('tells the one before its real start, so that a gap shows at once', async () => {
    const before = await register.registers({ reference: 'OLD', end: '2026-12-31' });
    const next = await register.registers({ reference: 'NEW', start: '2027-02-01', end: '2029-01-31', replaces: [before] });
    const contract = await register.contracts.load(next);
    if (contract) await linkNeighbours(register.around, contract);
    expect((await register.contracts.load(before))?.successor).toEqual({ id: next, start: '2027-02-01', basis: 'stated' });
    expect(await dynamoPublicContracts(table).contract('OLD')).toMatchObject({
      follows: { words: 'Nothing is under contract for 31 days, from 1 January 2027 to 31 January 2027.' },
    });
  });
});

describe('A decision in hand', () => {
  it('must be one that is known here and may yet be taken', async () => {
    expect(await notInHand(register.around, '26/00001', 'old')).toMatchObject({ refusal: { rule: 'no-such-decision-in-hand' } });
    const { number } = await submitted('next');
    expect(await notInHand(register.around, number ?? '', 'old')).toBeNull();
  });

  it.each([
    ['withdrawn', { type: 'withdraw-proposal', by: officer, words: 'No need.' }],
    [
      'declined',
      { type: 'give-clearance', by: somebody, response: 'decline', words: 'There is no budget.', stepId: 'clearance-1', issue: 1 },
    ],
  ] as const)('is none that was %s: the alerts would be silent for what will never come', async (status, command) => {
    const { id, number } = await submitted('next');
    expect((await register.around.store.execute(id, command, register)).ok).toBe(true);
    expect(await notInHand(register.around, number ?? '', 'old')).toMatchObject({
      refusal: { rule: 'decision-not-proceeding', words: `Decision ${number} will not be taken: it was ${status}.` },
    });
  });

  it('has not taken effect, unless it names the contract: nothing else would come of it', async () => {
    const [safer] = kent2300022.proposal.contracts;
    await decided('silent', '23/00022');
    await decided('naming', '23/00023', {
      contracts: [{ ...safer, title: 'SAFER', extensionOptions: [], outcome: 'procure', replaces: ['old'] }],
    });
    expect(await notInHand(register.around, '23/00022', 'old')).toMatchObject({
      refusal: { rule: 'decision-without-contract', words: expect.stringContaining('has taken effect, and does not name this contract') },
    });
    expect(await notInHand(register.around, '23/00023', 'old')).toBeNull();
  });

  it('that comes to nothing is given back, and the alerts about starting one come back', async () => {
    const id = await register.registers({ end: '2027-06-30' });
    const command = { type: 'take-decision-in-hand' as const, by: contractsOfficer, number: '23/00022' };
    await register.tries(id, command, { beside: () => inHandWrites(table, command, id) });
    const decision = await decided('safer', '23/00022');
    expect((await register.contracts.load(id))?.inHand).toBe('23/00022');
    await letGoOf(register.around, decision);
    await letGoOf(register.around, decision);
    const history = (await register.contracts.history(id)).map(({ happening: { type } }) => type);
    expect(history).toEqual(['contract-registered', 'decision-in-hand', 'decision-no-longer-in-hand']);
  });
});
