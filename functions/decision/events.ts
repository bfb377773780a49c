import * as z from 'zod/mini';
import { draftSchema, proposalSchema } from '../proposal/proposal.schema.ts';
import {
  callInSchema,
  committeeOutcomeSchema,
  interestSchema,
  meetingSchema,
  determinationSchema,
  keyChallengeSchema,
  keyDecisionSchema,
  noticeSchema,
  officerSchema,
  recordSchema,
  splittingSchema,
  stepSchema,
} from './decision.ts';

const day = z.iso.date();

/** Who did it, in which capacity, by which link; `override` says why a clerk acted in somebody's place. */
export const actorSchema = z.object({
  kind: z.enum(['officer', 'clerk', 'scrutiny', 'contracts', 'post', 'consultee', 'system']),
  id: z.string(),
  name: z.string(),
  capacity: z.string(),
  link: z.optional(z.string()),
  override: z.optional(z.string()),
});

const event = <T extends string, S extends z.core.$ZodShape>(type: T, shape: S) => z.object({ type: z.literal(type), ...shape });

/** Why approvals given so far no longer count: the parts that changed, before and after. */
const changeSchema = z.object({ part: z.string(), before: z.string(), after: z.string() });

const openSteps = { steps: z.array(stepSchema) };
const instead = { instead: z.optional(z.array(z.string())) };

