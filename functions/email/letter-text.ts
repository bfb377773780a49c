import { shortFingerprint } from '../decision/fingerprint.ts';
import type { WordChange } from '../link/word-changes.ts';
import { inWordsWithDay } from '../rules/local-date.ts';
import type { Letter } from './letter.ts';

const columns = 72;

// A word longer than the line, such as an address, stays whole: broken, it could not be clicked.
const wrappedLine = (line: string, indent: string): string => {
  const lines: string[] = [];
  for (const word of line.split(/[ \t]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(lines.length === 0 ? word : `${indent}${word}`);
  }
  return lines.join('\n');
};

/** Text in lines of 72 columns at most, its own line breaks kept. */
const wrapped = (text: string, indent = ''): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => wrappedLine(line, indent))
    .join('\n');

const titled = (heading: string): string => `${wrapped(heading)}\n${'='.repeat(Math.min(columns, heading.length))}`;

const fact = ({ term, value, address }: Letter['facts'][number]): string =>
  `${term}:\n${wrapped(value).replace(/^/gm, '  ')}${address ? `\n${address}` : ''}`;

const marked = ({ kind, words }: WordChange): string => {
  if (kind === 'same') return words;
  return kind === 'added'
    ? `[added: ${words.trim()}]${/\s$/.test(words) ? ' ' : ''}`
    : `[removed: ${words.trim()}]${/\s$/.test(words) ? ' ' : ''}`;
};

const spaced = ({ kind, words }: WordChange): string => `${kind !== 'same' && /^\s/.test(words) ? ' ' : ''}${marked({ kind, words })}`;

const change = ({ part, words }: NonNullable<Letter['changes']>[number]): string =>
  `${part}, changed:\n${wrapped(words.map(spaced).join('')).replace(/^/gm, '  ')}`;

const action = ({ action: asked, stepId }: Letter, address: string | null): string[] => {
  if (!asked || !address) return [];
  const yours = stepId ? ['This link is for you alone. Please do not forward it.'] : [];
  return [`${asked.label}:\n${address}`, ...yours];
};

/** The letter as plain text that reads well alone: 72 columns, the link on a line of its own. */
export const letterText = (letter: Letter, council: string, address: string | null): string =>
  [
    `${letter.greeting},`,
    titled(letter.heading),
    ...letter.paragraphs.map((text) => wrapped(text)),
    ...(letter.byWhen ? [`By when: ${inWordsWithDay(letter.byWhen)}`] : []),
    ...action(letter, address),
    ...letter.facts.map(fact),
    ...(letter.changes ?? []).map(change),
    `What happens next:\n${wrapped(letter.whatHappensNext)}`,
    ...(letter.fingerprint ? [`Fingerprint of the proposal: ${shortFingerprint(letter.fingerprint)}`] : []),
    `--\n${wrapped(council)}`,
  ]
    .join('\n\n')
    .concat('\n');
