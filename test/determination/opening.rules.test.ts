import { describe, expect, it } from 'vitest';
import { none, cleared, key, link } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

/** Cleared long before, with a notice of 27 November 2028: its 28 clear days are over on 26 December, in the last days that are known. */
const atTheEnd = (decisionMaker = key.decisionMaker): Story =>
  cleared({ content: { ...key, decisionMaker } })
    .on('2028-11-27')
    .does({ type: 'publish-notice', route: 'ordinary', by: clerk })
    .on('2028-12-26', '06:00:00Z');

describe('a decision whose notice has run in the last days of which the bank holidays are known', () => {
  it('is put to its maker, by no day: what cannot be counted is no reason to forget it', () => {
    const story = atTheEnd().does({ type: 'run-daily-check', by: clerk });
    expect(story.status).toBe('awaiting-decision');
    expect(story.decision?.steps.find(({ stage }) => stage === 'determination')).toMatchObject({ state: 'open', dueOn: null });
    expect(story.tries({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') })).toMatchObject({
      rule: 'bank-holidays-known',
    });
    story.does({ type: 'determine', response: 'return', interest: none, ...link(story, 'determination'), words: 'In the new year.' });
    expect(story.status).toBe('draft');
  });

  it('and was decided by a body is put to whoever chaired it', () => {
    const story = atTheEnd('cabinet').does({ type: 'run-daily-check', by: clerk });
    story.does({
      type: 'record-meeting',
      meeting: { date: '2028-12-26', present: ['The Leader of the Council'], points: [], interests: [] },
      by: clerk,
    });
    expect(story.open('determination')).toHaveLength(1);
  });
});
