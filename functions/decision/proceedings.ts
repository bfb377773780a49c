import * as z from 'zod/mini';

const day = z.iso.date();
const instant = z.iso.datetime();

/** What the council's rule made of the figures: the answer, its grounds and what it was worked out from. */
export const keyDecisionSchema = z.object({
  isKey: z.boolean(),
  grounds: z.array(z.enum(['expenditure-over-threshold', 'savings-over-threshold', 'divisions-over-limit', 'declared'])),
  statement: z.string(),
  totals: z.object({ expenditurePence: z.union([z.number(), z.literal('unbounded')]), savingsPence: z.number(), divisions: z.number() }),
  thresholds: z.unknown(),
  warnings: z.array(z.object({ code: z.string(), words: z.string() })),
});

const timetableSchema = z.object({
  route: z.enum(['ordinary', 'general-exception', 'special-urgency']),
  clearDaysRequired: z.number(),
  clearDaysBasis: z.enum(['calendar', 'working', 'none']),
  earliestDecisionDate: day,
  suggestedDecisionDate: day,
  consultationClosesOn: z.nullable(day),
  gates: z.array(z.object({ date: day, rule: z.string(), source: z.string(), words: z.string() })),
});

/** The person or body that decides, as named to the public (reg 9(1)(c) of SI 2012/2089). */
export const makerSchema = z.object({
  post: z.string(),
  kind: z.enum(['individual', 'body', 'officer']),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  members: z.array(z.object({ name: z.string(), title: z.string() })),
  inThePlaceOf: z.optional(z.string()),
  jointWith: z.optional(z.object({ name: z.string(), title: z.string() })),
});

/** The notice of a proposed decision as published, and the clock that it started. */
export const noticeSchema = z.object({
  route: z.enum(['ordinary', 'general-exception', 'special-urgency']),
  reason: z.optional(z.string()),
  firstPublishedOn: day,
  publishedAt: instant,
  publishedOn: day,
  maker: makerSchema,
  timetable: timetableSchema,
  originallyDue: z.optional(day),
  subject: z.string(),
  isKey: z.boolean(),
  /** By name, whoever the written notice of regulation 10 of SI 2012/2089 did not reach by email. */
  unreached: z.optional(z.array(z.string())),
  /** Of those, whoever was given it otherwise, on which day, and how the clerk knows. */
  given: z.optional(z.array(z.object({ name: z.string(), on: day, words: z.string() }))),
  /** A private meeting of a body: its own 28-day notice and, five clear days before it, a second one (reg 5 of SI 2012/2089). */
  privateMeeting: z.optional(
    z.object({
      reasons: z.string(),
      paragraphs: z.optional(z.array(z.number())),
      consent: z.optional(z.object({ name: z.string(), reason: z.optional(z.string()), words: z.string(), on: day })),
      second: z.optional(z.object({ publishedOn: day, notBefore: day, representations: z.string(), response: z.string() })),
    }),
  ),
});

/** What a Cabinet Committee made of the proposal, with any wording it put in place of the officer's. */
export const committeeOutcomeSchema = z.object({
  committee: z.string(),
  date: day,
  outcome: z.enum(['endorsed', 'amended', 'not-endorsed', 'noted']),
  words: z.string(),
  before: z.optional(z.array(z.string())),
  proposedDecision: z.optional(z.array(z.string())),
});

/** An interest that a decision maker declares when deciding, or a member when consulted; `none` is an answer, silence is not. */
export const interestSchema = z.object({
  interest: z.enum(['none', 'declared']),
  kind: z.optional(z.enum(['pecuniary', 'other'])),
  detail: z.optional(z.string()),
  dispensation: z.optional(z.string()),
});

/** What the clerk records of the meeting at which a body decided (reg 12 of SI 2012/2089). */
export const meetingSchema = z.object({
  date: day,
  present: z.array(z.string()).check(z.minLength(1)),
  introducedBy: z.optional(z.string()),
  points: z.array(z.string()),
  conditions: z.optional(z.array(z.object({ resolution: z.int(), words: z.string() }))),
  interests: z.array(z.extend(interestSchema, { name: z.string() })),
});

