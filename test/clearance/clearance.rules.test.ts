import { describe, expect, it } from 'vitest';
import { byItself, clear, cleared, link, small, submitted } from '../decision/stories.ts';
import { clerk, Story, submittedBy } from '../decision/story.ts';
import { key } from '../decision/stories.ts';

const answer = (story: Story, response: 'approve' | 'return' | 'decline', words = '') =>
  story.tries({ type: 'give-clearance', response, ...link(story, 'clearance'), words });

describe('clearance', () => {
  it('is whole only when everyone has cleared', () => {
    const story = submitted();
    answer(story, 'approve');
    answer(story, 'approve');
    expect(story.status).toBe('in-clearance');
    answer(story, 'approve');
    expect(story.status).toBe('cleared');
    expect(story.events.at(-1)).toMatchObject({ happening: { type: 'proposal-cleared' }, by: { kind: 'system' } });
  });

  it('is never given by silence, however long', () => {
    const story = submitted().on('2024-03-01').does({ type: 'run-daily-check', by: clerk });
    expect(story.status).toBe('in-clearance');
    expect(story.open('clearance')).toHaveLength(3);
  });

  it.each([
    ['return', 'Say what needs to change'],
    ['decline', 'Say why you decline'],
  ] as const)('wants words for %s', (response, message) =>
    expect(answer(submitted(), response, '  ')?.errors).toEqual([{ path: 'words', message }]),
  );

  it('returned, takes back the clearances given and goes to its officer with the words', () => {
    const story = submitted();
    const other = link(story, 'clearance', 1);
    answer(story, 'approve');
    answer(story, 'return', 'Show the grant.');
    expect(story.decision).toMatchObject({ status: 'draft', number: '23/00001', returned: { words: 'Show the grant.' } });
    expect(story.decision?.steps.map(({ state }) => state)).toEqual(['void', 'returned', 'void']);
    expect(story.tries({ type: 'give-clearance', response: 'approve', ...other })).toMatchObject({
      rule: 'already-answered',
      response: 'return',
    });
  });

  it('starts afresh after a return: everyone is asked again, by new links', () => {
    const story = submitted();
    const old = link(story, 'clearance');
    answer(story, 'return', 'Show the grant.');
    story.does({ type: 'submit-proposal' });
    expect(story.open('clearance').map(({ stepId }) => stepId)).toEqual(['clearance-4', 'clearance-5', 'clearance-6']);
    expect(story.tries({ type: 'give-clearance', response: 'approve', ...old })).toMatchObject({ rule: 'already-answered' });
    expect(clear(story).status).toBe('cleared');
  });

  it('declined, ends the proposal', () => {
    const story = submitted();
    answer(story, 'decline', 'Unaffordable.');
    expect(story.decision).toMatchObject({ status: 'declined', number: '23/00001', declined: { words: 'Unaffordable.' } });
  });

  it('is answered once, and says by whom and when', () => {
    const story = submitted();
    const used = link(story, 'clearance');
    story.does({ type: 'give-clearance', response: 'approve', ...used });
    const refusal = story.on('2023-03-02').tries({ type: 'give-clearance', response: 'decline', ...used, words: 'No.' });
    expect(refusal).toMatchObject({ rule: 'already-answered', words: 'The Section 151 Officer approved on 1 March 2023 at 09:00.' });
  });

  it('is never by the officer whose proposal it is, by their own link or by recording somebody’s answer', () => {
    const finance = { ...submittedBy, email: 'S151-Officer@kent.example' };
    const story = new Story('2023-03-01T09:00:00Z')
      .does({ type: 'draft-proposal', content: key, submittedBy: finance })
      .does({ type: 'submit-proposal' });
    expect(answer(story, 'approve')).toMatchObject({ rule: 'own-proposal' });
    const recorded = submitted();
    const by = { ...clerk, id: submittedBy.sub, override: 'Told me so' };
    expect(recorded.tries({ type: 'give-clearance', response: 'approve', ...link(recorded, 'clearance'), by })).toMatchObject({
      rule: 'own-proposal',
    });
  });

  it('whole, publishes the notice by itself where the council has it so, and that is nobody’s act', () => {
    const story = cleared({ council: byItself });
    expect(story.status).toBe('notice-published');
    expect(story.events.find(({ happening }) => happening.type === 'notice-published')).toMatchObject({
      by: { kind: 'system' },
      happening: { notice: { route: 'ordinary', publishedOn: '2023-03-01' } },
    });
    expect(cleared({ council: byItself, content: small }).status).toBe('awaiting-decision');
  });

  it('whole, waits as cleared when its notice cannot be published by itself, and goes on once that is mended', () => {
    const late = { ...key, consultationClosesOn: '2023-02-20' };
    const story = cleared({ council: byItself, content: late });
    expect(story.status).toBe('cleared');
    expect(story.does({ type: 'amend-proposal', content: { ...late, consultationClosesOn: '2023-03-20' } }).status).toBe(
      'notice-published',
    );
  });
});
