import * as z from 'zod';
import { callInSchema, committeeOutcomeSchema, determinationSchema, keyChallengeSchema, keyDecisionSchema, makerSchema, noticeSchema, officerSchema, recordSchema, statuses } from '../decision/decision.ts';
import { actorSchema } from '../decision/events.ts';
import { instant, localDate } from '../rules/text.schema.ts';
import { draftSchema } from './proposal.schema.ts';

const gate = z.object({ date: localDate, rule: z.string(), source: z.string(), words: z.string() });

/** The dates of a decision: as published, or before that as they would be if its notice were published today. */
export const timetableResponse = z.object({
  noticePublished: localDate.optional(),
  clearDaysRequired: z.int(),
  clearDaysBasis: z.enum(['calendar', 'working', 'none']),
  earliestDecisionDate: localDate,
  suggestedDecisionDate: localDate,
  consultationClosesOn: localDate.nullable(),
  originallyDue: localDate.optional(),
  decidedOn: localDate.optional(),
  callInClosesOn: localDate.optional(),
  effectiveFrom: localDate.optional(),
  gates: z.array(gate),
});

/** One person asked for one thing. Never the link, nor the address it went to. */
export const stepResponse = z.object({
  id: z.string(),
  stage: z.enum(['clearance', 'consultation', 'agreement', 'determination']),
  post: z.string().nullable(),
  name: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'open', 'approved', 'returned', 'declined', 'responded', 'silent', 'undeliverable', 'void']),
  dueOn: localDate.nullable(),
  openedAt: instant.nullable(),
  actedAt: instant.nullable(),
  response: z.string().nullable(),
  words: z.string().nullable(),
  cover: z.string().optional(),
  override: z.string().optional(),
  purpose: z.string().optional(),
  late: z.boolean().optional(),
});

export const blockerResponse = z.object({ rule: z.string(), source: z.string(), words: z.string(), heldBy: z.string().optional(), clearsOn: localDate.optional() });

const putBack = z.object({ by: z.string(), at: instant, words: z.string() });

/** A proposal as every private route answers it. */
export const proposalResponse = z.object({
  ...draftSchema.shape,
  id: z.string(),
  number: z.string().nullable(),
  status: z.enum(statuses),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
  submittedBy: officerSchema,
  contentHash: z.string(),
  keyDecision: keyDecisionSchema,
  timetable: timetableResponse,
  steps: z.array(stepResponse),
  blockers: z.array(blockerResponse),
  committeeOutcomes: z.array(committeeOutcomeSchema),
  notice: z.object({ route: z.enum(['ordinary', 'general-exception', 'special-urgency']), reason: z.string().nullable(), firstPublishedOn: localDate, privateMeeting: noticeSchema.shape.privateMeeting }).optional(),
  determination: determinationSchema.extend({ by: makerSchema.omit({ email: true }) }).optional(),
  record: recordSchema.optional(),
  callIn: callInSchema.optional(),
  superseded: z.object({ number: z.string(), on: localDate }).optional(),
  keyChallenge: keyChallengeSchema.optional(),
  splittings: z.array(z.object({ shared: z.string(), sumPence: z.int(), words: z.string() })).optional(),
  returned: putBack.optional(),
  declined: putBack.optional(),
  withdrawn: putBack.optional(),
  deferred: putBack.extend({ until: localDate.nullable(), from: z.string() }).optional(),
  findings: z.array(z.object({ code: z.string(), words: z.string() })).optional(),
  keyStatus: z.enum(['key', 'not-key', 'unknown']).optional(),
});

/** What POST /api/proposals/check answers. */
export const assessmentResponse = z.object({
  keyDecision: keyDecisionSchema,
  timetable: timetableResponse.extend({ route: z.string() }),
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
  next: z.string().nullable(),
});

/** Every email of a decision, with what became of it. */
export const emailsResponse = z.object({
  items: z.array(z.looseObject({ to: z.string(), kind: z.string(), subject: z.string(), status: z.enum(['queued', 'sending', 'sent', 'delivered', 'bounced', 'complained', 'failed']) })),
  next: z.string().nullable(),
});

/** One line of a list of proposals. */
export const proposalList = z.object({ items: z.array(proposalResponse), next: z.string().nullable() });
