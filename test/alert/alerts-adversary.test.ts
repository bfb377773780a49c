import { describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { ContractStory, terms } from '../contract/contract-story.ts';
import { contractView } from '../../functions/contract/api/contract.view.ts';
import { digestLetter } from '../../functions/alert/digest.letter.ts';
import { kent } from '../../seeds/kent/council.ts';
import { dueOn, given, next } from './daily-checks.ts';

const plain = { start: '2023-01-01', end: '2026-12-31', extensionOptions: [] };
const story = (over: Partial<Terms> = {}) => new ContractStory('2023-01-02T07:00:00Z').registers({ ...plain, ...over });
const amends = (over: Partial<Terms>, decision?: string) => ({
  type: 'amend-contract' as const,
  terms: terms({ ...plain, ...over }),
  words: 'As agreed.',
  decision,
});
const puts = (until: string) => ({ type: 'snooze-alerts' as const, until, words: 'It can wait.' });

describe('A contract that ended and was then left by what followed it', () => {
  it('is looked at again when its end has more to say, and not each day for a start that nobody can act on', () => {
    const follows = { type: 'link-successor' as const, successor: { id: 'next', start: '2027-01-01', basis: 'stated' as const } };
    const told = story().does(follows).on('2027-01-04');
    told.checks();
    told.does({ type: 'unlink-successor', id: 'next' });
    told.checks();
    expect(dueOn(told.contract!, '2027-01-04')).toEqual([]);
    expect(next(told.contract!, '2027-01-04')).toBe('2027-01-07');
    expect(told.on('2027-01-07').checks()).toEqual(['expired-1']);
  });
});

describe('Alerts that were put off', () => {
  it('do not hold back that the value has gone over what was approved, nor a gap, which nobody knew of then', () => {
    const told = story()
      .on('2024-05-01')
      .does(puts('2026-12-31'))
      .on('2024-06-03')
      .does({ type: 'record-value', toDatePence: 90_000_000, on: '2024-06-03' })
      .does({ type: 'link-successor', successor: { id: 'next', start: '2027-02-01', basis: 'stated' } });
    expect(next(told.contract!)).toBe('1990-01-01');
    expect(told.checks()).toEqual(['gap-31', 'value-over-approved']);
    expect(told.checks()).toEqual([]);
  });
  it('come back on the last day of a contract that was since made to end sooner', () => {
    const told = story()
      .on('2024-05-01')
      .does(puts('2026-12-31'))
      .on('2024-06-03')
      .does(amends({ end: '2025-06-30' }));
    expect(next(told.contract!)).toBe('2025-06-30');
    expect(told.on('2025-06-30').checks()).toContain('expiry');
  });
  it('come back at once where the contract is made to end on the very day of the putting off', () => {
    const told = story()
      .on('2025-06-30')
      .does(puts('2026-12-31'))
      .does(amends({ end: '2025-06-30' }));
    expect(told.checks()).toContain('expiry');
  });
  it('come back on the last day for an option that was since made to be taken up sooner', () => {
    const [was, now] = [[{ months: 12, amountPence: 0 }], [{ months: 12, amountPence: 0, noticeMonths: 6 }]];
    const told = story({ extensionOptions: was })
      .on('2024-05-01')
      .does(puts('2026-12-31'))
      .on('2024-06-03')
      .does(amends({ extensionOptions: now }));
    expect(next(told.contract!)).toBe('2026-06-30');
    expect(told.on('2026-06-30').checks()).toContain('option-1');
  });
  it('after the end stay put off for as long as was said', () => {
    const told = story().on('2027-01-04');
    told.checks();
    told.does(puts('2027-01-25'));
    expect([told.on('2027-01-22').checks(), told.on('2027-01-25').checks()]).toEqual([[], ['expired-3']]);
  });
  it('past the last day for an option stay put off until the end at most', () => {
    const told = story({ extensionOptions: [{ months: 12, amountPence: 0, noticeMonths: 6 }] }).on('2026-08-03');
    told.checks();
    told.does(puts('2026-12-01'));
    expect([told.on('2026-11-30').checks(), told.on('2026-12-01').checks().length > 0]).toEqual([[], true]);
  });
});

describe('Notices of one kind', () => {
  const act = { ...plain, procurementStartedOn: '2025-06-01', signedOn: '2025-12-01', start: '2025-12-01', end: '2027-11-30' };
  const change = (netPence: number, decision: string) => ({
    type: 'amend-contract' as const,
    terms: terms({ ...act, netPence }),
    words: 'More homes.',
    decision,
  });
  it('for two days are told for each, though the check of the first day was missed', () => {
    const told = new ContractStory('2025-12-01T07:00:00Z')
      .registers(act)
      .does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-12-01' });
    told.on('2026-03-02').does(change(100_000_000, '26/00001')).on('2026-03-03').does(change(110_000_000, '26/00002'));
    const due = dueOn(told.contract!, '2026-03-04').filter(({ family }) => family === 'notice');
    expect(due.map(({ code, anchor }) => [code, anchor])).toEqual([
      ['uk10-last-day', '2026-03-02'],
      ['uk10-last-day', '2026-03-03'],
    ]);
    expect(told.on('2026-03-04').checks()).toEqual(['uk10-last-day', 'uk10-last-day']);
    expect(told.checks()).toEqual([]);
  });
});

describe('A contract that a decision let end', () => {
  const letGo = () =>
    story({ extensionOptions: [{ months: 12, amountPence: 0 }] })
      .on('2026-01-05')
      .does({ type: 'plan-exit', how: 'lapse', decision: '26/00001', words: 'As the decision says.' });
  const end = (told: ContractStory) => ({ exit: told.registered.exit, codes: told.on('2027-11-01').checks() });
  it('and a later one prolongs is watched to its new end like any other', () => {
    const told = letGo().on('2026-10-05').does({ type: 'exercise-option', on: '2026-10-05', decision: '26/00044' });
    expect(end(told)).toEqual({ exit: null, codes: expect.arrayContaining([expect.stringMatching(/^late-/)]) });
  });
  it('and a later one makes longer by a variation is, too', () => {
    const told = letGo()
      .on('2026-10-05')
      .does(amends({ end: '2027-12-31' }, '26/00044'));
    expect(end(told)).toEqual({ exit: null, codes: expect.arrayContaining([expect.stringMatching(/^late-/)]) });
  });
  it('and a later one is to extend is asked about its option again', () => {
    const told = letGo().does({ type: 'note-decision', decision: { number: '26/00044', outcome: 'extend' } });
    expect(told.registered.exit).toBeNull();
    expect(told.on('2026-09-30').checks()).toContain('option-1-3m');
  });
  it('and that a later one is to extend only long after it ran out has nothing left to say, and is looked at no more', () => {
    const told = letGo().on('2027-06-01');
    expect(told.checks()).toEqual(expect.arrayContaining([expect.stringMatching(/^expired-/)]));
    told.does({ type: 'acknowledge-alert', alert: told.registered.alerted.at(-1)?.id ?? '', words: 'Seen.' });
    told.does({ type: 'note-decision', decision: { number: '26/00044', outcome: 'extend' } });
    expect([told.checks(), next(told.registered, '2027-06-01')]).toEqual([[], null]);
  });
  it('stays let go where nothing but its particulars are put right', () =>
    expect(
      letGo().does(amends({ title: 'Property security', extensionOptions: [{ months: 12, amountPence: 0 }] })).registered.exit,
    ).not.toBeNull());
});

describe('A contract that ended early', () => {
  it('is told at once where what follows it leaves a gap', () => {
    const told = story()
      .does({ type: 'link-successor', successor: { id: 'next', start: '2027-01-01', basis: 'stated' } })
      .on('2026-06-30')
      .does({ type: 'end-contract', on: '2026-06-30', how: 'terminated', words: 'Breach.' });
    expect(next(told.contract!)).toBe('1990-01-01');
    expect(dueOn(told.contract!, '2026-06-30')).toMatchObject([
      { code: 'gap-184', words: 'Nothing is under contract for 184 days, from 1 July 2026 to 31 December 2026.' },
    ]);
    told.checks();
    expect(next(told.contract!)).toBeNull();
  });
});

describe('What is wrong from the moment it is known', () => {
  const over = () => story().on('2024-06-03').does({ type: 'record-value', toDatePence: 90_000_000, on: '2024-06-03' });
  it('is shown for the day on which it is looked at, until it was told, and then for the day of that', () => {
    const shown = (told: ContractStory, on: string) =>
      contractView(told.contract!, given(on)).alerts.find(({ code }) => code === 'value-over-approved');
    expect(shown(over(), '2024-06-05')).toMatchObject({ date: '2024-06-05', toldOn: null });
    expect(contractView(over().contract!, given('2024-06-05')).nextAlertOn).toBe('2024-06-05');
    const told = over();
    told.on('2024-06-04').checks();
    expect(shown(told, '2024-07-01')).toMatchObject({ date: '2024-06-04', toldOn: '2024-06-04' });
  });
});

describe('An address that bounced', () => {
  it('of an owner or a sponsor is for the contract to put right, and a director’s for the directory', () => {
    const told = ['owner', 'sponsor', 'corporate-director-adult-social-care'].map((who) => `${who}@kent.example`);
    const bounced = told.reduce((found, email) => found.does({ type: 'mark-contact-undeliverable', email }), story());
    expect(dueOn(bounced.contract!, '2023-01-02').map(({ words }) => words)).toEqual([
      `Email to ${told[0]} could not be delivered. Give the contract another owner or sponsor.`,
      `Email to ${told[1]} could not be delivered. Give the contract another owner or sponsor.`,
      `Email to ${told[2]} could not be delivered. It is the director’s: put it right in the directory.`,
    ]);
  });
});

describe('The email about a contract that is over', () => {
  const letter = (day: string) =>
    digestLetter(
      {
        day,
        name: 'x-001',
        to: { name: 'An Owner', email: 'owner@kent.example' },
        items: [
          {
            contractId: 'a',
            versions: [1],
            reference: 'SC23001',
            title: 'SAFER',
            endsOn: '2026-06-30',
            drafts: [],
            alerts: [
              {
                id: 'uk11-arises@2026-07-29',
                code: 'uk11-arises',
                family: 'notice',
                date: '2026-06-30',
                anchor: '2026-07-29',
                to: ['owner'],
                words: 'UK11.',
                covers: [],
              },
            ],
          },
        ],
      },
      kent,
      { answer: () => 'https://a.example', draft: () => 'https://a.example' },
    );
  it('says that it ended, and not that it ends', () => {
    expect([letter('2026-07-01').subject, letter('2026-06-30').subject]).toEqual([
      'Contracts: 1 contract needs you – SC23001 ended on 30 June 2026',
      'Contracts: 1 contract needs you – SC23001 ends on 30 June 2026',
    ]);
    expect(letter('2026-07-01').facts[0]?.value).toMatch(/^Ended on Tuesday 30 June 2026\./);
  });
});
