import * as z from 'zod/mini';
import { rowsAsked } from '../platform/http/in-figures.schema.ts';
import { localDate } from '../rules/text.schema.ts';

const order = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}.{1,400}$/));
const cursor = z.pipe(
  z.string().check(z.minLength(1), z.maxLength(800)),
  z.transform((text, context) => {
    const found = order.safeParse(Buffer.from(text, 'base64url').toString());
    if (found.success) return found.data;
    context.issues.push({ code: 'custom', input: text, message: 'Use the cursor of the page before, as it was given' });
    return z.NEVER;
  }),
);

const quarterWords = 'Use a quarter, such as 2026-Q4';

// A form sends it empty where all are asked for.
const division = z.pipe(
  z.string().check(z.trim(), z.maxLength(100, 'Use 100 characters or fewer')),
  z.transform((name) => (name === '' ? undefined : name)),
);

// A link that is passed on comes back with what others added to it (fbclid, utm_source), which is no fault of who follows it.

/**
 * GET /contracts: contracts that run, the first to end first; with `ended`, those that are over; with `division`, those that affect a
 * division or ward.
 */
export const publicContractsQuery = z.object({
  cursor: z.optional(cursor),
  limit: rowsAsked(25),
  ended: z._default(z.enum(['true', 'false'], 'Use true or false'), 'false'),
  division: z.optional(division),
});

/** GET /contracts.csv: the contracts of one quarter, this one unless another is asked for. */
export const quarterQuery = z.object({
  cursor: z.optional(cursor),
  quarter: z.optional(z.string().check(z.regex(/^(199|2[01]\d)\d-Q[1-4]$/, quarterWords))),
});

/** As many releases as a page has where nobody asks for fewer. */
export const mostReleases = 100;

/** GET /contracts.ocds.json */
export const releasesQuery = z.object({
  cursor: z.optional(cursor),
  limit: rowsAsked(mostReleases),
});

export type ReleasesQuery = z.infer<typeof releasesQuery>;

/** A place in a list as it is carried from page to page. */
export const placeAt = (place: string): string => Buffer.from(place).toString('base64url');

/** The quarter of the calendar that a day is in, such as 2026-Q4. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const ends = ['03-31', '06-30', '09-30', '12-31'];

/** The first and the last day of a quarter. */
export const daysOf = (quarter: string): { from: string; to: string } => {
  const [year, which] = [quarter.slice(0, 4), Number(quarter.slice(6))];
  return { from: localDate.parse(`${year}-${String(which * 3 - 2).padStart(2, '0')}-01`), to: `${year}-${ends[which - 1]}` };
};
