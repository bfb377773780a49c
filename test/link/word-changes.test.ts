import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WordChange, wordChanges } from '../../functions/link/word-changes.ts';

const joined = (parts: WordChange[], without: WordChange['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ words }) => words)
    .join('');
const sentences = fc
  .array(fc.constantFrom('the', 'Corporate', 'Director', 'in', 'consultation', ' ', '\n', '  ', '£1m.'), { maxLength: 40 })
  .map((words) => words.join(' '));

describe('word-by-word changes', () => {
  it('marks only the words a committee put in', () => {
    expect(wordChanges('Delegate to the Director', 'Delegate to the Director in consultation with the Member')).toEqual([
      { kind: 'same', words: 'Delegate to the Director' },
      { kind: 'added', words: ' in consultation with the Member' },
    ]);
  });

  it('shows a phrase replaced as one removal and one addition', () => {
    expect(wordChanges('Pay the old rate today', 'Pay a new price today')).toEqual([
      { kind: 'same', words: 'Pay ' },
      { kind: 'removed', words: 'the old rate' },
      { kind: 'added', words: 'a new price' },
      { kind: 'same', words: ' today' },
    ]);
  });

  it('finds nothing between equal texts, and nothing in nothing', () => {
    expect(wordChanges('As it was', 'As it was')).toEqual([{ kind: 'same', words: 'As it was' }]);
    expect(wordChanges('', '')).toEqual([]);
  });

  it('gives back both texts exactly, whatever changed', () => {
    fc.assert(
      fc.property(fc.oneof(sentences, fc.string()), fc.oneof(sentences, fc.string()), (before, after) => {
        const parts = wordChanges(before, after);
        expect(joined(parts, 'removed')).toBe(after);
        expect(joined(parts, 'added')).toBe(before);
        expect(parts.every(({ words }) => words !== '')).toBe(true);
      }),
    );
  });

  it('shows two long texts that share nothing whole, and quickly', () => {
    const [before, after] = ['a ', 'b '].map((word) => Array.from({ length: 4000 }, (_, at) => `${word}${at}`).join(' '));
    const parts = wordChanges(before ?? '', after ?? '');
    expect(joined(parts, 'removed')).toBe(after);
    expect(parts.length).toBeLessThan(10_000);
  });
});
