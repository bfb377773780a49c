import { describe, expect, it } from 'vitest';
import { answersFor, type ContractDue, digestsFor } from '../../functions/alert/digest.rules.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, terms } from '../contract/contract-story.ts';
import { dueOn } from './daily-checks.ts';

const plain = { start: '2023-01-01', end: '2026-12-31', extensionOptions: [] };
const today = '2026-10-05';
const registered = (id: string, over: Partial<Terms> = {}) =>
  new ContractStory(`${today}T07:00:00Z`, id).registers({ ...plain, reference: id, ...over });
const due = ({ contract }: ContractStory): ContractDue => ({ contract: contract!, alerts: dueOn(contract!, today) });
const digests = (...stories: ContractStory[]) => digestsFor(stories.map(due), kent, today);
const references = (...stories: ContractStory[]) => digests(...stories)[0]?.items.map(({ reference }) => reference);

describe('The contracts of a digest', () => {
  const unknown = () =>
    new ContractStory('2026-01-05T07:00:00Z', 'unknown').does({
      type: 'propose-contract',
      reference: 'unknown',
      ocid: 'ocds-000000-a',
      decision: { number: '22/00007', outcome: 'procure' },
      particulars: { title: 'SAFER', department: 'Adults', owner: terms().owner, sponsor: terms().sponsor },
      proposed: { outcome: 'procure', extensionOptions: [], replaces: [], start: '2026-04-01' },
    });
  it('come by their end, whichever is found first; those that end on one day by their reference, and one without an end last', () => {
    const [soon, later, a, b] = [
      registered('soon', { end: '2026-10-31' }),
      registered('later', { end: '2027-02-28' }),
      registered('a'),
      registered('b'),
    ];
    for (const found of [
      [later, b, unknown(), a, soon],
      [soon, a, b, later, unknown()],
      [unknown(), soon, b, a, later],
      [a, later, soon, unknown(), b],
    ])
      expect(references(...found)).toEqual(['soon', 'a', 'b', 'later', 'unknown']);
  });
});

describe('The drafts that a digest offers', () => {
  const drafts = (story: ContractStory) => digests(story)[0]?.items[0]?.drafts;
  const option = { months: 3, amountPence: 0 };
  it('are to procure again, to vary and to let lapse; to extend where an option is left', () => {
    const last = registered('a', { end: '2026-10-31', extensionOptions: [option] });
    expect(drafts(last)).toEqual(['re-procure', 'extend', 'vary', 'let-lapse']);
    expect(drafts(last.does({ type: 'exercise-option', on: today }))).toEqual(['re-procure', 'vary', 'let-lapse']);
  });
  it('are only to procure again once its last day is past: nothing is left to prolong, vary or let lapse', () => {
    const on = (day: string) => drafts(registered('a', { end: day, extensionOptions: [option] }));
    expect([on('2026-10-05')?.length, on('2026-10-04')]).toEqual([4, ['re-procure']]);
  });
  it('are none once a decision lets the contract end, and none of a contract that is not registered', () => {
    expect(
      drafts(registered('a', { extensionOptions: [option] }).does({ type: 'plan-exit', how: 'lapse', words: 'No longer needed.' })),
    ).toEqual([]);
    const ended = new ContractStory('2027-12-02T07:00:00Z', 'ended')
      .registers({ ...plain, procurementStartedOn: '2025-06-01', start: '2025-12-01', end: '2027-11-30' })
      .does({ type: 'end-contract', on: '2027-11-30', how: 'expired', words: '' });
    expect(
      digestsFor([{ contract: ended.contract!, alerts: dueOn(ended.contract!, '2027-12-02') }], kent, '2027-12-02')[0]?.items,
    ).toMatchObject([{ alerts: [{ code: 'uk11-arises' }], drafts: [] }]);
  });
});

describe('The alerts of one contract', () => {
  it('of one kind come in the order of the days by which they are due', () => {
    const story = new ContractStory('2026-03-02T07:00:00Z').registers({
      ...plain,
      procurementStartedOn: '2025-06-01',
      signedOn: '2026-03-02',
      start: '2026-02-02',
      end: '2028-01-31',
      netPence: 500_000_000,
    });
    const alerts = dueOn(story.contract!, '2026-03-02');
    for (const given of [alerts, alerts.toReversed()])
      expect(
        digestsFor([{ contract: story.contract!, alerts: given }], kent, '2026-03-02')[0]?.items[0]?.alerts.map(({ code }) => code),
      ).toEqual(['uk7-arises', 'uk9-arises']);
  });
});

describe('Who answers for a contract', () => {
  const answers = (email: string, on = today, council = kent) => answersFor(email, registered('a').contract!, council, on);
  it('is its owner, its sponsor, its director and the clerk, at their address in capitals or not', () => {
    expect(
      ['owner@kent.example', 'Sponsor@Kent.example', 'corporate-director-adult-social-care@kent.example', 'clerk@kent.example'].map(
        (email) => answers(email),
      ),
    ).toEqual([true, true, true, true]);
  });
  it('is nobody else, and no clerk where the council has none', () => {
    const withoutClerk = { ...kent, posts: kent.posts.filter(({ id }) => id !== 'clerk') };
    expect([
      answers('another@kent.example'),
      answers('cabinet-member-finance@kent.example'),
      answers('clerk@kent.example', today, withoutClerk),
    ]).toEqual([false, false, false]);
  });
});

describe('Somebody who cannot be found', () => {
  it('is written to by nobody: a council without a clerk tells none in place of an address that bounced', () => {
    const council = { ...kent, posts: kent.posts.filter(({ id }) => id !== 'clerk') };
    const story = registered('a').does({ type: 'mark-contact-undeliverable', email: 'owner@kent.example' });
    expect(digestsFor([due(story)], council, today).map(({ to }) => to.email)).toEqual(['sponsor@kent.example']);
  });
});
