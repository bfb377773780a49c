import { describe, expect, it } from 'vitest';
import { noticed, key } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';
import { telling } from '../email/telling.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';

const lost = {
  type: 'mark-notice-undeliverable' as const,
  name: 'The Chair',
  email: 'chair@kent.example',
  words: 'No such mailbox',
  by: clerk,
};
const said = (story: Story) => publicationOf(story.decision!, story.council)?.shortNotice?.words;

describe('The written notice of regulation 10 that reaches nobody', () => {
  it('is said once of each of those written to, and on the record', () => {
    const story = noticed({ route: 'general-exception' });
    expect(said(story)).not.toContain('did not arrive');
    story
      .does(lost)
      .does(lost)
      .does({ ...lost, name: 'Another' });
    expect(story.happened.filter((type) => type === 'notice-undeliverable')).toHaveLength(2);
    expect(said(story)).toMatch(/was written to and a shorter notice was published\. An email of that notice did not arrive\.$/);
  });
  it('is nothing to say of a notice by another route', () => {
    const story = noticed().does(lost);
    expect(story.happened).not.toContain('notice-undeliverable');
  });
  it('is told to the clerk, who is to see that they have it', () => {
    const story = telling().cleared(key).does({ type: 'publish-notice', route: 'general-exception', reason: 'A grant lapses', by: clerk });
    const [letter] = story.does(lost).letters('notice-undeliverable');
    expect(letter).toMatchObject({ to: { email: 'clerk@kent.example' }, heading: 'The written notice of regulation 10 did not arrive' });
    expect(letter?.paragraphs.join(' ')).toMatch(/to The Chair could not be delivered\. .*informed in writing/);
    expect(letter?.facts).toContainEqual({ term: 'Sent to', value: 'chair@kent.example' });
  });
});

describe('A shorter notice asked for where an ordinary notice still counts', () => {
  const again = (targetDecisionDate: string | undefined, on = '2023-03-20') => {
    const story = noticed({ content: key }).on(on);
    const proposedDecision = [...key.proposedDecision, 'Report back in a year'];
    story.does({ type: 'amend-proposal', content: { ...key, proposedDecision, ...(targetDecisionDate ? { targetDecisionDate } : {}) } });
    for (const step of story.open('clearance')) story.does({ type: 'give-clearance', response: 'approve', by: clerk, ...step });
    return story;
  };
  const except = { type: 'publish-notice' as const, route: 'general-exception' as const, reason: 'The grant lapses', by: clerk };

  const earliest = ({ decision }: Story) => decision?.status === 'notice-published' && decision.notice.timetable.earliestDecisionDate;

  it.each(['general-exception', 'special-urgency'] as const)(
    'is refused, since nobody was given it on the day of that notice, and the ordinary route puts nothing off: %s',
    (route) => {
      const story = again('2023-04-12');
      expect(story.tries({ ...except, route })).toMatchObject({
        rule: 'ordinary-notice-counts',
        words: expect.stringContaining('7 March 2023 still counts'),
      });
      expect(earliest(story.does({ ...except, route: 'ordinary' }))).toBe('2023-04-12');
    },
  );
  it('is taken where it is urgent, and those asked again would answer too late', () => {
    const late = () => again('2023-04-12', '2023-04-04');
    expect(earliest(late().does({ ...except, route: 'ordinary' }))).toBe('2023-04-14');
    expect(earliest(late().does({ ...except, route: 'special-urgency' }))).toBe('2023-04-12');
  });
  it('has its own day and its own five days where the decision is to come sooner than was told', () => {
    const { decision } = again(undefined).does(except);
    expect(decision?.status === 'notice-published' && [decision.notice.publishedOn, decision.notice.route]).toEqual([
      '2023-03-20',
      'general-exception',
    ]);
  });
});
