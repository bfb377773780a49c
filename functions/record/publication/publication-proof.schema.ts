import * as z from 'zod/mini';

const day = z.iso.date();
const maybe = z.nullable(z.string());

/** Scrutiny's challenge that a decision was key, as the public reads it. */
export const keyChallenge = z.object({
  raisedOn: day,
  words: maybe,
  reportBy: z.nullable(day),
  report: z.nullable(z.object({ on: day, words: maybe })),
});

/** Why a body meets in private. */
export const privateMeeting = z.object({
  reasons: z.string(),
  consent: z.nullable(z.object({ name: z.string(), reason: z._default(maybe, null), words: z.string(), on: day })),
  second: z.nullable(z.object({ publishedOn: day, notBefore: day, representations: z.string(), response: z.string() })),
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
  days: z.array(z.object({ date: day, counted: z.boolean(), place: z.nullable(z.number()), reason: z.string() })),
  gates: z.array(z.object({ date: day, rule: z.string(), source: z.string(), words: z.string() })),
  earliestDecisionDate: day,
  decidedOn: day,
});
