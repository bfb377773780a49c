import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractTransitions } from '../../functions/contract/contract-transitions.ts';
import type { ContractCommandType } from '../../functions/contract/contract-commands.ts';
import { contractRequest } from '../../functions/contract/contract-terms.schema.ts';
import type { ContractStatus } from '../../functions/contract/contract.schema.ts';
import { valueFinding, valueStanding } from '../../functions/contract/contract-value.rules.ts';
import { evolveContract } from '../../functions/contract/evolve-contract.ts';
import { fingerprint } from '../../functions/decision/fingerprint.ts';
import { kent } from '../../seeds/kent/council.ts';
import { anyTerms, ContractStory, terms } from './contract-story.ts';

const registered = () => new ContractStory('2023-12-01T09:00:00Z').registers();
const rule = (refusal: { rule: string } | null) => refusal?.rule ?? null;

describe('the number of a supplier', () => {
  it('is one line that reads as it is written: breaks, controls and turns of direction are spaces in it', () => {
    const { supplier, vcse } = terms({
      supplier: { name: 'A Company', number: ' 0123\u0000\u202e4\r\n567\u200e' },
      vcse: { number: '1\n2' },
    });
    expect([supplier.number, vcse]).toEqual(['0123 4 567', { number: '1 2' }]);
  });
});

