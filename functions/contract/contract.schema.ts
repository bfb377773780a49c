import * as z from 'zod/mini';
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

const instant = z.iso.datetime();

const identity = {
  id: z.string(),
  reference: z.string(),
  ocid: z.string(),
  version: z.int(),
  head: z.string(),
  createdAt: instant,
  updatedAt: instant,
  /**
   * The last event that changed what the public may read of it; of one stored before this was kept, the last by then. Not there where
   * nothing has happened since.
   */
  published: z.optional(z.object({ version: z.int(), at: instant })),
  decisions: z.array(notedDecision),
  alerted: z.array(z.object({ id: z.string(), on: localDate })),
  actedOn: z.nullable(localDate),
  snooze: z.nullable(z.object({ until: localDate, words: z.string() })),
  inHand: z.nullable(z.string()),
  /** The decision last in hand of which nothing came, until somebody has answered the alerts that begin again, or something has. */
  noLongerInHand: z.optional(z.string()),
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
  z.object({
    ...identity,
    status: z.literal('closed'),
    particulars,
    proposed: proposedTerms,
    closed: z.object({ on: localDate, words: z.string() }),
  }),
]);

export type Contract = z.infer<typeof contractSchema>;
export type ContractStatus = Contract['status'];
export type ContractIn<S extends ContractStatus> = Extract<Contract, { status: S }>;
