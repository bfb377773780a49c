import { describe, expect, it } from 'vitest';
import type { In } from '../../functions/decision/decision.ts';
import type { DecisionEvent } from '../../functions/decision/events.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, clear, key, noticed, small } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const parish = { name: 'The Parish Council', email: 'parish@elsewhere.example', external: true };
const names = (story: Story, over: Partial<Proposal> = {}) =>
  story.tries({
    type: 'amend-proposal',
    content: { ...(story.decision?.content as Proposal), consultees: [...key.consultees, parish], ...over },
  });
const asked = ({ decision }: Story) =>
  (decision?.steps ?? []).filter(({ stage, email }) => stage === 'consultation' && email === parish.email);
const told = (story: Story, type: string) => {
  const event = story.events.findLast(({ happening }) => happening.type === type) as DecisionEvent;
  return story.decision ? lettersFor(event, story.decision, kent).map(({ kind, to }) => `${kind} ${to.email}`) : [];
};

describe('somebody named to be consulted after the notice', () => {
  it('is asked, by the day on which consultation closes, and nobody else is asked again', () => {
    const story = noticed();
    const before = story.decision?.steps ?? [];
    expect(names(story.on('2023-03-09'))).toBeNull();
    expect(asked(story)).toMatchObject([
      { state: 'open', dueOn: before.find(({ stage }) => stage === 'consultation')?.dueOn, openedAt: story.now, external: true },
    ]);
    expect(story.decision?.steps.length).toBe(before.length + 1);
    const letters = told(story, 'proposal-corrected');
    expect(letters.filter((letter) => letter.startsWith('consultation-asked'))).toEqual([`consultation-asked ${parish.email}`]);
    expect(letters).not.toContain(`proposal-corrected ${parish.email}`);
  });

  it('is asked once, however often the proposal is corrected after', () => {
    const story = noticed();
    names(story);
    names(story, { background: 'A word put right.' });
    expect(asked(story).length).toBe(1);
  });

  it('can answer, and the answer counts like any other', () => {
    const story = noticed();
    names(story);
    const [step] = asked(story);
    story.does({ type: 'answer-consultation', stepId: step?.id ?? '', issue: 1, response: 'object', words: 'Not here.' });
    expect(asked(story)).toMatchObject([{ state: 'responded', response: 'object' }]);
  });

  it('is refused once consultation has closed, unless a later day is given for it', () => {
    const story = noticed({ content: { ...key, targetDecisionDate: '2023-05-31' } })
      .on('2023-04-11', '00:30:00Z')
      .does({ type: 'run-daily-check' });
    const closed = names(story);
    expect(closed).toMatchObject({ rule: 'consultation-open', consultees: 'The Parish Council' });
    expect(closed?.words).toContain('Give a later consultationClosesOn');
    expect(names(story, { consultationClosesOn: '2023-04-28' })).toBeNull();
    expect(asked(story)).toMatchObject([{ state: 'open', dueOn: '2023-04-28' }]);
  });

  it('is refused while the decision maker has it, unless the decision moves to a later day', () => {
    const story = awaiting();
    expect(names(story)?.words).toContain('the decision maker has it already');
    expect(names(story, { targetDecisionDate: '2023-06-01', consultationClosesOn: '2023-05-12' })).toBeNull();
    expect(asked(story)).toMatchObject([{ state: 'open', dueOn: '2023-05-12' }]);
    expect(story.status).toBe('notice-published');
  });

  it('is asked with everybody else where the notice is still to come', () => {
    const story = noticed({ content: { ...small, consultees: [parish] } });
    expect(asked(story).length).toBe(1);
  });

  it('is refused with the day on which consultation closed, and by what name each may be asked', () => {
    const story = noticed({ content: { ...key, targetDecisionDate: '2023-05-31' } })
      .on('2023-04-11', '00:30:00Z')
      .does({ type: 'run-daily-check' });
    const school = { name: 'The School', email: 'school@elsewhere.example' };
    expect(names(story, { consultees: [...key.consultees, parish, school] })).toMatchObject({
      consultees: 'The Parish Council, The School',
      words: expect.stringMatching(
        /^The Parish Council and The School cannot be asked any more: consultation closed on \d+ [A-Z][a-z]+ 2023\. Give a later/,
      ),
    });
  });

  it('is asked on the very day on which consultation closes, and not on the next', () => {
    const closing = () => noticed({ content: { ...key, targetDecisionDate: '2023-05-31' } });
    const closes = (closing().decision as In<'notice-published'>).notice.timetable.consultationClosesOn ?? '';
    expect(names(closing().on(closes))).toBeNull();
    expect(names(closing().on(addDays(closes, 1)))).toMatchObject({ rule: 'consultation-open' });
  });

  it('is not asked again at an address that was asked already, in capitals or not, nor at a post that was', () => {
    const story = noticed();
    const before = story.decision?.steps.length;
    const first = story.decision?.steps.find(({ stage }) => stage === 'consultation');
    names(story, { consultees: [...key.consultees, { name: 'The same again', email: first?.email.toUpperCase() ?? '' }] });
    expect(story.decision?.steps.length).toBe(before);
  });

  it('is not asked by a post that was asked already, although its address has changed since; by another post it is', () => {
    const story = noticed({ content: { ...key, consultees: ['leader'] } });
    story.council = {
      ...kent,
      posts: kent.posts.map((post) =>
        post.id === 'leader' ? { ...post, holders: post.holders.map((holder) => ({ ...holder, email: 'the.leader@kent.example' })) } : post,
      ),
    };
    names(story, { consultees: ['leader', 'cabinet-member-finance'] });
    expect(story.decision?.steps.filter(({ stage }) => stage === 'consultation').map(({ post }) => post)).toEqual([
      'leader',
      'cabinet-member-finance',
    ]);
  });

  it('is asked although the same person was asked to clear the proposal, which is another question', () => {
    const story = noticed();
    const clearing = story.decision?.steps.find(({ stage }) => stage === 'clearance');
    names(story, { consultees: [...key.consultees, { name: 'Finance', email: clearing?.email ?? '' }] });
    expect(story.decision?.steps.filter(({ stage, email }) => stage === 'consultation' && email === clearing?.email)).toHaveLength(1);
  });
});