describe('an extension option', () => {
  it('is exercised within its notice, and moves the end', () =>
    expect(registered().on('2025-08-30').does({ type: 'exercise-option', on: '2025-08-30' }).registered.exercised).toMatchObject([
      { option: 1, endsOn: '2026-11-30' },
    ]));
  it('after its notice deadline is refused with the day, unless somebody says why it can still be done', () => {
    const story = registered().on('2025-08-31');
    expect(story.tries({ type: 'exercise-option', on: '2025-08-31' })).toMatchObject({
      rule: 'option-notice-late',
      noticeBy: '2025-08-30',
    });
    expect(
      story.does({ type: 'exercise-option', on: '2025-08-31', late: 'The supplier agreed in writing on 31 August.' }).registered
        .exercised[0]?.late,
    ).toContain('agreed');
  });
  it('on the last day of the contract can still be exercised with the supplier’s agreement', () =>
    expect(rule(registered().on('2025-11-30').tries({ type: 'exercise-option', on: '2025-11-30', late: 'Agreed.' }))).toBeNull());
  it('after expiry is refused, whatever is said', () =>
    expect(registered().on('2025-12-01').tries({ type: 'exercise-option', on: '2025-12-01', late: 'Agreed.' })).toMatchObject({
      rule: 'option-after-expiry',
      effectiveEnd: '2025-11-30',
    }));
  it('exercised in time and recorded after the end needs words on how that is known', () => {
    const story = registered().on('2025-12-05');
    expect(rule(story.tries({ type: 'exercise-option', on: '2025-08-01' }))).toBe('option-recorded-after-expiry');
    expect(rule(story.tries({ type: 'exercise-option', on: '2025-08-01', late: 'Letter of 1 August on file.' }))).toBeNull();
  });
  it('on a day to come is invalid', () =>
    expect(registered().on('2025-08-01').tries({ type: 'exercise-option', on: '2025-08-02' })?.kind).toBe('invalid'));
  it('on a day before the contract was entered into is invalid: its year was mistyped', () => {
    const on = (day: string) =>
      new ContractStory('2025-08-01T09:00:00Z').registers({ signedOn: '2023-11-06' }).tries({ type: 'exercise-option', on: day });
    expect(on('2023-11-05')?.errors).toEqual([{ path: 'on', message: 'The contract was entered into on 6 November 2023' }]);
    expect(on('2023-11-06')).toBeNull();
  });
  it('that asks for no notice can be taken up until the last day', () => {
    const story = () => new ContractStory().registers({ extensionOptions: [{ months: 12, amountPence: 0 }] });
    expect(rule(story().on('2025-11-30').tries({ type: 'exercise-option', on: '2025-11-30' }))).toBeNull();
    expect(rule(story().on('2025-12-01').tries({ type: 'exercise-option', on: '2025-12-01' }))).toBe('option-after-expiry');
  });
  it('settles the decision that was in hand for it, and no other', () => {
    const inHand = (number: string) =>
      registered()
        .on('2025-08-01')
        .does({ type: 'take-decision-in-hand', number })
        .does({ type: 'exercise-option', on: '2025-08-01', decision: '25/00050' }).contract?.inHand;
    expect([inHand('25/00050'), inHand('25/00051')]).toEqual([null, '25/00051']);
    const noted = (number: string) =>
      registered()
        .does({ type: 'take-decision-in-hand', number })
        .does({ type: 'note-decision', decision: { number: '25/00050', outcome: 'extend' } }).contract?.inHand;
    expect([noted('25/00050'), noted('25/00051')]).toEqual([null, '25/00051']);
  });
  it('is taken in turn until none is left', () => {
    const story = registered()
      .on('2025-08-01')
      .does({ type: 'exercise-option', on: '2025-08-01' })
      .on('2026-08-01')
      .does({ type: 'exercise-option', on: '2026-08-01' });
    expect(rule(story.tries({ type: 'exercise-option', on: '2026-08-01' }))).toBe('no-option-left');
  });
  it('over the value approved needs the decision that approves the new total', () => {
    const story = new ContractStory().registers({ approvedPence: 100_000_000 }).on('2025-08-01');
    expect(story.tries({ type: 'exercise-option', on: '2025-08-01' })).toMatchObject({
      rule: 'value-over-approved',
      overPence: 20_000_000,
      newTotalPence: 120_000_000,
      isKey: true,
    });
    expect(story.tries({ type: 'exercise-option', on: '2025-08-01', approvedPence: 120_000_000 })?.kind).toBe('invalid');
    expect(rule(story.tries({ type: 'exercise-option', on: '2025-08-01', decision: '25/00050', approvedPence: 110_000_000 }))).toBe(
      'value-over-approved',
    );
    expect(
      story.does({ type: 'exercise-option', on: '2025-08-01', decision: '25/00050', approvedPence: 120_000_000 }).registered,
    ).toMatchObject({ approvedPence: 120_000_000, decisions: [{ number: '23/00074' }, { number: '25/00050', outcome: 'extend' }] });
  });
  it('of a contract that a decision lets lapse needs another decision', () => {
    const story = registered().on('2025-08-01').does({ type: 'plan-exit', how: 'lapse', decision: '25/00001', words: 'No longer needed.' });
    expect(rule(story.tries({ type: 'exercise-option', on: '2025-08-01' }))).toBe('exit-planned');
    expect(rule(story.tries({ type: 'exercise-option', on: '2025-08-01', decision: '25/00090' }))).toBeNull();
  });
});

