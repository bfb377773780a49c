import * as z from 'zod/mini';

const day = z.iso.date();
const maybe = z.nullable(z.string());

/** How a decision stands, in words that the public reads. */
export const status = z.object({
  code: z.enum([
    'notice-published',
    'awaiting-decision',
    'changed',
    'deferred',
    'withdrawn',
    'not-proceeding',
    'subject-to-call-in',
    'not-yet-in-force',
    'called-in',
    'in-force',
    'superseded',
    'not-agreed',
  ]),
  words: z.string(),
  explanation: z.string(),
});

/** The days that the law and the council set, and those on which things happened. Europe/London. */
export const timetable = z.object({
  firstPublishedOn: day,
  publishedOn: day,
  clearDaysRequired: z.int(),
  clearDaysBasis: z.enum(['calendar', 'working', 'none']),
  gates: z.array(z.object({ date: day, rule: z.string(), source: z.string(), words: z.string() })),
  earliestDecisionDate: day,
  suggestedDecisionDate: day,
  originallyDue: z.nullable(day),
  consultationClosesOn: z.nullable(day),
  decidedOn: z.nullable(day),
  recordPublishedOn: z.nullable(day),
  callInClosesOn: z.nullable(day),
  effectiveFrom: z.nullable(day),
  proof: maybe.check(z.meta({ description: 'How long the notice ran before the decision, and how long it had to' })),
});

/** One stage of a decision: done, now or to come, and by which rule. */
export const timelineEntry = z.object({
  label: z.string(),
  date: z.nullable(day),
  state: z.enum(['done', 'now', 'to-come']),
  rule: z.string(),
  source: z.string(),
});

export type PublicStatus = z.infer<typeof status>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
