import * as z from 'zod/mini';
import { pence, workedOutDate } from '../../rules/text.schema.ts';
import { contractRequest } from '../contract-terms.schema.ts';
import {
  endOfContract,
  exercisedOption,
  exitPlan,
  notedDecision,
  particulars,
  proposedTerms,
  publishedNotice,
  successorLink,
} from '../contract-noted.schema.ts';

const timetableRow = z.object({
  stage: z.string(),
  from: workedOutDate,
  to: workedOutDate,
  rule: z.string(),
  source: z.string(),
  words: z.string(),
  provisional: z.boolean(),
});

/** The last day on which what follows can be begun, and the way from there. */
export const latestSafeStartView = z.object({
  date: workedOutDate,
  arrivesBy: workedOutDate,
  provisional: z.boolean(),
  timetable: z.array(timetableRow),
});

const notice = z.object({
  notice: z.string(),
  name: z.string(),
  duty: z.enum(['required', 'ask-legal', 'optional']),
  from: z.nullable(workedOutDate),
  deadline: z.nullable(workedOutDate),
  source: z.string(),
  words: z.string(),
  publishedOn: z.nullable(workedOutDate),
});

const alert = z.object({
  id: z.string(),
  code: z.string(),
  date: workedOutDate,
  to: z.array(z.string()),
  words: z.string(),
  toldOn: z.nullable(workedOutDate),
});

const common = {
  id: z.string(),
  reference: z.string(),
  ocid: z.string(),
  version: z.int(),
  decisions: z.array(notedDecision),
  successor: z.nullable(successorLink),
  exit: z.nullable(exitPlan),
  decisionInHand: z.nullable(z.string()),
  snoozedUntil: z.nullable(workedOutDate),
  nextAlertOn: z.nullable(workedOutDate),
  alerts: z.array(alert),
  warnings: z.array(z.object({ code: z.string(), words: z.string() })),
};

const dated = {
  terms: contractRequest,
  proposed: z.nullable(proposedTerms),
  regime: z.string(),
  effectiveEnd: workedOutDate,
  maximumEnd: workedOutDate,
  exercised: z.array(exercisedOption),
  optionsAhead: z.array(
    z.object({
      option: z.int(),
      months: z.int(),
      amountPence: pence,
      noticeMonths: z.optional(z.int()),
      noticeBy: workedOutDate,
      endsOn: workedOutDate,
    }),
  ),
  value: z.object({
    approvedPence: pence,
    committedPence: pence,
    toDate: z.nullable(z.object({ pence, on: workedOutDate })),
    overPence: pence,
    needsDecision: z.boolean(),
    isKey: z.boolean(),
    words: z.string(),
  }),
  latestSafeStart: z.nullable(latestSafeStartView),
  notices: z.object({
    none: z.nullable(z.string()),
    notices: z.array(notice),
    ahead: z.array(notice),
    published: z.array(publishedNotice),
  }),
};

/** A contract as the council sees it: what is stored and all that follows from it on a day. */
export const contractViewSchema = z.discriminatedUnion('status', [
  z.object({ ...common, status: z.literal('proposed'), particulars, proposed: proposedTerms }),
  z.object({ ...common, ...dated, status: z.literal('registered') }),
  z.object({ ...common, ...dated, status: z.literal('ended'), ended: endOfContract }),
  z.object({
    ...common,
    status: z.literal('closed'),
    particulars,
    proposed: proposedTerms,
    closed: z.object({ on: workedOutDate, words: z.string() }),
  }),
]);

export type ContractView = z.infer<typeof contractViewSchema>;
