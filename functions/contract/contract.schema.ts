import * as z from 'zod/mini';
import { areasAffected, directoryId, emailAddress, line, localDate, pence, words } from '../rules/text.schema.ts';

/** Somebody told about a contract, by name and address. */
const contactPerson = z.strictObject({ name: line(200), email: emailAddress });

/** How a contract came about. `in-house` is an agreement with the council's own company or another public body. */
const procurementRoute = z.enum(['open', 'competitive-flexible', 'framework', 'quotes', 'direct-award', 'in-house']);

/** The law that a procurement is run under; it stays with the contract for life. */
export const regime = z.enum(['pcr-2015', 'pa-2023', 'psr-2023']);

/** What may follow a contract, each with its own path back from the end. */
export const nextRoute = z.enum(['open-tender', 'framework-call-off', 'direct-award', 'extension-by-option', 'variation', 'lapse']);

/** How hard the service is to buy and to hand over: it sets how long each stage is given. */
export const serviceClass = z.enum(['simple', 'standard', 'complex']);

/** A right in the contract to prolong it; with `noticeMonths` the supplier must be told so many months before it ends. */
const extensionOption = z.strictObject({ months: z.int().check(z.minimum(1), z.maximum(240)), amountPence: pence, noticeMonths: z.optional(z.int().check(z.minimum(0), z.maximum(36))) });

const paragraph = z.int().check(z.minimum(1, 'Schedule 12A has paragraphs 1 to 7'), z.maximum(7, 'Schedule 12A has paragraphs 1 to 7'));

/** What is kept from the public register, and why (Schedule 12A to the Local Government Act 1972). */
const withheld = z.strictObject({ parts: z.array(z.enum(['value', 'supplier'])).check(z.minLength(1)), paragraph, publicInterest: words(2000) });

/** A number as the council gives its decisions. */
export const decisionNumber = z.string().check(z.regex(/^\d{2}\/\d{5}$/, 'Use a decision number, such as 23/00022'));

const number = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

const contractId = z.string().check(z.minLength(1), z.maxLength(100));

/** A contract as its officers give it. Money is whole pence, net unless it says gross; dates are Europe/London, the end included. */
export const contractRequest = z.strictObject({
  reference: z.optional(line(100)),
  title: line(),
  description: words(5000),
  department: line(),
  supplier: z.strictObject({ name: line(), number: z.optional(number) }),
  sme: z.optional(z.boolean()),
  vcse: z.optional(z.union([z.strictObject({ number: z.optional(number) }), z.boolean()])),
  route: procurementRoute,
  regime: z.optional(regime),
  lightTouch: z.optional(z.boolean()),
  userChoice: z.optional(z.boolean()),
  subject: z._default(z.enum(['goods', 'services', 'works', 'concession']), 'services'),
  procurementStartedOn: z.optional(localDate),
  signedOn: z.optional(localDate),
  netPence: pence,
  grossPence: z.optional(pence),
  irrecoverableVatPence: z.optional(pence),
  approvedPence: z.optional(pence),
  start: localDate,
  end: localDate,
  reviewOn: z.optional(localDate),
  extensionOptions: z._default(z.array(extensionOption).check(z.maxLength(20)), []),
  owner: contactPerson,
  sponsor: contactPerson,
  decision: z.optional(decisionNumber),
  delegates: z.optional(words(2000)),
  decisionMaker: z.optional(directoryId),
  leadDirector: z.optional(directoryId),
  divisionsAffected: z.optional(areasAffected),
  serviceClass: z._default(serviceClass, 'standard'),
  nextRoute: z.optional(nextRoute),
  successor: z.optional(contractId),
  replaces: z.optional(z.array(contractId).check(z.maxLength(50))),
  withheld: z.optional(withheld),
}).check(
  z.refine(({ start, end }) => end >= start, { message: 'The contract ends before it starts', path: ['end'] }),
  z.refine(({ netPence, grossPence }) => grossPence === undefined || grossPence >= netPence, { message: 'The gross value is below the net value', path: ['grossPence'] }),
  z.refine(({ nextRoute, extensionOptions }) => nextRoute !== 'extension-by-option' || extensionOptions.length > 0, { message: 'The contract has no extension option', path: ['nextRoute'] }),
);

