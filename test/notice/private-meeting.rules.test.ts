import { describe, expect, it } from 'vitest';
import type { Decision, Notice } from '../../functions/decision/decision.ts';
import type { DecisionEvent } from '../../functions/decision/events.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import { withLaterGates } from '../../functions/notice/later-gates.rules.ts';
import { lacksSecondNotice } from '../../functions/notice/private-meeting-days.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, clear, cleared, key, link, noticed, small, type Setting, vacant } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const exempt = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'The prices are still being bid for.' };
const inPrivate: Proposal = { ...small, decisionMaker: 'cabinet', publicAccess: exempt };
const inPublic: Proposal = { ...small, decisionMaker: 'cabinet', consultees: key.consultees };
const noticeOf = ({ decision }: Story) => (decision as Decision & { notice: Notice }).notice;
const second = (story: Story) =>
  story.tries({
    type: 'publish-private-meeting-notice',
    representations: 'Two asked that it be open.',
    response: 'It cannot be.',
    by: clerk,
  });
const asks = (story: Story, agreementFrom?: string) =>
  story.tries({ type: 'ask-private-meeting-consent', words: 'The grant lapses.', agreementFrom, by: clerk });
const consents = (story: Story, response: 'agree' | 'refuse' = 'agree') =>
  story.tries({ type: 'give-agreement', response, ...link(story, 'agreement'), words: 'In words.' });
const meets = (story: Story, date: string) =>
  story.tries({ type: 'record-meeting', meeting: { date, present: ['The Leader of the Council'], points: [], interests: [] }, by: clerk });
const checked = (story: Story, day: string) => story.on(day).does({ type: 'run-daily-check', by: clerk }).status;
const privately = (setting: Setting = {}) => noticed({ content: inPrivate, ...setting });

