import { describe, expect, it } from 'vitest';
import { alertsDue, nextAlertOn } from '../../functions/alert/alerts-due.rules.ts';
import { anchorsOf } from '../../functions/alert/alert-anchors.rules.ts';
import { rungsOf } from '../../functions/alert/alert-ladder.rules.ts';
import type { NotedDecision, ProposedTerms } from '../../functions/contract/contract-noted.schema.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { ContractStory, settings, terms } from '../contract/contract-story.ts';
import { dueOn, given, next } from './daily-checks.ts';

const plain = { start: '2023-01-01', end: '2026-12-31', extensionOptions: [] };
const option = { months: 12, amountPence: 0 };
const story = (over: Partial<Terms> = {}) => new ContractStory('2023-01-02T07:00:00Z').registers({ ...plain, ...over });
const proposed = (over: Partial<ProposedTerms> = {}, outcome: NotedDecision['outcome'] = 'procure') =>
  new ContractStory('2023-01-02T07:00:00Z').does({
    type: 'propose-contract',
    reference: '22/00007-1',
    ocid: 'ocds-000000-22-00007',
    decision: { number: '22/00007', outcome },
    particulars: { title: 'SAFER', department: 'Adults', owner: terms().owner, sponsor: terms().sponsor },
    proposed: { outcome: 'procure', extensionOptions: [], replaces: [], start: '2026-04-01', ...over },
  });
const rungs = (told: ContractStory, horizon: string) => rungsOf(told.contract!, anchorsOf(told.contract!, given(horizon)), horizon);
const codes = (told: ContractStory, horizon: string) => rungs(told, horizon).map(({ code }) => code);
const follows = (start: string) => ({ type: 'link-successor' as const, successor: { id: 'next', start, basis: 'stated' as const } });

describe('A contract still to be procured', () => {
  it('has its dates asked for on the day on which it was to start, and is not warned of an end that is none yet', () => {
    const told = proposed({ end: '2026-06-30' });
    expect(next(told.contract!)).toBe('2026-04-01');
    expect([told.on('2026-03-31').checks(), told.on('2026-04-01').checks(), told.on('2026-06-30').checks()]).toEqual([
      [],
      ['confirm-dates'],
      ['escalation'],
    ]);
    expect(next(told.contract!, '2026-06-30')).toBeNull();
  });
  it('for which nobody named a start has nothing to be asked', () =>
    expect([codes(proposed({ start: undefined }), '2026-04-01'), next(proposed({ start: undefined }).contract!)]).toEqual([[], null]));
  it('that is followed by another is asked the same', () =>
    expect(proposed().does(follows('2027-04-01')).on('2026-04-01').checks()).toEqual(['confirm-dates']));
  it('is warned of the end where a decision lets it go, if it is known', () => {
    const lapsing = (end?: string) => proposed({ outcome: 'lapse', start: undefined, ...(end ? { end } : {}) }, 'lapse');
    expect([codes(lapsing('2026-06-30'), '2026-06-30'), codes(lapsing(), '2026-06-30')]).toEqual([['end-3m', 'end-1m', 'expiry'], []]);
  });
  it('and was closed instead has nothing more to be told', () => {
    const closed = proposed({ outcome: 'lapse', end: '2026-06-30' }, 'lapse').does({
      type: 'close-contract',
      words: 'Nothing came of it.',
    });
    expect([codes(closed, '2026-06-30'), next(closed.contract!)]).toEqual([[], null]);
  });
});

describe('The ladder of a contract', () => {
  it('holds what there is to be told up to a day, in turn, and nothing else', () => {
    const start = ['start-6m', 'start-3m', 'start-1m', 'start', ...Array.from({ length: 45 }, (_, week) => `late-${week + 1}`)];
    expect(codes(story(), '2027-01-10')).toEqual([...start, 'end-3m', 'end-1m', 'expiry', 'expired-1']);
    expect(codes(story({ reviewOn: '2025-06-30', extensionOptions: [option] }), '2026-12-31')).toEqual([
      ...start,
      'option-1-3m',
      'option-1-1m',
      'option-1',
      'end-3m',
      'end-1m',
      'expiry',
      'review',
    ]);
  });
  it('has no start and no option once a decision lets the contract end', () =>
    expect(
      codes(story({ extensionOptions: [option] }).does({ type: 'plan-exit', how: 'lapse', words: 'No longer needed.' }), '2026-12-31'),
    ).toEqual(['end-3m', 'end-1m', 'expiry']));
  it('goes on asking for a start where what follows leaves a gap', () =>
    expect(codes(story().does(follows('2027-02-01')), '2026-12-31')).toEqual(expect.arrayContaining(['start', 'late-44', 'gap-31'])));
  it('says how long an option is', () => {
    const words = (months: number) =>
      rungs(story({ extensionOptions: [{ ...option, months }] }), '2026-12-31').find(({ code }) => code === 'option-1-3m')?.words;
    expect([words(1), words(12)]).toEqual([
      'Extension option 1, of 1 month, must be taken up by Thursday 31 December 2026.',
      'Extension option 1, of 12 months, must be taken up by Thursday 31 December 2026.',
    ]);
  });
});

