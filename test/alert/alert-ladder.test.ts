import { describe, expect, it } from 'vitest';
import { anchorsOf } from '../../functions/alert/alert-anchors.rules.ts';
import { rungsOf } from '../../functions/alert/alert-ladder.rules.ts';
import { latestSafeStartOf } from '../../functions/procurement/next-path.rules.ts';
import { addDays, daysBetween } from '../../functions/rules/local-date.ts';
import { ContractStory, terms } from '../contract/contract-story.ts';
import { dueOn, given, next, walk } from './daily-checks.ts';

// A four-year contract under the 2015 Regulations, so that no notice of the Act joins the ladder.
const plain = { start: '2023-01-01', end: '2026-12-31', extensionOptions: [] };
const story = (over = {}) => new ContractStory('2023-01-02T07:00:00Z').registers({ ...plain, ...over });
const safeStart = () => latestSafeStartOf(story().registered, given('2023-01-02')).date;

describe('the ladder of a contract that nobody acts on', () => {
  const told = () => {
    const days = walk(story(), '2027-04-30');
    return { days, on: (code: string) => days.filter(({ codes }) => codes.includes(code)).map((day) => day.on) };
  };

  it('begins six, three and one months before the latest safe start, then on it', () => {
    const { on } = told();
    expect(safeStart()).toBe('2026-02-17');
    expect([...on('start-6m'), ...on('start-3m'), ...on('start-1m'), ...on('start')]).toEqual([
      '2025-08-17',
      '2025-11-17',
      '2026-01-17',
      '2026-02-17',
    ]);
  });
  it('once late says so every week until the end', () => {
    const { days, on } = told();
    expect(on('late-1')).toEqual([addDays(safeStart(), 7)]);
    expect(days.flatMap(({ codes }) => codes).filter((code) => code.startsWith('late')).length).toBe(45);
  });
  it('says on the last day itself that it is that, and not that it is late once more, where it is whole weeks after the latest safe start', () => {
    const end = '2026-12-28';
    const start = latestSafeStartOf(story({ end }).registered, given('2023-01-02')).date;
    expect(daysBetween(start, end) % 7).toBe(0);
    expect(walk(story({ end }), end).at(-1)).toMatchObject({ on: end, codes: ['expiry'] });
  });
  it('says when the end is three months and one month away, and on the day', () => {
    const { on } = told();
    expect([...on('end-3m'), ...on('end-1m'), ...on('expiry')]).toEqual(['2026-09-30', '2026-11-30', '2026-12-31']);
  });
  it('after the end asks every week for the end to be recorded, for twelve weeks', () => {
    const { on } = told();
    expect([on('expired-1'), on('expired-12'), on('expired-13')]).toEqual([['2027-01-07'], ['2027-03-25'], []]);
  });
  it('says to the director what it is that nobody has acted on', () => {
    const silent = story().on('2025-08-17', '07:00:00Z');
    silent.checks();
    expect(dueOn(silent.contract!, '2025-08-31').find(({ code }) => code === 'escalation')?.words).toMatch(
      /^Nobody .* since Sunday 17 August 2025, when this was told\. A proposal for what follows must be submitted by/,
    );
  });
  it('goes to the director when nobody has acted for fourteen days, once', () => expect(told().on('escalation')).toEqual(['2025-08-31']));
  it('says nothing twice', () => {
    const codes = told().days.flatMap((day) => day.codes);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('a day missed', () => {
  it('is made good by the next check, with one alert of each kind and not one for each rung missed', () => {
    const told = story().on('2026-10-05', '07:00:00Z');
    expect(told.checks().toSorted()).toEqual(['end-3m', 'late-32']);
  });
  it('over the end itself leaves the end to be told, and no start that comes too late', () =>
    expect(story().on('2027-01-02').checks()).toEqual(['expiry']));
  it('and then asked again on the same day, has nothing to add', () => {
    const told = story().on('2026-10-05');
    told.checks();
    expect(told.checks()).toEqual([]);
  });
  it('of an import that ended long ago is one alert', () =>
    expect(new ContractStory('2026-11-21T07:00:00Z').registers({ ...plain, start: '2010-01-01', end: '2013-12-31' }).checks()).toEqual([
      'expired-12',
    ]));
});

describe('an alert answered', () => {
  const late = () => {
    const told = story().on('2026-03-08', '07:00:00Z');
    told.checks();
    return told;
  };
  it('is not escalated; the next rung still comes', () => {
    const told = late();
    const alert = told.contract?.alerted[0]?.id ?? '';
    told.does({ type: 'acknowledge-alert', alert, words: 'Seen.' });
    expect(walk(told, '2026-03-23').flatMap(({ codes }) => codes)).toEqual(['late-3', 'late-4']);
    expect(walk(told, '2026-03-24').flatMap(({ codes }) => codes)).toEqual(['late-5', 'escalation']);
  });
  it('that was never sent cannot be acknowledged', () =>
    expect(late().tries({ type: 'acknowledge-alert', alert: 'nothing', words: '' })?.rule).toBe('no-such-alert'));
  it('snoozed says nothing until the day, and on it no more than the latest', () => {
    const told = late().does({ type: 'snooze-alerts', until: '2026-05-11', words: 'The strategy goes to Cabinet in May.' });
    expect(next(told.contract!)).toBe('2026-05-11');
    expect(told.on('2026-05-10').checks()).toEqual([]);
    expect(told.on('2026-05-11').checks()).toEqual(['late-11']);
  });
  it('can be put off no further than the end of the contract, with a reason, to a day to come', () => {
    expect(late().tries({ type: 'snooze-alerts', until: '2027-01-01', words: 'Later.' })).toMatchObject({
      rule: 'snooze-too-long',
      latest: '2026-12-31',
    });
    expect(late().tries({ type: 'snooze-alerts', until: '2026-12-31', words: 'Later.' })).toBeNull();
    const last = story().on('2026-12-31');
    expect(last.tries({ type: 'snooze-alerts', until: '2027-01-01', words: 'Later.' })).toMatchObject({ latest: '2026-12-31' });
    expect(last.on('2027-01-01').tries({ type: 'snooze-alerts', until: '2027-01-30', words: 'Later.' })).toMatchObject({
      latest: '2027-01-29',
    });
    expect(
      late()
        .tries({ type: 'snooze-alerts', until: '2026-03-08', words: ' ' })
        ?.errors?.map(({ path }) => path),
    ).toEqual(['words', 'until']);
  });
  it('can be put off no further than the last day for an option', () =>
    expect(
      new ContractStory('2025-06-01T07:00:00Z').registers().tries({ type: 'snooze-alerts', until: '2025-08-31', words: 'Later.' }),
    ).toMatchObject({ latest: '2025-08-30' }));
  it('with a decision in hand says no more of a start, and still tells the end', () => {
    const told = late().does({ type: 'take-decision-in-hand', number: '26/00012' });
    expect(walk(told, '2026-12-31').flatMap(({ codes }) => codes)).toEqual(['end-3m', 'end-1m', 'expiry']);
  });
  it('comes back when that decision is given up', () => {
    const told = late()
      .does({ type: 'take-decision-in-hand', number: '26/00012' })
      .does({ type: 'give-up-decision-in-hand', words: 'Withdrawn.' });
    expect(told.on('2026-03-16').checks()).toEqual(['late-3']);
  });
  it('says then that this decision is no longer in hand, until somebody has answered', () => {
    const words = (told: ContractStory, on: string) => dueOn(told.contract!, on).map((alert) => alert.words);
    const why = 'Decision 26/00012 is no longer in hand. Late:';
    const told = late()
      .does({ type: 'take-decision-in-hand', number: '26/00012' })
      .does({ type: 'give-up-decision-in-hand', words: 'Withdrawn.' })
      .on('2026-03-16');
    expect(words(told, '2026-03-16')).toEqual([expect.stringContaining(why)]);
    told.checks();
    told.does({ type: 'acknowledge-alert', alert: told.contract?.alerted.at(-1)?.id ?? '', words: 'Seen.' });
    expect(words(told, '2026-03-24')).toEqual([expect.not.stringContaining('in hand')]);
  });
  it.each<[string, (told: ContractStory) => ContractStory]>([
    [
      'takes effect all the same',
      (told) => told.does({ type: 'note-decision', decision: { number: '26/00012', outcome: 'extend', effectiveFrom: '2026-03-10' } }),
    ],
    [
      'was made up for by what followed, since lost',
      (told) =>
        told
          .does({ type: 'link-successor', successor: { id: 'next', start: '2027-01-01', basis: 'stated' } })
          .does({ type: 'unlink-successor', id: 'next' }),
    ],
    [
      'another has made up for, by which the contract runs longer',
      (told) =>
        told.does({
          type: 'amend-contract',
          terms: { ...told.registered.terms, end: '2027-01-31' },
          words: 'Prolonged.',
          decision: '26/00013',
        }),
    ],
  ])('says so no more of a decision that %s', (_, then) => {
    const told = late()
      .does({ type: 'take-decision-in-hand', number: '26/00012' })
      .does({ type: 'give-up-decision-in-hand', words: 'Put off.' });
    const words = dueOn(then(told).contract!, '2026-04-16').map((alert) => alert.words);
    expect(words).toEqual([expect.stringMatching(/^Late:/)]);
  });
  it('by the very decision that the contract stands on is no answer', () =>
    expect(late().tries({ type: 'take-decision-in-hand', number: '23/00074' })?.rule).toBe('decision-is-older'));
});

describe('what follows', () => {
  it('without a gap says no more of a start', () => {
    const told = story().does({ type: 'link-successor', successor: { id: 'next', start: '2027-01-01', basis: 'stated' } });
    expect(walk(told, '2026-12-31').flatMap(({ codes }) => codes)).toEqual(['end-3m', 'end-1m', 'expiry']);
  });
  it('with an overlap is no gap: no more is said of a start', () => {
    const told = story().does({ type: 'link-successor', successor: { id: 'next', start: '2026-12-01', basis: 'stated' } });
    expect(walk(told, '2026-12-31').flatMap(({ codes }) => codes)).toEqual(['end-3m', 'end-1m', 'expiry']);
  });
  it('after a gap is told at once, and again when the gap changes', () => {
    const told = story().does({ type: 'link-successor', successor: { id: 'next', start: '2027-02-01', basis: 'stated' } });
    expect(told.checks()).toEqual(['gap-31']);
    expect(told.checks()).toEqual([]);
    expect(told.does({ type: 'link-successor', successor: { id: 'next', start: '2027-01-02', basis: 'stated' } }).checks()).toEqual([
      'gap-1',
    ]);
  });
  it('by an option is told before its notice deadline and on it', () => {
    const told = new ContractStory('2023-12-02T07:00:00Z').registers({ nextRoute: 'extension-by-option' });
    const option = walk(told, '2025-08-30').filter(({ codes }) => codes.some((code) => code.startsWith('option')));
    expect(option.map(({ on, codes }) => [on, codes.filter((code) => code.startsWith('option'))])).toEqual([
      ['2025-05-30', ['option-1-3m']],
      ['2025-07-30', ['option-1-1m']],
      ['2025-08-30', ['option-1']],
    ]);
  });
  it('is nothing where a decision lets the contract end: only the end is told', () => {
    const told = story().does({ type: 'plan-exit', how: 'lapse', words: 'No longer needed.' });
    expect(walk(told, '2026-12-31').flatMap(({ codes }) => codes)).toEqual(['end-3m', 'end-1m', 'expiry']);
  });
});

describe('an option exercised', () => {
  it('moves every date that hangs on the end, and its alerts are told anew', () => {
    const told = story({ extensionOptions: [{ months: 12, amountPence: 0 }] }).on('2026-10-05');
    told.checks();
    told.does({ type: 'exercise-option', on: '2026-10-05' });
    expect(
      rungsOf(told.contract!, anchorsOf(told.contract!, given('2026-10-05')), '2026-10-05').find(({ code }) => code === 'end-3m'),
    ).toMatchObject({ id: 'end-3m@2027-12-31', date: '2027-09-30' });
  });
});

describe('what is wrong from the moment it is known', () => {
  it('a value over what was approved is told at once, and again only when it grows', () => {
    const told = story().on('2024-05-01').does({ type: 'record-value', toDatePence: 90_000_000, on: '2024-05-01' });
    expect(told.checks()).toContain('value-over-approved');
    expect(told.checks()).toEqual([]);
    expect(told.on('2024-06-01').does({ type: 'record-value', toDatePence: 95_000_000, on: '2024-06-01' }).checks()).toContain(
      'value-over-approved',
    );
  });
  it('an address that bounces is told to the clerk, snoozed or not, and ends when the contract has another', () => {
    const told = story()
      .does({ type: 'snooze-alerts', until: '2024-01-01', words: 'Quiet.' })
      .does({ type: 'mark-contact-undeliverable', email: 'owner@kent.example' });
    expect(dueOn(told.contract!, '2023-01-02').map(({ code, to }) => [code, to])).toEqual([['address-bounced', ['clerk']]]);
    expect(
      told.does({
        type: 'amend-contract',
        terms: terms({ ...plain, owner: { name: 'Another', email: 'another@kent.example' } }),
        words: 'New owner.',
      }).contract?.bounced,
    ).toEqual([]);
  });
});

describe('the notices of the Procurement Act', () => {
  const act = () =>
    new ContractStory('2025-12-01T07:00:00Z').registers({
      ...plain,
      procurementStartedOn: '2025-06-01',
      start: '2025-12-01',
      end: '2027-11-30',
    });
  it('join the alerts from the day they arise, snoozed or not, until they are published', () => {
    const told = act().does({ type: 'snooze-alerts', until: '2026-06-01', words: 'Quiet.' });
    expect(told.checks()).toEqual(['uk7-arises']);
    expect(told.on('2025-12-30').checks()).toEqual(['uk7-last-day']);
    const published = act().does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-12-01' });
    expect(published.checks()).toEqual([]);
  });
  it('have the award notice told before the contract is signed, and on the last day that leaves a standstill', () => {
    const early = () =>
      new ContractStory('2025-11-03T07:00:00Z').registers({
        ...plain,
        procurementStartedOn: '2025-06-01',
        start: '2025-12-01',
        end: '2028-11-30',
      });
    expect(walk(early(), '2025-11-30')).toMatchObject([
      { on: '2025-11-03', codes: ['uk6-arises'] },
      { on: '2025-11-17', codes: ['escalation'] },
      { on: '2025-11-19', codes: ['uk6-last-day'] },
    ]);
    const published = early().does({ type: 'record-notice', notice: 'UK6', publishedOn: '2025-11-03' });
    expect(walk(published, '2025-11-30')).toEqual([]);
  });
  it('have the award notice told once to whoever enters a contract too late for its standstill, and still unsigned', () => {
    const late = (signedOn: string) =>
      new ContractStory('2025-11-24T07:00:00Z').registers({
        ...plain,
        procurementStartedOn: '2025-06-01',
        signedOn,
        start: '2025-12-01',
        end: '2028-11-30',
      });
    expect(walk(late('2025-11-28'), '2025-11-27')).toMatchObject([{ on: '2025-11-24', codes: ['uk6-arises'] }]);
    expect(walk(late('2025-11-24'), '2025-11-27')).toMatchObject([{ on: '2025-11-24', codes: ['uk7-arises'] }]);
  });
  it('go to the director when nobody publishes them, even though what follows is settled', () => {
    const told = act().does({ type: 'link-successor', successor: { id: 'next', start: '2027-12-01', basis: 'stated' } });
    expect(walk(told, '2025-12-31')).toEqual([
      { on: '2025-12-01', codes: ['uk7-arises'] },
      { on: '2025-12-15', codes: ['escalation'] },
      { on: '2025-12-30', codes: ['uk7-last-day'] },
    ]);
  });
  it('go on after the contract has ended: the termination notice is due by 29 December 2027', () => {
    const told = act()
      .does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-12-01' })
      .on('2027-12-01', '07:00:00Z')
      .does({ type: 'end-contract', on: '2027-11-30', how: 'expired', words: '' });
    expect(walk(told, '2028-12-31')).toEqual([
      { on: '2027-12-01', codes: ['uk11-arises'] },
      { on: '2027-12-29', codes: ['uk11-last-day'] },
    ]);
  });
});

describe('the pipeline notice of what follows', () => {
  const large = (over = {}) =>
    new ContractStory('2026-01-05T07:00:00Z').registers({ ...plain, netPence: 200_000_000, end: '2027-09-30', ...over });
  const uk1 = (told: ContractStory, until: string) => walk(told, until).filter(({ codes }) => codes.some((code) => code.startsWith('uk1')));

  it('over £2m is told when its year begins and on its last day, 26 May', () =>
    expect(uk1(large(), '2027-09-30').map(({ on, codes }) => [on, codes.filter((code) => code.startsWith('uk1'))])).toEqual([
      ['2026-04-01', ['uk1-arises']],
      ['2026-05-26', ['uk1-last-day']],
    ]));
  it('is told no more once it is published', () =>
    expect(uk1(large().on('2026-04-01').does({ type: 'record-notice', notice: 'UK1', publishedOn: '2026-04-01' }), '2027-09-30')).toEqual(
      [],
    ));
  it('published for another year does not count', () =>
    expect(uk1(large().does({ type: 'record-notice', notice: 'UK1', publishedOn: '2025-05-01' }), '2027-09-30')).toHaveLength(2));
  it('of which the year had closed when the contract was registered is that of the next year that reaches the tender, if any', () => {
    const late = (end: string) =>
      uk1(new ContractStory('2026-05-27T07:00:00Z').registers({ ...plain, netPence: 200_000_000, end }), end).map(({ on }) => on);
    expect([late('2028-03-31'), late('2027-03-31')]).toEqual([['2027-04-01', '2027-05-26'], []]);
  });
  it('where another contract is to follow says that none is needed of what was tendered already', () => {
    const words = (told: ContractStory) => dueOn(told.contract!, '2026-04-01').find(({ code }) => code === 'uk1-arises')?.words;
    const followed = large().does({ type: 'link-successor', successor: { id: 'next', start: '2027-10-01', basis: 'stated' } });
    expect(words(followed)).toMatch(
      /Another contract is to follow this one: the notice is not needed if that has been tendered already\.$/,
    );
    expect(words(large())).not.toContain('Another contract');
  });
  it('is none at £2m with VAT or less, and none where the contract is let go', () => {
    expect(uk1(large({ netPence: 100_000_000 }), '2027-09-30')).toEqual([]);
    expect(uk1(large().does({ type: 'plan-exit', how: 'lapse', words: 'No longer needed.' }), '2027-09-30')).toEqual([]);
  });
});

describe('an act of the contracts officers', () => {
  const told = () => {
    const story = new ContractStory('2025-12-01T07:00:00Z').registers({
      ...plain,
      procurementStartedOn: '2025-06-01',
      start: '2025-12-01',
      end: '2027-11-30',
      extensionOptions: [{ months: 12, amountPence: 0 }],
    });
    story.checks();
    return story;
  };
  it('that publishes the notice asked for is no silence: the director is not told', () =>
    expect(walk(told().does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-12-01' }), '2026-01-31')).toEqual([]));
  it('that takes up an option ends the silence before it, and a later one is told again', () => {
    const story = new ContractStory('2025-06-01T07:00:00Z').registers({
      ...plain,
      end: '2026-12-31',
      extensionOptions: [{ months: 12, amountPence: 0 }],
    });
    expect(walk(story, '2025-08-31').flatMap(({ codes }) => codes)).toContain('escalation');
    story.on('2025-09-03').does({ type: 'exercise-option', on: '2025-09-03' });
    expect(
      walk(story, '2026-12-31')
        .filter(({ codes }) => codes.includes('escalation'))
        .map(({ on }) => on),
    ).toEqual(['2026-08-30']);
  });
});