describe('a meeting of Cabinet in private (reg 5)', () => {
  it('has its own 28 clear days, key or not, with the reasons published', () =>
    expect(noticeOf(privately())).toMatchObject({
      privateMeeting: { reasons: exempt.publicInterest },
      timetable: { earliestDecisionDate: '2023-04-05' },
    }));

  it('is not opened without its second notice', () => expect(checked(privately(), '2023-05-01')).toBe('notice-published'));

  it('opens after five clear working days of its second notice', () => {
    const story = privately().on('2023-03-29');
    second(story);
    expect(noticeOf(story).timetable.earliestDecisionDate).toBe('2023-04-06');
    expect(second(story)).toMatchObject({ rule: 'second-notice-published' });
    expect(checked(story, '2023-04-05')).toBe('notice-published');
    expect(checked(story, '2023-04-06')).toBe('awaiting-decision');
    expect(meets(story, '2023-04-06')).toBeNull();
  });

  it('has the same day suggested whenever its history is read, whatever bank holiday was proclaimed since', () => {
    for (const isConsented of [false, true]) {
      const story = privately().on('2023-03-29');
      if (isConsented) asks(story);
      (isConsented ? consents : second)(story);
      const [last] = story.events.splice(story.events.findLastIndex(({ happening }) => 'suggested' in happening));
      const before = story.events.reduce<Decision | null>(evolve, null);
      const day = noticeOf(story).timetable.suggestedDecisionDate;
      expect(last?.happening).toMatchObject({ suggested: day });
      const otherwise = { ...last!, happening: { ...last!.happening, suggested: '2023-06-01' } } as DecisionEvent;
      expect(evolve(before, last!)?.notice?.timetable.suggestedDecisionDate).toBe(day);
      expect(evolve(before, otherwise)?.notice?.timetable.suggestedDecisionDate, 'as it was then').toBe('2023-06-01');
    }
  });

  it('may come sooner with the scrutiny chair’s consent, and not before the consent', () => {
    const story = privately();
    asks(story);
    expect(asks(story)).toMatchObject({ rule: 'already-asked' });
    consents(story.on('2023-03-09'));
    expect(story.status).toBe('awaiting-decision');
    expect(meets(story.on('2023-03-10'), '2023-03-08')).toMatchObject({
      rule: 'private-meeting-consent',
      earliestDecisionDate: '2023-03-09',
    });
    expect(meets(story, '2023-03-10')).toBeNull();
  });

  it('may come sooner with the consent of the chair of the council, where the scrutiny chair cannot act (reg 5(6)(b))', () => {
    const story = privately();
    asks(story);
    const old = link(story, 'agreement');
    expect(asks(story, 'scrutiny-chair')).toMatchObject({ rule: 'already-asked' });
    expect(asks(story, 'council-chair')).toBeNull();
    expect(asks(story)).toMatchObject({ rule: 'already-asked' });
    expect(story.tries({ type: 'give-agreement', response: 'agree', ...old, words: '' })).toMatchObject({ rule: 'step-void' });
    consents(story);
    expect(noticeOf(story).privateMeeting?.consent?.name).toContain('Chair of the County Council');
    expect(story.status).toBe('awaiting-decision');
  });

  it('is asked of the chair of the council too where no email reached the scrutiny chair, of whom nobody is then told that they are waited for', () => {
    const story = privately();
    asks(story);
    story.does({ type: 'mark-undeliverable', stepId: 'agreement-1', words: 'No such mailbox.', by: clerk });
    expect(asks(story, 'council-chair')).toBeNull();
    expect(blockersOf(story.decision!, story.given).map(({ words }) => words)).not.toContainEqual(
      expect.stringContaining('did not arrive'),
    );
    consents(story);
    expect([story.status, story.decision?.steps.filter(({ stage }) => stage === 'agreement')]).toMatchObject([
      'awaiting-decision',
      [{ state: 'void' }, { state: 'approved' }],
    ]);
  });

  it('is waited for no longer from a chair who left, once their successor is asked', () => {
    const council = vacant('scrutiny-chair', '2023-03-08');
    const later = privately({ council });
    asks(later);
    asks(later.on('2023-03-09'));
    expect(later.decision?.steps.filter(({ stage }) => stage === 'agreement')).toMatchObject([
      { state: 'void' },
      { state: 'open', post: 'council-chair' },
    ]);
  });

  it('is not asked of the vice-chair of the council while there is a chair of either (reg 5(6)(c))', () => {
    expect(asks(privately(), 'council-vice-chair')).toMatchObject({
      rule: 'private-meeting-consent',
      source: 'Reg 5 of SI 2012/2089',
      words: expect.stringContaining('let both its notices run'),
    });
    const neither = vacant('council-chair', '2023-02-01', vacant('scrutiny-chair', '2023-02-01'));
    expect(asks(privately({ council: neither }), 'council-vice-chair')).toBeNull();
    expect(asks(privately(), 'leader')).toMatchObject({ rule: 'private-meeting-consent' });
  });

  it('is asked of nobody else once a chair has said no, since one who says no can act; asked again, their no stays on the file', () => {
    const story = privately();
    asks(story);
    consents(story, 'refuse');
    expect(asks(story, 'council-chair')).toMatchObject({
      rule: 'private-meeting-consent',
      words: expect.stringContaining('nobody else may be asked instead'),
      refusedBy: story.decision?.steps.at(-1)?.name,
    });
    expect(asks(story)).toBeNull();
    expect(story.decision?.steps.filter(({ stage }) => stage === 'agreement')).toMatchObject([{ state: 'declined' }, { state: 'open' }]);
  });

  it('may be on the very day of the consent, which is on the file with why it was asked for', () => {
    const story = privately();
    asks(story);
    consents(story.on('2023-03-09'));
    expect(noticeOf(story).privateMeeting?.consent).toEqual({
      name: expect.stringContaining('Chair of the Scrutiny Committee'),
      reason: 'The grant lapses.',
      words: 'In words.',
      on: '2023-03-09',
    });
    expect(meets(story, '2023-03-09')).toBeNull();
  });

  it('does not wait for its second notice either, once consent is given, although that was published', () => {
    const story = privately().on('2023-03-08');
    second(story);
    asks(story);
    consents(story.on('2023-03-09'));
    expect(noticeOf(story).timetable.gates.map(({ rule }) => rule)).not.toContain('private-meeting-second-notice');
    expect(story.status).toBe('awaiting-decision');
  });

  it('is not opened by an agreement to something else', () => {
    const story = privately().does({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk });
    consents(story);
    expect(noticeOf(story).privateMeeting).toEqual({ reasons: exempt.publicInterest, paragraphs: [3] });
    expect(checked(story, '2023-05-01')).toBe('notice-published');
  });

  it('cannot be consented to where nobody who could is in post', () => {
    const council = ['scrutiny-chair', 'council-chair', 'council-vice-chair'].reduce(
      (left, post) => vacant(post, '2023-02-01', left),
      kent,
    );
    expect(asks(privately({ council }))).toMatchObject({ rule: 'private-meeting-consent', source: 'Reg 5 of SI 2012/2089' });
  });

  it('lacks no second notice before there is a first', () => {
    const { decision } = cleared({ content: inPrivate });
    expect(decision && lacksSecondNotice(decision)).toBe(false);
  });

  it('may be consented to after all by a chair who refused and is asked again', () => {
    const story = privately();
    asks(story);
    consents(story, 'refuse');
    expect(asks(story.on('2023-03-08'))).toBeNull();
    consents(story);
    expect(noticeOf(story).privateMeeting?.consent).toMatchObject({ on: '2023-03-08' });
  });

  it('consented to, is asked about no more, and wants no second notice that would put it off again', () => {
    const story = privately({ content: { ...inPrivate, targetDecisionDate: '2023-03-13' } });
    asks(story);
    consents(story);
    expect(asks(story.on('2023-03-08'))).toMatchObject({
      rule: 'consent-given',
      source: 'Reg 5 of SI 2012/2089',
      consentedOn: '2023-03-07',
    });
    expect(second(story)).toMatchObject({ rule: 'consent-given', source: 'Reg 5 of SI 2012/2089', consentedOn: '2023-03-07' });
    expect(checked(story, '2023-03-13')).toBe('awaiting-decision');
  });

  it('noticed twice in time, needs no consent, and one that comes after all cannot make it unlawful', () => {
    const story = privately().on('2023-03-29');
    second(story);
    asks(story);
    expect(checked(story, '2023-04-06')).toBe('awaiting-decision');
    expect(consents(story.on('2023-04-11'))).toMatchObject({ rule: 'consent-not-needed', source: 'Reg 5 of SI 2012/2089' });
    expect(story.tries({ type: 'reissue-link', stepId: 'agreement-1', by: clerk })).toMatchObject({ rule: 'consent-not-needed' });
    expect(noticeOf(story).privateMeeting).not.toHaveProperty('consent');
    expect(meets(story, '2023-04-06')).toBeNull();
  });

  it('stays shut when the chair refuses', () => {
    const story = privately();
    asks(story);
    consents(story, 'refuse');
    expect(checked(story, '2023-03-20')).toBe('notice-published');
  });

  it('is of a body: a member who decides alone meets nobody', () => {
    const alone = noticed({ content: { ...key, publicAccess: exempt } });
    expect(noticeOf(alone)).not.toHaveProperty('privateMeeting');
    expect([second(alone)?.rule, asks(alone)?.rule]).toEqual(['meeting-in-public', 'meeting-in-public']);
  });

  it('has nothing to ask of a meeting in public', () =>
    expect(noticeOf(awaiting({ content: inPublic }))).not.toHaveProperty('privateMeeting'));
});

