import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import { awaiting, clear, key, link, none, noticed, small, submitted, vacant } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';
import { handedOver } from './handed-over.ts';

const maker = 'cabinet-member-adult-social-care';
const determines = (story: Story, over: object = {}) =>
  story.tries({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination'), ...over });
const paper = (signedOn: string) => ({ signedOn, by: { ...clerk, override: 'Signed on paper' } });
const resent = (story: Story, stepId: string) => story.does({ type: 'reissue-link', stepId, by: clerk });
const changing = (post: string, on: string): { council: Council } => ({ council: handedOver(post, on) });
const blocked = (story: Story) => (story.decision ? blockersOf(story.decision, story.given).map(({ rule }) => rule) : []);

describe('a decision maker who leaves the post after the link went out', () => {
  const story = () => awaiting(changing(maker, '2023-04-06')).on('2023-04-06');

  it('decides nothing by it, in either direction, from that day on', () => {
    expect(determines(story())).toMatchObject({
      rule: 'no-longer-in-post',
      source: 'Local Government Act 2000, section 9E',
      asked: 'Before',
    });
    expect(determines(story(), { response: 'return', words: 'Not mine.' })).toMatchObject({ rule: 'no-longer-in-post' });
    expect(determines(story().on('2023-04-05', '22:59:00Z')), 'the last minute in office').toBeNull();
  });

  it('is shown to the clerk, whose fresh link goes to whoever holds the post now and is signed in their name', () => {
    const told = story();
    expect(blocked(told)).toEqual(['no-longer-in-post']);
    resent(told, 'determination-1');
    expect(blocked(told)).toEqual(['determination']);
    const letters = lettersFor(told.events.at(-1)!, told.decision!, told.council);
    expect(letters.map(({ to, greeting }) => [to.email, greeting])).toEqual([['after@kent.example', 'Dear After']]);
    expect(determines(told)).toBeNull();
    expect(told.decision).toMatchObject({
      status: 'decided',
      determination: { signedBy: 'After', by: { name: 'After', email: 'after@kent.example' } },
    });
  });

  it('is believed to have signed on paper while in office, and not after', () => {
    expect(determines(story().on('2023-04-11'), paper('2023-04-05'))).toBeNull();
    expect(determines(story().on('2023-04-11'), paper('2023-04-06'))).toMatchObject({ rule: 'no-longer-in-post' });
  });

  it('has nobody sign in their place either: cover ends with the office', () => {
    const told = awaiting(changing(maker, '2023-04-06')).does({
      type: 'delegate-step',
      stepId: 'determination-1',
      to: { name: 'A Deputy', email: 'deputy@kent.example' },
      scheme: 'Cover',
      by: clerk,
    });
    expect(determines(told.on('2023-04-06'))).toMatchObject({ rule: 'no-longer-in-post' });
    resent(told, 'determination-1');
    expect(told.decision?.steps.at(-1)).toMatchObject({ name: 'After', issue: 3 });
    expect(told.decision?.steps.at(-1)).not.toHaveProperty('cover');
  });

  it('has nobody sign in their place while the post is empty either: only a clearance is the scheme’s to give', () => {
    const to = { name: 'A Deputy', email: 'deputy@kent.example' };
    const told = awaiting({ council: vacant(maker, '2023-04-06') }).does({
      type: 'delegate-step',
      stepId: 'determination-1',
      to,
      scheme: 'Cover',
      by: clerk,
    });
    expect(determines(told.on('2023-04-06'))).toMatchObject({ rule: 'no-longer-in-post', source: 'Local Government Act 2000, section 9E' });
  });

  it('has signed for nothing where two decide together and the other has yet to', () => {
    const told = awaiting({ content: { ...key, jointWith: 'leader' }, ...changing(maker, '2023-04-06') });
    determines(told);
    expect(determines(told.on('2023-04-06'))?.words).toContain('The clerk can defer the decision');
    told.does({ type: 'defer-proposal', words: 'A new member.', until: null, by: clerk }).does({ type: 'resume-proposal', by: clerk });
    determines(told);
    expect(determines(told)).toBeNull();
    expect(told.decision).toMatchObject({ determination: { signedBy: 'After and The Leader of the Council', by: { name: 'After' } } });
  });

  it('keeps nobody else from returning or declining what they had signed together', () => {
    const told = () => {
      const story = awaiting({ content: { ...key, jointWith: 'leader' }, ...changing(maker, '2023-04-06') });
      determines(story);
      return story.on('2023-04-06');
    };
    expect(determines(told(), { response: 'return', words: 'A new member has to see it.' })).toBeNull();
    expect(determines(told(), { response: 'decline', words: 'No longer wanted.' })).toBeNull();
  });

  it('is judged on the day of the later signature of two, whichever comes in last', () => {
    const leaver = awaiting({ content: { ...key, jointWith: 'leader' }, ...changing('leader', '2023-04-08') }).on('2023-04-11');
    determines(leaver);
    expect(determines(leaver.on('2023-04-12'), paper('2023-04-06')), 'decided on 11 April, and the second had left by then').toMatchObject({
      rule: 'no-longer-in-post',
      asked: 'Before',
    });
    const comer = awaiting({ content: { ...key, jointWith: 'leader' }, ...changing(maker, '2023-04-08') }).on('2023-04-11');
    resent(comer, 'determination-1');
    determines(comer);
    expect(determines(comer.on('2023-04-12'), paper('2023-04-06')), 'the first came on 8 April, and decides on the 11th').toBeNull();
    expect(comer.decision).toMatchObject({ determination: { decidedOn: '2023-04-11', by: { name: 'After' } } });
  });

  it('who is not succeeded leaves two ways out: a fresh link once somebody is, or another decision maker', () => {
    const told = awaiting({ council: vacant(maker, '2023-04-06') }).on('2023-04-06');
    expect(determines(told)?.words).toContain(
      'Nobody does: the clerk can send a fresh link once somebody does, or its officer can name another decision maker.',
    );
    told.does({ type: 'amend-proposal', content: { ...key, decisionMaker: 'leader' } });
    expect(clear(told).status).toBe('cleared');
  });
});

it('a chair who has left agrees to nothing by an old link; whoever holds the post is asked', () => {
  const story = noticed({ route: 'special-urgency', ...changing('scrutiny-chair', '2023-03-08') }).on('2023-03-08');
  expect(story.tries({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') })).toMatchObject({
    rule: 'no-longer-in-post',
  });
  resent(story, 'agreement-1').does({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') });
  expect(story.status).toBe('awaiting-decision');
});

it('an officer who has left clears nothing by an old link, and what they cleared before stands as the clerk enters it', () => {
  const story = () => submitted(changing('s151-officer', '2023-03-02')).on('2023-03-02');
  expect(story().tries({ type: 'give-clearance', response: 'approve', ...link(story(), 'clearance') })).toMatchObject({
    rule: 'no-longer-in-post',
  });
  expect(
    story().tries({
      type: 'record-answer',
      stepId: 'clearance-1',
      response: 'approve',
      words: '',
      evidence: 'A note of 1 March',
      by: clerk,
    }),
  ).toBeNull();
});

describe('an officer who has left a post that nobody holds yet', () => {
  const council = vacant('s151-officer', '2023-03-02');
  const deputised = (of: Council) =>
    submitted({ council: of })
      .on('2023-03-02')
      .does({
        type: 'delegate-step',
        stepId: 'clearance-1',
        to: { name: 'A Deputy', email: 'deputy@kent.example' },
        scheme: 'Scheme of delegation, 4.2',
        by: clerk,
      });

  it('is told of by the council’s own scheme, and covered for under it', () => {
    const story = submitted({ council }).on('2023-03-02');
    const clears = (told: Story) => told.tries({ type: 'give-clearance', response: 'approve', ...link(told, 'clearance') });
    expect(clears(story)).toMatchObject({
      rule: 'no-longer-in-post',
      source: 'Council scheme of delegation',
      words: expect.stringContaining('Nobody does: the clerk can arrange cover'),
    });
    expect(blockersOf(story.decision!, story.given)[0]).toMatchObject({
      rule: 'no-longer-in-post',
      source: 'Council scheme of delegation',
      heldBy: 'Clerk',
    });
    const covered = deputised(council);
    expect(blocked(covered)[0]).toBe('clearance');
    expect(clears(covered)).toBeNull();
  });

  it('is covered for no longer once somebody does', () =>
    expect(blocked(deputised(handedOver('s151-officer', '2023-03-02')))[0]).toBe('no-longer-in-post'));
});

describe('a chair who has left with nobody in their place', () => {
  const council = vacant('scrutiny-chair', '2023-03-08');
  const agrees = (story: Story) => story.tries({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') });

  it('has the chair of the council agree to urgency', () => {
    const story = noticed({ route: 'special-urgency', council }).on('2023-03-08');
    expect(agrees(story)).toMatchObject({
      source: 'Reg 11 of SI 2012/2089',
      words: expect.stringContaining('ask whoever may agree instead'),
    });
    story.does({
      type: 'publish-notice',
      route: 'special-urgency',
      reason: 'The grant lapses.',
      agreementFrom: 'council-chair',
      by: clerk,
    });
    expect(agrees(story)).toBeNull();
  });

  it('has the chair of the council consent to a private meeting', () => {
    const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
    const asks = (story: Story) => story.tries({ type: 'ask-private-meeting-consent', words: 'The grant lapses.', by: clerk });
    const story = noticed({ content: { ...small, decisionMaker: 'cabinet', publicAccess }, council });
    asks(story);
    expect(asks(story)).toMatchObject({ rule: 'already-asked' });
    expect(agrees(story.on('2023-03-08'))).toMatchObject({ source: 'Reg 5 of SI 2012/2089' });
    expect(asks(story)).toBeNull();
    expect(agrees(story)).toBeNull();
    expect(story.status).toBe('awaiting-decision');
  });

  it('has the chair of the council waive call-in', () => {
    const asks = (story: Story) => story.tries({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk });
    const story = noticed({ council });
    asks(story);
    expect(agrees(story.on('2023-03-08'))).toMatchObject({ source: 'Council scrutiny rules (urgency)' });
    expect(asks(story)).toBeNull();
    expect(agrees(story)).toBeNull();
    expect(asks(story)).toMatchObject({ rule: 'already-asked' });
  });
});

it('nobody is reminded to answer for a post they have left: the clerk is told instead, and of the way out', () => {
  const story = awaiting(changing(maker, '2023-04-06')).on('2023-04-12').does({ type: 'run-daily-check' });
  const at = story.events.findLastIndex(({ happening }) => happening.type === 'step-reminded');
  const letters = lettersFor(story.events[at]!, story.decision!, story.council);
  expect(letters.map(({ to, kind }) => [to.post, kind])).toEqual([['clerk', 'step-overdue']]);
  expect(letters[0]?.paragraphs.join(' ')).toContain(
    'does not hold that post on 12 April 2023. The clerk can send a fresh link to whoever does.',
  );
  resent(story, 'determination-1').on('2023-04-14').does({ type: 'run-daily-check' });
  expect(lettersFor(story.events.at(-1)!, story.decision!, story.council)[0]?.to.email).toBe('after@kent.example');
});

it('whoever chaired a meeting signs for the body, in office or not', () => {
  const story = awaiting({ content: { ...key, decisionMaker: 'cabinet' }, ...changing('leader', '2023-04-06') });
  story
    .does({
      type: 'record-meeting',
      meeting: { date: '2023-04-05', present: ['Before'], points: [], interests: [{ name: 'Before', interest: 'none' }] },
      by: clerk,
    })
    .on('2023-04-06');
  expect(blocked(story)).toEqual(['determination']);
  expect(resent(story, 'determination-1').decision?.steps.at(-1)).toMatchObject({ name: 'Before' });
  expect(determines(story)).toBeNull();
});

it('a chair asked to waive call-in is no chair of the meeting: one who has left is followed by whoever holds the post, that body having met', () => {
  const waiver = ({ decision }: Story) => decision?.steps.find(({ stage }) => stage === 'agreement');
  const story = noticed({ content: { ...key, decisionMaker: 'cabinet' }, ...changing('scrutiny-chair', '2023-04-05') })
    .does({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk })
    .on('2023-04-05')
    .does({ type: 'run-daily-check' });
  const leader = 'The Leader of the Council';
  story.does({
    type: 'record-meeting',
    meeting: { date: '2023-04-05', present: [leader], points: [], interests: [{ name: leader, interest: 'none' }] },
    by: clerk,
  });
  expect(waiver(story)).toMatchObject({ name: 'Before' });
  expect(waiver(resent(story, 'agreement-1'))).toMatchObject({ name: 'After', email: 'after@kent.example' });
});

it('a member consulted who has left the post is reminded all the same, and a body outside the council has none to leave', () => {
  const content = {
    ...key,
    consultees: ['leader', { name: 'District Council', email: 'clerk@district.example' }],
    consultationClosesOn: '2023-03-16',
  };
  const story = noticed({ content, ...changing('leader', '2023-03-10') })
    .on('2023-03-14')
    .does({ type: 'run-daily-check' });
  const reminded = story.events
    .filter(({ happening }) => happening.type === 'step-reminded')
    .flatMap((event) => lettersFor(event, story.decision!, story.council));
  expect(reminded.map(({ to, kind }) => [to.email, kind])).toEqual([
    ['before@kent.example', 'step-reminded'],
    ['clerk@district.example', 'step-reminded'],
  ]);
});
