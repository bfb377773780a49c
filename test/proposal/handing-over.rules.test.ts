import { describe, expect, it } from 'vitest';
import { knownAs } from '../../functions/decision/holder.ts';
import { kent } from '../../seeds/kent/council.ts';
import { calledIn, clear, decided, drafted, effective, key, link, none, noticed, submitted, vacant } from '../decision/stories.ts';
import { clerk, officer, type Story, submittedBy } from '../decision/story.ts';
import { telling } from '../email/telling.ts';

const next = { name: 'B Officer', email: 'B.Officer@kent.example' };
const nextSignedIn = { by: { ...officer, id: 'a-sign-in-of-their-own', name: next.name }, address: 'b.officer@KENT.example' };
const hands = (story: Story, to = next, words = 'An Officer has left.') =>
  story.tries({ type: 'hand-over-proposal', to, words, by: clerk });
const handed = (story: Story): Story => {
  expect(hands(story)).toBeNull();
  return story;
};
const withdraws = (story: Story, as: object = {}) => story.tries({ type: 'withdraw-proposal', words: 'Overtaken.', ...as });

describe('A proposal that a clerk hands over', () => {
  it('is the next officer’s to change, submit and stop, and no more that of the one before', () => {
    const story = handed(drafted());
    const amend = { type: 'amend-proposal' as const, content: { ...key, subject: 'Another subject' } };
    for (const command of [amend, { type: 'submit-proposal' as const }]) {
      expect(story.tries(command)).toMatchObject({ kind: 'forbidden', rule: 'own-proposal' });
      expect(story.tries({ ...command, ...nextSignedIn })).toBeNull();
    }
    clear(story).on('2023-03-07').does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    const defer = { type: 'defer-proposal' as const, words: 'More work.', until: null };
    for (const command of [
      { ...amend, content: { ...amend.content, reasons: 'Corrected.' } },
      defer,
      { type: 'resume-proposal' as const },
    ]) {
      expect(story.tries(command)).toMatchObject({ rule: 'own-proposal' });
      expect(story.tries({ ...command, ...nextSignedIn })).toBeNull();
    }
    expect(withdraws(story)).toMatchObject({ rule: 'own-proposal' });
    expect(withdraws(story, nextSignedIn)).toBeNull();
  });

  it('is nobody’s who signs in without an address, or has another', () => {
    for (const address of [undefined, '', 'somebody@kent.example'])
      expect(withdraws(handed(noticed()), { ...nextSignedIn, address })).toMatchObject({ rule: 'own-proposal' });
  });

  it('is looked for by the sign-in alone of whoever has no address', () => {
    expect([knownAs('a'), knownAs('a', ' A@kent.example '), knownAs('a@kent.example', 'A@kent.example')]).toEqual([
      ['a'],
      ['a', 'a@kent.example'],
      ['a@kent.example'],
    ]);
  });

  it('says who did it, when, why and from whom to whom, and keeps all who held it', () => {
    const story = handed(noticed());
    expect(story.events.at(-1)).toMatchObject({
      at: story.now,
      by: clerk,
      happening: { type: 'proposal-handed-over', to: next, words: 'An Officer has left.' },
    });
    expect(story.decision).toMatchObject({ submittedBy: next, heldBefore: [submittedBy] });
    expect(hands(story, { name: 'C Officer', email: 'c@kent.example' })).toBeNull();
    expect(story.decision?.heldBefore?.map(({ name }) => name)).toEqual(['An Officer', 'B Officer']);
    expect(hands(story, { name: 'An Officer', email: 'OFFICER@kent.example' })).toBeNull();
    expect(story.decision?.heldBefore?.map(({ name }) => name)).toEqual(['An Officer', 'B Officer', 'C Officer']);
    expect(withdraws(story, { address: 'officer@kent.example' })).toBeNull();
  });

  it('and hands back is theirs by the address and the name that the clerk gives, whatever sign-in they had when they began it', () => {
    const story = handed(noticed());
    expect(hands(story, { name: 'An Officer, Married', email: submittedBy.email })).toBeNull();
    expect(story.decision?.submittedBy).toMatchObject({ name: 'An Officer, Married', email: submittedBy.email });
    expect(withdraws(story, { by: { ...officer, id: 'a-new-sign-in' }, address: submittedBy.email })).toBeNull();
  });

  it('is cleared and decided by none who holds or held it, by a link, by cover or on paper', () => {
    const finance = kent.posts.find(({ id }) => id === 's151-officer')!.holders[0]!;
    const story = drafted();
    story.decision = { ...story.decision!, submittedBy: { sub: 'finance', name: finance.name, email: finance.email } };
    expect(hands(story)).toBeNull();
    story.does({ type: 'submit-proposal', ...nextSignedIn });
    expect(story.tries({ type: 'give-clearance', response: 'approve', ...link(story, 'clearance') })).toMatchObject({
      rule: 'own-proposal',
    });
    for (const to of [next, { name: finance.name, email: finance.email.toUpperCase() }])
      expect(story.tries({ type: 'delegate-step', stepId: 'clearance-2', to, scheme: 'Cover', by: clerk })).toMatchObject({
        rule: 'own-proposal',
      });
    const paper = { type: 'record-answer' as const, stepId: 'clearance-2', response: 'approve' as const, words: '', evidence: 'A letter' };
    for (const as of [{ by: { ...clerk, id: 'finance' } }, { by: clerk, address: next.email }, { by: clerk, address: finance.email }])
      expect(story.tries({ ...paper, ...as })).toMatchObject({ rule: 'own-proposal' });
    expect(story.tries({ ...paper, by: clerk })).toBeNull();
  });

  it('goes to nobody who is asked to clear or decide it, or has done so', () => {
    const story = submitted();
    const [finance] = story.decision!.steps;
    const to = { name: finance!.name, email: finance!.email.toUpperCase() };
    expect(hands(story, to)).toMatchObject({ rule: 'own-proposal' });
    expect(hands(clear(story), to)).toMatchObject({ rule: 'own-proposal' });
  });

  it('goes to nobody who is to decide it, before they are asked or since somebody else did', () => {
    const maker = kent.posts.find(({ id }) => id === key.decisionMaker)!.holders.at(-1)!;
    const to = { name: maker.name, email: maker.email.toUpperCase() };
    for (const story of [drafted(), noticed(), calledIn()]) expect(hands(story, to)).toMatchObject({ rule: 'own-proposal' });
    const since = vacant(key.decisionMaker, '2023-04-12');
    const { from: _, ...holder } = { ...maker, ...next };
    const posts = since.posts.map((post) =>
      post.id === key.decisionMaker ? { ...post, holders: [...post.holders, { ...holder, from: '2023-04-12' }] } : post,
    );
    expect(hands(calledIn({ council: { ...since, posts } }).on('2023-04-13'))).toMatchObject({ rule: 'own-proposal' });
  });

  it('goes to another than holds it, for a reason', () => {
    expect(hands(noticed(), { name: 'An Officer', email: 'Officer@kent.example' })?.errors?.[0]?.path).toBe('to');
    expect(hands(noticed(), next, ' ')?.errors?.[0]?.path).toBe('reason');
  });

  it('goes on as it was: its notice, its answers and whoever is asked by a link', () => {
    const story = noticed();
    const { steps, notice } = story.decision!;
    handed(story);
    expect(story.decision).toMatchObject({ status: 'notice-published', steps, notice });
    story.on('2023-04-05').does({ type: 'run-daily-check', by: clerk });
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    expect(story.decision).toMatchObject({ status: 'decided', submittedBy: next, heldBefore: [submittedBy] });
  });

  it('can be one that is decided, until the decision is in effect', () => {
    expect(hands(decided())).toBeNull();
    expect(hands(effective())).toMatchObject({ rule: 'stage' });
  });

  it('is told of to both officers and the lead director, and from then on to the next officer alone', () => {
    const story = telling().noticed().does({ type: 'hand-over-proposal', to: next, words: 'An Officer has left.', by: clerk });
    expect(story.told('proposal-handed-over')).toEqual(['B.Officer', 'officer', 'corporate-director-adult-social-care']);
    const [theirs, former] = story.letters('proposal-handed-over');
    expect([theirs?.action?.path, former?.action]).toEqual([`/desk/proposals/${story.decision?.id}`, undefined]);
    expect(theirs?.facts).toContainEqual({ term: 'Reason given', value: 'An Officer has left.' });
    story.does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk });
    expect(story.told('proposal-deferred')).toContain('B.Officer');
    expect(story.told('proposal-deferred')).not.toContain('officer');
  });

  it('once decided is not said to be theirs to change or withdraw, and has the owner of its contracts put right in the register', () => {
    const story = telling().decided({ contact: { name: 'An Officer', title: 'Commissioner', email: 'officer@kent.example' } });
    story.does({ type: 'hand-over-proposal', to: next, words: 'An Officer has left.', by: clerk });
    const [theirs] = story.letters('proposal-handed-over');
    expect(theirs?.whatHappensNext).not.toMatch(/change|withdraw/);
    expect(theirs?.paragraphs.at(-1)).toContain('once it is decided the owner in the register');
    story.does({ type: 'hand-over-proposal', to: { name: 'An Officer', email: 'Officer@kent.example' }, words: 'Is back.', by: clerk });
    expect(story.letters('proposal-handed-over')[0]?.paragraphs.join(' '), 'who has it back').not.toContain('contact');
  });

  it('may be held, once returned, by whoever returned it, who has cleared nothing', () => {
    const story = submitted();
    const asked = story.decision?.steps.find(({ id }) => id === 'clearance-1');
    const returner = { name: asked?.name ?? '', email: asked?.email ?? '' };
    expect(hands(story, returner)).toMatchObject({ rule: 'own-proposal' });
    story.does({ type: 'give-clearance', ...link(story, 'clearance'), response: 'return', words: 'Costs are missing.' });
    expect([story.decision?.status, hands(story, returner)]).toEqual(['draft', null]);
  });

  it('is asked to be cleared in the name of whoever holds it, who is not said to have submitted it', () => {
    const story = telling().submitted().does({ type: 'hand-over-proposal', to: next, words: 'An Officer has left.', by: clerk });
    story.does({ type: 'reissue-link', stepId: 'clearance-1', by: clerk });
    const words = story.letters('link-reissued').flatMap(({ paragraphs }) => paragraphs);
    expect(words.join(' ')).not.toContain('B Officer has submitted');
  });
});
