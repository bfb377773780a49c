import { describe, expect, it } from 'vitest';
import type { Contract } from '../../functions/contract/contract.schema.ts';
import { endOf } from '../../functions/contract/contract-dates.rules.ts';
import { contractsFrom } from '../../functions/contract/from-decision.rules.ts';
import { successionTasks } from '../../functions/contract/succession.rules.ts';
import type { In } from '../../functions/decision/decision.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { kent1700102 } from '../../seeds/decisions/kent-17-00102.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import type { ProposedContract } from '../../functions/proposal/proposal.schema.ts';
import { Story, submittedBy } from '../decision/story.ts';
import { ContractStory, settings, terms } from './contract-story.ts';

/** A past decision, in effect, under an id of its own. */
const effective = (id: string, number: string, content: Proposal, noticePublishedOn: string, decidedOn: string): In<'effective'> => {
  const { decision } = new Story('2026-11-21T09:00:00Z').does({ type: 'import-decision', content, submittedBy, number, noticePublishedOn, decidedOn, keyStatus: 'key', interest: 'None' });
  if (decision?.status !== 'effective') throw new Error('The decision is not in effect');
  return { ...decision, id };
};

/** The register as a decision's tasks leave it, each told to its own contract. */
class Register {
  stories = new Map<string, ContractStory>();
  contract = (id: string): Contract | null => this.stories.get(id)?.contract ?? null;
  known = (id: string) => {
    const found = this.contract(id);
    return found && { id, status: found.status, ocid: found.ocid, decisions: found.decisions, end: endOf(found) };
  };

  takes(decision: In<'effective'>) {
    const found = contractsFrom(decision, { council: kent, settings, known: this.known });
    for (const { contractId, command } of found.tasks) this.story(contractId).does(command);
    return found;
  }

  story(id: string): ContractStory {
    const story = this.stories.get(id) ?? new ContractStory('2026-11-21T09:00:00Z', id);
    this.stories.set(id, story);
    return story;
  }
}

describe('Kent 20/00017, three services going three ways', () => {
  const register = new Register();
  const decision = effective('early-help', '20/00017', kent2000017.proposal, '2020-04-30', '2020-05-29');
  const { follows } = register.takes(decision);
  const of = (index: number) => register.contract(`early-help-contract-${index}`);

  it('enters every contract that it names, with what it proposed and no contract dates', () => {
    expect(register.stories.size).toBe(6);
    expect([1, 2, 3, 4, 5, 6].map((index) => of(index)?.status)).toEqual(Array(6).fill('proposed'));
    expect(of(1)).toMatchObject({ reference: '20/00017-1', ocid: 'ocds-000000-20-00017', particulars: { supplier: 'Imago', department: 'Children, Young People and Education' }, proposed: { outcome: 'lapse', end: '2020-09-30', valuePence: 32_548_488 } });
  });
  it('lets the present contracts lapse or come in-house, and says which', () => expect([1, 2, 3, 4, 5, 6].map((index) => of(index)?.exit?.how ?? null)).toEqual(['lapse', null, 'lapse', null, 'bring-in-house', 'bring-in-house']));
  it('tests each for a gap before what follows it: 30 September 2020, then 1 October', () =>
    expect(follows.map(({ from, to, basis, continuity }) => [from, to, basis, continuity.kind])).toEqual([
      ['early-help-contract-1', 'early-help-contract-2', 'same-decision', 'continuous'],
      ['early-help-contract-3', 'early-help-contract-4', 'same-decision', 'continuous'],
    ]));
  it('keeps what it delegates, and who answers for each contract', () => expect(of(2)).toMatchObject({ decisions: [{ number: '20/00017', outcome: 'procure', delegates: expect.stringContaining('Delegate how the new services are set up') }], particulars: { owner: { email: 'early.help.commissioning@kent.example' }, sponsor: { email: 'corporate-director-children@kent.example' } } }));
  it('told twice, changes nothing', () => {
    const before = [...register.stories.values()].map(({ contract }) => contract);
    register.takes(decision);
    expect([...register.stories.values()].map(({ contract }) => contract)).toEqual(before);
  });
  it('has the contracts that lapse told of their end, as those still to be procured are not', () => {
    const codes = (index: number) => register.story(`early-help-contract-${index}`).on('2020-07-01').checks();
    expect([codes(1), codes(2), codes(5)]).toEqual([['end-3m'], [], ['end-3m']]);
    expect(register.story('early-help-contract-2').on('2020-10-01').checks()).toEqual(['confirm-dates']);
    expect(register.story('early-help-contract-2').on('2021-09-01').checks()).toEqual(['escalation']);
  });
});

