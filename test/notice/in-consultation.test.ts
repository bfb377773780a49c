import { describe, expect, it } from 'vitest';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import { cleared, link, none, noticed, small, vacant } from '../decision/stories.ts';
import { clerk, officer, type Story } from '../decision/story.ts';

const delegated = { ...small, decisionMaker: 'corporate-director-growth', inConsultationWith: ['cabinet-member-finance'] };

it('an officer who decides in consultation with a member waits for the member’s answer or for the days to give it', () => {
  const story = noticed({ content: delegated });
  expect(story.decision).toMatchObject({
    status: 'notice-published',
    notice: { timetable: { consultationClosesOn: '2023-03-14', earliestDecisionDate: '2023-03-15' } },
  });
  expect(story.decision?.steps.find(({ stage }) => stage === 'consultation')).toMatchObject({
    post: 'cabinet-member-finance',
    dueOn: '2023-03-14',
    state: 'open',
  });
});

it('an officer who decides alone waits for nobody', () =>
  expect(noticed({ content: { ...delegated, inConsultationWith: undefined } }).status).toBe('awaiting-decision'));

describe('what an officer may decide in consultation with a member', () => {
  const signs = (story: Story, response: 'approve' | 'return' = 'approve') =>
    story.tries({ type: 'determine', response, interest: none, ...link(story, 'determination'), words: 'As reported.' });
  const asked = 'consultation-1';
  const unreached = () =>
    noticed({ content: delegated })
      .does({ type: 'mark-undeliverable', stepId: asked, words: 'No such mailbox', by: clerk })
      .on('2023-03-15')
      .does({ type: 'run-daily-check' });

  it('has no notice while nobody holds the member’s post, whom nobody could ask', () => {
    const story = cleared({ content: delegated }).on('2023-03-07');
    story.council = vacant('cabinet-member-finance', '2023-03-05');
    expect(story.tries({ type: 'publish-notice', route: 'ordinary', by: clerk })).toMatchObject({
      rule: 'consultee-in-post',
      source: 'Council scheme of delegation',
      words: expect.stringMatching(/with the Cabinet Member for Finance.*nobody holds that post on 7 March 2023/),
    });
  });

  it('is not decided while no email has reached the member, though it may be returned', () => {
    expect(signs(unreached())).toMatchObject({ rule: 'in-consultation', words: expect.stringContaining('no email has reached them') });
    expect(signs(unreached(), 'return')).toBeNull();
  });

  it('is not decided either where that is found only as it is signed', () => {
    const story = noticed({ content: { ...delegated, declaredKey: true }, route: 'special-urgency' });
    story.does({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') });
    story.unreached = [asked];
    expect(signs(story)).toMatchObject({ rule: 'in-consultation' });
  });

  it('is decided while an email to another consultee came back, or one to the member that asked for something else', () => {
    const other = noticed({ content: { ...delegated, consultees: [{ name: 'A Stranger', email: 'stranger@elsewhere.example' }] } });
    const lost = other.decision?.steps.find(({ stage, post }) => stage === 'consultation' && post !== 'cabinet-member-finance');
    other.does({ type: 'mark-undeliverable', stepId: lost!.id, words: 'No such mailbox', by: clerk });
    expect(signs(other.on('2023-03-15').does({ type: 'run-daily-check' }))).toBeNull();

    const chair = noticed({
      content: { ...delegated, inConsultationWith: ['scrutiny-chair'], declaredKey: true },
      route: 'special-urgency',
    });
    chair.does({ type: 'give-agreement', response: 'agree', ...link(chair, 'agreement') });
    chair.unreached = [chair.decision!.steps.find(({ stage }) => stage === 'agreement')!.id];
    expect(signs(chair)).toBeNull();
  });

  it('waits for the clerk, by what stands in its way', () => {
    const story = unreached();
    expect(blockersOf(story.decision!, story.given)).toMatchObject([{ rule: 'in-consultation', heldBy: 'Clerk' }]);
  });

  it('is decided once the member was sent it again, or the clerk has entered what they say', () => {
    const again = unreached().does({ type: 'reissue-link', stepId: asked, by: clerk });
    expect(signs(again)).toBeNull();
    const entered = unreached().does({
      type: 'record-answer',
      stepId: asked,
      response: 'support',
      words: '',
      evidence: 'By telephone',
      by: clerk,
    });
    expect(signs(entered)).toBeNull();
  });

  it('waits for a member who is named in that post only once they were asked at the same address', () => {
    const before = {
      ...delegated,
      inConsultationWith: undefined,
      consultees: [{ name: 'A Office', email: 'cabinet-member-finance@kent.example' }],
    };
    const story = noticed({ content: before });
    story.does({ type: 'amend-proposal', content: { ...before, inConsultationWith: delegated.inConsultationWith }, by: officer });
    expect(story.open('consultation')).toHaveLength(1);
    story.does({ type: 'mark-undeliverable', stepId: asked, words: 'No such mailbox', by: clerk }).on('2023-03-15');
    story.does({ type: 'run-daily-check' });
    expect(signs(story)).toMatchObject({ rule: 'in-consultation', words: expect.not.stringContaining('A Office') });
  });

  it('waits for a member who is consulted by another post besides, and is asked once', () => {
    const twice = { ...delegated, consultees: [{ name: 'The Finance Office', email: 'cabinet-member-finance@kent.example' }] };
    const story = noticed({ content: twice });
    expect(story.open('consultation')).toHaveLength(1);
    story.does({ type: 'mark-undeliverable', stepId: asked, words: 'No such mailbox', by: clerk });
    story.on('2023-03-15').does({ type: 'run-daily-check' });
    expect(signs(story)).toMatchObject({ rule: 'in-consultation' });
  });
});
