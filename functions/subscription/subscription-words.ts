import { postOf } from '../council/directory.rules.ts';
import type { Council } from '../council/council.schema.ts';
import type { Interests } from './subscription.schema.ts';

const kindInWords = (key: Interests['key']): string => {
  if (key === 'true') return 'key decisions';
  return key === 'false' ? 'decisions that are not key' : 'executive decisions';
};

/**
 * What somebody is told of, in words: `decisions by the Leader, about “libraries”`. `about` says the words typed in another way than to
 * quote them.
 */
export const interestsInWords = (
  { decisionMaker, department, division, text, key }: Interests,
  council: Council,
  about = (typed: string): string => `about “${typed}”`,
): string => {
  const parts = [
    decisionMaker && `by ${postOf(council, decisionMaker)?.title ?? decisionMaker}`,
    department && `of ${department}`,
    division && `that affect ${division}`,
    text && about(text),
  ].filter(Boolean);
  const kind = kindInWords(key);
  if (parts.length > 0) return `${kind} ${parts.join(', ')}`;
  return key ? kind : `all ${kind}`;
};
