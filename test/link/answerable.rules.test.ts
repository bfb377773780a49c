import { describe, expect, it } from 'vitest';
import type { Stage, Step } from '../../functions/decision/decision.ts';
import { answerable, spent } from '../../functions/link/answerable.rules.ts';
import { linkSpentPage } from '../../functions/link/link-spent.page.tsx';
import { awaiting, link, none, noticed, submitted } from '../decision/stories.ts';
import { clerk, somebody, submittedBy } from '../decision/story.ts';

const asked = {
  id: 'clearance-1',
  stage: 'clearance' as Stage,
  post: 's151-officer',
  name: 'The Section 151 Officer',
  title: 'Section 151 Officer',
  email: 's151@kent.example',
  external: false,
  dueOn: null,
  issue: 1,
  openedAt: '2023-03-01T09:00:00Z',
};
const acted = { actedAt: '2023-03-31T23:30:00Z', words: '' };
const said = (step: Partial<Step>) => {
  const { rule, source, words, closedAt } = spent({ ...asked, ...step } as Step).refusal;
  return { rule, source, words, closedAt };
};

describe('a link that wants no answer any more', () => {
  it('says of an answer on paper when the clerk entered it, and not that it was given then', () => {
    const story = awaiting().on('2023-04-11');
    const onPaper = { signedOn: '2023-04-06', by: { ...clerk, override: 'A letter' } };
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination'), ...onPaper });
    const decision = story.decision!;
    const step = decision.steps.at(-1)!;
    const { refusal } = spent(step);
    expect(refusal.words).toMatch(/ approved, as the clerk entered on 11 April 2023 at 10:00\.$/);
    const shown = linkSpentPage({ decision, step }, refusal, story.council);
    expect(shown).toContain(', on 6 April 2023. Entered by the clerk on 11 April 2023 at 10:00.');
    expect(shown).not.toContain('Signed on');
  });

  it.each([
    ['approve', 'approved'],
    ['return', 'returned it'],
    ['decline', 'declined it'],
    ['support', 'answered in support'],
    ['object', 'objected'],
    ['comment', 'commented'],
    ['amend', 'proposed an amendment'],
    ['agree', 'agreed'],
    ['refuse', 'did not agree'],
    ['something new', 'answered'],
  ])('says who answered it (%s: "%s") and when, on London’s clocks', (response, verb) =>
    expect(spent({ ...asked, ...acted, state: 'responded', response, late: false }).refusal).toMatchObject({
      rule: 'already-answered',
      source: 'Council approval procedure',
      words: `The Section 151 Officer ${verb} on 1 April 2023 at 00:30.`,
      answeredBy: 'The Section 151 Officer',
      answeredAt: '2023-03-31T23:30:00Z',
      response,
    }),
  );

  it('names who covered, and for whom', () =>
    expect(
      said({
        ...acted,
        state: 'approved',
        response: 'approve',
        cover: { name: 'A Deputy', email: 'deputy@kent.example', scheme: 'Scheme' },
      }).words,
    ).toBe('A Deputy for The Section 151 Officer approved on 1 April 2023 at 00:30.'));

  it('says what made it void', () =>
    expect(said({ state: 'void', closedAt: '2023-03-02T10:00:00Z', words: 'The proposal was withdrawn' })).toEqual({
      rule: 'step-void',
      source: 'Council approval procedure',
      words: 'This is no longer asked: The proposal was withdrawn (on 2 March 2023 at 10:00).',
      closedAt: '2023-03-02T10:00:00Z',
    }));

  it('says that consultation closed in silence', () =>
    expect(said({ state: 'silent', closedAt: '2023-03-15T00:30:00Z' })).toEqual({
      rule: 'consultation-closed',
      source: 'Council consultation rules',
      closedAt: '2023-03-15T00:30:00Z',
      words: 'Consultation has closed (on 15 March 2023 at 00:30). No answer had come by then, and none is taken as consent.',
    }));

  it('sends nobody whose email came back to the clerk for a link that is no longer to be had: the proposal may be withdrawn since', () => {
    const story = submitted();
    story.does({ type: 'mark-undeliverable', stepId: 'clearance-1', words: 'No such mailbox', by: clerk });
    story.does({ type: 'withdraw-proposal', words: 'It is no longer needed.', by: clerk });
    const step = story.decision?.steps.find(({ id }) => id === 'clearance-1');
    expect(step && spent(step).refusal.words).toBe(
      'An email to this address did not arrive, so this link no longer counts. If an answer is still wanted, the clerk can send a fresh one.',
    );
  });

  it('says that its email came back, or that somebody else answers first', () => {
    expect(said({ state: 'undeliverable', closedAt: '2023-03-02T10:00:00Z', words: '' })).toMatchObject({
      rule: 'step-undeliverable',
      source: 'Council approval procedure',
    });
    expect(said({ state: 'waiting' })).toMatchObject({ rule: 'step-not-open', source: 'Council approval procedure' });
  });
});

describe('who may answer', () => {
  const { decision } = submitted();
  if (!decision) throw new Error('It is submitted');
  const answer = { stepId: 'clearance-1', issue: 1, by: somebody };
  const answers = (change: Partial<typeof answer>, step: Partial<Step> = {}, stage: Stage = 'clearance') => {
    const answered = answerable(
      { ...decision, steps: decision.steps.map((each) => ({ ...each, ...(each.id === 'clearance-1' ? step : {}) }) as Step) },
      { ...answer, ...change },
      stage,
    );
    return answered.ok ? answered.step.id : answered.refusal.rule;
  };
  const cover = { name: 'A Deputy', email: 'deputy@kent.example', scheme: 'Scheme' };

  it('is whoever holds the newest link of the step', () =>
    expect([answers({}), answers({ issue: 2 }), answers({ issue: 1 }, { issue: 2 })]).toEqual([
      'clearance-1',
      'link-superseded',
      'link-superseded',
    ]));

  it('is nobody for a step that is not there, or is of another stage', () =>
    expect([answers({ stepId: 'clearance-9' }), answers({}, {}, 'determination')]).toEqual(['no-such-step', 'no-such-step']));

  it('is not the officer whose proposal it is, by whatever address or door', () => {
    expect(answers({}, { email: 'OFFICER@kent.example' })).toBe('own-proposal');
    expect(answers({}, { cover: { ...cover, email: 'Officer@Kent.example' } })).toBe('own-proposal');
    expect(answers({ by: { ...clerk, id: submittedBy.sub } })).toBe('own-proposal');
  });

  it('is somebody else for that officer, or the clerk who enters an answer', () => {
    expect(answers({}, { email: submittedBy.email, cover })).toBe('clearance-1');
    expect(answers({ by: clerk })).toBe('clearance-1');
    expect(answers({ by: { ...somebody, id: submittedBy.sub } })).toBe('clearance-1');
  });

  it('of a consultation may be anyone who was asked, that officer included', () => {
    const consulted = noticed().decision;
    const steps = consulted?.steps.map((step) => ({ ...step, email: submittedBy.email })) ?? [];
    expect(consulted && answerable({ ...consulted, steps }, { ...answer, stepId: 'consultation-1' }, 'consultation').ok).toBe(true);
  });
});
