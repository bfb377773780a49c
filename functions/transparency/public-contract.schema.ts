import * as z from 'zod/mini';
import { pence, workedOutDate } from '../rules/text.schema.ts';
import { endOfContract } from '../contract/contract-noted.schema.ts';
import { latestSafeStartView } from '../contract/api/contract-view.schema.ts';

/** A contract as one line of the public register. What is withheld is null, and `withheld` says why. */
export const publicContractLine = z.object({
  reference: z.string(),
  path: z.string(),
  title: z.string(),
  department: z.string(),
  supplier: z.nullable(z.string()),
  valuePence: z.nullable(pence),
  start: workedOutDate,
  end: workedOutDate,
  status: z.enum(['registered', 'ended']),
  decision: z.nullable(z.string()),
  withheld: z.nullable(z.string()),
});

/** A line as it is kept: with its row of the Transparency Code’s file, null where it is worth too little for that. */
export const keptContractLine = z.extend(publicContractLine, { row: z.nullable(z.array(z.string())) });

const option = z.object({
  option: z.int(),
  months: z.int(),
  amountPence: z.nullable(pence),
  noticeBy: workedOutDate,
  endsOn: workedOutDate,
});
const exercised = z.object({
  option: z.int(),
  months: z.int(),
  amountPence: z.nullable(pence),
  on: workedOutDate,
  endsOn: workedOutDate,
  decision: z.nullable(z.string()),
});
const notice = z.object({
  notice: z.string(),
  name: z.string(),
  duty: z.enum(['required', 'ask-legal', 'optional']),
  deadline: z.nullable(workedOutDate),
  words: z.string(),
  source: z.string(),
  publishedOn: z.nullable(workedOutDate),
});

/** Everything that the public may read of a contract. */
export const publicContract = z.object({
  ...publicContractLine.shape,
  ocid: z.string(),
  description: z.string(),
  supplierNumber: z.nullable(z.string()),
  sme: z.nullable(z.boolean()),
  vcse: z.nullable(z.boolean()),
  route: z.string(),
  regime: z.string(),
  subject: z.string(),
  irrecoverableVatPence: z.nullable(pence),
  signedOn: z.nullable(workedOutDate),
  reviewOn: z.nullable(workedOutDate),
  divisionsAffected: z._default(z.nullable(z.union([z.literal('all'), z.array(z.string())])), null),
  maximumEnd: workedOutDate,
  ended: z.nullable(z.omit(endOfContract, { words: true })),
  decisions: z.array(z.object({ number: z.string(), outcome: z.string() })),
  proposedDates: z.nullable(z.object({ start: z.nullable(workedOutDate), end: z.nullable(workedOutDate) })),
  optionsAhead: z.array(option),
  exercised: z.array(exercised),
  follows: z.nullable(z.object({ start: workedOutDate, words: z.string() })),
  plan: z.nullable(z.object({ ...latestSafeStartView.shape, words: z.string() })),
  notices: z.nullable(z.object({ none: z.nullable(z.string()), notices: z.array(notice) })),
  updatedAt: z.iso.datetime(),
});

export type PublicContractLine = z.infer<typeof publicContractLine>;
export type KeptContractLine = z.infer<typeof keptContractLine>;
export type PublicContract = z.infer<typeof publicContract>;
