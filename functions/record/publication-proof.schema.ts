import * as z from 'zod';

const day = z.iso.date();
const maybe = z.string().nullable();

/** Scrutiny's challenge that a decision was key, as the public reads it. */
export const keyChallenge = z.object({ raisedOn: day, words: maybe, reportBy: day.nullable(), report: z.object({ on: day, words: maybe }).nullable() });

/** Why a body meets in private. */
export const privateMeeting = z.object({
  reasons: z.string(),
  consent: z.object({ name: z.string(), reason: maybe.default(null), words: z.string(), on: day }).nullable(),
  second: z.object({ publishedOn: day, notBefore: day, representations: z.string(), response: z.string() }).nullable(),
});

/** How the dates of a decision were counted. */
export const lawfulness = z.object({
  rulesVersion: z.string(),
  calendar: z.object({ source: z.string(), version: z.string(), coversUntil: day }),
  statement: maybe,
  route: z.string(),
  publishedOn: day,
  clearDaysRequired: z.number(),
  clearDaysBasis: z.enum(['calendar', 'working', 'none']),
  days: z.array(z.object({ date: day, counted: z.boolean(), place: z.number().nullable(), reason: z.string() })),
  gates: z.array(z.object({ date: day, rule: z.string(), source: z.string(), words: z.string() })),
  earliestDecisionDate: day,
  decidedOn: day,
});
