import type { CommandOf } from '../decision/commands.ts';
import type { Notice } from '../decision/decision.ts';
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

const stopped = 'You have declared an interest that stops you deciding this.';
const forMeetings = 'A dispensation lets a member take part in a meeting. Nobody with a pecuniary interest may decide alone under one.';

/**
 * A declared interest bars unless it is said not to be pecuniary; one who is barred may still hand the decision back. A dispensation lifts
 * the bar from whoever signs for a body (Localism Act 2011, s 33 with s 31(4)), and never from a member who decides alone (s 31(8)).
 */
export const barred = (
  { notice }: { notice: Pick<Notice, 'maker'> },
  { interest: { interest, kind, dispensation }, response }: Pick<Determine, 'interest' | 'response'>,
): Refused | null => {
  if (interest === 'none' || response === 'return' || kind === 'other') return null;
  const dispensed = Boolean(dispensation?.trim());
  if (dispensed && notice.maker.kind !== 'individual') return null;
  return refuse(
    'disclosable-interest',
    'Localism Act 2011, section 31',
    `${dispensed ? forMeetings : stopped} Return it with words, and the clerk will arrange for somebody else to decide.`,
  );
};
