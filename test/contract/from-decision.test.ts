import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract, ContractIn } from '../../functions/contract/contract.schema.ts';
import { contractsFrom } from '../../functions/contract/from-decision.rules.ts';
import { knownOf } from '../../functions/contract/follows.rules.ts';
import { successionTasks } from '../../functions/contract/succession.rules.ts';
import type { In } from '../../functions/decision/decision.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { kent1700102 } from '../../seeds/decisions/kent-17-00102.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import type { ProposedContract } from '../../functions/proposal/proposal.schema.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { Story, submittedBy } from '../decision/story.ts';
import { ContractStory, settings, terms } from './contract-story.ts';

/** A past decision, in effect, under an id of its own. */
const effective = (id: string, number: string, content: Proposal, noticePublishedOn: string, decidedOn: string): In<'effective'> => {
  const { decision } = new Story('2026-11-21T09:00:00Z').does({
    type: 'import-decision',
    content,
    submittedBy,
    number,
    noticePublishedOn,
    decidedOn,
    keyStatus: 'key',
    interest: 'None',
  });
  if (decision?.status !== 'effective') throw new Error('The decision is not in effect');
  return { ...decision, id };
};

/** The register as a decision's tasks leave it, each told to its own contract. */
class Register {
  stories = new Map<string, ContractStory>();
  contract = (id: string): Contract | null => this.stories.get(id)?.contract ?? null;
  known = (id: string) => {
    const found = this.contract(id);
    return found && knownOf(found);
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
  const decision = () => effective('early-help', '20/00017', kent2000017.proposal, '2020-04-30', '2020-05-29');
  const told = () => {
    const register = new Register();
    const { follows } = register.takes(decision());
    return { register, follows, of: (index: number) => register.contract(`early-help-contract-${index}`) };
  };

  it('enters every contract that it names, with what it proposed and no contract dates', () => {
    const { register, of } = told();
    expect(register.stories.size).toBe(6);
    expect([1, 2, 3, 4, 5, 6].map((index) => of(index)?.status)).toEqual(Array(6).fill('proposed'));
    expect(of(1)).toMatchObject({
      reference: '20/00017-1',
      ocid: 'ocds-000000-20-00017',
      particulars: { supplier: 'Imago', department: 'Children, Young People and Education' },
      proposed: { outcome: 'lapse', end: '2020-09-30', valuePence: 32_548_488 },
    });
  });
  it('lets the present contracts lapse or come in-house, and says which', () => {
    const { of } = told();
    expect([1, 2, 3, 4, 5, 6].map((index) => of(index)?.exit?.how ?? null)).toEqual([
      'lapse',
      null,
      'lapse',
      null,
      'bring-in-house',
      'bring-in-house',
    ]);
    expect(of(5)?.exit).toEqual({ how: 'bring-in-house', decision: '20/00017', words: 'As the decision says.' });
  });
  it('tests each for a gap before what follows it: 30 September 2020, then 1 October', () =>
    expect(told().follows.map(({ from, to, basis, continuity }) => [from, to, basis, continuity.kind])).toEqual([
      ['early-help-contract-1', 'early-help-contract-2', 'same-decision', 'continuous'],
      ['early-help-contract-3', 'early-help-contract-4', 'same-decision', 'continuous'],
    ]));
  it('has each of the new contracts name the one that it follows, and no other', () => {
    const { of } = told();
    expect([1, 2, 3, 4, 5, 6].map((index) => (of(index) as ContractIn<'proposed'>).proposed.replaces)).toEqual([
      [],
      ['early-help-contract-1'],
      [],
      ['early-help-contract-3'],
      [],
      [],
    ]);
  });
  it('keeps what it delegates, and who answers for each contract', () =>
    expect(told().of(2)).toMatchObject({
      decisions: [
        { number: '20/00017', outcome: 'procure', delegates: expect.stringContaining('Delegate how the new services are set up') },
      ],
      particulars: {
        owner: { email: 'early.help.commissioning@kent.example' },
        sponsor: { email: 'corporate-director-children@kent.example' },
      },
    }));
  it('told twice, changes nothing', () => {
    const { register } = told();
    const before = [...register.stories.values()].map(({ contract }) => contract);
    register.takes(decision());
    expect([...register.stories.values()].map(({ contract }) => contract)).toEqual(before);
  });
  it('has the contracts that lapse told of their end, as those still to be procured are not', () => {
    const { register } = told();
    const codes = (index: number) => register.story(`early-help-contract-${index}`).on('2020-07-01').checks();
    expect([codes(1), codes(2), codes(5)]).toEqual([['end-3m'], [], ['end-3m']]);
    expect(register.story('early-help-contract-2').on('2020-10-01').checks()).toEqual(['confirm-dates']);
    expect(register.story('early-help-contract-2').on('2021-09-01').checks()).toEqual(['escalation']);
  });
});