describe('Kent 17/00102, interim contracts so that two families end together', () => {
  const register = new Register();
  const { follows } = register.takes(effective('hrs', '17/00102', kent1700102.proposal, '2017-10-17', '2017-11-23'));

  it('has no gap: the interim contracts end on 30 September 2018 and the new one starts the day after', () => {
    expect(follows).toMatchObject([{ from: 'hrs-contract-1', to: 'hrs-contract-2', continuity: { kind: 'continuous', days: 0 } }]);
    expect(register.contract('hrs-contract-1')).toMatchObject({ proposed: { start: '2018-04-01', end: '2018-09-30' }, successor: { id: 'hrs-contract-2', start: '2018-10-01', basis: 'same-decision' } });
  });

  it('shows a gap at once when the new one is registered to start later than was proposed', () => {
    const next = register.story('hrs-contract-2').does({ type: 'register-contract', reference: 'ignored', ocid: 'ignored', terms: terms({ start: '2018-11-01', end: '2023-09-30', decision: '17/00102', extensionOptions: [] }) });
    for (const { contractId, command } of successionTasks(next.contract!)) register.story(contractId).does(command);
    const interim = register.story('hrs-contract-1').does({ type: 'register-contract', reference: 'ignored', ocid: 'ignored', terms: terms({ start: '2018-04-01', end: '2018-09-30', decision: '17/00102', extensionOptions: [] }) });
    expect(interim.on('2018-04-02').checks()).toContain('gap-31');
    register.takes(effective('hrs', '17/00102', kent1700102.proposal, '2017-10-17', '2017-11-23'));
    expect(register.contract('hrs-contract-1')?.successor?.start).toBe('2018-11-01');
    expect(next.contract).toMatchObject({ reference: '17/00102-2', ocid: 'ocds-000000-17-00102', proposed: { start: '2018-10-01' }, terms: { start: '2018-11-01' } });
  });
});

describe('Kent 23/00022 and the award that followed it', () => {
  const register = new Register();
  register.takes(effective('safer', '23/00022', kent2300022.proposal, '2023-03-07', '2023-04-05'));
  const id = 'safer-contract-1';
  const award: ProposedContract = { title: 'SAFER property security', supplier: 'A Security Company Ltd', start: '2023-12-01', end: '2025-11-30', extensionOptions: [{ months: 12, amountPence: 40_000_000 }, { months: 12, amountPence: 40_000_000 }], replaces: [id], outcome: 'award', valuePence: 80_000_000 };

  it('enters what is to be procured, from 1 August 2023 as proposed', () => expect(register.contract(id)).toMatchObject({ status: 'proposed', proposed: { start: '2023-08-01', end: '2025-07-31' } }));
  it('finds the award on the same contract, both decisions kept, with the dates it now proposes', () => {
    register.takes(effective('safer-award', '23/00074', { ...kent2300022.proposal, contracts: [award] }, '2023-09-01', '2023-10-16'));
    expect(register.stories.size).toBe(1);
    expect(register.contract(id)).toMatchObject({ ocid: 'ocds-000000-23-00022', decisions: [{ number: '23/00022', outcome: 'procure' }, { number: '23/00074', outcome: 'award' }], proposed: { start: '2023-12-01' } });
  });
  it('gets its own dates when it is registered, beside those proposed', () => {
    register.story(id).does({ type: 'register-contract', reference: 'x', ocid: 'x', terms: terms() });
    expect(register.contract(id)).toMatchObject({ status: 'registered', ocid: 'ocds-000000-23-00022', terms: { start: '2023-12-01', end: '2025-11-30' }, decisions: [{ number: '23/00022' }, { number: '23/00074' }] });
  });
  it('is not entered again when its award is heard of again', () => {
    const before = register.contract(id);
    register.takes(effective('safer-award', '23/00074', { ...kent2300022.proposal, contracts: [award] }, '2023-09-01', '2023-10-16'));
    expect(register.stories.size).toBe(1);
    expect(register.contract(id)).toEqual(before);
  });
  it('is extended by a later decision that names it, and nothing new is entered', () => {
    register.takes(effective('safer-extension', '25/00040', { ...kent2300022.proposal, contracts: [{ ...award, outcome: 'extend', start: '2025-12-01', end: '2026-11-30', extensionOptions: [] }] }, '2025-05-01', '2025-06-02'));
    expect(register.stories.size).toBe(1);
    expect(register.contract(id)?.decisions.at(-1)).toMatchObject({ number: '25/00040', outcome: 'extend' });
  });
  it('is let lapse by a decision that names it', () => {
    register.takes(effective('safer-end', '26/00040', { ...kent2300022.proposal, contracts: [{ ...award, outcome: 'lapse' }] }, '2026-05-01', '2026-06-02'));
    expect(register.contract(id)?.exit).toMatchObject({ how: 'lapse', decision: '26/00040' });
  });
});

