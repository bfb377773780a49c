import * as z from 'zod/mini';
import {
  callInSchema,
  committeeOutcomeSchema,
  determinationSchema,
  keyChallengeSchema,
  keyDecisionSchema,
  makerSchema,
  noticeSchema,
  officerSchema,
  recordSchema,
  statuses,
} from '../decision/decision.ts';
import { actorSchema } from '../decision/events.ts';
import { instant, localDate } from '../rules/text.schema.ts';
import { draftSchema } from './proposal.schema.ts';

const gate = z.object({ date: localDate, rule: z.string(), source: z.string(), words: z.string() });

/** The dates of a decision: as published, or before that as they would be if its notice were published today. */
export const timetableResponse = z.object({
  noticePublished: z.optional(localDate),
  clearDaysRequired: z.int(),
  clearDaysBasis: z.enum(['calendar', 'working', 'none']),
  earliestDecisionDate: localDate,
  suggestedDecisionDate: localDate,
  consultationClosesOn: z.nullable(localDate),
  originallyDue: z.optional(localDate),
  decidedOn: z.optional(localDate),
  callInClosesOn: z.optional(localDate),
  effectiveFrom: z.optional(localDate),
  gates: z.array(gate),
});

/** One person asked for one thing. Never the link, nor the address it went to. */
export const stepResponse = z.object({
  id: z.string(),
  stage: z.enum(['clearance', 'consultation', 'agreement', 'determination']),
  post: z.nullable(z.string()),
  name: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'open', 'approved', 'returned', 'declined', 'responded', 'silent', 'undeliverable', 'void']),
  dueOn: z.nullable(localDate),
  openedAt: z.nullable(instant),
  actedAt: z.nullable(instant),
  response: z.nullable(z.string()),
  words: z.nullable(z.string()),
  cover: z.optional(z.string()),
  override: z.optional(z.string()),
  purpose: z.optional(z.string()),
  late: z.optional(z.boolean()),
});

export const blockerResponse = z.object({
  rule: z.string(),
  source: z.string(),
  words: z.string(),
  heldBy: z.optional(z.string()),
  clearsOn: z.optional(localDate),
  stepId: z.optional(z.string()),
});

const putBack = z.object({ by: z.string(), at: instant, words: z.string() });

/** A proposal as every private route answers it. */
export const proposalResponse = z.object({
  ...draftSchema.shape,
  id: z.string(),
  number: z.nullable(z.string()),
  status: z.enum(statuses),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
  submittedBy: officerSchema,
  heldBefore: z.optional(z.array(officerSchema)),
  contentHash: z.string(),
  keyDecision: keyDecisionSchema,
  timetable: timetableResponse,
  steps: z.array(stepResponse),
  blockers: z.array(blockerResponse),
  committeeOutcomes: z.array(committeeOutcomeSchema),
  notice: z.optional(
    z.object({
      route: z.enum(['ordinary', 'general-exception', 'special-urgency']),
      reason: z.nullable(z.string()),
      firstPublishedOn: localDate,
      unreached: noticeSchema.shape.unreached,
      given: noticeSchema.shape.given,
      privateMeeting: noticeSchema.shape.privateMeeting,
    }),
  ),
  determination: z.optional(z.extend(determinationSchema, { by: z.omit(makerSchema, { email: true }) })),
  record: z.optional(recordSchema),
  callIn: z.optional(callInSchema),
  superseded: z.optional(z.object({ number: z.string(), on: localDate })),
  keyChallenge: z.optional(keyChallengeSchema),
  splittings: z.optional(z.array(z.object({ shared: z.string(), sumPence: z.int(), words: z.string() }))),
  returned: z.optional(putBack),
  declined: z.optional(z.extend(putBack, { on: z.optional(localDate) })),
  withdrawn: z.optional(putBack),
  deferred: z.optional(z.extend(putBack, { until: z.nullable(localDate), from: z.string() })),
  findings: z.optional(z.array(z.object({ code: z.string(), words: z.string() }))),
  keyStatus: z.optional(z.enum(['key', 'not-key', 'unknown'])),
});

/** What POST /api/proposals/check answers. */
export const assessmentResponse = z.object({
  keyDecision: keyDecisionSchema,
  timetable: z.extend(timetableResponse, { route: z.string() }),
  complete: z.boolean(),
  missing: z.array(z.object({ path: z.string(), message: z.string() })),
});

/** The events of a decision, each with the hash that ties it to the one before and all that the hash was made from. */
export const historyResponse = z.object({
  items: z.array(
    z.object({
      schema: z.literal(1),
      decisionId: z.string(),
      sequence: z.int(),
      at: instant,
      by: actorSchema,
      type: z.string(),
      what: z.record(z.string(), z.unknown()),
      before: z.string(),
      hash: z.string(),
    }),
  ),
  next: z.nullable(z.string()),
});

/** Every email of a decision, with what became of it. */
export const emailsResponse = z.object({
  items: z.array(
    z.looseObject({
      to: z.string(),
      kind: z.string(),
      subject: z.string(),
      status: z.enum(['queued', 'sent', 'delivered', 'bounced', 'complained', 'failed']),
    }),
  ),
  next: z.nullable(z.string()),
});

/** Of a page of a list, how many cannot be read and are left out. */
export const unreadableOf = (what: 'proposals' | 'contracts') =>
  z._default(z.int().check(z.minimum(0), z.meta({ description: `How many ${what} of this page cannot be read, and are left out` })), 0);

/** A page of proposals. */
export const proposalList = z.object({
  items: z.array(proposalResponse),
  unreadable: unreadableOf('proposals'),
  next: z.nullable(z.string()),
});