describe('The alerts of a day', () => {
  it('cover every rung before them that was not told, and not themselves', () => {
    const [late, end] = dueOn(story().contract!, '2026-10-05');
    expect([late?.code, late?.covers.length, late?.covers.includes(late.id), late?.covers[0]]).toEqual([
      'late-32',
      35,
      false,
      'start-6m@2026-02-17',
    ]);
    expect([end?.code, end?.date, end?.covers]).toEqual(['end-3m', '2026-09-30', []]);
  });
  it('of what is wrong from the moment it is known have that day', () =>
    expect(dueOn(story().does(follows('2027-02-01')).contract!, '2023-02-01').map(({ code, date }) => [code, date])).toEqual([
      ['gap-31', '2023-02-01'],
    ]));
  it('are the latest of their kind, however the council’s settings order them', () => {
    const anchors = (on: string) =>
      anchorsOf(story().contract!, {
        ...given(on),
        settings: { ...settings, alerts: settings.alerts.map((each) => ({ ...each, beforeStartMonths: [1, 3, 6] })) },
      });
    expect(alertsDue(story().contract!, anchors('2026-01-20'), '2026-01-20').map(({ code }) => code)).toEqual(['start-1m']);
  });
  it('on the last day still say that the start is late; from the next one the end says it all', () => {
    const missed = (on: string) =>
      story({ extensionOptions: [option] })
        .on(on)
        .checks();
    expect([missed('2026-12-31'), missed('2027-01-01')]).toEqual([['late-45', 'option-1', 'expiry'], ['expiry']]);
  });
  it('do not speak of a start that comes back after the end', () => {
    const told = story().does({ type: 'take-decision-in-hand', number: '26/00012' }).on('2026-12-31');
    expect(told.checks()).toEqual(['expiry']);
    expect(told.on('2027-01-02').does({ type: 'give-up-decision-in-hand', words: 'Withdrawn.' }).checks()).toEqual([]);
    expect(told.on('2027-01-07').checks()).toContain('expired-1');
  });
  it('name each address that bounced, and each notice that is due', () => {
    const bounced = story()
      .does({ type: 'mark-contact-undeliverable', email: 'owner@kent.example' })
      .does({ type: 'mark-contact-undeliverable', email: 'sponsor@kent.example' });
    expect(bounced.checks()).toEqual(['address-bounced', 'address-bounced']);
    const act = new ContractStory('2025-12-01T07:00:00Z').registers({
      ...plain,
      procurementStartedOn: '2025-06-01',
      start: '2025-12-01',
      end: '2027-11-30',
      netPence: 500_000_000,
      signedOn: '2025-12-01',
    });
    expect(act.checks()).toEqual(['uk7-arises', 'uk9-arises']);
  });
  it('of a notice that arises on its last day tell that it is the last', () => {
    const act = new ContractStory('2025-12-01T07:00:00Z')
      .registers({ ...plain, procurementStartedOn: '2025-06-01', start: '2025-12-01', end: '2027-11-30' })
      .on('2026-03-02');
    act.does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-12-02' }).does({
      type: 'amend-contract',
      terms: terms({ ...act.registered.terms, netPence: 100_000_000 }),
      words: 'More homes.',
      decision: '26/00002',
    });
    expect(act.checks()).toEqual(['uk10-last-day']);
  });
});

describe('The day on which a contract is next looked at', () => {
  it('is the next rung’s, or the end of a snooze that reaches beyond it', () => {
    const told = story().on('2026-03-08');
    told.checks();
    expect(nextAlertOn(told.contract!, anchorsOf(told.contract!, given('2026-03-08')))).toBe('2026-03-10');
    told.does({ type: 'snooze-alerts', until: '2026-03-09', words: 'A day.' });
    expect(next(told.contract!)).toBe('2026-03-10');
    expect(next(told.does({ type: 'snooze-alerts', until: '2026-03-20', words: 'A week.' }).contract!)).toBe('2026-03-20');
  });
  it('is that of a notice which the law asks for, snoozed or not', () => {
    const act = new ContractStory('2025-11-20T07:00:00Z').registers({
      ...plain,
      procurementStartedOn: '2025-06-01',
      signedOn: '2025-12-01',
      start: '2025-12-01',
      end: '2027-11-30',
    });
    act.does({ type: 'record-notice', notice: 'UK6', publishedOn: '2025-11-19' });
    expect(next(act.does({ type: 'snooze-alerts', until: '2026-06-01', words: 'Quiet.' }).contract!)).toBe('2025-12-01');
  });
});

