import { describe, expect, it } from 'vitest';
import type { NotedDecision } from '../../functions/contract/contract-noted.schema.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { evolveContract } from '../../functions/contract/evolve-contract.ts';
import { predecessorsOf, successionTasks } from '../../functions/contract/succession.rules.ts';
import { ContractStory, terms } from './contract-story.ts';

const registered = (over: Partial<Terms> = {}) => new ContractStory('2023-12-01T09:00:00Z').registers(over);
const ended = () => registered().on('2025-12-02').does({ type: 'end-contract', on: '2025-11-30', how: 'expired', words: '' });
const people = { owner: { name: 'An Owner', email: 'owner@kent.example' }, sponsor: { name: 'A Sponsor', email: 'sponsor@kent.example' } };
const procure: NotedDecision = { number: '23/00022', outcome: 'procure' };
const proposed = (decision: NotedDecision = procure) =>
  new ContractStory('2023-04-15T09:00:00Z').does({
    type: 'propose-contract',
    reference: '23/00022-1',
    ocid: 'ocds-000000-23-00022',
    decision,
    particulars: { title: 'SAFER', department: 'Adult Social Care and Health', divisionsAffected: ['Ashford Central'], ...people },
    proposed: { outcome: 'procure', extensionOptions: [], replaces: [] },
  });
const registers = (over: Partial<Terms>) => ({
  type: 'register-contract' as const,
  reference: 'ignored',
  ocid: 'ignored',
  terms: terms(over),
});
const faults = (refusal: ReturnType<ContractStory['tries']>) => refusal?.errors?.map(({ path, message }) => `${path}: ${message}`);

describe('A contract that a decision proposed', () => {
  it('serves where the decision said, unless its officers say otherwise', () => {
    const { divisionsAffected: _, ...unsaid } = terms();
    expect(proposed().does({ ...registers({}), terms: unsaid }).registered.terms.divisionsAffected).toEqual(['Ashford Central']);
    expect(proposed().does(registers({ divisionsAffected: 'all' })).registered.terms.divisionsAffected).toBe('all');
  });
  it('has the decision that its officers register it by beside the one that it came from, with what that delegates, and neither twice', () => {
    const decisions = (over: Partial<Terms>) =>
      proposed()
        .does({ type: 'note-decision', decision: { number: '23/00074', outcome: 'award' } })
        .does(registers(over)).registered.decisions;
    expect(decisions({ decision: '23/00080', delegates: 'Delegates the rest.' })).toEqual([
      procure,
      { number: '23/00074', outcome: 'award' },
      { number: '23/00080', outcome: 'authority', delegates: 'Delegates the rest.' },
    ]);
    expect(decisions({ decision: '23/00074' })).toEqual([procure, { number: '23/00074', outcome: 'award' }]);
  });
  it('is let go at once where that is what was decided', () => {
    const exit = (outcome: NotedDecision['outcome']) => proposed({ number: '23/00022', outcome }).contract?.exit?.how ?? null;
    expect([exit('lapse'), exit('bring-in-house'), exit('procure'), exit('award')]).toEqual(['lapse', 'bring-in-house', null, null]);
  });
  it('is closed with a reason where it never comes to be made, on that day', () => {
    expect(faults(proposed().tries({ type: 'close-contract', words: ' ' }))).toEqual(['words: Say why "SAFER" will not be registered']);
    expect(proposed().on('2023-06-30', '23:30:00Z').does({ type: 'close-contract', words: 'No bids.' }).contract).toMatchObject({
      id: 'a-contract',
      status: 'closed',
      particulars: { title: 'SAFER' },
      closed: { on: '2023-07-01', words: 'No bids.' },
    });
  });
});