describe('Kent 17/00102, interim contracts so that two families end together', () => {
  const decision = () => effective('hrs', '17/00102', kent1700102.proposal, '2017-10-17', '2017-11-23');

  it('has no gap: the interim contracts end on 30 September 2018 and the new one starts the day after', () => {
    const register = new Register();
    expect(register.takes(decision()).follows).toMatchObject([
      { from: 'hrs-contract-1', to: 'hrs-contract-2', continuity: { kind: 'continuous', days: 0 } },
    ]);
    expect(register.contract('hrs-contract-1')).toMatchObject({
      proposed: { start: '2018-04-01', end: '2018-09-30' },
      successor: { id: 'hrs-contract-2', start: '2018-10-01', basis: 'same-decision' },
    });
  });

  it('shows a gap at once when the new one is registered to start later than was proposed', () => {
    const register = new Register();
    register.takes(decision());
    const next = register.story('hrs-contract-2').does({
      type: 'register-contract',
      reference: 'ignored',
      ocid: 'ignored',
      terms: terms({ start: '2018-11-01', end: '2023-09-30', decision: '17/00102', extensionOptions: [] }),
    });
    for (const { contractId, command } of successionTasks(next.contract!)) register.story(contractId).does(command);
    const interim = register.story('hrs-contract-1').does({
      type: 'register-contract',
      reference: 'ignored',
      ocid: 'ignored',
      terms: terms({ start: '2018-04-01', end: '2018-09-30', decision: '17/00102', extensionOptions: [] }),
    });
    expect(interim.on('2018-04-02').checks()).toContain('gap-31');
    register.takes(decision());
    expect(register.contract('hrs-contract-1')?.successor?.start).toBe('2018-11-01');
    expect(next.contract).toMatchObject({
      reference: '17/00102-2',
      ocid: 'ocds-000000-17-00102',
      proposed: { start: '2018-10-01' },
      terms: { start: '2018-11-01' },
    });
  });
});