const instant = z.iso.datetime();

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

export const exercisedOption = z.object({ option: z.int(), months: z.int(), amountPence: pence, on: localDate, endsOn: localDate, decision: z.optional(z.string()), late: z.optional(z.string()) });
export const publishedNotice = z.object({ notice: z.string(), publishedOn: localDate, reference: z.optional(z.string()) });
/** A change to a contract and whether it had to be noticed before it was made (UK10). */
export const contractChange = z.object({ on: localDate, notice: z.enum(['required', 'not-required', 'ask-legal']), words: z.string() });
export const successorLink = z.object({ id: z.string(), start: localDate, basis: z.enum(['stated', 'same-decision']) });
export const exitPlan = z.object({ how: z.enum(['lapse', 'bring-in-house']), decision: z.optional(z.string()), words: z.string() });
export const endOfContract = z.object({ on: localDate, how: z.enum(['expired', 'terminated', 'brought-in-house', 'replaced']), words: z.string() });

const identity = {
  id: z.string(),
  reference: z.string(),
  ocid: z.string(),
  version: z.int(),
  head: z.string(),
  createdAt: instant,
  updatedAt: instant,
  /** The last event that changed what the public may read of it; of one stored before this was kept, the last by then. Not there where nothing has happened since. */
  published: z.optional(z.object({ version: z.int(), at: instant })),
  decisions: z.array(notedDecision),
  alerted: z.array(z.object({ id: z.string(), on: localDate })),
  actedOn: z.nullable(localDate),
  snooze: z.nullable(z.object({ until: localDate, words: z.string() })),
  inHand: z.nullable(z.string()),
  exit: z.nullable(exitPlan),
  successor: z.nullable(successorLink),
  bounced: z.array(z.string()),
};

const termed = {
  ...identity,
  terms: contractRequest,
  proposed: z.nullable(proposedTerms),
  approvedPence: pence,
  toDate: z.nullable(z.object({ pence, on: localDate })),
  exercised: z.array(exercisedOption),
  notices: z.array(publishedNotice),
  original: z.object({ valuePence: pence, maximumTermDays: z.int() }),
  changes: z.array(contractChange),
};

/** A contract in the register: a union on `status`. `proposed` has only what a decision said; `closed` never came to be registered. */
export const contractSchema = z.discriminatedUnion('status', [
  z.object({ ...identity, status: z.literal('proposed'), particulars, proposed: proposedTerms }),
  z.object({ ...termed, status: z.literal('registered') }),
  z.object({ ...termed, status: z.literal('ended'), ended: endOfContract }),
  z.object({ ...identity, status: z.literal('closed'), particulars, proposed: proposedTerms, closed: z.object({ on: localDate, words: z.string() }) }),
]);

export type Contract = z.infer<typeof contractSchema>;
export type ContractStatus = Contract['status'];
export type ContractIn<S extends ContractStatus> = Extract<Contract, { status: S }>;
export type Terms = z.infer<typeof contractRequest>;
export type Particulars = z.infer<typeof particulars>;
export type ProposedTerms = z.infer<typeof proposedTerms>;
export type NotedDecision = z.infer<typeof notedDecision>;
export type ExtensionOption = z.infer<typeof extensionOption>;
export type ExercisedOption = z.infer<typeof exercisedOption>;
export type NextRoute = z.infer<typeof nextRoute>;
export type ServiceClass = z.infer<typeof serviceClass>;
export type Regime = z.infer<typeof regime>;
export type ContractChange = z.infer<typeof contractChange>;
export type SuccessorLink = z.infer<typeof successorLink>;
