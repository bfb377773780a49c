import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingFrom } from '../inbox.ts';
import { System } from '../system.ts';
import { approve, Case, maker, read } from './case.ts';
import { foundBySearch, leaks, leaksIn, leakyMail, marked, outsideMail, secret } from './exempt.ts';

const interest = 'Publishing the bids would harm the bidding.';
const outsiders = [
  { name: 'Providers’ Forum', email: 'forum@outside.example' },
  { name: 'Residents’ Group', email: 'residents@outside.example' },
];
const partly = {
  kind: 'part-exempt' as const,
  paragraphs: [3],
  publicInterest: interest,
  sections: ['reasons', 'financialImplications', 'legalImplications', 'alternatives', 'contracts', 'consultation'] as never[],
};
const wholly = { kind: 'fully-exempt' as const, paragraphs: [3, 5], publicInterest: interest };
const proposed = [secret('wording'), `${secret('resolution')} is accepted`];
const small = { financialImplications: { summary: 'No cost.', expenditure: [], savings: [], funding: [] }, divisionsAffected: [] };
const open = {
  background: 'A need was found.',
  equalityImplications: { status: 'full' as const, date: '2023-02-01', words: 'No adverse effects.' },
  dataProtectionImplications: { status: 'complete' as const, words: 'Complete.' },
};
const members = ['The Leader of the Council', 'The Cabinet Member for Finance'];