describe('A decision', () => {
  const extend: NotedDecision = { number: '25/00040', outcome: 'extend' };
  it('of the same number that does two things to a contract is on it for each', () => {
    expect(
      registered()
        .does({ type: 'note-decision', decision: extend })
        .does({ type: 'note-decision', decision: { ...extend, outcome: 'lapse' } })
        .registered.decisions.map(({ outcome }) => outcome),
    ).toEqual(['authority', 'extend', 'lapse']);
  });
  it('that does what one before it did is on the contract beside it; heard twice, it is there once', () => {
    const story = registered()
      .does({ type: 'note-decision', decision: extend })
      .does({ type: 'note-decision', decision: { ...extend, number: '26/00041' } })
      .does({ type: 'note-decision', decision: extend });
    expect(story.registered.decisions.map(({ number }) => number)).toEqual(['23/00074', '25/00040', '26/00041']);
  });
  it('heard of after a contract has ended is kept with it, and moves neither its value nor what is in hand', () => {
    const story = registered()
      .does({ type: 'take-decision-in-hand', number: '25/00040' })
      .on('2025-12-02')
      .does({ type: 'end-contract', on: '2025-11-30', how: 'expired', words: '' });
    expect(story.does({ type: 'note-decision', decision: extend, approvedPence: 200_000_000 }).contract).toMatchObject({
      id: 'a-contract',
      status: 'ended',
      approvedPence: 160_000_000,
      inHand: '25/00040',
      decisions: [{ number: '23/00074' }, extend],
    });
  });
});

describe('What a contract has come to', () => {
  it('by a day still to come is not recorded, nor one before what is recorded already', () => {
    const story = registered().on('2025-06-30').does({ type: 'record-value', toDatePence: 5, on: '2025-06-29' });
    expect(faults(story.tries({ type: 'record-value', toDatePence: 6, on: '2025-07-01' }))).toEqual(['on: This day is still to come']);
    expect(faults(story.tries({ type: 'record-value', toDatePence: 6, on: '2025-06-28' }))).toEqual([
      'on: The value on 29 June 2025 is recorded already',
    ]);
  });
  it('told twice is recorded once; the same value on a later day is news', () => {
    const story = registered()
      .on('2025-06-30')
      .does({ type: 'record-value', toDatePence: 5, on: '2025-06-29' })
      .does({ type: 'record-value', toDatePence: 5, on: '2025-06-29' })
      .does({ type: 'record-value', toDatePence: 5, on: '2025-06-30' });
    expect(story.happened).toEqual(['contract-registered', 'value-recorded', 'value-recorded']);
    expect(story.registered.toDate).toEqual({ pence: 5, on: '2025-06-30' });
  });
});

describe('What follows a contract', () => {
  it('from a day that nobody has named yet is not told to it', () => {
    const next = proposed().does({
      type: 'note-decision',
      decision: { number: '23/00074', outcome: 'award' },
      proposed: { outcome: 'award', extensionOptions: [], replaces: ['old'] },
    }).contract;
    expect(next && [predecessorsOf(next), successionTasks(next)]).toEqual([['old'], []]);
  });
  it('is never the contract itself', () =>
    expect(
      faults(registered().tries({ type: 'link-successor', successor: { id: 'a-contract', start: '2025-12-01', basis: 'stated' } })),
    ).toEqual(['successor: A contract cannot follow itself']));
  it('is planned as an end once, and again when another decision plans it', () => {
    const lapse = { type: 'plan-exit' as const, how: 'lapse' as const, words: 'No longer needed.' };
    const story = registered()
      .does({ ...lapse, decision: '25/00001' })
      .does({ ...lapse, decision: '25/00001', words: 'Heard again.' })
      .does({ ...lapse, decision: '25/00002' });
    expect(story.happened).toEqual(['contract-registered', 'exit-planned', 'exit-planned']);
    expect(story.registered.exit).toEqual({ how: 'lapse', decision: '25/00002', words: 'No longer needed.' });
  });
});

