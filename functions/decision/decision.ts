import * as z from 'zod/mini';
import { draftSchema, proposalSchema } from '../proposal/proposal.schema.ts';
import {
  callInSchema,
  committeeOutcomeSchema,
  determinationSchema,
  interestSchema,
  keyChallengeSchema,
  keyDecisionSchema,
  meetingSchema,
  noticeSchema,
  recordSchema,
  splittingSchema,
} from './proceedings.ts';
import { stepSchema } from './step.ts';

export * from './proceedings.ts';
export * from './step.ts';

const day = z.iso.date();
const instant = z.iso.datetime();

/** Someone signed in through the council's identity provider. */
export const officerSchema = z.object({ sub: z.string(), name: z.string(), email: z.string() });

const identity = {
  id: z.string(),
  version: z.int(),
  head: z.string(),
  createdAt: instant,
  updatedAt: instant,
  /** The officer whose proposal it is: who made it, or to whom a clerk has handed it over since. */
  submittedBy: officerSchema,
  /** Those who held it before, the latest last. */
  heldBefore: z.optional(z.array(officerSchema)),
  steps: z.array(stepSchema),
  committeeOutcomes: z.array(committeeOutcomeSchema),
  keyChallenge: z.optional(keyChallengeSchema),
  /** Proposals that share something with this one and pass the threshold with it: pointed out, never blocked. */
  splittings: z.optional(z.array(z.omit(splittingSchema, { others: true }))),
  imported: z.optional(
    z.object({ findings: z.array(z.object({ code: z.string(), words: z.string() })), keyStatus: z.enum(['key', 'not-key', 'unknown']) }),
  ),
};

const submitted = {
  ...identity,
  content: proposalSchema,
  number: z.string(),
  submittedAt: instant,
  keyDecision: keyDecisionSchema,
};

const noticed = { ...submitted, notice: noticeSchema };
const determined = {
  ...noticed,
  contentHash: z.string(),
  determination: determinationSchema,
  record: recordSchema,
  callIn: z.optional(callInSchema),
  superseded: z.optional(z.object({ number: z.string(), on: day })),
};

/** A decision, from an officer's first draft to its taking effect: a union on `status`. */
export const decisionSchema = z.discriminatedUnion('status', [
  z.object({
    ...identity,
    status: z.literal('draft'),
    content: draftSchema,
    number: z.nullable(z.string()),
    notice: z.nullable(noticeSchema),
    returned: z.nullable(z.object({ by: z.string(), at: instant, words: z.string() })),
  }),
  z.object({ ...submitted, status: z.literal('in-clearance'), notice: z.nullable(noticeSchema) }),
  z.object({ ...submitted, status: z.literal('cleared'), clearedAt: instant, notice: z.nullable(noticeSchema) }),
  z.object({ ...noticed, status: z.literal('notice-published') }),
  z.object({
    ...noticed,
    status: z.literal('awaiting-decision'),
    contentHash: z.string(),
    meeting: z.optional(meetingSchema),
    signatures: z.array(z.extend(interestSchema, { name: z.string(), on: z.optional(day) })),
    correctedOn: z.optional(day),
  }),
  z.object({ ...determined, status: z.literal('decided') }),
  z.object({ ...determined, status: z.literal('called-in'), callIn: callInSchema }),
  z.object({ ...determined, status: z.literal('effective') }),
  z.object({
    ...submitted,
    status: z.literal('declined'),
    notice: z.nullable(noticeSchema),
    declined: z.object({ by: z.string(), at: instant, words: z.string(), on: z.optional(day) }),
  }),
  z.object({
    ...identity,
    status: z.literal('withdrawn'),
    content: draftSchema,
    number: z.nullable(z.string()),
    notice: z.nullable(noticeSchema),
    withdrawn: z.object({ by: z.string(), at: instant, words: z.string() }),
  }),
  z.object({
    ...submitted,
    status: z.literal('deferred'),
    notice: z.nullable(noticeSchema),
    deferred: z.object({
      by: z.string(),
      at: instant,
      words: z.string(),
      until: z.nullable(day),
      from: z.enum(['cleared', 'notice-published', 'awaiting-decision']),
    }),
  }),
]);

export type Decision = z.infer<typeof decisionSchema>;
export type Status = Decision['status'];
export type In<S extends Status> = Extract<Decision, { status: S }>;
export type Officer = z.infer<typeof officerSchema>;

/** Every status, in the order in which a decision meets them. */
export const statuses = [
  'draft',
  'in-clearance',
  'cleared',
  'notice-published',
  'awaiting-decision',
  'decided',
  'called-in',
  'effective',
  'declined',
  'withdrawn',
  'deferred',
] as const satisfies readonly Status[];