describe('A decision in hand', () => {
  const takes = (number: string) => ({ type: 'take-decision-in-hand' as const, number });
  it('is taken once, and given up once', () => {
    const told = story()
      .does(takes('26/00012'))
      .does(takes('26/00012'))
      .does({ type: 'give-up-decision-in-hand', words: 'Withdrawn.' })
      .does({ type: 'give-up-decision-in-hand', words: 'Withdrawn.' });
    expect(told.happened).toEqual(['contract-registered', 'decision-in-hand', 'decision-no-longer-in-hand']);
  });
  it('stays in hand where one that was in hand before it will not be taken', () => {
    const told = story().does(takes('26/00012')).does(takes('26/00013'));
    told.does({ type: 'give-up-decision-in-hand', number: '26/00012', words: 'Decision 26/00012 will not be taken.' });
    expect(told.contract?.inHand).toBe('26/00013');
  });
  it('is none of the decisions that the contract stands on, the first or a later one', () => {
    const told = story().does({ type: 'note-decision', decision: { number: '25/00040', outcome: 'extend' } });
    expect(['23/00074', '25/00040', '26/00012'].map((number) => told.tries(takes(number))?.rule ?? null)).toEqual([
      'decision-is-older',
      'decision-is-older',
      null,
    ]);
  });
});

describe('A decision in effect that extends a contract by its option', () => {
  const decided = (effectiveFrom: string, over: Partial<Terms> = { extensionOptions: [option] }) =>
    story(over).does({ type: 'note-decision', decision: { number: '26/00012', outcome: 'extend', effectiveFrom } });
  const begins = (told: ContractStory) => codes(told, '2026-12-31').filter((code) => /^(start|late)/.test(code));
  it('leaves nothing to be begun until it is taken up, and the days of the option and of the end are told', () => {
    const told = decided('2026-03-01');
    expect(begins(told)).toEqual([]);
    expect(codes(told, '2026-12-31')).toEqual(expect.arrayContaining(['option-1-3m', 'option-1', 'end-3m', 'end-1m', 'expiry']));
  });
  it('taken up, leaves what follows the new end to be begun', () =>
    expect(begins(decided('2026-03-01').on('2026-04-01').does({ type: 'exercise-option', on: '2026-04-01' }))).not.toEqual([]));
  it('from before the contract was registered, or of that day, is taken to be in its dates', () =>
    expect([begins(decided('2023-01-01')), begins(decided('2023-01-02'))]).not.toContainEqual([]));
  it('leaves what follows to be begun once its end was put later, and not where the change left it', () => {
    const changed = (end: string) =>
      decided('2026-03-01')
        .on('2026-04-01')
        .does({
          type: 'amend-contract',
          terms: terms({ ...plain, end, extensionOptions: [option] }),
          words: 'As agreed',
          decision: '26/00012',
        });
    expect(begins(changed('2027-03-31'))).not.toEqual([]);
    expect(begins(changed('2026-12-31'))).toEqual([]);
  });
  it('under which one of its options was taken up already leaves what follows the other to be begun', () => {
    const taken = story({ extensionOptions: [option, option] })
      .on('2026-02-01')
      .does({ type: 'exercise-option', on: '2026-02-01', decision: '26/00012' });
    const begun = taken.does({ type: 'note-decision', decision: { number: '26/00012', outcome: 'extend', effectiveFrom: '2026-03-01' } });
    expect(codes(begun, '2027-12-31').filter((code) => /^(start|late)/.test(code))).not.toEqual([]);
  });
  it('is another than one that awarded it, which leaves what follows to be begun', () =>
    expect(
      begins(
        story({ extensionOptions: [option] }).does({
          type: 'note-decision',
          decision: { number: '26/00012', outcome: 'award', effectiveFrom: '2026-03-01' },
        }),
      ),
    ).not.toEqual([]));
  it('that it does not have leaves what follows to be begun', () =>
    expect(begins(decided('2026-03-01', { extensionOptions: [] }))).not.toEqual([]));
});

describe('A daily check with nothing to say', () => {
  it('leaves no trace in the history of the contract', () =>
    expect(story().does({ type: 'run-daily-check' }).happened).toEqual(['contract-registered']));
});
