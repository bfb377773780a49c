import * as z from 'zod/mini';
import { localDate, pence } from '../../rules/text.schema.ts';
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
  from: localDate,
  to: localDate,
  rule: z.string(),
  source: z.string(),
  words: z.string(),
  provisional: z.boolean(),
});

/** The last day on which what follows can be begun, and the way from there. */
export const latestSafeStartView = z.object({
  date: localDate,
  arrivesBy: localDate,
  provisional: z.boolean(),
  timetable: z.array(timetableRow),
});

const notice = z.object({
  notice: z.string(),
  name: z.string(),
  duty: z.enum(['required', 'ask-legal', 'optional']),
  from: z.nullable(localDate),
  deadline: z.nullable(localDate),
  source: z.string(),
  words: z.string(),
  publishedOn: z.nullable(localDate),
});

const alert = z.object({
  id: z.string(),
  code: z.string(),
  date: localDate,
  to: z.array(z.string()),
  words: z.string(),
  toldOn: z.nullable(localDate),
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
  snoozedUntil: z.nullable(localDate),
  nextAlertOn: z.nullable(localDate),
  alerts: z.array(alert),
  warnings: z.array(z.object({ code: z.string(), words: z.string() })),
};

const dated = {
  terms: contractRequest,
  proposed: z.nullable(proposedTerms),
  regime: z.string(),
  effectiveEnd: localDate,
  maximumEnd: localDate,
  exercised: z.array(exercisedOption),
  optionsAhead: z.array(
    z.object({
      option: z.int(),
      months: z.int(),
      amountPence: pence,
      noticeMonths: z.optional(z.int()),
      noticeBy: localDate,
      endsOn: localDate,
    }),
  ),
  value: z.object({
    approvedPence: pence,
    committedPence: pence,
    toDate: z.nullable(z.object({ pence, on: localDate })),
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
    closed: z.object({ on: localDate, words: z.string() }),
  }),
]);

export type ContractView = z.infer<typeof contractViewSchema>;