describe('Kent 23/00022 and the award that followed it', () => {
  const id = 'safer-contract-1';
  const award: ProposedContract = {
    title: 'SAFER property security',
    supplier: 'A Security Company Ltd',
    start: '2023-12-01',
    end: '2025-11-30',
    extensionOptions: [
      { months: 12, amountPence: 40_000_000 },
      { months: 12, amountPence: 40_000_000 },
    ],
    replaces: [id],
    outcome: 'award',
    valuePence: 80_000_000,
  };
  const awarding = () => effective('safer-award', '23/00074', { ...kent2300022.proposal, contracts: [award] }, '2023-09-01', '2023-10-16');
  const procured = () => {
    const register = new Register();
    register.takes(effective('safer', '23/00022', kent2300022.proposal, '2023-03-07', '2023-04-05'));
    return register;
  };
  const awarded = () => {
    const register = procured();
    register.takes(awarding());
    return register;
  };
  const registered = () => {
    const register = awarded();
    register.story(id).does({ type: 'register-contract', reference: 'x', ocid: 'x', terms: terms() });
    return register;
  };

  it('enters what is to be procured, from 1 August 2023 as proposed', () =>
    expect(procured().contract(id)).toMatchObject({ status: 'proposed', proposed: { start: '2023-08-01', end: '2025-07-31' } }));
  it('finds the award on the same contract, both decisions kept, with the dates it now proposes', () => {
    const register = awarded();
    expect(register.stories.size).toBe(1);
    expect(register.contract(id)).toMatchObject({
      ocid: 'ocds-000000-23-00022',
      decisions: [
        { number: '23/00022', outcome: 'procure' },
        { number: '23/00074', outcome: 'award' },
      ],
      proposed: { start: '2023-12-01' },
    });
  });
  it('gets its own dates when it is registered, beside those proposed', () => {
    const { decisions, ...contract } = registered().contract(id) as ContractIn<'registered'>;
    expect(contract).toMatchObject({
      status: 'registered',
      ocid: 'ocds-000000-23-00022',
      terms: { start: '2023-12-01', end: '2025-11-30' },
    });
    expect(decisions.map(({ number }) => number)).toEqual(['23/00022', '23/00074']);
  });
  it('is not entered again when its award is heard of again', () => {
    const register = registered();
    const before = register.contract(id);
    register.takes(awarding());
    expect(register.stories.size).toBe(1);
    expect(register.contract(id)).toEqual(before);
  });
  it('is extended by a later decision that names it: nothing new is entered, and nothing lets it end', () => {
    const register = registered();
    const extension: ProposedContract = {
      ...award,
      outcome: 'extend',
      start: '2025-12-01',
      end: '2026-11-30',
      extensionOptions: [],
      replaces: [id, 'a-contract-of-another-register'],
    };
    register.takes(
      effective('safer-extension', '25/00040', { ...kent2300022.proposal, contracts: [extension] }, '2025-05-01', '2025-06-02'),
    );
    expect([...register.stories.keys()]).toEqual([id]);
    expect(register.contract(id)?.decisions.at(-1)).toMatchObject({ number: '25/00040', outcome: 'extend' });
    expect(register.contract(id)?.exit).toBeNull();
  });
  it.each(['lapse', 'bring-in-house'] as const)('is let go by a decision to %s that names it', (outcome) => {
    const register = registered();
    register.takes(
      effective('safer-end', '26/00040', { ...kent2300022.proposal, contracts: [{ ...award, outcome }] }, '2026-05-01', '2026-06-02'),
    );
    expect(register.contract(id)?.exit).toEqual({ how: outcome, decision: '26/00040', words: 'As the decision says.' });
  });
});

describe('a decision to let a contract end, heard again', () => {
  const lapsing = (id: string, number: string) =>
    effective(
      id,
      number,
      {
        ...kent2300022.proposal,
        contracts: [
          { title: 'Security', start: '2023-12-01', end: '2025-11-30', extensionOptions: [], replaces: ['old'], outcome: 'lapse' },
        ],
      },
      '2025-05-01',
      '2025-06-02',
    );
  const registered = () => {
    const register = new Register();
    register.story('old').registers({ decision: '25/00041' });
    register.takes(lapsing('end', '25/00040'));
    return register;
  };
  it('after another has extended the contract does not let it end after all', () => {
    const register = registered();
    register.story('old').does({ type: 'note-decision', decision: { number: '25/00060', outcome: 'extend' } });
    register.takes(lapsing('end', '25/00040'));
    expect(register.contract('old')?.exit).toBeNull();
  });
  it('is not a later decision to let it end, not even that by which it was registered', () => {
    const register = registered();
    register.story('old').does({ type: 'note-decision', decision: { number: '25/00060', outcome: 'extend' } });
    register.takes(lapsing('later', '25/00041'));
    expect(register.contract('old')?.exit).toMatchObject({ how: 'lapse', decision: '25/00041' });
  });
});

