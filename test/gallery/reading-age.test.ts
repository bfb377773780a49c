import { describe, expect, it } from 'vitest';
import { telling } from '../email/telling.ts';
import { gallery } from './gallery.ts';
import { readingAge, sentencesOf, sentencesOfLetter, wordsOf } from './reading-age.ts';

// The formula was made for passages: of a page with a line or two of ours it says nothing, and of all of them together it does.
const enoughWords = 40;
const agesOf = (texts: { name: string; sentences: string[] }[]) =>
  texts
    .filter(({ sentences }) => sentences.flatMap(wordsOf).length >= enoughWords)
    .map(({ name, sentences }) => ({ name, age: readingAge(sentences) }));
const over = (years: number, texts: { name: string; sentences: string[] }[]) => agesOf(texts).filter(({ age }) => age > years);

const lettersOf = () => {
  const story = telling().decided();
  return [...new Set(story.happened)].flatMap((type) =>
    story.letters(type).map((letter) => ({ name: `${type}: ${letter.kind}`, sentences: sentencesOfLetter(letter) })),
  );
};

describe('what the product itself says', () => {
  it('can be read on every page by somebody of 13', async () => {
    const pages = (await gallery()).map(({ name, html }) => ({ name, sentences: sentencesOf(html) }));
    expect(over(13, pages)).toEqual([]);
    expect(agesOf(pages).length).toBeGreaterThan(50);
    expect(readingAge([...new Set(pages.flatMap(({ sentences }) => sentences))])).toBeLessThan(11);
  });

  it('can be read in every email by somebody of 13', () => {
    const letters = lettersOf();
    expect(over(13, letters)).toEqual([]);
    expect(agesOf(letters).length).toBeGreaterThan(5);
    expect(readingAge([...new Set(letters.flatMap(({ sentences }) => sentences))])).toBeLessThan(11);
  });
});

it('the measure finds plain words easy, and others not', () => {
  expect(readingAge(['The council gives notice of what it plans to do.', 'You can tell it what you think.'])).toBeLessThan(11);
  expect(
    readingAge(['Notwithstanding the aforementioned considerations, procurement determinations necessitate comprehensive consultation.']),
  ).toBeGreaterThan(20);
});
