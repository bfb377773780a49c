import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import { clear, cleared, key, noticed, vacant } from '../decision/stories.ts';
import { clerk } from '../decision/story.ts';

const publishes = (committees: Council['committees']) =>
  cleared({ council: { ...vacant('scrutiny-chair', '2023-02-01'), committees } }).tries({
    type: 'publish-notice',
    route: 'general-exception',
    reason: 'The grant lapses.',
    by: clerk,
  });
const committee = { name: 'Scrutiny Committee', chair: 'scrutiny-chair' };

describe('notice under the general exception', () => {
  it('is refused while there is nobody to give it to', () =>
    expect(publishes([committee])).toMatchObject({ rule: 'general-exception-notice', source: 'Reg 10 of SI 2012/2089' }));

  it('is given to the members of the scrutiny committee while it has no chair', () =>
    expect(publishes([{ ...committee, members: [{ name: 'A Member', email: 'a.member@kent.example' }] }])).toBeNull());

  it('published again, has its clear days from then where the first reached nobody: until then nobody was informed (reg 10(1)(a))', () => {
    const content = { ...key, consultees: [] };
    const again = (isLost: boolean) => {
      const story = noticed({ content, route: 'general-exception' });
      if (isLost)
        story.does({ type: 'mark-notice-undeliverable', name: 'The Chair', email: 'chair@kent.example', words: 'Full', by: clerk });
      clear(story.on('2023-03-09').does({ type: 'amend-proposal', content: { ...content, proposedDecision: ['In other words'] } }));
      story.on('2023-03-15').does({ type: 'publish-notice', route: 'general-exception', reason: 'The grant lapses.', by: clerk });
      return story.decision?.notice?.timetable.earliestDecisionDate;
    };
    expect([again(false), again(true)]).toEqual(['2023-03-15', '2023-03-23']);
  });
});