it('somebody left out by a change and named again by a correction is asked, having been asked of nothing that stands', () => {
  const story = noticed();
  const [first, second] = key.consultees;
  const changed = { ...key, proposedDecision: ['Something else.'], consultees: [first!] };
  clear(story.does({ type: 'amend-proposal', content: changed })).does({ type: 'publish-notice', route: 'ordinary', by: clerk });
  expect(names(story, { consultees: [first!, second!] })).toBeNull();
  expect(story.open('consultation')).toHaveLength(2);
});

describe('consultation that is prolonged after it has closed', () => {
  const until = (day: string) => ({ consultees: key.consultees, consultationClosesOn: day });
  const closed = () =>
    noticed({ content: { ...key, ...until('2023-03-20') } })
      .on('2023-03-21')
      .does({ type: 'run-daily-check', by: clerk });
  const consulted = ({ decision }: Story) => (decision?.steps ?? []).filter(({ stage }) => stage === 'consultation');
  const states = (story: Story) => consulted(story).map(({ state, dueOn }) => [state, dueOn]);
  const answers = (story: Story) =>
    story.does({ type: 'answer-consultation', response: 'support', stepId: 'consultation-1', issue: 2, words: '' });

  it.each(['2023-03-31', '2023-04-28'])(
    'asks those who were silent afresh, once each, by the new day, %s, before which nobody is late',
    (day) => {
      const story = closed();
      expect(names(story, until(day))).toBeNull();
      expect(states(story)).toEqual([
        ['open', day],
        ['open', day],
      ]);
      const letters = told(story, 'link-reissued');
      expect(letters).toHaveLength(1);
      expect(consulted(answers(story.on(day)))[0]).toMatchObject({ state: 'responded', late: false });
      story.on(addDays(day, 1)).does({ type: 'run-daily-check', by: clerk });
      expect(consulted(story).map(({ state }) => state)).toEqual(['responded', 'silent']);
    },
  );

  it('takes the decision back from its maker, and asks whoever was silent, not whoever answered late', () => {
    const story = awaiting({ content: { ...key, ...until('2023-03-20') } });
    story.does({ type: 'answer-consultation', response: 'support', stepId: 'consultation-1', issue: 1, words: '' });
    expect(names(story, until('2023-04-28'))).toBeNull();
    expect([story.status, ...states(story)]).toEqual(['notice-published', ['responded', '2023-03-20'], ['open', '2023-04-28']]);
  });

  it('before it has closed or after, asks by the new day whoever no email had reached, so that they are not late either', () => {
    const story = noticed({ content: { ...key, ...until('2023-03-20') } });
    story.does({ type: 'mark-undeliverable', stepId: 'consultation-1', words: 'No such mailbox', by: clerk });
    expect(names(story, { ...until('2023-03-20'), background: 'A word put right.' })).toBeNull();
    expect(states(story)[0]).toEqual(['undeliverable', '2023-03-20']);
    expect(names(story, until('2023-03-31'))).toBeNull();
    expect(states(story)[0]).toEqual(['open', '2023-03-31']);
    expect(consulted(answers(story.on('2023-03-27')))[0]).toMatchObject({ state: 'responded', late: false });
  });

  it('is so only where the new day is still to come: a correction of anything else asks nobody', () => {
    const story = closed();
    expect(names(story, { consultees: key.consultees, background: 'A word put right.' })).toBeNull();
    expect(states(story).map(([state]) => state)).toEqual(['silent', 'silent']);
  });

  it('asks whoever holds the post by then', () => {
    const story = noticed({ content: { ...key, consultees: ['leader'], consultationClosesOn: '2023-03-20' } });
    story.on('2023-03-21').does({ type: 'run-daily-check', by: clerk });
    const holders = [{ from: '2023-03-01', name: 'A New Leader', email: 'new@kent.example' }];
    story.council = { ...kent, posts: kent.posts.map((post) => (post.id === 'leader' ? { ...post, holders } : post)) };
    expect(names(story, { consultees: ['leader'], consultationClosesOn: '2023-03-31' })).toBeNull();
    expect(consulted(story)).toMatchObject([{ state: 'open', name: 'A New Leader', dueOn: '2023-03-31' }]);
  });
});