describe('two awards of one procurement', () => {
  const award = (supplier: string): ProposedContract => ({
    title: 'SAFER property security',
    supplier,
    start: '2023-12-01',
    end: '2025-11-30',
    extensionOptions: [],
    replaces: ['safer-contract-1'],
    outcome: 'award',
  });
  const procured = () => {
    const register = new Register();
    register.takes(effective('safer', '23/00022', kent2300022.proposal, '2023-03-07', '2023-04-05'));
    return register;
  };

  it('are two contracts, and both keep the ocid that the procurement was published under', () => {
    const register = procured();
    const decided = effective(
      'awards',
      '23/00074',
      { ...kent2300022.proposal, contracts: [award('One Ltd'), award('Two Ltd')] },
      '2023-09-01',
      '2023-10-16',
    );
    expect(register.takes(decided).follows).toEqual([]);
    expect([...register.stories.keys()]).toEqual(['safer-contract-1', 'awards-contract-2']);
    expect(register.contract('awards-contract-2')).toMatchObject({ ocid: 'ocds-000000-23-00022', particulars: { supplier: 'Two Ltd' } });
    register.takes(decided);
    expect(register.stories.size).toBe(2);
  });
  it('by two decisions, the second after the first was registered, are two contracts under that one ocid as well', () => {
    const register = procured();
    register.takes(effective('first', '23/00074', { ...kent2300022.proposal, contracts: [award('One Ltd')] }, '2023-09-01', '2023-10-16'));
    register.story('safer-contract-1').does({ type: 'register-contract', reference: 'x', ocid: 'x', terms: terms() });
    register.takes(effective('second', '23/00099', { ...kent2300022.proposal, contracts: [award('Two Ltd')] }, '2023-10-02', '2023-11-06'));
    expect(register.contract('second-contract-1')).toMatchObject({ ocid: 'ocds-000000-23-00022', decisions: [{ number: '23/00099' }] });
  });
  it('by two decisions, before either was registered, are two contracts too, unless the second takes the place of the first', () => {
    const second = (replaces: string[]) => {
      const register = procured();
      const take = (id: string, number: string, contract: ProposedContract, over = {}) =>
        register.takes(effective(id, number, { ...kent2300022.proposal, contracts: [contract], ...over }, '2023-09-01', '2023-10-16'));
      take('first', '23/00074', award('One Ltd'));
      take('second', '23/00099', { ...award('Two Ltd'), start: '2024-01-01' }, { replaces });
      take('first', '23/00074', award('One Ltd'));
      return { ids: [...register.stories.keys()], start: register.contract('safer-contract-1')?.proposed?.start };
    };
    expect(second([])).toEqual({ ids: ['safer-contract-1', 'second-contract-1'], start: '2023-12-01' });
    expect(second(['23/00074'])).toEqual({ ids: ['safer-contract-1'], start: '2024-01-01' });
  });
  it('in place of one another are one contract, however many there come to be', () => {
    const register = procured();
    const take = (id: string, number: string, contract: ProposedContract, replaces: string[]) =>
      register.takes(effective(id, number, { ...kent2300022.proposal, contracts: [contract], replaces }, '2023-09-01', '2023-10-16'));
    take('first', '23/00074', award('One Ltd'), []);
    take('second', '23/00099', award('Two Ltd'), ['23/00074']);
    take('third', '24/00003', { ...award('Three Ltd'), start: '2024-02-01' }, ['23/00099']);
    expect([[...register.stories.keys()], register.contract('safer-contract-1')?.proposed?.start]).toEqual([
      ['safer-contract-1'],
      '2024-02-01',
    ]);
  });
  it('run side by side, and neither follows the other: each is asked for a start of what follows it', () => {
    const lots = (second: Partial<ProposedContract>) => {
      const register = procured();
      const take = (id: string, number: string, ...contracts: ProposedContract[]) =>
        register.takes(effective(id, number, { ...kent2300022.proposal, contracts }, '2023-09-01', '2023-10-16'));
      take('both', '23/00074', award('One Ltd'), { ...award('Two Ltd'), ...second });
      register.story('safer-contract-1').does({ type: 'register-contract', reference: 'x', ocid: 'x', terms: terms() });
      // Heard again, as what is announced can be; and a third lot of it that another decision awards.
      take('both', '23/00074', award('One Ltd'), { ...award('Two Ltd'), ...second });
      take('third', '23/00099', { ...award('Three Ltd'), ...second });
      return ['safer-contract-1', 'both-contract-2', 'third-contract-1'].map((id) => register.contract(id));
    };
    for (const term of [{}, { end: '2027-11-30' }, { start: '2024-02-01' }])
      expect(lots(term)).toMatchObject([{ successor: null }, { proposed: { replaces: [] } }, { proposed: { replaces: [] } }]);
  });
  it('one made and one left to be procured again: the award is that of the contract, whichever is named first', () => {
    const register = procured();
    const again: ProposedContract = { ...award('Nobody yet'), outcome: 'procure' };
    register.takes(
      effective('half', '23/00074', { ...kent2300022.proposal, contracts: [again, award('One Ltd')] }, '2023-09-01', '2023-10-16'),
    );
    expect([...register.stories.keys()]).toEqual(['safer-contract-1', 'half-contract-1']);
    expect(register.contract('safer-contract-1')?.decisions.at(-1)).toMatchObject({ number: '23/00074', outcome: 'award' });
  });
  it('of what this register never had procured have an ocid of their own decision', () => {
    const register = new Register();
    register.story('old').registers();
    const award = (replaces: string): ProposedContract => ({
      title: 'Security',
      start: '2025-12-01',
      end: '2027-11-30',
      extensionOptions: [],
      replaces: [replaces],
      outcome: 'award',
    });
    register.takes(
      effective(
        'new',
        '25/00050',
        { ...kent2300022.proposal, contracts: [award('old'), award('a-contract-of-another-register')] },
        '2025-09-01',
        '2025-10-06',
      ),
    );
    expect([1, 2].map((index) => register.contract(`new-contract-${index}`)?.ocid)).toEqual([
      'ocds-000000-25-00050',
      'ocds-000000-25-00050',
    ]);
  });
});

