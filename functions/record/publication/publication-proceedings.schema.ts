import * as z from 'zod/mini';
import { person } from './publication-particulars.schema.ts';

const day = z.iso.date();
const maybe = z.nullable(z.string());

const consultee = z.object({
  name: z.string(),
  title: z.string(),
  external: z.boolean(),
  outcome: z.enum(['asked', 'supported', 'objected', 'commented', 'proposed-an-amendment', 'silent', 'undeliverable', 'not-recorded']),
  late: z.boolean(),
  words: maybe,
});

/** Who was asked their view, and what they answered. */
export const consultation = z.object({
  closesOn: z.nullable(day),
  consultees: z.array(consultee),
  committees: z.array(
    z.object({ committee: z.string(), date: day, outcome: z.enum(['endorsed', 'amended', 'not-endorsed', 'noted']), words: z.string() }),
  ),
  committeeAwaited: z.nullable(z.object({ name: z.string(), date: day })),
});

/** An interest declared, or that there is none, by whoever decided. */
export const interest = z.object({
  name: z.string(),
  interest: z.enum(['none', 'declared']),
  kind: z.nullable(z.enum(['pecuniary', 'other'])),
  detail: maybe,
  dispensation: maybe,
});

/** Who took the decision, when, and in whose place. */
export const determination = z.object({
  by: z.extend(person, {
    post: z.string(),
    kind: z.enum(['individual', 'body', 'officer']),
    members: z.array(person),
    jointWith: z._default(z.nullable(person), null),
  }),
  decidedOn: day,
  cover: maybe.check(z.meta({ description: 'Who signed in whose place, and under which scheme' })),
  recordedByClerk: z.boolean(),
  onPaper: z._default(z.boolean(), false).check(z.meta({ description: 'Signed on paper, and entered by the clerk' })),
  override: z._default(maybe, null).check(z.meta({ description: 'Why the clerk entered it, in the clerk’s words' })),
  meeting: z.nullable(z.object({ date: day, present: z.array(z.string()), introducedBy: maybe, points: z.array(z.string()) })),
});

/** How scrutiny called the decision in, and what came of it. */
export const callIn = z.object({
  requestedOn: day,
  requestedBy: z.array(z.object({ name: z.string(), group: maybe })),
  grounds: z.array(z.string()),
  words: maybe,
  outcome: z.nullable(z.enum(['no-comment', 'comments', 'reconsider', 'refer-to-council', 'not-valid'])),
  outcomeOn: z.nullable(day),
  outcomeWords: maybe,
  reconsidered: z.nullable(z.object({ outcome: z.enum(['confirmed', 'changed']), on: day, words: maybe, by: z.optional(z.string()) })),
});