describe('a notice of a private meeting published again', () => {
  const changed = (story: Story, content: Proposal) => {
    clear(story.does({ type: 'amend-proposal', content })).does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    return noticeOf(story);
  };

  it('starts its 28 days when the first told of a meeting in public', () => {
    const story = noticed({ content: inPublic }).on('2023-03-10');
    expect(changed(story, { ...inPublic, publicAccess: exempt })).toMatchObject({
      publishedOn: '2023-03-10',
      timetable: { earliestDecisionDate: '2023-04-08' },
    });
  });

  it('keeps its 28 days when the meeting was to be private all along', () => {
    const story = privately().on('2023-03-10');
    expect(changed(story, { ...inPrivate, proposedDecision: ['Something else.'] })).toMatchObject({
      publishedOn: '2023-03-07',
      timetable: { earliestDecisionDate: '2023-04-05' },
    });
  });

  it.each([
    ['starts its 28 days on a ground that the first did not state (reg 5(3))', [3], [5], '2023-03-20'],
    ['starts its 28 days on a further ground', [3], [3, 5], '2023-03-20'],
    ['keeps its 28 days on fewer grounds', [3, 5], [5], '2023-03-07'],
  ])('%s', (_, before, after, publishedOn) => {
    const on = (paragraphs: number[]) => ({ ...inPrivate, publicAccess: { ...exempt, paragraphs } });
    expect(changed(noticed({ content: on(before) }).on('2023-03-20'), on(after))).toMatchObject({ publishedOn });
  });

  it('keeps its 28 days where the notice is from before grounds were kept with it, for nobody knows of another', () => {
    const story = noticed({ content: inPrivate });
    const { reasons } = noticeOf(story).privateMeeting ?? { reasons: '' };
    story.decision = { ...story.decision, notice: { ...noticeOf(story), privateMeeting: { reasons } } } as NonNullable<Story['decision']>;
    expect(changed(story.on('2023-03-20'), { ...inPrivate, publicAccess: { ...exempt, paragraphs: [5] } })).toMatchObject({
      publishedOn: '2023-03-07',
      privateMeeting: { paragraphs: [5] },
    });
  });

  it('wants its second notice again, or consent again: both were of the meeting as it stood', () => {
    const noticedTwice = privately().on('2023-03-29');
    second(noticedTwice);
    const again = changed(noticedTwice, { ...inPrivate, proposedDecision: ['Something else.'] });
    expect([again.privateMeeting, again.publishedOn]).toEqual([{ reasons: exempt.publicInterest, paragraphs: [3] }, '2023-03-07']);
    const agreed = privately();
    asks(agreed);
    consents(agreed);
    expect(changed(agreed.on('2023-03-10'), { ...inPrivate, proposedDecision: ['Something else.'] }).privateMeeting).toEqual({
      reasons: exempt.publicInterest,
      paragraphs: [3],
    });
    expect(agreed.status).toBe('notice-published');
  });

  it('given a day within its clear days keeps to that day, even when consent makes the days fewer', () => {
    const story = privately().does({ type: 'amend-proposal', content: { ...inPrivate, targetDecisionDate: '2023-03-20' } });
    asks(story);
    consents(story);
    expect([story.status, noticeOf(story).timetable.earliestDecisionDate]).toEqual(['notice-published', '2023-03-20']);
  });

  it('moved to a later day is as private as it was', () => {
    const story = privately()
      .on('2023-03-10')
      .does({ type: 'amend-proposal', content: { ...inPrivate, targetDecisionDate: '2023-04-20' } });
    expect(noticeOf(story).timetable.gates.map(({ rule }) => rule)).toContain('private-meeting');
    expect(checked(story, '2023-04-20')).toBe('notice-published');
  });
});

describe('a timetable worked out again', () => {
  const { timetable } = noticeOf(noticed());
  const gates = (words: string, days: Record<string, string>) => ({
    ...timetable,
    gates: Object.entries(days).map(([rule, date]) => ({ rule, date, source: '', words })),
  });

  it('has of each gate the later day, and every gate of either', () => {
    const found = withLaterGates(
      gates('new', { same: '2023-04-05', sooner: '2023-04-08', later: '2023-04-20', fresh: '2023-04-02' }),
      gates('old', { same: '2023-04-05', sooner: '2023-04-10', later: '2023-04-01', gone: '2023-04-03' }),
    );
    expect(found.gates.map(({ rule, words, date }) => `${words} ${rule} ${date}`)).toEqual([
      'new same 2023-04-05',
      'new later 2023-04-20',
      'new fresh 2023-04-02',
      'old sooner 2023-04-10',
      'old gone 2023-04-03',
    ]);
    expect(found).toMatchObject({ earliestDecisionDate: '2023-04-20', suggestedDecisionDate: '2023-04-20' });
  });
});
