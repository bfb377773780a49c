import { describe, expect, it } from 'vitest';
import { kent } from '../../seeds/kent/council.ts';
import type { Council } from '../../functions/council/council.schema.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import { awaiting, key, link, none } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const scheme = 'Leader’s scheme of delegation';
const away = (from: string, to: string) => ({ post: key.decisionMaker, from, to, cover: 'cabinet-member-finance', scheme });
const absent = (...absences: ReturnType<typeof away>[]): Council => ({ ...kent, absences });
const determines = (story: Story, over = {}) =>
  story.tries({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination'), ...over });

describe('whoever was asked to decide in the place of somebody who was away', () => {
  const asked = (council = absent(away('2023-04-01', '2023-04-10'))) => awaiting({ council });

  it('decides to the last day of the absence in London, and not after it: the power was theirs while it lasted', () => {
    expect(determines(asked().on('2023-04-10', '22:59:59Z'))).toBeNull();
    const back = asked().on('2023-04-10', '23:00:00Z');
    expect(determines(back)).toMatchObject({ rule: 'cover-over', source: 'Local Government Act 2000, section 9E' });
    expect(determines(back, { response: 'return', words: 'Not yet.' })).toMatchObject({ rule: 'cover-over' });
  });

  it('leaves it to whoever is back, who is asked once it is put off and taken up again', () => {
    const story = asked().on('2023-04-11');
    story
      .does({ type: 'defer-proposal', words: 'The member is back.', until: null, by: clerk })
      .does({ type: 'resume-proposal', by: clerk });
    expect(story.decision?.steps.at(-1)).not.toHaveProperty('cover');
    expect(determines(story)).toBeNull();
  });

  it('is waited for and reminded no longer: the clerk is told, and of the way out', () => {
    const story = asked();
    const waits = () => blockersOf(story.decision!, story.given).map(({ rule, heldBy }) => [rule, heldBy]);
    expect(waits()).toEqual([['determination', story.decision?.steps.at(-1)?.cover?.name]]);
    story.on('2023-04-12').does({ type: 'run-daily-check', by: clerk });
    expect(waits()).toEqual([['cover-over', 'Clerk']]);
    const reminder = story.events.findLast(({ happening }) => happening.type === 'step-reminded')!;
    const letters = lettersFor(reminder, story.decision!, story.council);
    expect(letters.map(({ to, kind }) => [to.post, kind])).toEqual([['clerk', 'step-overdue']]);
    expect(letters[0]?.paragraphs.join(' ')).toContain('The clerk can defer the decision and take it up again');
  });

  it('decides for as long as the directory now says, longer or shorter than it said when they were asked', () => {
    const story = asked().on('2023-04-12');
    story.council = absent(away('2023-04-01', '2023-04-14'));
    expect(determines(story)).toBeNull();
    const early = asked().on('2023-04-07');
    early.council = absent(away('2023-04-01', '2023-04-06'));
    expect(determines(early)).toMatchObject({ rule: 'cover-over' });
    const twice = asked().on('2023-04-12');
    twice.council = absent(away('2023-04-01', '2023-04-10'), away('2023-04-11', '2023-04-20'));
    expect(determines(twice)).toBeNull();
  });

  it('decides no more once somebody else covers, or holds the post by which they did', () => {
    const later = asked().on('2023-04-12');
    const next = { ...away('2023-04-11', '2023-04-20'), cover: 'cabinet-member-highways' };
    later.council = absent(away('2023-04-01', '2023-04-10'), next);
    expect(determines(later)).toMatchObject({ rule: 'cover-over', words: expect.stringContaining('on 12 April 2023') });
    const cover = asked().decision?.steps.at(-1)?.cover?.name ?? '';
    const before = { from: '2012-01-01', to: '2023-04-06', name: cover, email: 'before@kent.example' };
    const after = { from: '2023-04-08', name: 'A New Member', email: 'new@kent.example' };
    const posts = kent.posts.map((post) => (post.id === 'cabinet-member-finance' ? { ...post, holders: [before, after] } : post));
    for (const day of ['2023-04-07', '2023-04-08']) {
      const left = asked().on(day);
      left.council = { ...left.council, posts };
      expect(determines(left)).toMatchObject({ rule: 'cover-over', asked: cover });
    }
  });

  it('decides by no absence that is still to come, nor by that of another post', () => {
    const day = away('2023-04-05', '2023-04-05');
    const others = [{ ...away('2023-04-01', '2023-04-30'), post: 'cabinet-member-highways' }, away('2023-04-20', '2023-04-30')];
    expect(determines(asked(absent(day, ...others)).on('2023-04-06'))).toMatchObject({ rule: 'cover-over' });
  });

  it('as one of two who decide together is still to cover on the day of the other’s signature, which makes the decision', () => {
    const council = absent(away('2023-04-01', '2023-04-10'));
    const both = (day: string) => {
      const story = awaiting({ council, content: { ...key, jointWith: 'leader' } });
      expect(determines(story)).toBeNull();
      return story.on(day);
    };
    expect(determines(both('2023-04-10'))).toBeNull();
    const back = both('2023-04-11');
    expect(determines(back)).toMatchObject({ rule: 'cover-over', words: expect.stringContaining('The clerk can defer the decision') });
    back
      .does({ type: 'defer-proposal', words: 'The member is back.', until: null, by: clerk })
      .does({ type: 'resume-proposal', by: clerk });
    expect([determines(back), determines(back), back.status]).toEqual([null, null, 'decided']);
  });

  it('signed on paper while it lasted, as the clerk enters later', () =>
    expect(determines(asked().on('2023-04-20'), { signedOn: '2023-04-06', by: { ...clerk, override: 'A letter' } })).toBeNull());

  it('by the clerk’s own arrangement has no such day', () => {
    const story = awaiting({ council: absent(away('2022-04-01', '2022-04-10')) });
    story.does({ type: 'delegate-step', stepId: 'determination-1', to: 'cabinet-member-finance', scheme, by: clerk });
    expect(determines(story.on('2023-04-20'))).toBeNull();
    const other = asked();
    other.does({ type: 'delegate-step', stepId: 'determination-1', to: 'cabinet-member-finance', scheme: 'Urgency', by: clerk });
    expect(determines(other.on('2023-04-20'))).toBeNull();
  });
});
