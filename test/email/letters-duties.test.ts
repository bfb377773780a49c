import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import type { Letter } from '../../functions/email/letter.ts';
import { kent } from '../../seeds/kent/council.ts';
import { twoMembers } from '../decision/stories.ts';
import { clerk, scrutiny, somebody } from '../decision/story.ts';
import { aProposal } from './proposal.ts';
import { type Telling, telling } from './telling.ts';

type Type = Parameters<Telling['letters']>[0];

const member = 'cabinet-member-adult-social-care';
const next = (story: Telling, type: Type, address: string): string | undefined =>
  story.letters(type).find(({ to }) => to.email === `${address}@kent.example`)?.whatHappensNext;
const makerTo = (letters: Letter[], address: string): string | undefined =>
  letters.find(({ to }) => to.email.startsWith(`${address}@`))?.facts.find(({ term }) => term === 'Decision maker')?.value;
const calledInBy = (story: Telling, by: typeof clerk) =>
  story.does({ type: 'call-in-decision', requestedBy: twoMembers, grounds: ['Openness was not presumed'], words: 'Why so soon?', by });
const sentBack = (story: Telling) =>
  calledInBy(story, scrutiny).does({ type: 'conclude-call-in', outcome: 'reconsider', words: 'Think again.', by: scrutiny });
const reconsider = 'Please reconsider it and tell the clerk what you decide.';

/** Kent, where another member holds the portfolio, with a mailbox of their own, from a day on. */
const reshuffled = (from: string, until: string): Council => ({
  ...kent,
  posts: kent.posts.map((post) =>
    post.id === member
      ? {
          ...post,
          holders: [
            { from: '2012-01-01', to: until, name: 'Old Member', email: 'old.member@kent.example' },
            { from, name: 'New Member', email: 'new.member@kent.example' },
          ],
        }
      : post,
  ),
});

const clerkIsOfficer: Council = {
  ...kent,
  posts: kent.posts.map((post) =>
    post.id === 'clerk' ? { ...post, holders: post.holders.map((holder) => ({ ...holder, email: 'officer@kent.example' })) } : post,
  ),
};

describe('what two decided together', () => {
  const story = sentBack(telling().decided({ jointWith: 'leader' }));

  it('both are told is called in, and asked to reconsider', () => {
    expect(story.told('decision-called-in')).toEqual(expect.arrayContaining([member, 'leader']));
    expect([member, 'leader'].map((post) => next(story, 'call-in-concluded', post))).toEqual([
      expect.stringContaining(reconsider),
      expect.stringContaining(reconsider),
    ]);
  });

  it('is said to be theirs while nobody holds the post of one of them', () => {
    const posts = reshuffled('2023-06-01', '2023-03-20').posts;
    const story = telling(undefined, { ...kent, posts }).awaiting({ decisionMaker: 'leader', jointWith: member });
    expect(makerTo(story.letters('determination-opened'), 'leader')).toBe(
      'Leader of the Council, jointly with Cabinet Member for Adult Social Care and Public Health',
    );
  });

  it('is said to be theirs before any notice too', () => {
    expect(makerTo(telling().submitted({ jointWith: 'leader' }).letters('proposal-submitted'), 's151-officer')).toContain('jointly with');
  });
});

describe('when others hold the decision maker’s post than before', () => {
  it('whoever holds it now is asked to reconsider what was called in, and whoever left is only told', () => {
    const story = telling(undefined, reshuffled('2023-04-12', '2023-04-11')).decided().on('2023-04-13');
    sentBack(story);
    expect(next(story, 'call-in-concluded', 'new.member')).toContain(reconsider);
    expect(next(story, 'call-in-concluded', 'old.member')).toContain('Nothing is asked of you.');
  });

  it('whoever is asked to decide is not told that it is for the one before them', () => {
    const story = telling(undefined, reshuffled('2023-03-20', '2023-03-19')).awaiting();
    expect(makerTo(story.letters('determination-opened'), 'new.member')).toContain('New Member');
    expect(makerTo(story.letters('notice-published'), 'community-safety'), 'the notice named whoever held it then').toContain('Old Member');
  });
});

it('whoever clears a proposal afresh because another is to decide it is told who; nobody outside is before the notice', () => {
  const story = telling().noticed().on('2023-03-10');
  story.does({ type: 'amend-proposal', content: aProposal({ decisionMaker: 'leader' }) });
  const letters = story.letters('proposal-changed');
  expect(makerTo(letters, 's151-officer')).toBe('Leader of the Council');
  expect(makerTo(letters, 'hello')).toBe('Cabinet Member for Adult Social Care and Public Health');
});

