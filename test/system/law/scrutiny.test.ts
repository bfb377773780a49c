import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Proposal } from '../../../functions/proposal/proposal.schema.ts';
import { missingFrom } from '../inbox.ts';
import { System } from '../system.ts';
import { safer, type View } from '../walk.ts';
import { approve, brief, Case, maker, read } from './case.ts';

const director = 'corporate-director-adult-social-care';
const concerned = [maker, 'clerk', director, 'officer', 'scrutiny-chair'];
const small: Partial<Proposal> = {
  divisionsAffected: ['Ashford Central'],
  financialImplications: { summary: 'No cost.', expenditure: [], savings: [], funding: [] },
};
const two = [
  { name: 'Councillor A', group: 'Green' },
  { name: 'Councillor B', group: 'Labour' },
];
const callIn = (over = {}) => ({
  requestedBy: two,
  grounds: ['Consultation or advice beforehand was not adequate'],
  words: 'Nobody asked the residents.',
  ...over,
});

describe('scrutiny of a decision taken', () => {
  let system: System;
  let key: Case;
  let held: Case;
  let changedOne: Case;
  const taken = async (subject: string): Promise<Case> => {
    const found = await Case.noticed(system, { ...small, subject });
    await found.sign(maker, 'determination-asked', approve);
    return found;
  };
  const imported = (over = {}) =>
    system.as('clerk')<View & { rule: string }>('POST', '/api/proposals/import', {
      proposal: brief({ subject: 'A contract of years ago', targetDecisionDate: undefined }),
      number: '22/00082',
      noticePublishedOn: '2022-09-05',
      decidedOn: '2022-10-03',
      keyStatus: 'key',
      interest: 'None',
      ...over,
    });
  beforeAll(async () => {
    system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
    key = await Case.noticed(system, { subject: 'A key decision' });
  }, 120_000);
  afterAll(() => system?.stop());

  describe('a call-in', () => {
    it('needs members enough, of different groups, with grounds, of a decision that was taken', async () => {
      held = await taken('Closing a road');
      expect(await key.refused('scrutiny', 'call-in', callIn())).toEqual([409, 'stage']);
      expect(await held.refused('scrutiny', 'call-in', callIn({ requestedBy: two.slice(0, 1) }))).toEqual([409, 'call-in-members']);
      expect(await held.refused('scrutiny', 'call-in', callIn({ requestedBy: [two[0], two[0]] }))).toEqual([409, 'call-in-members']);
      expect(await held.refused('scrutiny', 'call-in', callIn({ requestedBy: two.map(({ name }) => ({ name, group: 'Green' })) }))).toEqual(
        [409, 'call-in-groups'],
      );
      for (const grounds of [[], ['']]) expect((await held.do('scrutiny', 'call-in', callIn({ grounds }))).status).toBe(400);
    });

    it('holds the decision from that moment, and tells all concerned by whom and why', async () => {
      const { status, callIn: stands } = await held.must('scrutiny', 'call-in', callIn());
      expect([status, stands?.validated]).toEqual(['called-in', false]);
      expect(await held.told('decision-called-in')).toEqual(concerned);
      const mail = read(await held.newest('officer', 'decision-called-in'));
      for (const words of [
        'Nothing may be done under it',
        'Councillor A (Green)',
        'Consultation or advice beforehand was not adequate',
        'Nobody asked the residents.',
        'The clerk checks whether the request is valid',
      ])
        expect(mail).toContain(words);
      for (const words of ['Called in', 'Councillor A (Green) and Councillor B (Labour)', 'Nobody asked the residents.'])
        expect(await held.page()).toContain(words);
      expect(await held.refused('clerk', 'reconsideration', { outcome: 'confirmed', words: 'Soon' })).toEqual([
        409,
        'call-in-outcome-first',
      ]);
    });

    it('is found valid by the clerk, and waits past its own days for the outcome', async () => {
      await held.must('clerk', 'call-in-validation', { valid: true });
      expect(await held.told('call-in-validated')).toEqual(concerned);
      await system.clock('2023-03-16T09:00:00Z');
      expect((await held.view()).status).toBe('called-in');
    });

    it('found not valid releases the decision, and does not count as its one call-in', async () => {
      const invalid = await taken('A bench');
      await invalid.must('scrutiny', 'call-in', callIn());
      expect((await invalid.do('clerk', 'call-in-validation', { valid: false })).status).toBe(400);
      expect((await invalid.must('clerk', 'call-in-validation', { valid: false, words: 'One is not a member.' })).status).toBe('decided');
      expect(read(await invalid.newest('officer', 'call-in-validated'))).toContain('One is not a member.');
      expect((await invalid.must('scrutiny', 'call-in', callIn())).status).toBe('called-in');
    });

    it.each(['no-comment', 'comments'] as const)(
      'with the outcome “%s” releases the decision, for the day on which it would have come',
      async (outcome) => {
        const released = await taken(`A bin, ${outcome}`);
        await released.must('clerk', 'call-in', callIn({ requestedBy: ['Councillor C'], byCommittee: true }));
        const { status, timetable } = await released.must('scrutiny', 'call-in-outcome', { outcome, words: 'Considered.' });
        expect([status, timetable.effectiveFrom]).toEqual(['decided', '2023-03-24']);
        expect([await released.told('call-in-concluded'), await released.refused('scrutiny', 'call-in', callIn())]).toEqual([
          concerned,
          [409, 'call-in-once-only'],
        ]);
        expect((await released.published()).status).toMatchObject({ code: 'not-yet-in-force' });
      },
    );

    it('sent back is decided again: confirmed, once and for good', async () => {
      await held.must('scrutiny', 'call-in-outcome', { outcome: 'reconsider', words: 'Ask the residents.' });
      expect(read(await held.newest(maker, 'call-in-concluded'))).toContain('Ask the residents.');
      expect((await held.do('clerk', 'reconsideration', { outcome: 'changed', words: 'We did' })).status).toBe(400);
      await held.must('clerk', 'reconsideration', { outcome: 'confirmed', words: 'They were asked.' });
      expect([(await held.view()).status, await held.told('decision-reconsidered')]).toEqual(['effective', concerned]);
      for (const words of ['Confirmed on 16 March 2023.', 'They were asked.', 'It was confirmed after a call-in.'])
        expect(await held.page()).toContain(words);
      expect(await held.refused('scrutiny', 'call-in', callIn())).toEqual([409, 'call-in-once-only']);
    });

    it('referred to council is decided again with its wording changed word by word', async () => {
      changedOne = await taken('A fountain');
      await changedOne.must('scrutiny', 'call-in', callIn());
      await changedOne.must('scrutiny', 'call-in-outcome', { outcome: 'refer-to-council', words: 'For all to say.' });
      await system.clock('2023-03-27T09:00:00Z');
      expect([(await changedOne.view()).status, (await changedOne.published()).status.explanation]).toEqual([
        'called-in',
        'Scrutiny has referred the decision to full council. Nothing may be done under it until then.',
      ]);
      await changedOne.must('clerk', 'reconsideration', {
        outcome: 'changed',
        words: 'Council asked for less.',
        proposedDecision: ['Approve a smaller fountain'],
      });
      expect(read(await changedOne.newest('officer', 'decision-reconsidered'))).toContain('Approve a smaller fountain'.split(' ').at(-1));
      expect(await changedOne.published()).toMatchObject({
        status: { code: 'in-force' },
        decision: { items: ['Approve a smaller fountain'], changes: [{ by: 'The decision maker, after call-in' }] },
        timetable: { effectiveFrom: '2023-03-27' },
      });
    });

    it('comes too late after the last minute of its last day', async () => {
      const late = await taken('A lamp');
      const closes = (await late.view()).timetable.callInClosesOn;
      expect(closes).toBe('2023-04-03');
      await system.clock('2023-04-03T23:10:00Z');
      expect(await late.refused('scrutiny', 'call-in', callIn())).toEqual([409, 'call-in-closed']);
    });

    it('is waived where the chair agrees before the decision that it is urgent, with the reason on the record', async () => {
      const urgent = await Case.noticed(system, { ...small, subject: 'A dam' });
      await urgent.must('clerk', 'call-in-waiver', { reason: 'The dam is giving way.' });
      expect(await urgent.told('agreement-asked')).toEqual(['scrutiny-chair']);
      expect(await urgent.asked('scrutiny-chair', 'agreement-asked')).toContain('The dam is giving way.');
      await urgent.sign('scrutiny-chair', 'agreement-asked', { response: 'agree', words: 'Plainly.' });
      expect(await urgent.told('agreement-given')).toEqual(['clerk', 'officer']);
      await urgent.sign(maker, 'determination-asked', approve);
      expect((await urgent.view()).status).toBe('effective');
      const said =
        'Chair of the Scrutiny Committee agreed that this is too urgent to wait for call-in. Why it was asked: The dam is giving way.';
      expect([(await urgent.page()).includes(said), read(await urgent.newest('officer', 'decision-made')).includes(said)]).toEqual([
        true,
        true,
      ]);
      expect(await urgent.refused('scrutiny', 'call-in', callIn())).toEqual([409, 'not-subject-to-call-in']);
      expect((await held.do('clerk', 'call-in-waiver', { reason: 'Now' })).status).toBe(409);
    });
  });

  describe('a decision that was not treated as key (reg 18)', () => {
    it('is said by scrutiny to have been, and the executive reports to council', async () => {
      await held.must('scrutiny', 'key-challenge', { words: 'It affects the whole town.', reportBy: '2023-05-01' });
      expect(await held.told('key-status-challenged')).toEqual(concerned);
      for (const words of ['Whether this was a key decision', 'It affects the whole town.', 'Report due 1 May 2023'])
        expect(await held.page()).toContain(words);
      expect(await held.refused('scrutiny', 'key-challenge', { words: 'Again' })).toEqual([409, 'already-challenged']);
      await held.must('clerk', 'key-report', { words: 'Taken by the Cabinet Member; one division; no cost.' });
      expect(await held.told('key-status-reported')).toEqual(concerned);
      expect(await held.page()).toContain('Taken by the Cabinet Member; one division; no cost.');
      expect((await held.view()).keyChallenge).toMatchObject({
        raisedOn: '2023-04-04',
        reportBy: '2023-05-01',
        report: { on: '2023-04-04' },
      });
      expect(await held.refused('clerk', 'key-report', { words: 'Again' })).toEqual([409, 'no-report-required']);
    });
  });

  describe('a key decision', () => {
    it('keeps with its record the proof that it was lawful: rule, figures, calendar, settings and each day counted', async () => {
      await system.clock('2023-04-05T09:00:00Z');
      await key.sign(maker, 'determination-asked', approve);
      expect(await key.refused('scrutiny', 'key-challenge', { words: 'It was key' })).toEqual([409, 'treated-as-key']);
      const { lawfulness } = (await key.view()).record ?? {};
      expect(lawfulness).toMatchObject({
        rulesVersion: expect.stringMatching(/\d/),
        calendar: { source: expect.stringContaining('gov.uk'), coversUntil: expect.any(String) },
        classification: {
          isKey: true,
          grounds: ['expenditure-over-threshold', 'divisions-over-limit'],
          totals: { expenditurePence: 160_000_000 },
          rule: { money: [{ amountPence: 100_000_000 }] },
        },
        settings: { noticeClearDays: 28, callIn: { clearWorkingDays: 5 } },
        earliestDecisionDate: '2023-04-05',
        decidedOn: '2023-04-05',
      });
      const days = lawfulness?.notice.days ?? [];
      expect(days.filter(({ counted }) => counted).map(({ place }) => place)).toEqual(Array.from({ length: 28 }, (_, at) => at + 1));
      expect([days[0]?.date, days.at(-1)?.date, days.filter(({ counted }) => !counted).length]).toEqual(['2023-03-07', '2023-04-05', 2]);
      for (const words of ['How the dates were counted', 'Tuesday 4 April 2023 28', '28 clear days, where 28 are required'])
        expect(await key.page()).toContain(words);
    });
  });

  describe('a decision of years ago', () => {
    it('with 27 clear days is taken in as it was, and the shortfall shown to everybody', async () => {
      const { status, json } = await imported();
      expect([status, json.status, json.keyStatus, json.findings?.map(({ code }) => code)]).toEqual([
        201,
        'effective',
        'key',
        ['short-notice'],
      ]);
      const old = Case.known(system, json);
      expect(await old.page()).toContain(
        'The notice ran for 27 clear days, from 5 September 2022 to 3 October 2022. Reg 9 of SI 2012/2089 asks for 28.',
      );
      expect(await old.published()).toMatchObject({
        kind: 'record',
        key: { isKey: true },
        timetable: { decidedOn: '2022-10-03' },
        findings: [expect.stringContaining('27 clear days')],
      });
      expect([(await old.history()).map(({ type }) => type), await old.mail()]).toEqual([['decision-imported'], []]);
      expect(await old.refused('scrutiny', 'key-challenge', { words: 'It was' })).toEqual([409, 'treated-as-key']);
    });

    it('with 28 has nothing to be found', async () =>
      expect((await imported({ number: '22/00083', noticePublishedOn: '2022-09-04' })).json.findings).toEqual([]));

    it('of which nobody says whether it was key is not made so', async () => {
      const { json } = await imported({ number: '22/00084', keyStatus: 'unknown' });
      expect([json.keyStatus, json.findings?.map(({ code }) => code)]).toEqual(['unknown', ['short-notice', 'key-status-unknown']]);
      const unknown = Case.known(system, json);
      expect((await unknown.published()).key).toMatchObject({ isKey: null, grounds: [], statement: null });
      expect(await unknown.page()).toContain('The source does not say whether this was a key decision.');
    });

    it('keeps its number for itself, and is no decision still to come', async () => {
      expect((await imported()).status).toBe(409);
      expect([
        (await imported({ number: '23/00999', decidedOn: '2023-12-01' })).json.rule,
        (await imported({ number: '22/00099', noticePublishedOn: '2022-12-01' })).status,
      ]).toEqual(['import-is-history', 400]);
      expect((await imported({ number: '22/00100', proposal: { ...safer(), background: undefined } })).status).toBe(400);
    });
  });

  it('is told in every email with what is asked, by when and what happens next', async () => {
    expect((await system.mail()).flatMap((mail) => missingFrom(mail, mail.subject.slice(0, 8)))).toEqual([]);
  });
});
