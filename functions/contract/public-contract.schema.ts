import * as z from 'zod';
import { localDate, pence } from '../rules/text.schema.ts';
import { endOfContract } from './contract.schema.ts';
import { latestSafeStartView } from './contract-view.schema.ts';

/** A contract as one line of the public register. What is withheld is null, and `withheld` says why. */
export const publicContractLine = z.object({
  reference: z.string(),
  path: z.string(),
  title: z.string(),
  department: z.string(),
  supplier: z.string().nullable(),
  valuePence: pence.nullable(),
  start: localDate,
  end: localDate,
  status: z.enum(['registered', 'ended']),
  decision: z.string().nullable(),
  withheld: z.string().nullable(),
});

/** A line as it is kept: with its row of the Transparency Code’s file, null where it is worth too little for that. */
export const keptContractLine = publicContractLine.extend({ row: z.array(z.string()).nullable() });

const option = z.object({ option: z.int(), months: z.int(), amountPence: pence.nullable(), noticeBy: localDate, endsOn: localDate });
const exercised = z.object({ option: z.int(), months: z.int(), amountPence: pence.nullable(), on: localDate, endsOn: localDate, decision: z.string().nullable() });
const notice = z.object({ notice: z.string(), name: z.string(), duty: z.enum(['required', 'ask-legal', 'optional']), deadline: localDate.nullable(), words: z.string(), source: z.string(), publishedOn: localDate.nullable() });

/** Everything that the public may read of a contract. */
export const publicContract = z.object({
  ...publicContractLine.shape,
  ocid: z.string(),
  description: z.string(),
  supplierNumber: z.string().nullable(),
  sme: z.boolean().nullable(),
  vcse: z.boolean().nullable(),
  route: z.string(),
  regime: z.string(),
  subject: z.string(),
  irrecoverableVatPence: pence.nullable(),
  signedOn: localDate.nullable(),
  reviewOn: localDate.nullable(),
  divisionsAffected: z.union([z.literal('all'), z.array(z.string())]).nullable().default(null),
  maximumEnd: localDate,
  ended: endOfContract.omit({ words: true }).nullable(),
  decisions: z.array(z.object({ number: z.string(), outcome: z.string() })),
  proposedDates: z.object({ start: localDate.nullable(), end: localDate.nullable() }).nullable(),
  optionsAhead: z.array(option),
  exercised: z.array(exercised),
  follows: z.object({ start: localDate, words: z.string() }).nullable(),
  plan: z.object({ ...latestSafeStartView.shape, words: z.string() }).nullable(),
  notices: z.object({ none: z.string().nullable(), notices: z.array(notice) }).nullable(),
  updatedAt: z.iso.datetime(),
});

export type PublicContractLine = z.infer<typeof publicContractLine>;
export type KeptContractLine = z.infer<typeof keptContractLine>;
export type PublicContract = z.infer<typeof publicContract>;