describe('contracts within one decision', () => {
  const follows = (...contracts: Partial<ProposedContract>[]) => {
    const whole = contracts.map(
      (each, index): ProposedContract => ({
        title: `Contract ${index}`,
        extensionOptions: [],
        replaces: [],
        outcome: 'award',
        start: '2020-01-01',
        end: '2020-12-31',
        ...each,
      }),
    );
    return contractsFrom(effective('one', '19/00001', { ...kent2300022.proposal, contracts: whole }, '2019-09-02', '2019-10-07'), {
      council: kent,
      settings,
      known: () => null,
    }).follows.map(({ from, to, continuity }) => [from.at(-1), to.at(-1), continuity.kind]);
  };
  const next = { start: '2021-01-01', end: '2021-12-31' };
  it('taken in-house are followed by none', () => expect(follows({ outcome: 'bring-in-house' }, next)).toEqual([]));
  it('may overlap by their last day, and not by more', () => {
    expect(follows({}, { start: '2020-12-31', end: '2021-12-31' })).toEqual([['1', '2', 'overlap']]);
    expect(follows({}, { start: '2020-12-30', end: '2021-12-31' })).toEqual([]);
  });
  it('that could be followed by either of two are left to people', () => expect(follows({}, next, next)).toEqual([]));
  it('are followed by the one of the same name up to the colon, in capitals or not', () =>
    expect(
      follows({ title: 'A. Young Carers : present' }, { title: 'B. NEET: new', ...next }, { title: 'a. young carers: new', ...next }),
    ).toEqual([['1', '3', 'continuous']]));
  it('of a single day are not followed by another of that day, nor by themselves', () =>
    expect(follows({ start: '2020-05-01', end: '2020-05-01' }, { start: '2020-05-01', end: '2020-05-01' })).toEqual([]));
  it('that say what they follow are not taken to follow anything else', () =>
    expect(follows({}, { ...next, replaces: ['a-contract-of-another-register'] })).toEqual([]));
});

