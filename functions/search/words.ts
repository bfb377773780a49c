// Words that are in nearly every decision find nothing and would cost the most to look up.
const tooCommon = new Set(
  'a an and are as at be been but by can for from had has have if in into is it its may not of on or our so such than that the their them then there these they this those to under up was were which will with would'.split(
    ' ',
  ),
);

const longest = 40;
// One character can be read as eighteen, and DynamoDB takes no key of more than 2,048 bytes.
const longestName = 300;

// A cut in the midst of a character leaves half of one, which no key can hold.
const cut = (text: string, most: number): string => text.slice(0, most).toWellFormed();

// Harman's S-stemmer: plurals meet their singulars, and nothing is cut so far that two words become one.
const singular = (word: string): string => {
  if (word.length < 4) return word;
  if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^us]s$/.test(word)) return word.slice(0, -1);
  return word;
};

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s?\b/gu, '')
    .toLocaleLowerCase('en-GB');

const word = /\d{2}\/\d{5}|[\p{L}\p{N}]+/gu;

/**
 * The words of a text as the index keeps them, in order: no capitals, accents or plurals, and none that is in every decision. A decision's
 * number is one word.
 */
export const wordsOf = (text: string): string[] =>
  (plain(text).match(word) ?? []).filter((each) => !tooCommon.has(each)).map((each) => singular(cut(each, longest)));

/** A name as filters compare it: no capitals, accents or doubled spaces, and its first 300 letters. */
export const plainName = (text: string): string => cut(plain(text).replace(/\s+/g, ' ').trim(), longestName);
