import { describe, expect, it } from 'vitest';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { deadlinesOf } from '../../functions/register/deadlines.ts';
import { awaiting, calledIn, decided, deferred, effective, link, none, noticed, withdrawn } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const dates = ({ decision, council }: Story) =>
  deadlinesOf(publicationOf(decision!, council)!).map(({ date, title }) => `${date} ${title.replace('23/00001: ', '')}`);
const effect = (story: Story) => dates(story).at(-1);

describe('the dates of a decision for a calendar', () => {
  it('are those of its notice while it waits', () =>
    expect(dates(noticed())).toEqual(['2023-04-04 consultation closes', '2023-04-05 earliest day for the decision']));

  it('never name a day for a decision that is not to be taken: what became of it takes that day’s place', () => {
    expect(dates(withdrawn())).toEqual(['2023-03-07 Withdrawn']);
    expect([dates(deferred()), dates(deferred(null))]).toEqual([['2023-05-01 Deferred'], ['2023-03-07 Deferred']]);
    const returned = awaiting().does({
      type: 'determine',
      response: 'return',
      interest: none,
      ...link(awaiting(), 'determination'),
      words: 'Again.',
    });
    expect(dates(returned)).toEqual(['2023-04-05 Changed: a new notice will follow']);
  });

  it('say of its effect what is true: that it may be called in, is on hold, or has come', () => {
    expect(effect(decided())).toBe('2023-04-15 takes effect unless called in');
    expect(effect(calledIn())).toBe('2023-04-11 called in, so on hold');
    expect(effect(calledIn().on('2023-04-12').does({ type: 'conclude-call-in', outcome: 'no-comment', words: 'None.', by: clerk }))).toBe(
      '2023-04-15 takes effect',
    );
    expect(effect(effective())).toBe('2023-04-15 took effect');
  });

  it('do not say that call-in closes once scrutiny has considered it, and nobody can call it in again', () => {
    const considered = calledIn().on('2023-04-12').does({ type: 'conclude-call-in', outcome: 'comments', words: 'Some.', by: clerk });
    expect(dates(considered)).toEqual([
      '2023-04-05 decided',
      '2023-04-14 call-in was to close, and it was called in',
      '2023-04-15 takes effect',
    ]);
  });

  it('of a decision whose call-in was waived name no call-in', () => {
    const story = awaiting().does({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk });
    story
      .does({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') })
      .does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    expect(dates(story)).toEqual(['2023-04-05 decided', '2023-04-05 took effect']);
  });
});