it('whoever took a decision that scrutiny holds to have been key is not told that nothing is asked, since the executive has to report', () => {
  const story = telling().decided({
    financialImplications: { summary: 'Small.', expenditure: [], savings: [], funding: [] },
    consultees: [],
  });
  story.does({ type: 'challenge-key-status', by: scrutiny, words: 'It affects the whole county', reportBy: '2023-05-02' });
  expect(next(story, 'key-status-challenged', member)).toContain('Please see that the executive reports.');
});

it('whoever answered before a change is told why they are consulted again, and nobody who did not', () => {
  const story = telling().noticed();
  const [safety] = story.open('consultation');
  story.does({ type: 'answer-consultation', by: somebody, response: 'object', ...safety!, words: 'Too dear.' }).on('2023-03-10');
  story.does({ type: 'amend-proposal', content: aProposal({ subject: 'Property security for every refuge' }) });
  for (const step of story.open('clearance')) story.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
  const asked = (on: Telling) =>
    on
      .letters('notice-published')
      .filter(({ kind }) => kind === 'consultation-asked')
      .map(({ paragraphs }) => paragraphs[0]);
  const first = 'Kent County Council has published notice of a proposed decision. You are consulted as';
  expect(asked(story)).toEqual([`${first} Community Safety.`, `${first} Refuge for All.`]);
  story.does({ type: 'publish-notice', route: 'ordinary', by: clerk });
  expect(asked(story)).toEqual([
    'You answered before. That stays in the file, as an answer to what was proposed then. Please answer again.',
    `${first} Refuge for All.`,
  ]);
});

describe('the clerk is told what is theirs to do', () => {
  const deferred = (story: Telling) => story.does({ type: 'defer-proposal', words: 'More work.', until: '2023-03-20', by: clerk });
  const urgent = (council?: Council) => {
    const story = telling(undefined, council).cleared();
    story.does({ type: 'publish-notice', route: 'special-urgency', reason: 'The grant lapses.', by: clerk });
    for (const asked of story.open('agreement')) story.does({ type: 'give-agreement', response: 'agree', by: somebody, ...asked });
    return story;
  };
  const resumed = (story: Telling) => deferred(story).on('2023-03-20').does({ type: 'run-daily-check' });

  it('of a call-in that the clerk entered: put it to scrutiny', () => {
    expect(next(calledInBy(telling().decided(), clerk), 'decision-called-in', 'clerk')).toContain(
      'Please put it to scrutiny and record the outcome.',
    );
  });

  it('of what is taken up again: publish the notice that it still lacks, or that has to be agreed to again', () => {
    expect(next(resumed(telling().cleared()), 'proposal-resumed', 'clerk')).toMatch(/^Please publish its notice\./);
    expect(next(resumed(urgent()), 'proposal-resumed', 'clerk')).toMatch(/^Please publish its notice again\./);
    expect(next(resumed(telling().noticed()), 'proposal-resumed', 'clerk')).toMatch(/^Nothing is asked of you\./);
  });

  it('although the clerk is its officer', () => {
    const calledIn = calledInBy(telling(undefined, clerkIsOfficer).decided(), scrutiny);
    expect(next(calledIn, 'decision-called-in', 'officer')).toContain('Please check the request and record whether it is valid.');
    expect(next(resumed(urgent(clerkIsOfficer)), 'proposal-resumed', 'officer')).toMatch(/^Please publish its notice again\./);
  });
});

it('nobody is told that a notice goes up with the clearance where it does not: whoever is to decide may have left', () => {
  const posts = reshuffled('2023-06-01', '2023-03-08').posts;
  const story = telling(undefined, { ...kent, posts, noticeOn: 'clearance' })
    .submitted()
    .on('2023-03-10');
  for (const step of story.open('clearance')) story.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
  expect(story.happened).not.toContain('notice-published');
  expect(next(story, 'proposal-cleared', 'officer')).toMatch(
    /^The notice is published now, or else by the clerk once nothing stands in its way\./,
  );
});

it('a scrutiny chair who is consulted gets the written notice of a general exception besides (reg 10 of SI 2012/2089)', () => {
  const story = telling().cleared({ consultees: [{ name: 'The chair', email: 'scrutiny-chair@kent.example' }] });
  story.does({ type: 'publish-notice', route: 'general-exception', reason: 'The grant lapses.', by: clerk });
  const kinds = story.letters('notice-published').filter(({ to }) => to.email === 'scrutiny-chair@kent.example');
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['consultation-asked', 'general-exception-notice']);
});
