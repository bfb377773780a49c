/** A run of words that two texts share, that only the later has, or that only the earlier has. */
export type WordChange = { kind: 'same' | 'added' | 'removed'; words: string };

type Tokens = string[];

// Four million cells are 16 MB and some 30 ms; two texts that differ by more are shown whole, one after the other.
const mostCells = 4_000_000;

const endings = new Set(',.;:!?)');

// Punctuation at the end of a word stands apart, so that a comma put after a word does not change the word. Looked for from the end: a
// pattern that looked ahead from each letter would take the square of the length of a dotted line.
const wordAndEnding = (run: string): Tokens => {
  let end = run.length;
  while (end > 1 && endings.has(run.charAt(end - 1))) end -= 1;
  return [run.slice(0, end), ...run.slice(end)];
};

const tokensOf = (text: string): Tokens =>
  (text.match(/\s+|\S+/g) ?? []).flatMap((run) => (run.trim() === '' ? [run] : wordAndEnding(run)));

const sharedStart = (a: Tokens, b: Tokens): number => {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
};

const lengths = (a: Tokens, b: Tokens): Uint32Array => {
  const wide = b.length + 1;
  const table = new Uint32Array((a.length + 1) * wide);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const down = table[(i + 1) * wide + j] ?? 0;
      const right = table[i * wide + j + 1] ?? 0;
      table[i * wide + j] = a[i] === b[j] ? (table[(i + 1) * wide + j + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  return table;
};

const whole = (a: Tokens, b: Tokens): WordChange[] => [
  { kind: 'removed', words: a.join('') },
  { kind: 'added', words: b.join('') },
];

const between = (a: Tokens, b: Tokens): WordChange[] => {
  if ((a.length + 1) * (b.length + 1) > mostCells) return whole(a, b);
  const wide = b.length + 1;
  const table = lengths(a, b);
  const found: WordChange[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) found.push({ kind: 'same', words: left });
    const isRemoval =
      left !== right && left !== undefined && (right === undefined || (table[(i + 1) * wide + j] ?? 0) >= (table[i * wide + j + 1] ?? 0));
    if (left !== right) found.push(isRemoval ? { kind: 'removed', words: left } : { kind: 'added', words: right ?? '' });
    if (left === right || isRemoval) i += 1;
    if (left === right || !isRemoval) j += 1;
  }
  return found;
};

type Grouping = { parts: WordChange[]; removed: string; added: string };

const settle = ({ parts, removed, added }: Grouping): WordChange[] => {
  const changed: WordChange[] = [
    { kind: 'removed', words: removed },
    { kind: 'added', words: added },
  ];
  return [...parts, ...changed.filter(({ words }) => words !== '')];
};

// A space that survives between two changed words would cut one change of a phrase into many of a word.
const joins = (found: WordChange[], at: number): boolean => {
  const [before, here, next] = [found[at - 1], found[at], found[at + 1]];
  return here?.words.trim() === '' && before !== undefined && before.kind !== 'same' && next !== undefined && next.kind !== 'same';
};

const same = (parts: WordChange[], words: string): WordChange[] => {
  const last = parts.at(-1);
  return last?.kind === 'same' ? [...parts.slice(0, -1), { kind: 'same', words: last.words + words }] : [...parts, { kind: 'same', words }];
};

const grouped = (found: WordChange[]): WordChange[] => {
  let group: Grouping = { parts: [], removed: '', added: '' };
  for (const [at, { kind, words }] of found.entries()) {
    const both = kind === 'same' && joins(found, at);
    if (kind === 'same' && !both) group = { parts: same(settle(group), words), removed: '', added: '' };
    if (kind === 'removed' || both) group.removed += words;
    if (kind === 'added' || both) group.added += words;
  }
  return settle(group);
};

/**
 * How one text became the other, word by word. What is same and added, joined, is `after`; what is same and removed,
 * joined, is `before`; white space and all.
 */
export const wordChanges = (before: string, after: string): WordChange[] => {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const start = sharedStart(a, b);
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const end = sharedStart(restA.toReversed(), restB.toReversed());
  const shared = (tokens: Tokens): WordChange[] => tokens.map((words) => ({ kind: 'same', words }));
  const middle = between(restA.slice(0, restA.length - end), restB.slice(0, restB.length - end));
  return grouped([...shared(a.slice(0, start)), ...middle, ...shared(restA.slice(restA.length - end))]);
};
