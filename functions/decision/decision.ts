import * as z from 'zod';
import { draftSchema, proposalSchema } from '../proposal/proposal.schema.ts';

const day = z.iso.date();
const instant = z.iso.datetime();

/** Someone signed in through the council's identity provider. */
export const officerSchema = z.object({ sub: z.string(), name: z.string(), email: z.string() });

/** What the council's rule made of the figures: the answer, its grounds and what it was worked out from. */
export const keyDecisionSchema = z.object({
  isKey: z.boolean(),
  grounds: z.array(z.enum(['expenditure-over-threshold', 'savings-over-threshold', 'divisions-over-limit', 'declared'])),
  statement: z.string(),
  totals: z.object({ expenditurePence: z.union([z.number(), z.literal('unbounded')]), savingsPence: z.number(), divisions: z.number() }),
  thresholds: z.unknown(),
  warnings: z.array(z.object({ code: z.string(), words: z.string() })),
});

const asked = {
  id: z.string(),
  stage: z.enum(['clearance', 'consultation', 'agreement', 'determination']),
  post: z.string().nullable(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  external: z.boolean(),
  dueOn: day.nullable(),
  /** Which link is good: each fresh email, cover or change of address makes the earlier ones void. */
  issue: z.number().int(),
  cover: z.object({ name: z.string(), email: z.string(), scheme: z.string() }).optional(),
  override: z.string().optional(),
};

/** One person asked for one thing. Fields exist only in the states in which they are true. */
export const stepSchema = z.discriminatedUnion('state', [
  z.object({ ...asked, state: z.literal('waiting') }),
  z.object({ ...asked, state: z.literal('open'), openedAt: instant }),
  z.object({ ...asked, state: z.literal('approved'), openedAt: instant, actedAt: instant, response: z.string(), words: z.string() }),
  z.object({ ...asked, state: z.literal('returned'), openedAt: instant, actedAt: instant, response: z.string(), words: z.string() }),
  z.object({ ...asked, state: z.literal('declined'), openedAt: instant, actedAt: instant, response: z.string(), words: z.string() }),
  z.object({ ...asked, state: z.literal('responded'), openedAt: instant, actedAt: instant, response: z.string(), words: z.string(), late: z.boolean() }),
  z.object({ ...asked, state: z.literal('silent'), openedAt: instant, closedAt: instant }),
  z.object({ ...asked, state: z.literal('undeliverable'), openedAt: instant, closedAt: instant, words: z.string() }),
  z.object({ ...asked, state: z.literal('void'), closedAt: instant, words: z.string() }),
]);

export const timetableSchema = z.object({
  route: z.enum(['ordinary', 'general-exception', 'special-urgency']),
  clearDaysRequired: z.number(),
  clearDaysBasis: z.enum(['calendar', 'working', 'none']),
  earliestDecisionDate: day,
  suggestedDecisionDate: day,
  consultationClosesOn: day.nullable(),
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
  inThePlaceOf: z.string().optional(),
  jointWith: z.object({ name: z.string(), title: z.string() }).optional(),
});

/** The notice of a proposed decision as published, and the clock that it started. */
export const noticeSchema = z.object({
  route: z.enum(['ordinary', 'general-exception', 'special-urgency']),
  reason: z.string().optional(),
  firstPublishedOn: day,
  publishedAt: instant,
  publishedOn: day,
  maker: makerSchema,
  timetable: timetableSchema,
  originallyDue: day.optional(),
  subject: z.string(),
  isKey: z.boolean(),
});

/** What a Cabinet Committee made of the proposal, with any wording it put in place of the officer's. */
export const committeeOutcomeSchema = z.object({
  committee: z.string(),
  date: day,
  outcome: z.enum(['endorsed', 'amended', 'not-endorsed', 'noted']),
  words: z.string(),
  before: z.array(z.string()).optional(),
  proposedDecision: z.array(z.string()).optional(),
});

/** An interest a decision maker declares when deciding; `none` is an answer, silence is not. */
export const interestSchema = z.object({
  interest: z.enum(['none', 'declared']),
  kind: z.enum(['pecuniary', 'other']).optional(),
  detail: z.string().optional(),
  dispensation: z.string().optional(),
});

/** What the clerk records of the meeting at which a body decided (regs 6 and 12 of SI 2012/2089). */
export const meetingSchema = z.object({
  date: day,
  present: z.array(z.string()).min(1),
  introducedBy: z.string().optional(),
  points: z.array(z.string()),
  conditions: z.array(z.object({ resolution: z.number().int(), words: z.string() })).optional(),
  interests: z.array(interestSchema.extend({ name: z.string() })),
});

/** The act of deciding: who, when, on exactly which content, with what declared. */
export const determinationSchema = z.object({
  by: makerSchema,
  decidedAt: instant,
  decidedOn: day,
  contentHash: z.string(),
  interests: z.array(interestSchema.extend({ name: z.string() })),
  words: z.string(),
  signedBy: z.string(),
  cover: z.string().optional(),
  override: z.string().optional(),
  meeting: meetingSchema.optional(),
});

/** When the record went up, and the call-in clock that this started. */
export const recordSchema = z.object({
  publishedAt: instant,
  publishedOn: day,
  callInClosesOn: day.nullable(),
  effectiveFrom: day,
  subjectToCallIn: z.boolean(),
  waiver: z.string().optional(),
});

export const callInSchema = z.object({
  requestedAt: instant,
  requestedOn: day,
  requestedBy: z.array(z.object({ name: z.string(), group: z.string().optional() })),
  grounds: z.array(z.string()),
  words: z.string(),
  validated: z.boolean(),
  outcome: z.enum(['no-comment', 'comments', 'reconsider', 'refer-to-council', 'not-valid']).optional(),
  outcomeOn: day.optional(),
  outcomeWords: z.string().optional(),
  reconsidered: z.object({ outcome: z.enum(['confirmed', 'changed']), on: day, words: z.string(), before: z.array(z.string()) }).optional(),
});

/** Reg 18 of SI 2012/2089: scrutiny thinks that a decision treated as not key was key. */
export const keyChallengeSchema = z.object({ raisedOn: day, words: z.string(), reportBy: day.optional(), report: z.object({ on: day, words: z.string() }).optional() });

const identity = {
  id: z.string(),
  version: z.number().int(),
  head: z.string(),
  createdAt: instant,
  updatedAt: instant,
  submittedBy: officerSchema,
  steps: z.array(stepSchema),
  committeeOutcomes: z.array(committeeOutcomeSchema),
  keyChallenge: keyChallengeSchema.optional(),
  imported: z.object({ findings: z.array(z.object({ code: z.string(), words: z.string() })), keyStatus: z.enum(['key', 'not-key', 'unknown']) }).optional(),
};

const submitted = {
  ...identity,
  content: proposalSchema,
  number: z.string(),
  submittedAt: instant,
  keyDecision: keyDecisionSchema,
};

const noticed = { ...submitted, notice: noticeSchema };
const determined = { ...noticed, contentHash: z.string(), determination: determinationSchema, record: recordSchema, callIn: callInSchema.optional() };

/** A decision, from an officer's first draft to its taking effect: a union on `status`. */
export const decisionSchema = z.discriminatedUnion('status', [
  z.object({ ...identity, status: z.literal('draft'), content: draftSchema, number: z.string().nullable(), notice: noticeSchema.nullable(), returned: z.object({ by: z.string(), at: instant, words: z.string() }).nullable() }),
  z.object({ ...submitted, status: z.literal('in-clearance'), notice: noticeSchema.nullable() }),
  z.object({ ...submitted, status: z.literal('cleared'), clearedAt: instant, notice: noticeSchema.nullable() }),
  z.object({ ...noticed, status: z.literal('notice-published') }),
  z.object({ ...noticed, status: z.literal('awaiting-decision'), contentHash: z.string(), meeting: meetingSchema.optional(), signatures: z.array(interestSchema.extend({ name: z.string() })) }),
  z.object({ ...determined, status: z.literal('decided') }),
  z.object({ ...determined, status: z.literal('called-in'), callIn: callInSchema }),
  z.object({ ...determined, status: z.literal('effective') }),
  z.object({ ...submitted, status: z.literal('declined'), notice: noticeSchema.nullable(), declined: z.object({ by: z.string(), at: instant, words: z.string() }) }),
  z.object({ ...identity, status: z.literal('withdrawn'), content: draftSchema, number: z.string().nullable(), notice: noticeSchema.nullable(), withdrawn: z.object({ by: z.string(), at: instant, words: z.string() }) }),
  z.object({ ...submitted, status: z.literal('deferred'), notice: noticeSchema.nullable(), deferred: z.object({ by: z.string(), at: instant, words: z.string(), until: day.nullable(), from: z.enum(['cleared', 'notice-published', 'awaiting-decision']) }) }),
]);

export type Decision = z.infer<typeof decisionSchema>;
export type Status = Decision['status'];
export type In<S extends Status> = Extract<Decision, { status: S }>;
export type Step = z.infer<typeof stepSchema>;
export type OpenStep = Extract<Step, { state: 'open' }>;
export type Stage = Step['stage'];
export type Officer = z.infer<typeof officerSchema>;
export type KeyDecision = z.infer<typeof keyDecisionSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type Maker = z.infer<typeof makerSchema>;
export type CommitteeOutcome = z.infer<typeof committeeOutcomeSchema>;
export type Interest = z.infer<typeof interestSchema>;
export type Meeting = z.infer<typeof meetingSchema>;
export type Determination = z.infer<typeof determinationSchema>;
export type RecordOfDecision = z.infer<typeof recordSchema>;
export type CallIn = z.infer<typeof callInSchema>;

/** Every status, in the order in which a decision meets them. */
export const statuses = [
  'draft', 'in-clearance', 'cleared', 'notice-published', 'awaiting-decision', 'decided', 'called-in', 'effective', 'declined', 'withdrawn', 'deferred',
] as const satisfies readonly Status[];