/** What can have happened to a decision, in the past tense. Stored events are parsed by this on every read. */
export const happeningSchema = z.discriminatedUnion('type', [
  event('proposal-drafted', { submittedBy: officerSchema, content: draftSchema }),
  event('draft-replaced', { content: draftSchema }),
  event('proposal-submitted', { number: z.string(), content: proposalSchema, keyDecision: keyDecisionSchema, ...openSteps }),
  event('proposal-corrected', {
    content: proposalSchema,
    keyDecision: keyDecisionSchema,
    changes: z.array(changeSchema),
    notice: z.optional(noticeSchema),
    steps: z.optional(z.array(stepSchema)),
    on: z.optional(day),
  }),
  event('decision-date-moved', { notice: noticeSchema, lapsed: z.optional(z.array(z.string())) }),
  event('proposal-changed', {
    content: proposalSchema,
    keyDecision: keyDecisionSchema,
    changes: z.array(changeSchema),
    clockRestarts: z.boolean(),
    why: z.string(),
    ...openSteps,
  }),
  event('clearance-given', { stepId: z.string(), words: z.string() }),
  event('next-clearance-opened', { stepId: z.string(), dueOn: day }),
  event('proposal-cleared', {}),
  event('proposal-returned', { stepId: z.string(), words: z.string() }),
  /** `on` is the day of the decision, where it was made known to Clear Days on a later one. */
  event('proposal-declined', { stepId: z.string(), words: z.string(), on: z.optional(day) }),
  /** `instead`, here and below, are steps of earlier that are waited for no longer. */
  event('notice-published', { notice: noticeSchema, keyDecision: keyDecisionSchema, ...openSteps, ...instead }),
  // `suggested`, here and below, is the working day suggested for the decision then: by the bank holidays of a later day it may be another.
  event('agreement-given', { stepId: z.string(), words: z.string(), clears: z.optional(z.array(z.string())), suggested: z.optional(day) }),
  event('agreement-refused', { stepId: z.string(), words: z.string() }),
  event('waiver-asked', { words: z.string(), ...openSteps, ...instead }),
  event('private-meeting-consent-asked', { words: z.string(), ...openSteps, ...instead }),
  event('private-meeting-notice-published', {
    publishedOn: day,
    notBefore: day,
    representations: z.string(),
    response: z.string(),
    suggested: z.optional(day),
  }),
  event('step-reminded', { stepId: z.string(), reminder: z.string(), escalate: z.boolean() }),
  event('consultation-answered', {
    stepId: z.string(),
    response: z.string(),
    words: z.string(),
    late: z.boolean(),
    interest: z.optional(interestSchema),
  }),
  event('consultation-closed', { silent: z.array(z.string()) }),
  event('committee-outcome-recorded', { outcome: committeeOutcomeSchema }),
  event('determination-opened', { contentHash: z.string(), ...openSteps }),
  event('decision-made', {
    stepId: z.nullable(z.string()),
    determination: determinationSchema,
    record: recordSchema,
    silent: z.optional(z.array(z.string())),
  }),
  event('determination-countersigned', {
    stepId: z.string(),
    words: z.string(),
    interest: z.extend(interestSchema, { name: z.string() }),
    on: z.optional(day),
  }),
  event('meeting-recorded', { meeting: meetingSchema, ...openSteps }),
  /** A bank holiday was proclaimed after the record: the clear working days for call-in end later than it said. */
  event('call-in-extended', { closesOn: day }),
  event('decision-effective', {}),
  event('proposal-withdrawn', { words: z.string() }),
  event('proposal-deferred', { words: z.string(), until: z.nullable(day) }),
  /** `lapsed` are agreements that it was urgent, which counted for the day before it was put off. */
  event('proposal-resumed', { lapsed: z.optional(z.array(z.string())), notice: z.optional(noticeSchema) }),
  event('proposal-handed-over', { to: officerSchema, words: z.string() }),
  event('splitting-pointed-out', splittingSchema.shape),
  event('link-reissued', {
    stepId: z.string(),
    issue: z.number(),
    lifted: z.optional(z.string()),
    /** The same link was mailed again, so that none that counted was ended. */
    keepsLink: z.optional(z.literal(true)),
    holder: z.optional(z.object({ name: z.string(), title: z.string(), email: z.string() })),
    /** The holder took the post over from whoever was asked before, and is asked from this day on. */
    succeeds: z.optional(z.literal(true)),
    /** No email is known to have reached them before, so they are asked from this day on. */
    anew: z.optional(z.literal(true)),
    /** The later day to which consultation was prolonged, or by which whoever is asked from this day on is to answer. */
    dueOn: z.optional(day),
  }),
  event('step-delegated', {
    stepId: z.string(),
    issue: z.number(),
    cover: z.object({ name: z.string(), email: z.string(), scheme: z.string() }),
    /** Nobody is known to have been reached before, or the day to answer was past: the cover is asked from this day on. */
    anew: z.optional(z.literal(true)),
    dueOn: z.optional(day),
  }),
  event('step-undeliverable', { stepId: z.string(), words: z.string() }),
  event('notice-undeliverable', { name: z.string(), email: z.string(), words: z.string() }),
  event('written-notice-given', { name: z.string(), on: day, words: z.string() }),
  event('decision-called-in', { callIn: callInSchema }),
  event('call-in-validated', { valid: z.boolean(), words: z.string(), on: z.optional(day) }),
  event('call-in-concluded', { outcome: z.enum(['no-comment', 'comments', 'reconsider', 'refer-to-council']), words: z.string(), on: day }),
  event('decision-reconsidered', {
    outcome: z.enum(['confirmed', 'changed']),
    words: z.string(),
    proposedDecision: z.array(z.string()),
    on: day,
    /** The later day on which the clerk entered it, where that was not the day itself. */
    enteredOn: z.optional(day),
    /** Whoever holds the posts that decide by now, where others decided before. */
    by: z.optional(z.array(z.object({ name: z.string(), title: z.string() }))),
  }),
  event('key-status-challenged', { challenge: keyChallengeSchema }),
  event('key-status-reported', { on: day, words: z.string() }),
  event('decision-superseded', { number: z.string(), on: day }),
  event('decision-imported', {
    submittedBy: officerSchema,
    number: z.string(),
    content: proposalSchema,
    keyDecision: keyDecisionSchema,
    notice: noticeSchema,
    determination: determinationSchema,
    record: recordSchema,
    keyStatus: z.enum(['key', 'not-key', 'unknown']),
    findings: z.array(z.object({ code: z.string(), words: z.string() })),
    effective: z.boolean(),
  }),
]);

/** An event as stored: what happened, when, by whom, sealed with the hash of the one before. */
export const eventSchema = z.object({
  schema: z.literal(1),
  decisionId: z.string(),
  sequence: z.int().check(z.minimum(1)),
  at: z.iso.datetime(),
  by: actorSchema,
  happening: happeningSchema,
  before: z.string(),
  hash: z.string(),
});

export type Actor = z.infer<typeof actorSchema>;
export type Happening = z.infer<typeof happeningSchema>;
export type HappeningOf<T extends Happening['type']> = Extract<Happening, { type: T }>;
export type DecisionEvent = z.infer<typeof eventSchema>;
export type Change = z.infer<typeof changeSchema>;
