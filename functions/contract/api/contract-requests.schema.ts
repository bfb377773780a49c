import * as z from 'zod/mini';
import { inFigures, rowsAsked } from '../../platform/http/in-figures.schema.ts';
import { draftIntent } from '../../procurement/draft-intent.schema.ts';
import { localDate, pence, words } from '../../rules/text.schema.ts';
import { contractRequest, decisionNumber } from '../contract-terms.schema.ts';
import { endOfContract } from '../contract-noted.schema.ts';

/** PUT: the contract as it is to be, why, and the decision that allows it where one is needed. */
export const contractChangeRequest = z.safeExtend(contractRequest, {
  words: z.optional(words(2000)),
  approvedBy: z.optional(decisionNumber),
});

/** Taking up the next extension option: the day on which the supplier was told, and the decision behind it. */
export const extendRequest = z.strictObject({
  on: localDate,
  decision: z.optional(decisionNumber),
  approvedPence: z.optional(pence),
  late: z.optional(words(2000)),
});

export const endRequest = z.strictObject({ on: localDate, how: endOfContract.shape.how, words: z.optional(words(2000)) });

export const valueRequest = z.strictObject({ toDatePence: pence, on: localDate });

const noticeCode = z.string().check(z.regex(/^UK([1-9]|1[0-7])$/, 'Use UK1 to UK17'));
export const noticePublishedRequest = z.strictObject({ notice: noticeCode, publishedOn: localDate, reference: z.optional(words(100)) });

export const closeRequest = z.strictObject({ words: words(2000) });

/** An answer to the alerts of a contract. */
export const alertAnswerRequest = z.discriminatedUnion('response', [
  z.strictObject({ response: z.literal('acknowledge'), words: z.optional(words(2000)) }),
  z.strictObject({ response: z.literal('snooze'), until: localDate, words: words(2000) }),
  z.strictObject({ response: z.literal('in-hand'), number: decisionNumber }),
  z.strictObject({ response: z.literal('not-in-hand'), words: words(2000) }),
]);

export const draftRequest = z.strictObject({ intent: draftIntent });

const flag = z.enum(['true', 'false'], 'Use true or false');
const dueDay = z.optional(localDate);

/** GET /api/contracts: by the day on which each needs something; of one owner, or needed before a day; those that are over when asked. */
export const contractsQuery = z.strictObject({
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(400))),
  limit: rowsAsked(25),
  dueBefore: dueDay,
  owner: z.optional(z.email('Use the owner’s email address').check(z.maxLength(254))),
  over: z._default(flag, 'false'),
});

/**
 * A register in CSV, or part of one: `import` brings the good rows in, without it they are only checked. `firstLine` is where the part
 * begins in its file, its heading left out of the count.
 */
export const importRequest = z.strictObject({
  csv: z.string().check(z.minLength(1, 'Send the file')),
  import: z._default(z.boolean(), false),
  firstLine: z.optional(z.int().check(z.minimum(1))),
});

export const importQuery = z.strictObject({
  import: z._default(flag, 'false'),
  firstLine: z.optional(z.pipe(inFigures, z.int('Use a whole number').check(z.minimum(1, 'Use 1 or more')))),
});

export type AlertAnswer = z.infer<typeof alertAnswerRequest>;
export type ContractChangeRequest = z.infer<typeof contractChangeRequest>;
