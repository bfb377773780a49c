import { describe, expect, it } from 'vitest';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, cleared, key, link, none, small, vacant } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const asks = (story: Story) => story.tries({ type: 'ask-call-in-waiver', words: 'The grant lapses tomorrow.', by: clerk });
const answers = (story: Story, response: 'agree' | 'refuse') =>
  story.tries({ type: 'give-agreement', response, ...link(story, 'agreement'), words: 'In words.' });
const determines = (story: Story, over = {}) =>
  story.tries({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination'), ...over });
const asked = (setting = {}) => {
  const story = awaiting(setting);
  asks(story);
  return story;
};

describe('a waiver of call-in', () => {
  it('agreed before the decision has it take effect at once, and the record says who agreed', () => {
    const story = asked();
    answers(story, 'agree');
    determines(story);
    expect(story.decision).toMatchObject({
      status: 'effective',
      record: { subjectToCallIn: false, effectiveFrom: '2023-04-05', waiver: expect.stringContaining('Chair of the Scrutiny Committee') },
    });
    expect(
      story.tries({ type: 'call-in-decision', requestedBy: [], grounds: ['Openness'], words: '', byCommittee: true, by: clerk }),
    ).toMatchObject({ rule: 'not-subject-to-call-in' });
  });

  it.each(['refused', 'unanswered'] as const)('%s leaves the call-in as it is', (how) => {
    const story = asked();
    if (how === 'refused') answers(story, 'refuse');
    determines(story);
    expect(story.decision).toMatchObject({ status: 'decided', record: { callInClosesOn: '2023-04-14' } });
    expect(story.decision).not.toHaveProperty('record.waiver');
  });

  it('unanswered when the decision comes is asked no more, and whoever was asked is not recorded as silent', () => {
    const story = asked();
    determines(story);
    expect(story.decision?.steps.find(({ stage }) => stage === 'agreement')).toMatchObject({
      state: 'void',
      words: 'The decision was made',
    });
  });

  it('agreed after a signature on paper came too late to waive anything', () => {
    const story = asked().on('2023-04-11');
    answers(story, 'agree');
    determines(story, { signedOn: '2023-04-06', by: { ...clerk, override: 'Signed on paper' } });
    expect(story.decision).toMatchObject({ status: 'decided', record: { subjectToCallIn: true, callInClosesOn: '2023-04-18' } });
  });

  it('is neither asked, nor agreed, nor mailed a fresh link for, once a body has met: nobody is told that call-in is waived when it is not', () => {
    const meeting = {
      date: '2023-04-05',
      present: ['The Leader of the Council'],
      points: [],
      interests: [{ name: 'The Leader of the Council', interest: 'none' as const }],
    };
    const met = (story: Story) => story.does({ type: 'record-meeting', meeting, by: clerk });
    const byCabinet = { content: { ...key, decisionMaker: 'cabinet' } };
    expect(asks(met(awaiting(byCabinet)).on('2023-04-06'))).toMatchObject({ rule: 'call-in-waiver', decidedOn: '2023-04-05' });
    expect(answers(met(asked(byCabinet)).on('2023-04-06'), 'agree')).toMatchObject({ rule: 'call-in-waiver' });
    const resent = { type: 'reissue-link' as const, stepId: 'agreement-1', by: clerk };
    expect(met(asked(byCabinet)).on('2023-04-06').tries(resent)).toMatchObject({ rule: 'call-in-waiver', decidedOn: '2023-04-05' });
    const sameDay = met(asked(byCabinet)).does(resent);
    expect(answers(sameDay, 'agree')).toBeNull();
    determines(sameDay);
    expect(sameDay.decision).toMatchObject({ record: { subjectToCallIn: false } });
  });

  it('is asked once, of the next in line where there is no scrutiny chair', () => {
    expect(asks(asked())).toMatchObject({ rule: 'already-asked' });
    const story = asked({ council: vacant('scrutiny-chair', '2023-02-01') });
    expect(story.decision?.steps.find(({ purpose }) => purpose === 'call-in-waiver')?.post).toBe('council-chair');
  });

  it('is asked afresh of the next in line once a chair has left without an answer, and then counts as theirs', () => {
    const story = asked({ council: vacant('scrutiny-chair', '2023-04-06') }).on('2023-04-06');
    expect(asks(story)).toBeNull();
    expect(story.open('agreement')).toHaveLength(1);
    answers(story, 'agree');
    determines(story);
    expect(story.decision).toMatchObject({
      status: 'effective',
      record: { waiver: expect.stringContaining('Chair of the County Council') },
    });
  });

  it('is asked likewise where no email had reached the chair who has left, and is waited for of nobody else', () => {
    const story = asked({ council: vacant('scrutiny-chair', '2023-04-06') });
    story.does({ type: 'mark-undeliverable', stepId: 'agreement-1', words: 'No such mailbox', by: clerk });
    expect(asks(story), 'in post, they are sent it again').toMatchObject({ rule: 'already-asked' });
    expect(asks(story.on('2023-04-06'))).toBeNull();
    expect(story.decision?.steps.filter(({ stage }) => stage === 'agreement')).toMatchObject([
      { state: 'void', words: 'Somebody else was asked instead' },
      { state: 'open', post: 'council-chair' },
    ]);
  });

  it('cannot be asked where nobody who could agree is in post', () => {
    const council = ['scrutiny-chair', 'council-chair', 'council-vice-chair'].reduce(
      (left, post) => vacant(post, '2023-02-01', left),
      kent,
    );
    expect(asks(awaiting({ council }))).toMatchObject({ rule: 'call-in-waiver', source: 'Council scrutiny rules (urgency)' });
  });

  it('has to be agreed again after a material change, and is no agreement to special urgency', () => {
    const story = asked();
    answers(story, 'agree');
    story.does({ type: 'amend-proposal', content: { ...key, proposedDecision: ['More.'] } });
    expect(story.decision?.steps.find(({ purpose }) => purpose === 'call-in-waiver')?.state).toBe('void');
  });

  it('has to be agreed again after a new notice by another route, and a refusal is not asked round', () => {
    const urgent = () => cleared().does({ type: 'publish-notice', route: 'special-urgency', reason: 'The grant lapses.', by: clerk });
    const waiver = (story: Story) => story.decision?.steps.find(({ purpose }) => purpose === 'call-in-waiver');
    const says = (story: Story, response: 'agree' | 'refuse') => {
      asks(story);
      // The first agreement asked is that to special urgency, which nobody gives.
      story
        .does({ type: 'give-agreement', response, ...link(story, 'agreement', 1), words: 'In words.' })
        .does({ type: 'publish-notice', route: 'ordinary', by: clerk });
      return story;
    };
    const agreed = says(urgent(), 'agree');
    expect(waiver(agreed)).toMatchObject({ state: 'void', words: 'A new notice was published' });
    expect(asks(agreed)).toBeNull();
    const refused = says(urgent(), 'refuse');
    expect(waiver(refused)?.state).toBe('declined');
    expect(asks(refused)).toMatchObject({ rule: 'already-asked' });
  });

  it('keeps what it was asked for, whatever becomes of its link', () => {
    const story = asked({ content: small })
      .does({ type: 'mark-undeliverable', stepId: 'agreement-1', words: 'No such mailbox', by: clerk })
      .does({ type: 'reissue-link', stepId: 'agreement-1', by: clerk });
    expect(story.decision?.steps.find(({ stage }) => stage === 'agreement')).toMatchObject({
      state: 'open',
      purpose: 'call-in-waiver',
      reason: 'The grant lapses tomorrow.',
    });
  });
});
