import { describe, expect, it } from 'vitest';
import { receiptPage } from '../../functions/link/receipt.page.tsx';
import { awaiting, key, link, noticed } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const said = (story: Story, response: 'agree' | 'refuse'): string => {
  const { stepId } = link(story, 'agreement');
  story.does({ type: 'give-agreement', response, ...link(story, 'agreement'), words: 'In words.' });
  const step = story.decision!.steps.find(({ id }) => id === stepId)!;
  return receiptPage({ decision: story.decision!, step, council: story.council, at: story.now, hash: '', response, words: '' });
};
const content = {
  ...key,
  decisionMaker: 'cabinet',
  publicAccess: { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' },
};
const asked = {
  'special urgency': () => noticed({ route: 'special-urgency' }),
  'a private meeting': () => noticed({ content }).does({ type: 'ask-private-meeting-consent', words: 'It cannot wait.', by: clerk }),
  'a waiver of call-in': () => awaiting().does({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk }),
};

describe('the receipt of a chair', () => {
  it.each([
    ['special urgency', 'agree', 'Agrees that it is urgent', 'The decision maker is asked to decide once nothing else stands in the way.'],
    ['special urgency', 'refuse', 'Does not agree that it is urgent', 'a notice of the ordinary kind or under the general exception'],
    ['a private meeting', 'agree', 'Agrees that the private meeting is urgent', 'does not wait for its 28 clear days'],
    [
      'a private meeting',
      'refuse',
      'Does not agree that the private meeting is urgent',
      'waits for its 28 clear days and its second notice',
    ],
    ['a waiver of call-in', 'agree', 'Agrees that call-in is waived', 'takes effect when it is made'],
    ['a waiver of call-in', 'refuse', 'Does not agree that call-in is waived', 'is not exempt from call-in'],
  ] as const)('asked for %s says, on "%s", what was agreed or not and what follows of that', (purpose, response, answer, next) => {
    const page = said(asked[purpose](), response);
    expect([page.includes(answer), page.includes(next), page.includes('decision maker is asked')]).toEqual([
      true,
      true,
      purpose === 'special urgency' && response === 'agree',
    ]);
  });
});