describe('private business', () => {
  let system: System;
  let part: Case;
  let whole: Case;
  beforeAll(async () => {
    system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
    part = await Case.noticed(system, {
      ...marked(),
      ...open,
      subject: 'Choosing who runs the refuges',
      publicAccess: partly,
      consultees: outsiders,
    });
    const put = {
      ...marked(),
      subject: 'Settling a claim',
      decisionMaker: 'cabinet',
      divisionsAffected: ['Ashford Central'],
      proposedDecision: proposed,
      publicAccess: wholly,
      consultees: outsiders,
    };
    whole = await Case.noticed(system, put);
    await whole.amend({ proposedDecision: [...proposed, secret('amended')] }, put);
  }, 120_000);
  afterAll(() => system?.stop());

  const nothingIn = async (found: Case, on: string) => expect(await leaks(system, found.number, on)).toEqual([]);

  it('shows nothing of it while it is being changed after its notice', async () => {
    await nothingIn(whole, '2023-03-07');
    expect(await whole.page()).toContain('Changed: a new notice will follow');
    await whole.clear();
    await whole.must('clerk', 'notice', { route: 'ordinary' });
  });

  it('publishes the particulars, the paragraphs of Schedule 12A and the public interest, and no exempt word', async () => {
    for (const found of [part, whole]) {
      const page = await found.page();
      for (const words of ['paragraph 3 of Schedule 12A', interest, 'Report on the bids', '(c) Who will decide'])
        expect(page).toContain(words);
      await nothingIn(found, '2023-03-07');
    }
    expect(await part.page()).toContain('A need was found.');
    expect(await whole.page()).toContain('Settling a claim');
  });

  it('asks those outside without it, and hears them', async () => {
    for (const found of [part, whole]) {
      for (const to of ['forum', 'residents']) expect(leaksIn(await found.asked(to, 'consultation-asked'))).toEqual([]);
      expect(read(await found.newest('forum', 'consultation-asked'))).toContain('Part of this proposal is exempt and is not shown to you.');
      await found.sign('forum', 'consultation-asked', { response: 'object', words: secret('consultee') });
      expect(leaksIn(await found.asked('residents', 'consultation-asked'))).toEqual([]);
      await found.must('clerk', 'committee-outcome', {
        committee: 'Policy and Resources Cabinet Committee',
        date: '2023-03-07',
        outcome: 'amended',
        words: secret('committee'),
        proposedDecision: found === whole ? [...proposed, secret('committee-wording')] : ['Appoint the best bidder'],
      });
      await nothingIn(found, '2023-03-07');
    }
  });

  describe('a Cabinet meeting in private (reg 5)', () => {
    it('is noticed 28 clear days before with its reasons, and waits for a second notice', async () => {
      expect((await whole.view()).timetable.gates).toContainEqual(
        expect.objectContaining({ rule: 'private-meeting', date: '2023-04-05', source: 'Reg 5 of SI 2012/2089' }),
      );
      expect((await whole.published()).privateMeeting).toEqual({ reasons: interest, consent: null, second: null });
      expect((await whole.view()).blockers).toContainEqual(
        expect.objectContaining({ rule: 'private-meeting-second-notice', heldBy: 'Clerk' }),
      );
    });

    it('has a second notice five clear days before, with what was said against it and the answer', async () => {
      await system.clock('2023-03-28T09:00:00Z');
      expect((await whole.do('clerk', 'private-meeting-notice', { representations: 'Two were made.' })).status).toBe(400);
      const { timetable } = await whole.must('clerk', 'private-meeting-notice', {
        representations: 'A resident asked that it be in public.',
        response: 'The bids would be harmed.',
      });
      expect(timetable.gates).toContainEqual(expect.objectContaining({ rule: 'private-meeting-second-notice', date: '2023-04-05' }));
      const page = await whole.page();
      for (const words of [
        'Meeting in private',
        'Second notice 28 March 2023',
        'A resident asked that it be in public.',
        'The bids would be harmed.',
      ])
        expect(page).toContain(words);
      expect(await whole.told('private-meeting-notice-published')).toEqual([
        maker.replace('cabinet-member', 'corporate-director'),
        'officer',
        'scrutiny-chair',
      ]);
      expect(await whole.refused('clerk', 'private-meeting-notice', { representations: 'None', response: 'None' })).toEqual([
        409,
        'second-notice-published',
      ]);
    });

    it('is not for a decision taken by one member, or in public', async () => {
      expect(await part.refused('clerk', 'private-meeting-notice', { representations: 'None', response: 'None' })).toEqual([
        409,
        'meeting-in-public',
      ]);
      expect(await part.refused('clerk', 'private-meeting-consent', { reason: 'Soon' })).toEqual([409, 'meeting-in-public']);
    });

    it('may go without both where the scrutiny chair agrees that it is urgent, which is published', async () => {
      const soon = await Case.noticed(system, {
        ...small,
        subject: 'A claim due this week',
        decisionMaker: 'cabinet',
        publicAccess: wholly,
      });
      expect((await soon.view()).timetable.earliestDecisionDate).toBe('2023-04-26');
      await soon.must('clerk', 'private-meeting-consent', { reason: 'The court date is on Friday.' });
      for (const words of ['Is this private meeting urgent?', 'The court date is on Friday.'])
        expect(await soon.asked('scrutiny-chair', 'agreement-asked')).toContain(words);
      expect(await soon.refused('clerk', 'private-meeting-consent', { reason: 'Again' })).toEqual([409, 'already-asked']);
      await soon.sign('scrutiny-chair', 'agreement-asked', { response: 'agree', words: 'It cannot wait.' });
      expect([(await soon.view()).status, await soon.told('meeting-asked')]).toEqual(['awaiting-decision', ['clerk']]);
      expect(await soon.page()).toContain(
        'Chair of the Scrutiny Committee agreed on 28 March 2023 that the meeting is urgent and cannot reasonably be deferred. Why it was asked: The court date is on Friday. In their words: It cannot wait.',
      );
    });

    it('waits for its notices where the chair does not agree', async () => {
      const later = await Case.noticed(system, { ...small, subject: 'Another claim', decisionMaker: 'cabinet', publicAccess: wholly });
      await later.must('clerk', 'private-meeting-consent', { reason: 'Soon' });
      await later.sign('scrutiny-chair', 'agreement-asked', { response: 'refuse', words: 'It can wait.' });
      const { status, timetable, blockers } = await later.view();
      expect([status, timetable.earliestDecisionDate]).toEqual(['notice-published', '2023-04-26']);
      expect(blockers).toContainEqual(expect.objectContaining({ rule: 'private-meeting-second-notice' }));
      expect(await later.told('agreement-refused')).toEqual(['clerk', 'officer']);
    });
  });

  it('is decided, called in and decided again without a word of it getting out', async () => {
    await system.clock('2023-04-05T09:00:00Z');
    await part.sign(maker, 'determination-asked', { ...approve, words: secret('decided') });
    const interests = [
      {
        name: 'The Cabinet Member for Finance',
        interest: 'declared',
        kind: 'other',
        detail: secret('interest'),
        dispensation: secret('dispensation'),
      },
    ];
    await whole.must('clerk', 'determination', {
      date: '2023-04-05',
      present: members,
      introducedBy: 'The Leader of the Council',
      points: [secret('point')],
      conditions: [{ resolution: 1, words: secret('condition') }],
      interests,
    });
    await whole.sign('leader', 'determination-asked', approve);
    for (const found of [part, whole]) {
      await nothingIn(found, '2023-04-05');
      await found.must('scrutiny', 'call-in', {
        requestedBy: [
          { name: 'A Member', group: 'One' },
          { name: 'B Member', group: 'Two' },
        ],
        grounds: ['Consultation or advice beforehand was not adequate'],
        words: found === whole ? secret('called-in') : 'Too few were asked',
      });
      await found.must('scrutiny', 'call-in-outcome', { outcome: 'reconsider', words: found === whole ? secret('scrutiny') : 'Ask more' });
      await nothingIn(found, '2023-04-05');
      await found.must('clerk', 'reconsideration', {
        outcome: 'changed',
        words: found === whole ? secret('reconsidered') : 'More were asked',
        proposedDecision: found === whole ? [secret('changed')] : ['Appoint the second bidder'],
      });
      await nothingIn(found, '2023-04-05');
    }
  });

  it('is in force without a word of it getting out', async () => {
    await system.clock('2023-04-20T09:00:00Z');
    expect([(await part.view()).status, (await whole.view()).status]).toEqual(['effective', 'effective']);
    for (const found of [part, whole]) await nothingIn(found, '2023-04-20');
  });

  it('gives no reason away when it is put off or withdrawn', async () => {
    const gone = await Case.noticed(system, { subject: 'A claim settled', publicAccess: wholly, consultees: outsiders });
    for (const [action, words] of [
      ['defer', 'deferred'],
      ['withdraw', 'withdrawn'],
    ] as const) {
      await gone.must('officer', action, { reason: secret(words) });
      await nothingIn(gone, '2023-04-20');
    }
  });

  it('is found by no word of it in any search', async () => {
    const places = [
      'background',
      'reasons',
      'summary',
      'expenditure',
      'legal',
      'option',
      'contract',
      'supplier',
      'wording',
      'point',
      'changed',
      'committee-wording',
      'consultee',
    ];
    expect(await foundBySearch(system, places)).toEqual([]);
    expect(
      (
        await system.call<{ items: { number: string }[] }>('GET', '/search?q=settling+claim', undefined, { accept: 'application/json' })
      ).json.items.map(({ number }) => number),
    ).toEqual([whole.number]);
  });

  it('was in no email to anybody outside, or to members, in all this time', async () => {
    const mails = await system.mail();
    expect(outsideMail(mails)).toBeGreaterThan(20);
    expect(leakyMail(mails)).toEqual([]);
    expect(mails.some((mail) => leaksIn(mail.text).length > 0)).toBe(true);
  });

  it('is told in every email with what is asked, by when and what happens next', async () => {
    expect((await system.mail()).flatMap((mail) => missingFrom(mail, mail.subject.slice(0, 8)))).toEqual([]);
  });
});