describe('the value of a contract', () => {
  it('over what was approved needs a new decision, key on the new total and not on the increase (Kent 21/00117 on 21/00025)', () => {
    const found = valueFinding(243_809_500, 243_809_500 + 41_690_500, kent, '2022-01-04');
    expect(found).toMatchObject({ needsDecision: true, isKey: true, overPence: 41_690_500, newTotalPence: 285_500_000 });
    expect(valueFinding(0, 41_690_500, kent, '2022-01-04').isKey).toBe(false);
    expect(found.words).toBe(
      '£2,855,000 is £416,905 over the £2,438,095 approved. It needs a new decision, a key decision on the new total.',
    );
  });
  it('at exactly what was approved needs none', () =>
    expect(valueFinding(100, 100, kent, '2022-01-04')).toMatchObject({ needsDecision: false, overPence: 0, isKey: false }));
  it('approved counts every option, unless it is said', () => {
    expect(registered().registered.approvedPence).toBe(160_000_000);
    expect(new ContractStory().registers({ approvedPence: 90_000_000 }).registered.approvedPence).toBe(90_000_000);
  });
  it('to date is recorded as it is found, over or not, and never backwards in time', () => {
    const story = registered().on('2025-06-30').does({ type: 'record-value', toDatePence: 170_000_000, on: '2025-06-30' });
    expect(valueStanding(story.registered, kent, '2025-06-30')).toMatchObject({ needsDecision: true, overPence: 10_000_000 });
    expect(rule(story.tries({ type: 'record-value', toDatePence: 171_000_000, on: '2025-06-30' }))).toBeNull();
    expect(story.tries({ type: 'record-value', toDatePence: 1, on: '2025-05-31' })?.kind).toBe('invalid');
    expect(story.tries({ type: 'record-value', toDatePence: 1, on: '2025-07-01' })?.kind).toBe('invalid');
  });
});

describe('amending a contract', () => {
  const amended = (over: Parameters<typeof terms>[0], decision?: string) => ({
    type: 'amend-contract' as const,
    terms: terms(over),
    words: 'As agreed.',
    decision,
  });
  it('keeps to what was approved, or names the decision', () => {
    expect(rule(registered().tries(amended({ netPence: 170_000_000 })))).toBe('value-over-approved');
    expect(registered().does(amended({ netPence: 170_000_000 }, '24/00011')).registered.approvedPence).toBe(250_000_000);
  });
  it('to run longer than its options allow needs a decision', () => {
    expect(rule(registered().tries(amended({ end: '2028-01-31' })))).toBe('term-over-approved');
    expect(rule(registered().tries(amended({ end: '2026-01-31', extensionOptions: [] })))).toBeNull();
  });
  it('to run exactly as long as its options allow needs none', () =>
    expect(rule(registered().tries(amended({ end: '2027-11-30', extensionOptions: [] })))).toBeNull());
  it('can still prolong it on its last day', () =>
    expect(
      rule(
        registered()
          .on('2025-11-30')
          .tries(amended({ end: '2026-01-31', extensionOptions: [] })),
      ),
    ).toBeNull());
  it('cannot prolong what has ended', () =>
    expect(
      rule(
        registered()
          .on('2025-12-01')
          .tries(amended({ end: '2026-01-31' })),
      ),
    ).toBe('contract-expired'));
  it('cannot take away an option that was exercised', () =>
    expect(
      rule(
        registered()
          .on('2025-08-01')
          .does({ type: 'exercise-option', on: '2025-08-01' })
          .tries(amended({ extensionOptions: [] })),
      ),
    ).toBe('option-already-exercised'));
  it('says what changed', () =>
    expect(registered().tries({ ...amended({ title: 'Property security' }), words: ' ' })?.errors).toEqual([
      { path: 'words', message: 'Say what changed and why' },
    ]));
});

describe('the end of a contract', () => {
  const ends = (on: string, how: 'expired' | 'terminated', words = '') => ({ type: 'end-contract' as const, on, how, words });
  it('by expiry falls on its last day', () =>
    expect(registered().on('2025-12-02').does(ends('2025-11-30', 'expired')).contract).toMatchObject({
      status: 'ended',
      ended: { on: '2025-11-30' },
    }));
  it('by expiry on another day is invalid', () =>
    expect(registered().on('2025-12-02').tries(ends('2025-11-29', 'expired'))?.kind).toBe('invalid'));
  it('by termination needs a reason, and cannot come after the end', () => {
    expect(registered().on('2024-06-01').tries(ends('2024-06-01', 'terminated'))?.kind).toBe('invalid');
    expect(
      rule(
        registered()
          .on('2026-01-01')
          .tries(ends('2025-12-31', 'terminated', 'Breach.')),
      ),
    ).toBe('contract-expired');
    expect(
      rule(
        registered()
          .on('2024-06-01')
          .tries(ends('2024-06-01', 'terminated', 'Breach.')),
      ),
    ).toBeNull();
  });
});

