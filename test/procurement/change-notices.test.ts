import { describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { noticesOf, noticesOutstanding } from '../../functions/procurement/notices-due.rules.ts';
import { ContractStory, terms } from '../contract/contract-story.ts';

const act = {
  procurementStartedOn: '2025-06-02',
  signedOn: '2025-12-01',
  start: '2025-12-01',
  end: '2027-11-30',
  extensionOptions: [{ months: 12, amountPence: 0 }],
};
const registered = (over: Partial<Terms> = {}) => new ContractStory('2025-12-01T07:00:00Z').registers({ ...act, ...over });
const large = { netPence: 500_000_000 };
const published = (story: ContractStory, code: string) =>
  noticesOf(story.registered)
    .notices.filter(({ notice }) => notice === code)
    .map(({ from, publishedOn }) => [from, publishedOn]);
const publishes = (publishedOn: string) => ({ type: 'record-notice' as const, notice: 'UK10', publishedOn });
const amends = (over: Partial<Terms>, decision?: string) => ({
  type: 'amend-contract' as const,
  terms: terms({ ...act, ...over }),
  words: 'More homes.',
  decision,
});

describe('A change notice', () => {
  it('that was published for an option is not taken for a later change that has its own', () => {
    const story = registered()
      .on('2026-02-02')
      .does({ type: 'exercise-option', on: '2026-02-02' })
      .does(publishes('2026-01-20'))
      .on('2026-06-01')
      .does(amends({ netPence: 120_000_000 }, '26/00002'))
      .does(publishes('2026-05-20'));
    expect(published(story, 'UK10')).toEqual([
      ['2026-02-02', '2026-01-20'],
      ['2026-06-01', '2026-05-20'],
    ]);
  });

  it('is that of the earlier of two changes, also where the later one was recorded first', () => {
    const story = registered()
      .on('2026-06-01')
      .does(amends({ netPence: 120_000_000 }, '26/00002'))
      .does(publishes('2026-01-20'))
      .does({ type: 'exercise-option', on: '2026-02-02' });
    expect(published(story, 'UK10')).toEqual([
      ['2026-06-01', null],
      ['2026-02-02', '2026-01-20'],
    ]);
  });

  it('is not taken for a report on the year that begins between its publication and the change', () => {
    const story = registered(large)
      .on('2027-01-11')
      .does(amends({ ...large, netPence: 600_000_000 }, '27/00001'))
      .does(publishes('2026-11-20'));
    expect(published(story, 'UK10')).toEqual([['2027-01-11', '2026-11-20']]);
  });
});

describe('A report on a year of a contract', () => {
  it('that was signed before it began is on its first year, and on no other day that calls for a notice', () => {
    const story = registered({ ...large, start: '2026-01-01', end: '2027-12-31', extensionOptions: [] })
      .on('2026-12-10')
      .does({ type: 'record-notice', notice: 'UK9', publishedOn: '2026-12-10' });
    expect(published(story, 'UK9')).toEqual([
      ['2026-01-01', '2026-12-10'],
      ['2027-01-01', null],
    ]);
  });
});

describe('A contract that was entered as over the threshold and is put down as under it', () => {
  const cut = () =>
    registered({ netPence: 30_000_000 })
      .on('2026-03-02')
      .does(amends({ netPence: 3_000_000 })).registered;
  const due = () => noticesOutstanding(cut(), '2027-11-30', '2025-12-01').filter(({ notice }) => notice === 'UK10' || notice === 'UK11');
  it('has legal asked about its change and its end, since a mistyped value would call for neither', () => {
    expect(due().map(({ notice, duty }) => [notice, duty])).toEqual([
      ['UK10', 'ask-legal'],
      ['UK11', 'ask-legal'],
    ]);
    for (const { words } of due())
      expect(words).toMatch(
        / It was entered as over the threshold, and is under it now: whether a notice is needed is for legal to say\.$/,
      );
  });
  it.each([
    ['over it', { netPence: 30_000_000 }],
    ['at the very figure of it', { netPence: 17_908_667, grossPence: 21_490_400 }],
  ])('that stays %s has both noticed', (_, to) => {
    const stays = registered({ netPence: 60_000_000 }).on('2026-03-02').does(amends(to)).registered;
    expect(
      noticesOutstanding(stays, '2028-11-30', '2025-12-01')
        .filter(({ notice }) => notice === 'UK10' || notice === 'UK11')
        .map(({ duty }) => duty),
    ).toEqual(['required', 'required']);
  });
});
