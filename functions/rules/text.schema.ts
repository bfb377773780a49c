import * as z from 'zod/mini';
import './english.ts';

// Tabs and line breaks are wording; every other control character is a fault of the sender's software.
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u202a-\u202e\u2066-\u2069]/;

// Some hundred fields are words of a handful of lengths. Making each its own schema, or its message before anybody is
// told it (the first number put in words loads the tables of every language), doubled what a cold start waits for.
const once = <T>(make: (most: number) => T) => {
  const made = new Map<number, T>();
  return (most: number): T => {
    const kept = made.get(most) ?? make(most);
    made.set(most, kept);
    return kept;
  };
};

const wordsOf = once((most) =>
  z.string().check(
    z.trim(),
    z.minLength(1, 'Say something: this cannot be empty'),
    z.maxLength(most, { error: () => `Use ${most.toLocaleString('en-GB')} characters or fewer` }),
    z.refine((text) => !controlCharacters.test(text), 'Remove the control characters'),
  ),
);

const lineOf = once((most) => wordsOf(most).check(z.refine((text) => !/[\r\n]/.test(text), 'Use one line')));

/** Plain words, trimmed, never empty, without control characters, at most `most` characters. */
export const words = (most = 20_000) => wordsOf(most);

/** One line of plain words: as `words`, with no line break. */
export const line = (most = 300) => lineOf(most);

/** Says of what is not there that it is missing, and of anything else these words: nobody is told how to write what they left blank. */
export const orMissing =
  (words: string) =>
  ({ input }: { input?: unknown }): string =>
    input === undefined ? 'This is missing' : words;

/** A calendar date that exists, `YYYY-MM-DD`, read in Europe/London. */
export const localDate = z.iso.date({ error: orMissing('Use a date that exists, as YYYY-MM-DD'), abort: true }).check(
  z.refine((date) => date >= '1990-01-01' && date <= '2199-12-31', 'Use a date between 1990 and 2199'),
  z.meta({ description: 'A Europe/London calendar date, 1990 to 2199' }),
);

/** A calendar date that is worked out from others, which may lie before or after all that can be sent. */
export const workedOutDate = z.iso.date().check(z.meta({ description: 'A Europe/London calendar date' }));

/** Where something has effect: everywhere, or in the divisions or wards named. */
export const areasAffected = z.union([z.literal('all'), z.array(line(100)).check(z.maxLength(500))], {
  error: orMissing('Use "all", or a list of names'),
});

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** The largest sum that can be sent or is kept, in pence. */
export const largestSum = 10_000_000_000_000;

const mostPence = 'Use a sum of £100,000,000,000 or less';

/** Integer pence from nothing to one hundred thousand million pounds, so that sums of many stay exact. */
export const pence = z
  .int({ error: (issue) => (issue.code === 'too_big' ? mostPence : orMissing('Use whole pence')(issue)), abort: true })
  .check(z.minimum(0, 'Use a sum of nothing or more'), z.maximum(largestSum, mostPence));

/** An email address as it is written in an envelope: one address, no display name. */
export const emailAddress = z.email({ error: orMissing('Use one email address, such as name@council.example') }).check(z.maxLength(254));

/** A post, body or other thing named in the council's directory. */
export const directoryId = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use an id from the directory, such as cabinet-member-children'), z.maxLength(100));

const seven = 'Schedule 12A has paragraphs 1 to 7';

/** A paragraph of Part 1 of Schedule 12A to the Local Government Act 1972, by which words may be kept from the public. */
export const exemptParagraph = z.int().check(z.minimum(1, seven), z.maximum(7, seven));
