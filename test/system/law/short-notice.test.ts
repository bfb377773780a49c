import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingFrom } from '../inbox.ts';
import { System } from '../system.ts';
import { approve, Case, maker, read, type Refused } from './case.ts';

const why = 'The provider has gone into administration and cover ends this month.';
const urgent = 'The roof of the refuge has come down and families must be moved tonight.';
const meeting = (date: string) => ({ date, present: ['The Leader'], interests: [{ name: 'The Leader', interest: 'none' }] });

type Report = {
  source: string;
  items: {
    number: string;
    subject: string;
    decidedOn: string;
    reason: string;
    agreedBy: { name: string; on: string };
    decision: string[];
  }[];
};
type Listed = { items: { number: string; urgency: string }[] };

describe('short notice', () => {
  let system: System;
  let exception: Case;
  let urgency: Case;
  let refusedOnce: Case;
  beforeAll(async () => {
    system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
  }, 120_000);
  afterAll(() => system?.stop());

  describe('by the general exception (reg 10)', () => {
    it('needs a reason', async () => {
      exception = await Case.cleared(system, { subject: 'Emergency cover for the sanctuary scheme' });
      const { status, json } = await exception.do('clerk', 'notice', { route: 'general-exception' });
      expect([status, json.errors?.[0]?.path]).toEqual([400, 'reason']);
    });

    it('is not for a decision that is not key', async () => {
      const small = await Case.cleared(system, {
        divisionsAffected: [],
        financialImplications: { summary: 'None', expenditure: [], savings: [], funding: [] },
        subject: 'A small matter',
      });
      expect(await small.refused('clerk', 'notice', { route: 'general-exception', reason: why })).toEqual([
        409,
        'short-notice-is-for-key-decisions',
      ]);
      expect(await small.refused('clerk', 'notice', { route: 'special-urgency', reason: why })).toEqual([
        409,
        'short-notice-is-for-key-decisions',
      ]);
    });

    it('waits five clear working days, with the reason published', async () => {
      const { timetable, notice } = await exception.must('clerk', 'notice', { route: 'general-exception', reason: why });
      expect(timetable).toMatchObject({ clearDaysRequired: 5, clearDaysBasis: 'working', earliestDecisionDate: '2023-03-15' });
      expect(notice).toMatchObject({ route: 'general-exception', reason: why });
      const page = await exception.page();
      for (const words of ['General exception (reg 10 of SI 2012/2089)', why, 'On or after Wednesday 15 March 2023'])
        expect(page).toContain(words);
      expect((await exception.published()).shortNotice).toMatchObject({ route: 'general-exception', reason: why, agreedBy: null });
    });

    it('gives the scrutiny chair notice in writing, saying what, when and why', async () => {
      const mail = await exception.newest('scrutiny-chair', 'general-exception-notice');
      for (const words of [
        'written notice that regulation 10',
        'Emergency cover for the sanctuary scheme',
        'Approve the procurement',
        why,
        'Wednesday 15 March 2023',
        'Your agreement is not needed',
      ])
        expect(read(mail)).toContain(words);
      expect((await exception.happened('notice-published'))[0]?.what.notice).toMatchObject({ route: 'general-exception', reason: why });
    });

    it('takes a clerk’s word that the notice was given otherwise only where an email of it did not arrive', async () => {
      const given = { name: 'The Chair', givenOn: '2023-03-07', words: 'By hand' };
      expect((await exception.do('officer', 'written-notice', given)).status).toBe(403);
      expect(await exception.refused('clerk', 'written-notice', given)).toEqual([409, 'written-notice-not-due']);
      expect((await exception.do('clerk', 'written-notice', { ...given, givenOn: 'Tuesday' })).json.errors?.[0]?.path).toBe('givenOn');
    });

    it('is refused the day before by every door', async () => {
      await system.clock('2023-03-14T22:50:00Z');
      const early = await exception.do<Refused>('clerk', 'determination', meeting('2023-03-14'));
      expect([early.status, early.json.rule, early.json.source, early.json.earliestDecisionDate]).toEqual([
        409,
        'notice-period',
        'SI 2012/2089 reg 10',
        '2023-03-15',
      ]);
      expect(await exception.refused('clerk', 'notice', { route: 'special-urgency', reason: urgent })).toEqual([
        409,
        'notice-already-published',
      ]);
      expect(
        await exception.refused('clerk', 'steps/determination-1/answer', {
          response: 'approve',
          evidence: 'By telephone',
          interest: { interest: 'none' },
        }),
      ).toEqual([404, 'no-such-step']);
      expect(await exception.refused('clerk', 'steps/determination-1/resend')).toEqual([404, 'no-such-step']);
      await exception.must('officer', 'defer', { reason: 'Thinking' });
      await exception.must('officer', 'resume');
      await system.call('POST', '/_local/schedules/daily-check');
      expect([(await exception.view()).status, await exception.told('determination-asked')]).toEqual(['notice-published', []]);
      expect((await exception.view()).blockers).toContainEqual(
        expect.objectContaining({ rule: 'general-exception', clearsOn: '2023-03-15' }),
      );
    });

    it('is put to the decision maker on the day, and even then not as if it had been taken the day before', async () => {
      await system.clock('2023-03-15T09:00:00Z');
      expect(await exception.told('determination-asked')).toEqual([maker]);
      const yesterday = { response: 'approve', evidence: 'Signed on paper', signedOn: '2023-03-14', interest: { interest: 'none' } };
      expect(await exception.refused('clerk', 'steps/determination-1/answer', yesterday)).toEqual([409, 'notice-period']);
      await exception.sign(maker, 'determination-asked', approve);
      expect((await exception.published()).lawfulness).toMatchObject({
        route: 'general-exception',
        clearDaysRequired: 5,
        clearDaysBasis: 'working',
        decidedOn: '2023-03-15',
      });
      expect(await exception.page()).toContain('5 clear working days, where 5 are required');
    });
  });

  describe('by special urgency (reg 11)', () => {
    it('asks the scrutiny chair by link, and nobody can decide before the answer', async () => {
      urgency = await Case.noticed(
        system,
        { subject: 'Moving families from an unsafe refuge' },
        { route: 'special-urgency', reason: urgent },
      );
      expect(await urgency.told('agreement-asked')).toEqual(['scrutiny-chair']);
      const page = await urgency.asked('scrutiny-chair', 'agreement-asked');
      for (const words of ['Is this decision urgent?', urgent, 'Moving families from an unsafe refuge']) expect(page).toContain(words);
      const { status, json } = await urgency.do('clerk', 'determination', meeting('2023-03-15'));
      expect([status, json.rule, json.source]).toEqual([409, 'special-urgency-agreement', 'Reg 11 of SI 2012/2089']);
      await system.call('POST', '/_local/schedules/daily-check');
      expect([(await urgency.view()).status, await urgency.told('determination-asked')]).toEqual(['notice-published', []]);
    });

    it('cannot be agreed by anybody for the chair', async () => {
      expect(await urgency.refused('clerk', 'steps/agreement-1/delegate', { to: 'leader', scheme: 'None' })).toEqual([
        409,
        'no-cover-for-agreement',
      ]);
    });

    it('is put to the decision maker as soon as the chair agrees, and the agreement is published', async () => {
      await urgency.sign('scrutiny-chair', 'agreement-asked', { response: 'agree', words: 'It cannot wait.' });
      expect(await urgency.told('agreement-given')).toEqual(['clerk', 'officer']);
      expect(await urgency.told('determination-asked')).toEqual([maker]);
      await urgency.sign(maker, 'determination-asked', approve);
      const page = await urgency.page();
      for (const words of [
        'Special urgency (reg 11 of SI 2012/2089)',
        urgent,
        'Agreed by Chair of the Scrutiny Committee, on 15 March 2023',
      ])
        expect(page).toContain(words);
      const order = (await urgency.history()).map(({ type }) => type).filter((type) => /agreement|decision-made/.test(type));
      expect(order).toEqual(['agreement-given', 'decision-made']);
    });

    it('keeps a refusal in the history, asks nobody else, and leaves the other routes open', async () => {
      refusedOnce = await Case.noticed(system, { subject: 'New signs for the refuge' }, { route: 'special-urgency', reason: urgent });
      const path = await refusedOnce.link('scrutiny-chair', 'agreement-asked');
      expect((await system.answer(path, { response: 'refuse' })).status).toBe(422);
      await refusedOnce.sign('scrutiny-chair', 'agreement-asked', { response: 'refuse', words: 'Signs can wait.' });
      expect(await refusedOnce.told('agreement-refused')).toEqual(['clerk', 'officer']);
      expect(read(await refusedOnce.newest('clerk', 'agreement-refused'))).toContain(
        'general exception (regulation 10) or the ordinary 28 clear days',
      );
      expect((await refusedOnce.happened('agreement-refused')).map(({ what, by }) => [what.words, by.name])).toEqual([
        ['Signs can wait.', 'The Chair of the Scrutiny Committee'],
      ]);
      expect(
        await refusedOnce.refused('clerk', 'notice', { route: 'special-urgency', reason: urgent, agreementFrom: 'council-chair' }),
      ).toEqual([409, 'special-urgency-refused']);
      expect((await refusedOnce.view()).blockers).toContainEqual(
        expect.objectContaining({ rule: 'special-urgency-refused', heldBy: 'Clerk' }),
      );
      const { timetable } = await refusedOnce.must('clerk', 'notice', { route: 'general-exception', reason: why });
      expect([timetable.earliestDecisionDate, (await refusedOnce.published()).shortNotice?.route]).toEqual([
        '2023-03-23',
        'general-exception',
      ]);
    });

    it('goes to the chair of the council where the scrutiny chair cannot act, and no further while there is one', async () => {
      const next = await Case.noticed(system, { subject: 'A burst main' }, { route: 'special-urgency', reason: urgent });
      const first = await next.link('scrutiny-chair', 'agreement-asked');
      await next.must('clerk', 'notice', { route: 'special-urgency', reason: urgent, agreementFrom: 'council-chair' });
      expect(
        await next.refused('clerk', 'notice', { route: 'special-urgency', reason: urgent, agreementFrom: 'council-vice-chair' }),
      ).toEqual([409, 'special-urgency-agreement']);
      expect((await system.answer(first, { response: 'agree' })).status).toBe(409);
      await next.sign('council-chair', 'agreement-asked', { response: 'agree' });
      expect((await next.published()).shortNotice?.agreedBy).toMatchObject({ title: 'Chair of the County Council', on: '2023-03-15' });
      expect((await next.view()).status).toBe('awaiting-decision');
    });
  });

  it('keeps the two doors apart in the register', async () => {
    const numbers = async (list: string, urgency: string) =>
      (await system.call<Listed>('GET', `/${list}?urgency=${urgency}`)).json.items.map(({ number }) => number);
    expect([await numbers('decisions', 'general-exception'), await numbers('decisions', 'special-urgency')]).toEqual([
      [exception.number],
      [urgency.number],
    ]);
    expect(await numbers('notices', 'general-exception')).toEqual([refusedOnce.number]);
  });

  it('reports what was taken under special urgency, and that alone, for any period (reg 19)', async () => {
    const report = async (period: string) =>
      (await system.call<Report>('GET', `/urgency-report?${period}`, undefined, { accept: 'application/json' })).json;
    const { source, items } = await report('from=2023-03-15&to=2023-03-15');
    expect(source).toBe('Regulation 19 of SI 2012/2089');
    expect(items).toMatchObject([
      {
        number: urgency.number,
        subject: 'Moving families from an unsafe refuge',
        decidedOn: '2023-03-15',
        reason: urgent,
        agreedBy: { name: 'The Chair of the Scrutiny Committee' },
      },
    ]);
    expect((await report('to=2023-03-14')).items).toEqual([]);
    const page = await system.call('GET', '/urgency-report', undefined, { accept: 'text/html' });
    expect([page.text.includes(urgency.number), page.text.includes(exception.number), page.text.includes('regulation 19')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is told in every email with what is asked, by when and what happens next', async () => {
    expect((await system.mail()).flatMap((mail) => missingFrom(mail, mail.subject.slice(0, 8)))).toEqual([]);
  });
});
