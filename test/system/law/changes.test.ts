import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Proposal } from '../../../functions/proposal/proposal.schema.ts';
import { missingFrom } from '../inbox.ts';
import { System } from '../system.ts';
import { approve, Case, maker, read } from './case.ts';

const director = 'corporate-director-adult-social-care';
const clearers = [director, 'monitoring-officer', 's151-officer'];
const committee = 'Adult Social Care Cabinet Committee';
const decided = ['Approve a service of twelve beds', 'Delegate what follows to the Director'];
const spending = (pounds: number): Partial<Proposal> => ({
  divisionsAffected: [],
  financialImplications: {
    summary: 'Met from budget.',
    expenditure: [{ description: 'Two years', kind: 'initial-term', amountPence: pounds * 100 }],
    savings: [],
    funding: [],
  },
});
const forum = [{ name: 'Providers’ Forum', email: 'forum@outside.example' }];
const contract = (title: string, supplier: string): Partial<Proposal> => ({
  contracts: [{ title, supplier, start: '2023-08-01', end: '2025-07-31', extensionOptions: [], replaces: [], outcome: 'award' }],
});

describe('what changes on the way', () => {
  let system: System;
  beforeAll(async () => {
    system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
  }, 120_000);
  afterAll(() => system?.stop());

  describe('a committee’s outcome', () => {
    let advised: Case;
    const outcome = (over = {}) => ({ committee, date: '2023-03-07', outcome: 'endorsed', words: 'As reported.', ...over });

    it('is endorsed, not endorsed or noted, with its words, and no new wording', async () => {
      advised = await Case.noticed(system, {
        ...spending(900_000),
        subject: 'Beds for the winter',
        proposedDecision: decided,
        consultees: forum,
        consultationClosesOn: '2023-03-07',
      });
      for (const each of ['endorsed', 'not-endorsed', 'noted'])
        await advised.must('clerk', 'committee-outcome', outcome({ outcome: each, words: `It was ${each}.` }));
      for (const words of [
        `${committee}, 7 March 2023: endorsed`,
        `${committee}, 7 March 2023: did not endorse`,
        `${committee}, 7 March 2023: noted`,
        'It was not-endorsed.',
      ])
        expect(await advised.page()).toContain(words);
      expect([
        (await advised.do('clerk', 'committee-outcome', outcome({ proposedDecision: ['Other'] }))).status,
        (await advised.do('clerk', 'committee-outcome', outcome({ outcome: 'amended' }))).status,
      ]).toEqual([400, 400]);
    });

    it('amended is kept beside the wording before it, and shown word by word on the page', async () => {
      const { proposedDecision, committeeOutcomes } = await advised.must(
        'clerk',
        'committee-outcome',
        outcome({ outcome: 'amended', words: 'Ten will do.', proposedDecision: ['Approve a service of ten beds', decided[1]] }),
      );
      expect([proposedDecision?.[0], committeeOutcomes.at(-1)?.before]).toEqual(['Approve a service of ten beds', decided]);
      const page = await system.call('GET', `/decisions/${advised.number}`, undefined, { accept: 'text/html' });
      expect(page.text).toMatch(/Approve a service of <del>(<[^>]+>)?\[?(Removed: )?(<\/span>)?twelve/);
      expect(page.text).toMatch(/<ins>(<[^>]+>)?\[?(Added: )?(<\/span>)?ten/);
    });

    it('is shown word by word to whoever signs next, in their email and on their page', async () => {
      await system.clock('2023-03-08T09:00:00Z');
      const mail = await advised.newest(maker, 'determination-asked');
      expect(read(mail)).toMatch(/Approve a service of .*twelve.*ten.* beds/);
      expect(mail.html).toMatch(/twelve<\/(del|s)>/);
      expect(await advised.asked(maker, 'determination-asked')).toContain(`How the wording was changed: ${committee}, 7 March 2023`);
    });

    it('that changes the wording while the decision maker has it brings them a fresh link for the new wording', async () => {
      const before = await advised.link(maker, 'determination-asked');
      await advised.must(
        'clerk',
        'committee-outcome',
        outcome({
          date: '2023-03-08',
          outcome: 'amended',
          words: 'Nine.',
          proposedDecision: ['Approve a service of nine beds', decided[1]],
        }),
      );
      expect((await system.answer(before, approve)).status).toBe(409);
      await advised.sign(maker, 'determination-asked', approve);
      expect((await advised.published()).decision).toMatchObject({
        state: 'taken',
        items: ['Approve a service of nine beds', decided[1]],
        changes: [{ by: committee, before: decided }, { after: ['Approve a service of nine beds', decided[1]] }],
      });
    });
  });

  describe('a material change', () => {
    it('after clearance voids every approval and its link, and shows the difference to everyone asked again', async () => {
      const dearer = await Case.cleared(system, { ...spending(900_000), subject: 'Beds for the spring' });
      const before = await dearer.link('s151-officer', 'clearance-asked');
      const { status, json } = await dearer.amend({ ...spending(1_900_000), subject: 'Beds for the spring' });
      expect([status, json.status, json.keyDecision.isKey]).toEqual([200, 'in-clearance', true]);
      expect(json.steps.map(({ state }) => state)).toEqual(['void', 'void', 'void', 'open', 'open', 'open']);
      expect((await system.answer(before, { response: 'approve' })).status).toBe(409);
      expect(await dearer.told('clearance-asked')).toEqual([...clearers, ...clearers].sort());
      const again = read(await dearer.newest('s151-officer', 'clearance-asked'));
      for (const words of ['The proposal has changed, so you are asked afresh.', 'Highest expenditure, changed:', '£900,000', '£1,900,000'])
        expect(again).toContain(words);
      expect((await dearer.happened('proposal-changed'))[0]?.what).toMatchObject({
        clockRestarts: false,
        changes: expect.arrayContaining([{ part: 'Highest expenditure', before: '£900,000', after: '£1,900,000' }]),
      });
    });

    it('of the wording after notice asks everybody again and leaves the notice to run', async () => {
      const content = { ...spending(1_900_000), subject: 'Beds for the summer', proposedDecision: decided, consultees: forum };
      const reworded = await Case.noticed(system, content);
      const link = await reworded.link('forum', 'consultation-asked');
      await system.clock('2023-03-09T09:00:00Z');
      expect((await reworded.amend({ ...content, proposedDecision: ['Approve a service of eleven beds'] })).json.status).toBe(
        'in-clearance',
      );
      expect((await system.answer(link, { response: 'support' })).status).toBe(409);
      expect(await reworded.told('proposal-changed')).toEqual(['forum']);
      expect(await reworded.page()).toContain('Changed: a new notice will follow');
      await reworded.clear();
      const { timetable } = await reworded.must('clerk', 'notice', { route: 'ordinary' });
      expect([timetable.noticePublished, timetable.earliestDecisionDate]).toEqual(['2023-03-08', '2023-04-06']);
      expect(await reworded.told('consultation-asked')).toEqual(['forum', 'forum']);
    });

    it.each<[string, Partial<Proposal>, string]>([
      ['its subject', { subject: 'Beds and meals' }, 'Beds and meals'],
      ['its decision maker, who is named anew,', { decisionMaker: 'leader' }, '(c) Who will decide Leader of the Council'],
      ['an earlier date', { targetDecisionDate: '2023-04-12' }, '2023'],
    ])('of %s starts the clear days again', async (_, over, named) => {
      const content = { ...spending(1_900_000), subject: 'Beds for the autumn', targetDecisionDate: '2023-04-20' };
      const restarted = await Case.noticed(system, content);
      expect((await restarted.view()).timetable.earliestDecisionDate).toBe('2023-04-20');
      const { json } = await restarted.amend({ ...content, ...over });
      expect([json.status, (await restarted.happened('proposal-changed'))[0]?.what.clockRestarts]).toEqual(['in-clearance', true]);
      expect(read(await restarted.newest('s151-officer', 'clearance-asked'))).toContain('The proposal has changed');
      await restarted.clear();
      await system.clock(new Date(Date.parse(String((await restarted.view()).updatedAt)) + 86_400_000).toISOString());
      const { timetable, notice } = await restarted.must('clerk', 'notice', { route: 'ordinary' });
      const { noticePublished = '', earliestDecisionDate } = timetable;
      expect(noticePublished > (notice?.firstPublishedOn ?? '9')).toBe(true);
      expect(Date.parse(earliestDecisionDate) - Date.parse(noticePublished)).toBeGreaterThanOrEqual(29 * 86_400_000);
      const page = await restarted.page();
      for (const words of ['Notice first published', 'Notice published again', named]) expect(page).toContain(words);
    });
  });

  it('a correction voids nothing, starts nothing again, and is told to those with an answer to give', async () => {
    const content = { ...spending(1_900_000), subject: 'Beds for a year', consultees: forum };
    const mended = await Case.noticed(system, content);
    const before = (await mended.view()).timetable;
    const link = await mended.link('forum', 'consultation-asked');
    const { json } = await mended.amend({ ...content, background: 'A countywide needs assessment found a gap in beds.' });
    expect([json.status, json.timetable]).toEqual(['notice-published', before]);
    expect([await mended.told('proposal-corrected'), await mended.told('clearance-asked')]).toEqual([['forum'], clearers]);
    expect((await mended.history()).map(({ type }) => type).at(-1)).toBe('proposal-corrected');
    expect((await system.answer(link, { response: 'support' })).status).toBe(200);
  });

  it('a later date needs no new notice, keeps the day first published, and is told to everyone in the file', async () => {
    const content = { ...spending(1_900_000), subject: 'Beds for two years', targetDecisionDate: '2023-04-20' };
    const later = await Case.noticed(system, content);
    const { json } = await later.amend({ ...content, targetDecisionDate: '2023-05-10' });
    expect([json.status, json.timetable.originallyDue, json.timetable.earliestDecisionDate]).toEqual([
      'notice-published',
      '2023-04-20',
      '2023-05-10',
    ]);
    expect(await later.page()).toContain('Originally due: 20 April 2023.');
    expect(await later.told('decision-date-moved')).toEqual(expect.arrayContaining(['officer', maker, 'clerk', 'scrutiny-chair']));
    expect(read(await later.newest('officer', 'decision-date-moved'))).toContain('Thursday 20 April 2023');
    expect((await later.amend({ ...content, targetDecisionDate: '2023-05-30' })).json.timetable.originallyDue).toBe('2023-04-20');
  });

  describe('proposals that look like one split in two', () => {
    it('are pointed out with their sum to the officer and the Monitoring Officer, and nothing is stopped', async () => {
      const first = await Case.submitted(system, {
        ...spending(600_000),
        subject: 'Cleaning, north',
        ...contract('Cleaning in the north', 'Bright & Co'),
      });
      await first.mail();
      const second = await Case.submitted(system, {
        ...spending(600_000),
        subject: 'Cleaning, south',
        ...contract('Cleaning in the south', 'BRIGHT & CO.'),
      });
      expect([await first.told('splitting-pointed-out'), await second.told('splitting-pointed-out')]).toEqual([
        [],
        ['monitoring-officer', 'officer'],
      ]);
      const mail = read(await second.newest('monitoring-officer', 'splitting-pointed-out'));
      for (const words of [first.number, '£1,200,000', 'Cleaning, north: £600,000', 'Nothing is stopped.']) expect(mail).toContain(words);
      const { status, splittings, keyDecision } = await second.view();
      expect([status, keyDecision.isKey, splittings]).toEqual([
        'in-clearance',
        false,
        [{ shared: 'supplier bright co', sumPence: 120_000_000, words: expect.stringContaining(first.number) }],
      ]);
      await second.clear();
      expect((await second.must('clerk', 'notice', { route: 'ordinary' })).status).toBe('awaiting-decision');
    });

    it('are not pointed out where together they stay within the threshold, or share nothing', async () => {
      await Case.submitted(system, { ...spending(300_000), subject: 'Paper, north', ...contract('Paper for the north', 'Sheet Ltd') });
      for (const [supplier, pounds] of [
        ['Sheet Ltd', 700_000],
        ['Another Ltd', 900_000],
      ] as const) {
        const other = await Case.submitted(system, {
          ...spending(pounds),
          subject: `Paper from ${supplier}`,
          ...contract(`Paper, ${supplier}`, supplier),
        });
        expect([await other.told('splitting-pointed-out'), (await other.view()).splittings]).toEqual([[], undefined]);
      }
    });
  });

  it('is told in every email with what is asked, by when and what happens next', async () => {
    expect((await system.mail()).flatMap((mail) => missingFrom(mail, mail.subject.slice(0, 8)))).toEqual([]);
  });
});