const statuses: ContractStatus[] = ['proposed', 'registered', 'ended', 'closed'];

/** Which command is heard in which status, as its officers would write it down: p proposed, r registered, e ended, c closed. */
const grid: Record<Exclude<ContractCommandType, 'propose-contract'>, string> = {
  'register-contract': 'p',
  'amend-contract': 'r',
  'note-decision': 'pre',
  'exercise-option': 'r',
  'record-value': 're',
  'link-successor': 'pre',
  'unlink-successor': 'pre',
  'plan-exit': 'pr',
  'record-notice': 're',
  'acknowledge-alert': 'pr',
  'snooze-alerts': 'pr',
  'take-decision-in-hand': 'pr',
  'give-up-decision-in-hand': 'pr',
  'mark-contact-undeliverable': 'pr',
  'run-daily-check': 'pre',
  'end-contract': 'r',
  'close-contract': 'p',
};

describe('each command', () => {
  it.each(Object.entries(grid))('%s is heard in %s and nowhere else', (command, heard) =>
    expect(
      statuses
        .filter((status) => (contractTransitions[status] as readonly string[]).includes(command))
        .map((status) => status[0])
        .join(''),
    ).toBe(heard),
  );
  it('is refused where it is not heard, with what stands in the way', () => {
    expect(
      registered()
        .on('2025-12-02')
        .does({ type: 'end-contract', on: '2025-11-30', how: 'expired', words: '' })
        .tries({ type: 'exercise-option', on: '2025-12-02' }),
    ).toMatchObject({ rule: 'not-in-this-status', words: expect.stringContaining('has ended') });
    expect(rule(new ContractStory().tries({ type: 'run-daily-check' }))).toBe('no-such-contract');
  });
});

describe('the history of a contract', () => {
  const told = () =>
    registered()
      .on('2024-03-01')
      .does({ type: 'record-value', toDatePence: 5, on: '2024-03-01' })
      .on('2025-08-01')
      .does({ type: 'exercise-option', on: '2025-08-01' })
      .does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-08-01' });
  it('replayed gives the contract as it stands', () => {
    const { events, contract } = told();
    expect(events.reduce<typeof contract>((was, event) => evolveContract(was, event), null)).toEqual(contract);
  });
  it('is sealed, each event with the hash of the one before', () =>
    expect(
      told().events.every(
        ({ hash, ...body }, index, events) => fingerprint(body) === hash && (index === 0 || body.before === events[index - 1]?.hash),
      ),
    ).toBe(true));
  it('that begins with anything but a contract is broken', () =>
    expect(() => evolveContract(null, told().events[1]!)).toThrow('cannot follow nothing'));
});

describe('a contract as given', () => {
  const faults = (over: object) => contractRequest.safeParse({ ...terms(), ...over }).error?.issues.map(({ path }) => path.join('.')) ?? [];
  it('names every fault at once', () =>
    expect(faults({ title: '', netPence: 1.5, end: '2020-02-30' })).toEqual(['title', 'netPence', 'end']));
  it('ends no sooner than it starts, and is worth no less gross than net', () =>
    expect(faults({ end: '2023-11-30', grossPence: 1 })).toEqual(['end', 'grossPence']));
  it('cannot plan on an option that it has not got', () =>
    expect(faults({ nextRoute: 'extension-by-option', extensionOptions: [] })).toEqual(['nextRoute']));
  it('whatever it holds, is registered and replayed', () => {
    fc.assert(
      fc.property(anyTerms('2012-01-01', 9000), (found) => {
        const story = new ContractStory().does({ type: 'register-contract', reference: 'A', ocid: 'ocds-000000-a', terms: found });
        expect(story.registered.terms).toEqual(found);
      }),
    );
  });
});