describe('a decision that extends or lets go a contract that the register does not know', () => {
  it.each(['extend', 'lapse'] as const)('enters it, to %s, as the decision gives it', (outcome) => {
    const register = new Register();
    register.takes(
      effective(
        'unknown',
        '25/00040',
        {
          ...kent2300022.proposal,
          contracts: [
            {
              title: 'Interim',
              start: '2025-12-01',
              end: '2026-11-30',
              extensionOptions: [],
              replaces: ['a-contract-of-another-register'],
              outcome,
            },
          ],
        },
        '2025-05-01',
        '2025-06-02',
      ),
    );
    expect([...register.stories.values()].map(({ contract }) => contract)).toMatchObject([
      { id: 'unknown-contract-1', status: 'proposed', proposed: { outcome, end: '2026-11-30' } },
    ]);
  });
});

const upon = (outcome: ProposedContract['outcome']): Proposal => ({
  ...kent2300022.proposal,
  contracts: [{ title: 'SAFER', extensionOptions: [], replaces: ['old'], outcome }],
});

describe('a decision that let a contract end, and is brought in after a later one that extended it', () => {
  const both = (noticeOfLapse: string, lapsedOn: string) => {
    const register = new Register();
    register.story('old').registers({ end: '2027-11-30', extensionOptions: [] });
    register.takes(effective('extends', '25/00060', upon('extend'), '2025-05-01', '2025-06-02'));
    register.takes(effective('lapses', '24/00010', upon('lapse'), noticeOfLapse, lapsedOn));
    return register.contract('old');
  };
  it('is on the contract, and does not let it end', () =>
    expect(both('2024-01-08', '2024-02-12')).toMatchObject({
      exit: null,
      decisions: [{ number: '23/00074' }, { number: '25/00060' }, { number: '24/00010', outcome: 'lapse' }],
    }));
  it('does where it was taken since', () =>
    expect(both('2026-01-08', '2026-02-12')).toMatchObject({ exit: { how: 'lapse', decision: '24/00010' } }));
});

describe('a decision that let a contract end, and is brought in after an option in it was taken up', () => {
  const letGo = (noticeOfLapse: string, lapsedOn: string) => {
    const register = new Register();
    register.story('old').on('2025-06-02').registers({}).does({ type: 'exercise-option', on: '2025-06-02' }).on('2026-11-21');
    register.takes(effective('lapses', '24/00010', upon('lapse'), noticeOfLapse, lapsedOn));
    return register.contract('old');
  };
  it('is on the contract, and does not let it end', () =>
    expect(letGo('2024-01-08', '2024-02-12')).toMatchObject({ exit: null, decisions: [{}, { number: '24/00010', outcome: 'lapse' }] }));
  it('does where it was taken since', () =>
    expect(letGo('2026-01-08', '2026-02-12')).toMatchObject({ exit: { how: 'lapse', decision: '24/00010' } }));
});

