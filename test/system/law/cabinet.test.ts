import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Council } from '../../../functions/council/council.schema.ts';
import { plymouth20230710 } from '../../../seeds/decisions/plymouth-2023-07-10.ts';
import { missingFrom } from '../inbox.ts';
import type { System } from '../system.ts';
import type { View } from '../walk.ts';
import { approve, Case, read, type Refused } from './case.ts';
import { systemOf } from './settings-of.ts';

const { proposal, history } = plymouth20230710;
const minutes = history.flatMap((act) => (act.act === 'decide' && act.meeting ? [act.meeting] : []))[0];
const domain = 'plymouth.example';
const small = {
  leadDirector: 'strategic-director-people',
  financialImplications: { summary: 'No cost.', expenditure: [], savings: [], funding: [] },
  divisionsAffected: [],
};
const scheme = 'Part 3 of the constitution';
const tenderer = { interest: 'declared', interestKind: 'pecuniary', interestDetail: 'I own shares in a bidder' };

// The Monitoring Officer is away in June; the finance portfolio changes hands on the 20th.
const changed = (council: Council): Council => ({
  ...council,
  absences: [{ post: 'monitoring-officer', from: '2023-06-01', to: '2023-06-30', cover: 'head-of-paid-service', scheme }],
  posts: council.posts.map((post) =>
    post.id !== 'cabinet-member-finance'
      ? post
      : {
          ...post,
          holders: [
            { from: '2012-01-01', to: '2023-06-19', name: 'Councillor Before', email: `cabinet-member-finance@${domain}` },
            { from: '2023-06-20', name: 'Councillor After', email: `cabinet-member-finance@${domain}` },
          ],
        },
  ),
});

