import { describe, expect, it } from 'vitest';
import { clerk, type Loose, scrutiny, somebody } from '../decision/story.ts';
import type { Letter } from '../../functions/email/letter.ts';
import { telling } from './telling.ts';

/** Whether a letter says what its reader is asked, or that it is nothing. */
const saysWhich = ({ stepId, paragraphs, whatHappensNext }: Letter): boolean =>
  stepId !== undefined || /Please |Nothing is asked of you\./.test([...paragraphs, whatHappensNext].join(' '));

const callIn: Loose & { type: 'call-in-decision' } = {
  type: 'call-in-decision',
  requestedBy: [
    { name: 'A', group: 'X' },
    { name: 'B', group: 'Y' },
  ],
  grounds: ['Openness'],
  words: 'Why so soon?',
  by: scrutiny,
};
const held = () => telling().decided().does(callIn);
const clearing = (response: 'return' | 'decline') => {
  const story = telling().submitted();
  for (const step of story.open('clearance').slice(0, 1))
    story.does({ type: 'give-clearance', by: somebody, response, ...step, words: 'Not yet.' });
  return story;
};

describe('an email that has no link says what is asked, or that nothing is', () => {
  it.each([
    ['called in', held(), 'decision-called-in'],
    [
      'called in through the clerk',
      telling()
        .decided()
        .does({ ...callIn, by: clerk }),
      'decision-called-in',
    ],
    ['found valid', held().does({ type: 'validate-call-in', valid: true, words: '', by: clerk }), 'call-in-validated'],
    ['found not valid', held().does({ type: 'validate-call-in', valid: false, words: 'One name.', by: clerk }), 'call-in-validated'],
    ['no comment', held().does({ type: 'conclude-call-in', outcome: 'no-comment', words: '', by: scrutiny }), 'call-in-concluded'],
    ['comments', held().does({ type: 'conclude-call-in', outcome: 'comments', words: 'Ask.', by: scrutiny }), 'call-in-concluded'],
    ['reconsider', held().does({ type: 'conclude-call-in', outcome: 'reconsider', words: 'Ask.', by: scrutiny }), 'call-in-concluded'],
    ['referred', held().does({ type: 'conclude-call-in', outcome: 'refer-to-council', words: 'Ask.', by: scrutiny }), 'call-in-concluded'],
    ['returned', clearing('return'), 'proposal-returned'],
    ['declined', clearing('decline'), 'proposal-declined'],
    ['withdrawn', telling().noticed().does({ type: 'withdraw-proposal', words: 'No need.', by: clerk }), 'proposal-withdrawn'],
    ['deferred', telling().noticed().does({ type: 'defer-proposal', words: 'Later.', until: null, by: clerk }), 'proposal-deferred'],
    [
      'taken up again',
      telling()
        .noticed()
        .does({ type: 'defer-proposal', words: 'Later.', until: null, by: clerk })
        .does({ type: 'resume-proposal', by: clerk }),
      'proposal-resumed',
    ],
    [
      'undeliverable',
      telling().submitted().does({ type: 'mark-undeliverable', stepId: 'clearance-1', words: 'No such mailbox', by: clerk }),
      'step-undeliverable',
    ],
  ] as const)('when it is %s', (_, story, type) => {
    const letters = story.letters(type);
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.filter((letter) => !saysWhich(letter)).map(({ to }) => to.email)).toEqual([]);
  });

  it('says of a call-in that more members joined that they did', () => {
    const headings = (story: ReturnType<typeof held>) => [...new Set(story.letters('decision-called-in').map(({ heading }) => heading))];
    const story = held();
    expect(headings(story)).toEqual(['The decision was called in']);
    const later = new Date(Date.parse(story.now) + 3_600_000).toISOString();
    story.now = later;
    story.does({ ...callIn, requestedBy: callIn.requestedBy.map(({ name, group = '' }) => ({ name: `Another ${name}`, group })) });
    expect(headings(story)).toEqual(['Others called the decision in too']);
  });

  it('asks the clerk to check a call-in, and the decision maker to think again', () => {
    const asks = (letters: Letter[], post: string) => letters.find(({ to }) => to.post === post)?.whatHappensNext;
    expect(asks(held().letters('decision-called-in'), 'clerk')).toContain('Please check the request and record whether it is valid.');
    const sentBack = held()
      .does({ type: 'conclude-call-in', outcome: 'reconsider', words: 'Ask.', by: scrutiny })
      .letters('call-in-concluded');
    expect(asks(sentBack, 'cabinet-member-adult-social-care')).toContain('Please reconsider it');
    expect(asks(sentBack, 'scrutiny-chair')).toContain('Nothing is asked of you.');
  });
});