describe('a decision that let a contract end, and is brought in after its officers made it run longer', () => {
  const letGo = (end: string, lapsedOn: string) => {
    const register = new Register();
    const told = register.story('old').on('2025-06-02').registers({ end: '2027-11-30', extensionOptions: [] });
    told
      .does({ type: 'amend-contract', terms: { ...told.registered.terms, end }, words: 'Varied.', decision: '25/00060' })
      .does({ type: 'amend-contract', terms: { ...told.registered.terms, title: 'SAFER homes' }, words: 'Renamed.' })
      .on('2026-11-21');
    register.takes(effective('lapses', '24/00010', upon('lapse'), addDays(lapsedOn, -35), lapsedOn));
    return register.contract('old');
  };
  it('is on the contract, and does not let it end', () =>
    expect(letGo('2028-11-30', '2024-02-12')).toMatchObject({
      exit: null,
      decisions: [{}, { number: '25/00060' }, { number: '24/00010', outcome: 'lapse' }],
    }));
  it('does where it was taken since, or where the contract ends no later for what was changed', () => {
    expect(letGo('2028-11-30', '2026-02-12')).toMatchObject({ exit: { how: 'lapse', decision: '24/00010' } });
    expect(letGo('2027-11-29', '2024-02-12')).toMatchObject({ exit: { how: 'lapse', decision: '24/00010' } });
  });
});

describe('a decision that let a contract lapse, and is brought in after a later one that takes it in-house', () => {
  const brought = () => {
    const register = new Register();
    register.story('old').registers({ end: '2027-11-30', extensionOptions: [] });
    register.takes(effective('in-house', '26/00010', upon('bring-in-house'), '2026-01-08', '2026-02-12'));
    register.takes(effective('lapses', '24/00010', upon('lapse'), '2024-01-08', '2024-02-12'));
    return register;
  };
  it('is on the contract, and the later one stands', () =>
    expect(brought().contract('old')).toMatchObject({
      exit: { how: 'bring-in-house', decision: '26/00010' },
      decisions: [{ number: '23/00074' }, { number: '26/00010' }, { number: '24/00010', outcome: 'lapse' }],
    }));
  it('leaves the later one standing over an extension between the two', () => {
    const register = brought();
    register.takes(effective('extends', '25/00060', upon('extend'), '2025-05-01', '2025-06-02'));
    expect(register.contract('old')).toMatchObject({ exit: { decision: '26/00010' } });
  });
});