describe('those who decide', () => {
  let system: System;
  let stop: () => Promise<void>;
  let cabinet: Case;
  let members: string[] = [];
  beforeAll(async () => {
    ({ system, stop } = await systemOf(changed, '--council', 'plymouth', '--empty', '--now', '2023-06-09T09:00:00Z'));
    cabinet = await Case.noticed(system, proposal);
  }, 120_000);
  afterAll(() => stop?.());

  it('the cover of somebody who is away clears in their place, and the file says so', async () => {
    expect(await cabinet.told('clearance-asked')).toEqual(['head-of-paid-service', 's151-officer', 'strategic-director-people']);
    expect((await cabinet.steps('clearance')).find(({ post }) => post === 'monitoring-officer')).toMatchObject({
      state: 'approved',
      name: 'The Chief Executive and Head of Paid Service for The Monitoring Officer',
      cover: scheme,
    });
    expect((await cabinet.happened('clearance-given')).map(({ by }) => by.name)).toContain(
      'The Chief Executive and Head of Paid Service for The Monitoring Officer',
    );
  });

  it('two members decide together only when both have signed, and the record names both', async () => {
    const pair = await Case.noticed(system, {
      ...small,
      subject: 'A shared depot',
      decisionMaker: 'cabinet-member-finance',
      jointWith: 'cabinet-member-highways',
    });
    expect(await pair.told('determination-asked')).toEqual(['cabinet-member-finance', 'cabinet-member-highways']);
    await pair.sign('cabinet-member-finance', 'determination-asked', approve);
    expect([(await pair.view()).status, await pair.told('determination-countersigned'), await pair.told('decision-made')]).toEqual([
      'awaiting-decision',
      ['officer'],
      [],
    ]);
    expect((await pair.answer('cabinet-member-finance', 'determination-asked', approve)).status).toBe(409);
    expect(await pair.refused('clerk', 'steps/determination-2/delegate', { to: 'cabinet-member-finance', scheme })).toEqual([
      409,
      'two-decide-together',
    ]);
    await pair.sign('cabinet-member-highways', 'determination-asked', approve);
    const page = await pair.page();
    for (const words of [
      'Decision taken by',
      'Councillor Before, Cabinet Member for Finance',
      'Jointly with Cabinet Member for Strategic Planning and Transport',
      'Reasons',
      'Alternatives considered and rejected',
      'dispensation granted None',
    ])
      expect(page).toContain(words);
    expect((await pair.view()).determination).toMatchObject({
      signedBy: 'Councillor Before and The Cabinet Member for Strategic Planning and Transport',
      interests: [{ name: 'Councillor Before' }, { name: 'The Cabinet Member for Strategic Planning and Transport' }],
    });
  });

  it('the Leader decides in a member’s place, and is barred by an interest of their own until somebody covers', async () => {
    const place = await Case.noticed(system, {
      ...small,
      subject: 'A day centre',
      decisionMaker: 'leader',
      inThePlaceOf: 'cabinet-member-adult-social-care',
    });
    expect(await place.page()).toContain('In the place of the Cabinet Member for Health and Adult Social Care');
    expect((await place.answer('leader', 'determination-asked', { response: 'approve' })).status).toBe(422);
    const barred = await place.answer('leader', 'determination-asked', { response: 'approve', ...tenderer });
    expect([barred.status, barred.text.includes('interest that stops you')]).toEqual([409, true]);
    expect((await place.view()).status).toBe('awaiting-decision');
    await place.must('clerk', 'steps/determination-1/delegate', { to: 'deputy-leader', scheme });
    expect((await place.answer('leader', 'determination-asked', approve)).status).toBe(409);
    await place.sign('deputy-leader', 'step-delegated', approve);
    const page = await place.page();
    for (const words of [
      'In the place of the Cabinet Member for Health and Adult Social Care',
      `The Deputy Leader of the Council for The Leader of the Council, under ${scheme}`,
    ])
      expect(page).toContain(words);
    expect((await place.happened('decision-made'))[0]?.by.name).toBe('The Deputy Leader of the Council for The Leader of the Council');
  });

  it('a dispensation lets nobody decide alone what they have a pecuniary interest in (Localism Act 2011, ss 31(8) and 33)', async () => {
    const dispensed = await Case.noticed(system, { ...small, subject: 'A bus lane', decisionMaker: 'leader' });
    const dispensation = 'Standards Committee, 1 June 2023';
    const barred = await dispensed.answer('leader', 'determination-asked', { response: 'approve', ...tenderer, dispensation });
    expect([barred.status, barred.text.includes('lets a member take part in a meeting')]).toEqual([409, true]);
    await dispensed.sign('leader', 'determination-asked', { response: 'approve', ...tenderer, interestKind: 'other', dispensation });
    for (const words of ['I own shares in a bidder', `Dispensation: ${dispensation}`]) expect(await dispensed.page()).toContain(words);
  });

  it('an officer decides under delegation (reg 13(4)), after the member to be consulted was asked', async () => {
    const delegated = await Case.noticed(system, {
      ...small,
      subject: 'A lease',
      decisionMaker: 'strategic-director-place',
      inConsultationWith: ['cabinet-member-environment'],
    });
    expect(await delegated.view()).toMatchObject({
      status: 'notice-published',
      timetable: { consultationClosesOn: '2023-06-16', earliestDecisionDate: '2023-06-17' },
    });
    await delegated.sign('cabinet-member-environment', 'consultation-asked', { response: 'support', words: 'I agree with it.' });
    expect(await delegated.steps('consultation')).toMatchObject([
      { post: 'cabinet-member-environment', state: 'responded', response: 'support', words: 'I agree with it.' },
    ]);
    await system.clock('2023-06-19T09:00:00Z');
    await delegated.sign('strategic-director-place', 'determination-asked', approve);
    const page = await delegated.page();
    for (const words of [
      'Strategic Director for Place',
      'In consultation with the Cabinet Member for Environment and Climate Change',
      'I agree with it.',
      'Alternatives considered and rejected',
    ])
      expect(page).toContain(words);
    expect((await delegated.published()).determination?.by).toMatchObject({ kind: 'officer', post: 'strategic-director-place' });
  });

  it('nobody clears or decides their own proposal, by link, by cover or by a clerk’s entry', async () => {
    const both = {
      authorization: `Bearer ${(await system.call<{ token: string }>('POST', '/_local/token', { sub: 'finance', name: 'Finance', email: `s151-officer@${domain}`, roles: ['officer', 'clerk'] })).json.token}`,
    };
    const as = <T = View>(path: string, body: unknown = {}) => system.call<T>('POST', path, body, both);
    const draft = await as('/api/proposals', { ...proposal, ...small, subject: 'My own' });
    const own = Case.known(system, (await as(`/api/proposals/${draft.json.id}/submit`)).json);
    const byLink = await own.answer('s151-officer', 'clearance-asked', { response: 'approve' });
    expect([byLink.status, byLink.text.includes('You submitted this proposal')]).toEqual([409, true]);
    expect(await own.refused('clerk', 'steps/clearance-2/delegate', { to: 's151-officer', scheme })).toEqual([403, 'own-proposal']);
    const entered = await as<Refused>(`/api/proposals/${own.id}/steps/clearance-2/answer`, {
      response: 'approve',
      evidence: 'She told me',
    });
    expect([entered.status, entered.json.rule]).toEqual([409, 'own-proposal']);
  });

  it('a post that changes hands is named as it was held on each day', async () => {
    const kept = await Case.noticed(system, {
      ...small,
      subject: 'A loan',
      decisionMaker: 'cabinet-member-finance',
      targetDecisionDate: '2023-06-21',
    });
    expect(await kept.page()).toContain('Councillor Before, Cabinet Member for Finance');
    await system.clock('2023-06-21T09:00:00Z');
    await kept.sign('cabinet-member-finance', 'determination-asked', approve);
    expect((await kept.published()).determination?.by.name).toBe('Councillor After');
    expect((await system.as('clerk')<{ posts: { id: string; name: string }[] }>('GET', '/api/council')).json.posts).toContainEqual(
      expect.objectContaining({ id: 'cabinet-member-finance', name: 'Councillor After' }),
    );
  });

  it('a clerk’s entry for a signature on paper stands as one in the history and on the record', async () => {
    const paper = await Case.noticed(system, { ...small, subject: 'A footpath', decisionMaker: 'cabinet-member-environment' });
    const evidence = 'Signed on paper at the Council House; the paper is in the file';
    await paper.must('clerk', 'steps/determination-1/answer', { response: 'approve', evidence, interest: { interest: 'none' } });
    expect((await paper.happened('decision-made')).map(({ by }) => [by.kind, by.override])).toEqual([['clerk', evidence]]);
    expect((await paper.view()).determination).toMatchObject({
      signedBy: 'The Cabinet Member for Environment and Climate Change',
      override: evidence,
    });
    for (const words of ['Signed on paper; entered by the clerk', evidence]) expect(await paper.page()).toContain(words);
  });

  describe('Cabinet as a body, on 10 July 2023', () => {
    const meeting = (over = {}) => ({
      date: '2023-07-10',
      present: members,
      introducedBy: minutes?.introducedBy,
      points: minutes?.points,
      conditions: minutes?.conditions,
      interests: members.map((name) =>
        name.endsWith('Penberthy')
          ? { name, interest: 'declared', kind: 'other', detail: 'Knows some who would bid' }
          : { name, interest: 'none' },
      ),
      ...over,
    });

    it('is recorded by the clerk when it has met, and not for a day before the one noticed or still to come', async () => {
      await system.clock('2023-07-10T14:00:00Z');
      const { posts } = (await system.as('clerk')<{ posts: { id: string; name: string; members?: string[] }[] }>('GET', '/api/council'))
        .json;
      members = posts.filter(({ id }) => posts.find((post) => post.id === 'cabinet')?.members?.includes(id)).map(({ name }) => name);
      expect(await cabinet.told('meeting-asked')).toEqual(['clerk']);
      expect(await cabinet.refused('clerk', 'determination', meeting({ date: '2023-07-09' }))).toEqual([409, 'notice-period']);
      expect(await cabinet.refused('clerk', 'determination', meeting({ date: '2023-07-11' }))).toEqual([409, 'meeting-has-been']);
      for (const wrong of [
        { present: ['A Stranger'] },
        { present: [] },
        { interests: [] },
        { conditions: [{ resolution: 9, words: 'If so' }] },
      ])
        expect((await cabinet.do('clerk', 'determination', meeting(wrong))).status).toBe(400);
    });

    it('is signed by whoever chaired it, by the link of the newest record of it', async () => {
      await cabinet.must('clerk', 'determination', meeting({ present: members.slice(1) }));
      expect(await cabinet.told('determination-asked')).toEqual(['deputy-leader']);
      await cabinet.must('clerk', 'determination', meeting());
      expect((await cabinet.answer('deputy-leader', 'determination-asked', approve)).status).toBe(409);
      expect(await cabinet.asked('leader', 'determination-asked')).toContain('lived experience');
      expect(read(await cabinet.newest('leader', 'determination-asked'))).toContain('The clerk has recorded the meeting.');
      await cabinet.sign('leader', 'determination-asked', approve);
    });

    it('has a record of three resolutions, one with its condition, who was there, who introduced it, what was said and each interest', async () => {
      const page = await cabinet.page();
      const said = [
        'Cabinet agreed to:',
        ...proposal.proposedDecision,
        `Condition: ${minutes?.conditions[0]?.words}`,
        'Meeting of 10 July 2023',
        ...members,
        'Councillor Chris Penberthy (Cabinet Member for Housing',
        ...(minutes?.points ?? []),
        'Declared: other interest: Knows some who would bid',
        'Reasons',
        'None recorded',
      ];
      expect(said.filter((words) => !page.includes(words))).toEqual([]);
      expect((await cabinet.view()).determination?.interests).toHaveLength(members.length);
      expect(await cabinet.published()).toMatchObject({
        determination: { decidedOn: '2023-07-10', by: { kind: 'body', post: 'cabinet' }, meeting: { date: '2023-07-10' } },
        timetable: { callInClosesOn: '2023-07-17', effectiveFrom: '2023-07-18' },
      });
    });
  });

  it('are told in every email what is asked, by when and what happens next', async () => {
    expect((await system.mail()).flatMap((mail) => missingFrom(mail, mail.subject.slice(0, 8)))).toEqual([]);
  });
});
