import * as z from 'zod/mini';
import { actorSchema } from '../decision/events.ts';
import { localDate, pence } from '../rules/text.schema.ts';
import {
  contractChange,
  endOfContract,
  exercisedOption,
  exitPlan,
  notedDecision,
  particulars,
  proposedTerms,
  publishedNotice,
  successorLink,
} from './contract-noted.schema.ts';
import { contractRequest } from './contract-terms.schema.ts';

const event = <T extends string, S extends z.core.$ZodShape>(type: T, shape: S) => z.object({ type: z.literal(type), ...shape });

const named = { reference: z.string(), ocid: z.string() };

/** What can have happened to a contract, in the past tense. Stored events are parsed by this on every read. */
const contractHappeningSchema = z.discriminatedUnion('type', [
  event('contract-proposed', { ...named, particulars, proposed: proposedTerms, decision: notedDecision }),
  event('contract-registered', { ...named, terms: contractRequest, approvedPence: pence }),
  event('contract-amended', {
    terms: contractRequest,
    approvedPence: pence,
    words: z.string(),
    decision: z.optional(z.string()),
    change: contractChange,
  }),
  event('decision-noted', { decision: notedDecision, proposed: z.optional(proposedTerms), approvedPence: z.optional(pence) }),
  event('option-exercised', { exercised: exercisedOption, change: contractChange }),
  event('value-recorded', { toDatePence: pence, on: localDate }),
  event('successor-linked', { successor: successorLink }),
  event('successor-lost', { id: z.string() }),
  event('exit-planned', { exit: exitPlan }),
  event('exit-lifted', { decision: z.optional(z.string()) }),
  event('contract-notice-recorded', { published: publishedNotice }),
  event('alerts-raised', {
    on: localDate,
    alerts: z.array(z.object({ id: z.string(), code: z.string(), date: localDate, covers: z.array(z.string()) })),
  }),
  event('alert-acknowledged', { alert: z.string(), on: localDate, words: z.string() }),
  event('alert-snoozed', { until: localDate, on: localDate, words: z.string() }),
  event('decision-in-hand', { number: z.string(), on: localDate }),
  /** Without `givenUpOn` before it was kept for the next alert: such a history comes to what it came to then. */
  event('decision-no-longer-in-hand', { number: z.string(), words: z.string(), givenUpOn: z.optional(localDate) }),
  event('contact-undeliverable', { email: z.string() }),
  event('contract-ended', { ended: endOfContract }),
  event('contract-closed', { on: localDate, words: z.string() }),
]);

/** An event as stored: what happened, when, by whom, sealed with the hash of the one before. */
export const contractEventSchema = z.object({
  schema: z.literal(1),
  contractId: z.string(),
  sequence: z.int().check(z.minimum(1)),
  at: z.iso.datetime(),
  by: actorSchema,
  happening: contractHappeningSchema,
  before: z.string(),
  hash: z.string(),
});

export type ContractHappening = z.infer<typeof contractHappeningSchema>;
export type ContractHappeningOf<T extends ContractHappening['type']> = Extract<ContractHappening, { type: T }>;
export type ContractEvent = z.infer<typeof contractEventSchema>;