describe('decisions on whether a contract goes on', () => {
  const taken = (outcome: ProposedContract['outcome'], year: number) =>
    effective(`of-${year}`, `${year}/00001`, upon(outcome), `20${year}-03-07`, `20${year}-04-05`);
  const heard = (decisions: In<'effective'>[]) => {
    const register = new Register();
    register.story('old').registers({ end: '2027-11-30', extensionOptions: [] });
    for (const decision of decisions) register.takes(decision);
    return register.contract('old')?.exit;
  };
  it('come to the same in whatever order they are heard, and however often: the last of them holds', () => {
    const some = fc
      .array(fc.constantFrom('extend' as const, 'lapse' as const, 'bring-in-house' as const), { minLength: 1, maxLength: 4 })
      .map((outcomes) => outcomes.map((outcome, at) => taken(outcome, 20 + at)));
    const inAnyOrder = some.chain((decisions) =>
      fc
        .tuple(fc.shuffledSubarray(decisions, { minLength: decisions.length }), fc.subarray(decisions))
        .map(([each, again]) => ({ decisions, told: [...each, ...again] })),
    );
    fc.assert(
      fc.property(inAnyOrder, ({ decisions, told }) => {
        const last = decisions.at(-1)?.content.contracts[0]?.outcome;
        expect(heard(told)).toEqual(heard(decisions));
        expect(heard(told)?.how ?? 'extend').toBe(last);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a decision to procure what follows a registered contract', () => {
  const procure = (start: string): ProposedContract => ({
    title: 'SAFER property security again',
    start,
    end: '2029-12-31',
    extensionOptions: [],
    replaces: ['old'],
    outcome: 'procure',
  });
  const told = () => {
    const register = new Register();
    register.story('old').registers({ start: '2024-01-01', end: '2026-12-31', extensionOptions: [] });
    const { follows } = register.takes(
      effective('again', '26/00055', { ...kent2300022.proposal, contracts: [procure('2027-02-01')] }, '2026-08-03', '2026-09-07'),
    );
    return { register, follows };
  };
  const awarded = () => {
    const { register } = told();
    register.takes(
      effective(
        'again-award',
        '26/00099',
        { ...kent2300022.proposal, contracts: [{ ...procure('2027-01-01'), outcome: 'award', replaces: ['again-contract-1'] }] },
        '2026-09-08',
        '2026-10-12',
      ),
    );
    return register;
  };

  it('links the two as it states, and the gap is told', () => {
    const { register, follows } = told();
    expect(follows).toMatchObject([{ from: 'old', to: 'again-contract-1', basis: 'stated', continuity: { kind: 'gap', days: 31 } }]);
    expect(register.story('old').checks()).toContain('gap-31');
  });
  it('is not one on the contract that it follows: that runs to its end as before', () =>
    expect(told().register.contract('old')).toMatchObject({ exit: null, decisions: [{ number: '23/00074', outcome: 'authority' }] }));
  it('links a contract that was awarded with no procurement of its own as well', () => {
    const { register } = told();
    const award: ProposedContract = { ...procure('2027-01-01'), outcome: 'award' };
    expect(
      register.takes(effective('bridge', '26/00060', { ...kent2300022.proposal, contracts: [award] }, '2026-08-10', '2026-09-14')).follows,
    ).toMatchObject([{ from: 'old', to: 'bridge-contract-1', continuity: { kind: 'continuous' } }]);
    expect(register.contract('old')).toMatchObject({ exit: null, decisions: [{ number: '23/00074', outcome: 'authority' }] });
  });
  it('that also prolongs the contract until then does each to its own contract, heard once or twice', () => {
    const { register } = told();
    const both = effective(
      'both',
      '26/00061',
      {
        ...kent2300022.proposal,
        contracts: [
          { ...procure('2026-12-01'), end: '2027-03-31', outcome: 'extend' },
          { ...procure('2027-04-01'), outcome: 'award' },
        ],
      },
      '2026-08-10',
      '2026-09-14',
    );
    for (const _ of ['once', 'again']) register.takes(both);
    expect([...register.stories.keys()]).toEqual(['old', 'again-contract-1', 'both-contract-2']);
    expect(register.contract('old')?.decisions.map(({ number, outcome }) => [number, outcome])).toEqual([
      ['23/00074', 'authority'],
      ['26/00061', 'extend'],
    ]);
  });
  it('links what is itself only proposed to what is to follow that', () => {
    const { register } = told();
    const { follows } = register.takes(
      effective(
        'after',
        '26/00070',
        { ...kent2300022.proposal, contracts: [{ ...procure('2030-01-01'), end: '2031-12-31', replaces: ['again-contract-1'] }] },
        '2026-08-17',
        '2026-09-21',
      ),
    );
    expect(follows).toMatchObject([{ from: 'again-contract-1', to: 'after-contract-1', continuity: { kind: 'continuous' } }]);
    expect(register.contract('after-contract-1')?.ocid).toBe('ocds-000000-26-00070');
    expect(register.contract('again-contract-1')?.decisions.map(({ number }) => number)).toEqual(['26/00055']);
  });
  it('keeps what came before when it is awarded with another start', () => {
    const register = awarded();
    const next = register.contract('again-contract-1')!;
    for (const { contractId, command } of successionTasks(next)) register.story(contractId).does(command);
    expect(register.contract('old')?.successor).toMatchObject({ id: 'again-contract-1', start: '2027-01-01' });
  });
  it('keeps both ends of the link', () =>
    expect(successionTasks(awarded().contract('again-contract-1')!)).toMatchObject([
      { contractId: 'old', command: { type: 'link-successor', successor: { id: 'again-contract-1', start: '2027-01-01' } } },
    ]));
  it('that comes to nothing tells the one before nothing, and neither does a contract that follows none', () => {
    const { register } = told();
    expect(successionTasks(register.contract('old')!)).toEqual([]);
    expect(successionTasks(register.story('again-contract-1').does({ type: 'close-contract', words: 'No bids.' }).contract!)).toEqual([]);
  });
});
