import type { CommandOf } from '../decision/commands.ts';
import type { Interest } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';

type Determine = CommandOf<'determine'>;

/** What is missing of an answer: the words for an interest, or for anything but approval. */
export const interestFaults = ({ interest, response, words }: Determine) => [
  ...(interest.interest === 'declared' && !interest.detail?.trim()
    ? [{ path: 'interestDetail', message: 'Say what the interest is' }]
    : []),
  ...(response !== 'approve' && !words.trim()
    ? [{ path: 'words', message: response === 'return' ? 'Say what needs to change' : 'Say why you decline' }]
    : []),
];

/**
 * A declared interest bars unless it is said not to be pecuniary, or a dispensation covers it; one who is barred may still hand the
 * decision back.
 */
export const barred = ({ interest, kind, dispensation }: Interest, response: Determine['response']): Refused | null => {
  if (interest === 'none' || response === 'return' || kind === 'other' || dispensation?.trim()) return null;
  return refuse(
    'disclosable-interest',
    'Localism Act 2011, section 31',
    'You have declared an interest that stops you deciding this. Return it with words, and the clerk will arrange for somebody else to decide.',
  );
};
