import { describe, expect, it } from 'vitest';
import { chairOf } from '../../functions/council/directory.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, clear, key, link, none } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const leader = 'The Leader of the Council';
const finance = 'The Cabinet Member for Finance';
const meets = (story: Story, over = {}) =>
  story.tries({
    type: 'record-meeting',
    meeting: { date: '2023-04-05', present: [leader, finance], points: [], interests: [], ...over },
    by: clerk,
  });
const byCabinet = () => awaiting({ content: { ...key, decisionMaker: 'cabinet' } });
const asked = ({ decision }: Story) =>
  decision?.steps.filter(({ stage, state }) => stage === 'determination' && state === 'open').map(({ post }) => post);

describe('the record of a meeting that decides', () => {
  it('is signed by the first of the body’s members who was there', () => {
    const story = byCabinet();
    meets(story, { present: [finance, leader] });
    expect(asked(story)).toEqual(['leader']);
    meets(story, { present: [finance] });
    expect(asked(story)).toEqual(['cabinet-member-finance']);
  });

  it('falls to the body’s own chair where the names are no help', () =>
    expect(chairOf(kent, 'cabinet', '2023-04-05', ['Somebody'])?.post).toBe('leader'));

  it('puts no condition on a resolution that there is not', () => {
    const count = key.proposedDecision.length;
    expect(meets(byCabinet(), { conditions: [{ resolution: count + 1, words: 'If funds allow' }] })).toMatchObject({
      kind: 'invalid',
      errors: [{ path: 'conditions.0.resolution' }],
    });
    expect(meets(byCabinet(), { conditions: [{ resolution: count, words: 'If funds allow' }] })).toBeNull();
  });

  it('is not of a day before the notice of what is now proposed, although its clear days began with an earlier one', () => {
    const content = { ...key, decisionMaker: 'cabinet', consultees: [] };
    const story = awaiting({ content }).on('2023-04-20');
    clear(story.does({ type: 'amend-proposal', content: { ...content, proposedDecision: ['Another.'] } }));
    story.on('2023-04-26').does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    expect([story.status, meets(story, { date: '2023-04-25' })]).toMatchObject([
      'awaiting-decision',
      { rule: 'meeting-before-notice', earliestDecisionDate: '2023-04-26' },
    ]);
    expect(meets(story, { date: '2023-04-26' })).toBeNull();
  });

  it('is not of a day before the committee whose wording it decided on', () => {
    const advises = (date: string) =>
      byCabinet()
        .on('2023-04-12')
        .does({
          type: 'record-committee-outcome',
          committee: 'The committee',
          date,
          outcome: 'amended',
          proposedDecision: ['As amended.'],
          words: 'Considered.',
          by: clerk,
        });
    expect(meets(advises('2023-04-11'))).toMatchObject({ rule: 'cabinet-committee', earliestDecisionDate: '2023-04-11' });
    expect(meets(advises('2023-04-11'), { date: '2023-04-11' })).toBeNull();
    expect(meets(advises('2023-03-30')), 'recorded late, and advised in time').toBeNull();
    const mistyped = advises('2032-04-11');
    expect(meets(mistyped, { date: '2023-04-12' })).toMatchObject({ rule: 'cabinet-committee' });
    mistyped.does({
      type: 'record-committee-outcome',
      committee: 'The committee',
      date: '2023-04-11',
      outcome: 'amended',
      proposedDecision: ['As amended.'],
      words: 'The day was mistyped.',
      by: clerk,
    });
    expect(meets(mistyped, { date: '2023-04-12' }), 'recorded again with its true day').toBeNull();
    const noted = byCabinet()
      .on('2023-04-12')
      .does({ type: 'record-committee-outcome', committee: 'The committee', date: '2023-04-11', outcome: 'noted', words: '', by: clerk });
    expect(meets(noted), 'no wording of its own').toBeNull();
  });

  it.each([
    ['none', none, [{ name: leader, interest: 'none' }]],
    [
      'one',
      { interest: 'declared', kind: 'other', detail: 'A friend bids' } as const,
      [
        { name: leader, interest: 'none' },
        { name: leader, interest: 'declared', kind: 'other', detail: 'A friend bids' },
      ],
    ],
  ])('has the chair’s interests once when the signature adds %s to the minutes', (_, interest, interests) => {
    const story = byCabinet();
    meets(story, { interests: [{ name: leader, interest: 'none' }] });
    story.does({ type: 'determine', response: 'approve', interest, ...link(story, 'determination'), words: '' });
    expect(story.decision).toMatchObject({ status: 'decided', determination: { interests } });
  });
});
