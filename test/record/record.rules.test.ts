import { describe, expect, it } from 'vitest';
import { awaiting, decided, key, link, none, small } from '../decision/stories.ts';

const recordAt = (day: string, time: string) => {
  const story = awaiting({ content: small }).on(day, time);
  story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
  return story.decision && 'record' in story.decision ? story.decision.record : null;
};

describe('the record of a decision', () => {
  it('is published at once, and call-in runs five clear working days from then', () =>
    expect(decided().decision).toMatchObject({
      record: {
        publishedAt: '2023-04-05T09:00:00Z',
        publishedOn: '2023-04-05',
        subjectToCallIn: true,
        callInClosesOn: '2023-04-14',
        effectiveFrom: '2023-04-15',
      },
    }));

  it('takes effect on the next calendar day, which may be a Saturday', () =>
    expect(recordAt('2023-07-28', '09:00:00Z')).toMatchObject({ callInClosesOn: '2023-08-04', effectiveFrom: '2023-08-05' }));

  it('skips a bank holiday of one year only, such as the Coronation', () =>
    expect(recordAt('2023-05-05', '09:00:00Z')).toMatchObject({ callInClosesOn: '2023-05-15' }));

  it('signed at 23:30 UTC in summer is of the next day, and so is its call-in', () => {
    expect(recordAt('2023-06-29', '22:30:00Z')).toMatchObject({ publishedOn: '2023-06-29', callInClosesOn: '2023-07-06' });
    expect(recordAt('2023-06-29', '23:30:00Z')).toMatchObject({ publishedOn: '2023-06-30', callInClosesOn: '2023-07-07' });
  });

  it('is not published before the day of the decision, where two signed about midnight by clocks that are seconds apart', () => {
    const story = awaiting({ content: { ...key, jointWith: 'leader' } });
    const signs = (day: string, time: string) =>
      story.on(day, time).does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    signs('2023-04-10', '23:00:00Z');
    signs('2023-04-10', '22:59:58Z');
    expect(story.decision).toMatchObject({
      determination: { decidedOn: '2023-04-11' },
      record: { publishedOn: '2023-04-11', callInClosesOn: '2023-04-18', effectiveFrom: '2023-04-19' },
    });
  });

  it('signed at 23:30 UTC in winter is of that day', () =>
    expect(recordAt('2023-11-29', '23:30:00Z')).toMatchObject({ publishedOn: '2023-11-29', callInClosesOn: '2023-12-06' }));
});