describe('two awards of one procurement', () => {
  it('are two contracts, and both keep the ocid that the procurement was published under', () => {
    const register = new Register();
    register.takes(effective('safer', '23/00022', kent2300022.proposal, '2023-03-07', '2023-04-05'));
    const award = (supplier: string): ProposedContract => ({ title: 'SAFER property security', supplier, start: '2023-12-01', end: '2025-11-30', extensionOptions: [], replaces: ['safer-contract-1'], outcome: 'award' });
    const decided = effective('awards', '23/00074', { ...kent2300022.proposal, contracts: [award('One Ltd'), award('Two Ltd')] }, '2023-09-01', '2023-10-16');
    expect(register.takes(decided).follows).toEqual([]);
    expect([...register.stories.keys()]).toEqual(['safer-contract-1', 'awards-contract-2']);
    expect(register.contract('awards-contract-2')).toMatchObject({ ocid: 'ocds-000000-23-00022', particulars: { supplier: 'Two Ltd' } });
    register.takes(decided);
    expect(register.stories.size).toBe(2);
  });
});

describe('contracts within one decision', () => {
  const follows = (...contracts: Partial<ProposedContract>[]) => {
    const whole = contracts.map((each, index): ProposedContract => ({ title: `Contract ${index}`, extensionOptions: [], replaces: [], outcome: 'award', start: '2020-01-01', end: '2020-12-31', ...each }));
    return contractsFrom(effective('one', '19/00001', { ...kent2300022.proposal, contracts: whole }, '2019-09-02', '2019-10-07'), { council: kent, settings, known: () => null }).follows.map(({ from, to, continuity }) => [from.at(-1), to.at(-1), continuity.kind]);
  };
  it('taken in-house are followed by none', () => expect(follows({ outcome: 'bring-in-house' }, { start: '2021-01-01', end: '2021-12-31' })).toEqual([]));
  it('may overlap by their last day', () => expect(follows({}, { start: '2020-12-31', end: '2021-12-31' })).toEqual([['1', '2', 'overlap']]));
  it('that could be followed by either of two are left to people', () => expect(follows({}, { start: '2021-01-01', end: '2021-12-31' }, { start: '2021-01-01', end: '2021-12-31' })).toEqual([]));
});

describe('a decision to procure what follows a registered contract', () => {
  const register = new Register();
  register.story('old').registers({ start: '2024-01-01', end: '2026-12-31', extensionOptions: [] });
  const procure = (start: string): ProposedContract => ({ title: 'SAFER property security again', start, end: '2029-12-31', extensionOptions: [], replaces: ['old'], outcome: 'procure' });

  it('links the two as it states, and the gap is told', () => {
    const { follows } = register.takes(effective('again', '26/00055', { ...kent2300022.proposal, contracts: [procure('2027-02-01')] }, '2026-08-03', '2026-09-07'));
    expect(follows).toMatchObject([{ from: 'old', to: 'again-contract-1', basis: 'stated', continuity: { kind: 'gap', days: 31 } }]);
    expect(register.story('old').checks()).toContain('gap-31');
  });
  it('keeps what came before when it is awarded with another start', () => {
    register.takes(effective('again-award', '26/00099', { ...kent2300022.proposal, contracts: [{ ...procure('2027-01-01'), outcome: 'award', replaces: ['again-contract-1'] }] }, '2026-09-08', '2026-10-12'));
    const next = register.contract('again-contract-1')!;
    for (const { contractId, command } of successionTasks(next)) register.story(contractId).does(command);
    expect(register.contract('old')?.successor).toMatchObject({ id: 'again-contract-1', start: '2027-01-01' });
  });
  it('keeps both ends of the link', () => expect(successionTasks(register.contract('again-contract-1')!)).toMatchObject([{ contractId: 'old', command: { type: 'link-successor', successor: { id: 'again-contract-1', start: '2027-01-01' } } }]));
});
