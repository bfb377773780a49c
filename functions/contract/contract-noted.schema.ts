import * as z from 'zod/mini';
import { localDate, pence, workedOutDate } from '../rules/text.schema.ts';
import { contactPerson, extensionOption } from './contract-terms.schema.ts';

/** A decision that bears on a contract: the one that let it be procured, the one that awarded it, one that extends or ends it. */
export const notedDecision = z.object({
  number: z.string(),
  outcome: z.enum(['award', 'procure', 'extend', 'bring-in-house', 'lapse', 'authority']),
  effectiveFrom: z.optional(localDate),
  delegates: z.optional(z.string()),
});

/** What a decision said of a contract still to come. None of it is a contract date. */
export const proposedTerms = z.object({
  outcome: z.enum(['award', 'procure', 'extend', 'bring-in-house', 'lapse']),
  start: z.optional(localDate),
  end: z.optional(localDate),
  extensionOptions: z.array(extensionOption),
  valuePence: z.optional(pence),
  replaces: z._default(z.array(z.string()), []),
});

/** What is known of a contract from the decision alone. */
export const particulars = z.object({
  title: z.string(),
  department: z.string(),
  supplier: z.optional(z.string()),
  owner: contactPerson,
  sponsor: contactPerson,
  decisionMaker: z.optional(z.string()),
  leadDirector: z.optional(z.string()),
  divisionsAffected: z.optional(z.union([z.literal('all'), z.array(z.string())])),
});

/** An option that was taken up: which, when, and where it leads; `late` says why it counts where notice or record of it came late. */
export const exercisedOption = z.object({
  option: z.int(),
  months: z.int(),
  amountPence: pence,
  on: localDate,
  endsOn: workedOutDate,
  decision: z.optional(z.string()),
  late: z.optional(z.string()),
});

/** A procurement notice that was published. */
export const publishedNotice = z.object({ notice: z.string(), publishedOn: localDate, reference: z.optional(z.string()) });

/** A change to a contract and whether it had to be noticed before it was made (UK10); whether its officers made it run longer by it. */
export const contractChange = z.object({
  on: localDate,
  notice: z.enum(['required', 'not-required', 'ask-legal']),
  words: z.string(),
  prolongs: z.optional(z.literal(true)),
});

/** The contract that follows, and how that is known. */
export const successorLink = z.object({ id: z.string(), start: localDate, basis: z.enum(['stated', 'same-decision']) });

/** That nothing is to follow, and by which decision. */
export const exitPlan = z.object({ how: z.enum(['lapse', 'bring-in-house']), decision: z.optional(z.string()), words: z.string() });

/** When and how the contract ended. */
export const endOfContract = z.object({
  on: localDate,
  how: z.enum(['expired', 'terminated', 'brought-in-house', 'replaced']),
  words: z.string(),
});

export type NotedDecision = z.infer<typeof notedDecision>;
export type ProposedTerms = z.infer<typeof proposedTerms>;
export type Particulars = z.infer<typeof particulars>;
export type ContractChange = z.infer<typeof contractChange>;
export type SuccessorLink = z.infer<typeof successorLink>;