describe('The day from which what is public of a contract is as it is', () => {
  it('is that of the last act that the public reads of, and not of what its officers are told, answer or spend', () => {
    const at = ({ contract }: ContractStory) => contract?.published;
    const story = registered();
    expect(at(story)).toEqual({ version: 1, at: '2023-12-01T09:00:00Z' });
    expect(
      at(
        story
          .on('2024-03-01')
          .does({ type: 'record-value', toDatePence: 5, on: '2024-03-01' })
          .does({ type: 'take-decision-in-hand', number: '26/00012' }),
      ),
    ).toEqual({ version: 1, at: '2023-12-01T09:00:00Z' });
    expect(at(story.does({ type: 'record-notice', notice: 'UK7', publishedOn: '2024-03-01' }))).toEqual({
      version: 4,
      at: '2024-03-01T09:00:00Z',
    });
  });
  it('is that of whatever came last by then, for one stored before it was kept', () => {
    const story = registered().on('2024-03-01').does({ type: 'record-value', toDatePence: 5, on: '2024-03-01' });
    const { published: _, ...before } = story.registered;
    story.contract = before;
    for (const number of ['26/00012', '26/00013']) story.on('2026-06-01').does({ type: 'take-decision-in-hand', number });
    expect(story.registered.published).toEqual({ version: 2, at: '2024-03-01T09:00:00Z' });
  });
});

describe('A reference that a contract has already', () => {
  it.each([
    ['Change that one', 'is in the register', registered],
    ['Give this one another reference', 'has ended', ended],
    [
      'Give this one another reference',
      'was closed without being registered',
      () => proposed().does({ type: 'close-contract', words: 'No bids.' }),
    ],
  ])('is refused to another, with what to do: %s where that one %s', (advice, stands, story) => {
    const refusal = story().tries(registers({}));
    expect(refusal).toMatchObject({ rule: 'reference-in-use', contract: 'a-contract' });
    expect(refusal?.words).toContain(`which ${stands}. ${advice}`);
  });
});

describe('An option', () => {
  const exercises = (over: object) => ({ type: 'exercise-option' as const, on: '2025-08-01', ...over });
  it('on a day to come, or over an approved value that no decision is named for, is told where the fault is', () => {
    expect(
      faults(
        registered()
          .on('2025-08-01')
          .tries(exercises({ on: '2025-08-02' })),
      ),
    ).toEqual(['on: This day is still to come']);
    expect(
      faults(
        registered()
          .on('2025-08-01')
          .tries(exercises({ approvedPence: 200_000_000 })),
      ),
    ).toEqual(['decision: Name the decision that approved this value']);
  });
  it('recorded after the end is refused with the end, and spaces do not say how it is known', () =>
    expect(
      registered()
        .on('2025-12-05')
        .tries(exercises({ late: '  ' })),
    ).toMatchObject({ rule: 'option-recorded-after-expiry', effectiveEnd: '2025-11-30' }));
  it('taken up by a decision that approves no other value leaves the contract with the decisions it had', () => {
    const story = registered()
      .on('2025-08-01')
      .does(exercises({ decision: '25/00050' }));
    expect(story.happened).toEqual(['contract-registered', 'option-exercised']);
    expect(story.registered).toMatchObject({ decisions: [{ number: '23/00074' }], exercised: [{ decision: '25/00050' }] });
  });
});

describe('An option taken up by the decision that extends the contract', () => {
  it('leaves what is known of that decision, which stands there once, beside the others', () => {
    const known: NotedDecision = { number: '25/00050', outcome: 'extend', effectiveFrom: '2025-06-12', delegates: 'Delegates the rest.' };
    const story = registered()
      .on('2025-08-01')
      .does({ type: 'note-decision', decision: { ...known, number: '25/00049' } })
      .does({ type: 'note-decision', decision: known });
    expect(
      story.does({ type: 'exercise-option', on: '2025-08-01', decision: '25/00050', approvedPence: 200_000_000 }).registered,
    ).toMatchObject({ approvedPence: 200_000_000, decisions: [{ number: '23/00074' }, { ...known, number: '25/00049' }, known] });
    expect(story.registered.decisions).toHaveLength(3);
  });
  it('puts it there for that too where the contract was registered by it', () => {
    const story = registered()
      .on('2025-08-01')
      .does({ type: 'exercise-option', on: '2025-08-01', decision: '23/00074', approvedPence: 200_000_000 });
    expect(story.registered.decisions.map(({ number, outcome }) => [number, outcome])).toEqual([
      ['23/00074', 'authority'],
      ['23/00074', 'extend'],
    ]);
  });
});

