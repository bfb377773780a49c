import { describe, expect, it } from 'vitest';
import { decided, effective, key, small } from '../decision/stories.ts';
import { clerk, scrutiny, Story, submittedBy } from '../decision/story.ts';

const challenges = (story: Story) =>
  story.tries({ type: 'challenge-key-status', words: 'It affects the whole county.', reportBy: '2023-05-01', by: scrutiny });
const reports = (story: Story) => story.tries({ type: 'report-key-status', words: 'One division, and £800,000.', by: clerk });

describe('a report that scrutiny requires under regulation 18', () => {
  it('is of a decision treated as not key, decided or in effect', () => {
    const story = decided({ content: small });
    expect(challenges(story)).toBeNull();
    expect(story.decision).toMatchObject({ keyChallenge: { raisedOn: '2023-03-07', reportBy: '2023-05-01' } });
    expect(challenges(effective({ content: small }))).toBeNull();
  });

  it('is not of a decision treated as key', () =>
    expect(challenges(decided())).toMatchObject({ rule: 'treated-as-key', source: 'Reg 18 of SI 2012/2089' }));

  it('is asked for by a day that can still be met', () => {
    const asks = (reportBy: string) =>
      decided({ content: small })
        .on('2023-03-27', '23:30:00Z')
        .tries({ type: 'challenge-key-status', words: 'It affects the whole county.', reportBy, by: scrutiny });
    expect(asks('2023-03-27')).toMatchObject({ kind: 'invalid', errors: [{ path: 'reportBy' }] });
    expect(asks('2023-03-28'), 'of the day in London').toBeNull();
  });

  it('is required once, and made once', () => {
    const story = decided({ content: small });
    expect(reports(story)).toMatchObject({ rule: 'no-report-required' });
    challenges(story);
    expect(challenges(story)).toMatchObject({ rule: 'already-challenged' });
    expect(reports(story)).toBeNull();
    expect(reports(story)).toMatchObject({ rule: 'no-report-required' });
    expect(story.decision).toMatchObject({ keyChallenge: { report: { on: '2023-03-07' } } });
  });

  it('is of an imported decision that was not treated as key, whatever its figures say', () => {
    const imported = (keyStatus: 'key' | 'not-key' | 'unknown') =>
      new Story().does({
        type: 'import-decision',
        content: key,
        submittedBy,
        number: '19/00073',
        noticePublishedOn: '2019-10-01',
        decidedOn: '2019-11-15',
        keyStatus,
        interest: 'None',
        by: clerk,
      });
    expect(challenges(imported('not-key'))).toBeNull();
    expect(challenges(imported('unknown'))).toBeNull();
    expect(challenges(imported('key'))).toMatchObject({ rule: 'treated-as-key' });
  });
});
