import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Letter } from '../../functions/email/letter.ts';
import { decisions } from '../../seeds/decisions/index.ts';
import { kent } from '../../seeds/kent/council.ts';
import { plymouth } from '../../seeds/plymouth/council.ts';
import { safer } from '../record/told.ts';

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];

// What a council calls its posts and divisions, and what its officers write in a report, is not ours to put plainly.
const theirs = [...new Set(textsIn([safer(), decisions, kent.posts, kent.departments, kent.divisions, plymouth]))]
  .flatMap((text) => text.split(/\n+/))
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text.length > 8)
  .sort((a, b) => b.length - a.length);

const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#39;': '’', '&lt;': '<', '&gt;': '>' };
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, (entity) => entities[entity] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
const withoutTheirs = (text: string): string => theirs.reduce((left, their) => left.replaceAll(their, 'it'), text);

const sentencesIn = (text: string): string[] =>
  withoutTheirs(text)
    .split(/(?<=[.?:;])\s+/)
    .filter((sentence) => /[a-z]{2}/i.test(sentence));

/** The sentences of a letter that are ours. */
export const sentencesOfLetter = ({ paragraphs, whatHappensNext }: Letter): string[] =>
  [...paragraphs, whatHappensNext].flatMap(sentencesIn);

/** The sentences of a page that are ours: not its headings, its labels, its names or what a council wrote. */
export const sentencesOf = (html: string): string[] => {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  const blocks = [
    ...main.matchAll(/<(p|li|div class="govuk-hint[^>]*)\b[^>]*>((?:(?!<(?:p|li|ul|ol|div)\b)[\s\S])*?)<\/(?:p|li|div)>/g),
  ].map(([, , inner = '']) => plain(inner));
  return blocks.filter((text) => /[a-z].*[.?]$/.test(text)).flatMap(sentencesIn);
};

/** The words of a sentence; what is written in figures is none. */
export const wordsOf = (sentence: string): string[] => sentence.match(/[a-z’'-]+/gi) ?? [];

/** The age at which most people in school read these sentences with ease: five years more than their Flesch-Kincaid grade. */
export const readingAge = (sentences: string[]): number => {
  const words = sentences.flatMap(wordsOf);
  return (
    5 + fleschKincaid({ sentence: sentences.length, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) })
  );
};