/** The act of deciding: who, when, on exactly which content, with what declared. */
export const determinationSchema = z.object({
  by: makerSchema,
  decidedAt: instant,
  decidedOn: day,
  contentHash: z.string(),
  interests: z.array(z.extend(interestSchema, { name: z.string() })),
  words: z.string(),
  signedBy: z.string(),
  cover: z.optional(z.string()),
  override: z.optional(z.string()),
  meeting: z.optional(meetingSchema),
});

/**
 * What shows that a decision was lawful on its day, kept with the record: the figures, the rule, each day counted, calendar and settings.
 */
const lawfulnessSchema = z.object({
  rulesVersion: z.string(),
  calendar: z.object({ source: z.string(), version: z.string(), coversUntil: day }),
  classification: z.extend(z.omit(keyDecisionSchema, { warnings: true, thresholds: true }), { rule: z.unknown() }),
  notice: z.object({
    route: z.string(),
    publishedOn: day,
    clearDaysRequired: z.number(),
    clearDaysBasis: z.enum(['calendar', 'working', 'none']),
    days: z.array(z.object({ date: day, counted: z.boolean(), place: z.nullable(z.number()), reason: z.string() })),
  }),
  gates: timetableSchema.shape.gates,
  earliestDecisionDate: day,
  decidedOn: day,
  settings: z.unknown(),
});

/** When the record went up, and the call-in clock that this started. */
export const recordSchema = z.object({
  publishedAt: instant,
  publishedOn: day,
  callInClosesOn: z.nullable(day),
  effectiveFrom: day,
  subjectToCallIn: z.boolean(),
  waiver: z.optional(z.string()),
  lawfulness: z.optional(lawfulnessSchema),
});

export const callInSchema = z.object({
  requestedAt: instant,
  requestedOn: day,
  requestedBy: z.array(z.object({ name: z.string(), group: z.optional(z.string()) })),
  grounds: z.array(z.string()),
  words: z.string(),
  validated: z.boolean(),
  outcome: z.optional(z.enum(['no-comment', 'comments', 'reconsider', 'refer-to-council', 'not-valid'])),
  outcomeOn: z.optional(day),
  outcomeWords: z.optional(z.string()),
  reconsidered: z.optional(
    z.object({
      outcome: z.enum(['confirmed', 'changed']),
      on: day,
      words: z.string(),
      before: z.array(z.string()),
      /** Whoever decided again, where that was not whoever had decided. */
      by: z.optional(z.array(z.object({ name: z.string(), title: z.string() }))),
    }),
  ),
});

/** Reg 18 of SI 2012/2089: scrutiny thinks that a decision treated as not key was key. */
export const keyChallengeSchema = z.object({
  raisedOn: day,
  words: z.string(),
  reportBy: z.optional(day),
  report: z.optional(z.object({ on: day, words: z.string() })),
});

/** What several proposals come to together, when together they pass a threshold that this one alone does not; in pence. */
export const splittingSchema = z.object({
  shared: z.string(),
  others: z.array(z.object({ number: z.string(), subject: z.string(), expenditurePence: z.number() })),
  sumPence: z.number(),
  words: z.string(),
});

export type Splitting = z.infer<typeof splittingSchema>;
export type KeyDecision = z.infer<typeof keyDecisionSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type Maker = z.infer<typeof makerSchema>;
export type CommitteeOutcome = z.infer<typeof committeeOutcomeSchema>;
export type Interest = z.infer<typeof interestSchema>;
export type Meeting = z.infer<typeof meetingSchema>;
export type Determination = z.infer<typeof determinationSchema>;
export type RecordOfDecision = z.infer<typeof recordSchema>;
export type Lawfulness = z.infer<typeof lawfulnessSchema>;
export type CallIn = z.infer<typeof callInSchema>;