describe('The end of a contract', () => {
  const ends = (on: string, how: 'expired' | 'terminated', words = '') => ({ type: 'end-contract' as const, on, how, words });
  it('is not recorded ahead of its day, nor before it began', () => {
    expect(
      faults(
        registered()
          .on('2024-06-01')
          .tries(ends('2024-06-02', 'terminated', 'Breach.')),
      ),
    ).toEqual(['on: This day is still to come']);
    expect(
      faults(
        registered()
          .on('2024-06-01')
          .tries(ends('2023-11-30', 'terminated', 'Breach.')),
      ),
    ).toEqual(['on: The contract began on 1 December 2023']);
    expect(
      registered()
        .on('2024-06-01')
        .tries(ends('2023-12-01', 'terminated', 'Never begun.')),
    ).toBeNull();
  });
  it('names every fault at once', () => {
    expect(faults(registered().on('2025-12-02').tries(ends('2025-11-29', 'expired')))).toEqual([
      'on: The contract expires on 30 November 2025',
    ]);
    expect(
      faults(
        registered()
          .on('2024-06-01')
          .tries(ends('2024-06-02', 'terminated', '  ')),
      ),
    ).toEqual(['on: This day is still to come', 'words: Say why the contract was terminated']);
  });
  it('later than its last day is refused with that day', () =>
    expect(
      registered()
        .on('2026-01-01')
        .tries(ends('2025-12-31', 'terminated', 'Breach.')),
    ).toMatchObject({ rule: 'contract-expired', effectiveEnd: '2025-11-30' }));
});

describe('A notice', () => {
  it('is not recorded ahead of its day', () => {
    const publishes = (publishedOn: string) => registered().on('2025-12-01').tries({ type: 'record-notice', notice: 'UK7', publishedOn });
    expect([faults(publishes('2025-12-02')), publishes('2025-12-01')]).toEqual([['publishedOn: This day is still to come'], null]);
  });
});

describe('A contact', () => {
  it('whose address bounced is marked once, beside any other', () => {
    const bounces = (email: string) => ({ type: 'mark-contact-undeliverable' as const, email });
    const story = registered()
      .does(bounces('owner@kent.example'))
      .does(bounces('owner@kent.example'))
      .does(bounces('sponsor@kent.example'));
    expect(story.happened).toEqual(['contract-registered', 'contact-undeliverable', 'contact-undeliverable']);
    expect(story.registered.bounced).toEqual(['owner@kent.example', 'sponsor@kent.example']);
  });
});

describe('A command that a contract does not hear', () => {
  it('is refused with where the contract stands', () => {
    expect(ended().tries({ type: 'exercise-option', on: '2025-12-02' })).toMatchObject({ rule: 'not-in-this-status', status: 'ended' });
    expect(proposed().tries({ type: 'exercise-option', on: '2023-04-15' })).toMatchObject({
      rule: 'not-in-this-status',
      status: 'proposed',
      words: 'This cannot be done: the contract is still only proposed.',
    });
  });
});

describe('A history in which something stands that cannot have happened', () => {
  const [registration, ending] = ended().events as [ContractStory['events'][number], ContractStory['events'][number]];
  const closing = proposed().does({ type: 'close-contract', words: 'No bids.' }).events[1]!;
  const amending = registered().does({ type: 'amend-contract', terms: terms({ title: 'Security' }), words: 'Its name.' }).events[1]!;

  it.each([
    ['registered a second time', registered, registration, '"contract-registered" cannot follow "registered"'],
    ['closed once it was registered', registered, closing, '"contract-closed" cannot follow "registered"'],
    ['amended after its end', ended, amending, '"contract-amended" cannot follow "ended"'],
    ['ended before it was registered', proposed, ending, '"contract-ended" cannot follow "proposed"'],
  ])('is broken, and says so: a contract %s', (_, story, event, words) =>
    expect(() => evolveContract(story().contract, event)).toThrow(words),
  );
});
