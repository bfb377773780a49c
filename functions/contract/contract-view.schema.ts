import * as z from 'zod';
import { localDate, pence } from '../rules/text.schema.ts';
import { contractRequest, endOfContract, exercisedOption, exitPlan, notedDecision, particulars, proposedTerms, publishedNotice, successorLink } from './contract.schema.ts';

const timetableRow = z.object({ stage: z.string(), from: localDate, to: localDate, rule: z.string(), source: z.string(), words: z.string(), provisional: z.boolean() });

/** The last day on which what follows can be begun, and the way from there. */
export const latestSafeStartView = z.object({ date: localDate, arrivesBy: localDate, provisional: z.boolean(), timetable: z.array(timetableRow) });

const notice = z.object({
  notice: z.string(), name: z.string(), duty: z.enum(['required', 'ask-legal', 'optional']), from: localDate.nullable(), deadline: localDate.nullable(), source: z.string(), words: z.string(), publishedOn: localDate.nullable(),
});

const alert = z.object({ id: z.string(), code: z.string(), date: localDate, to: z.array(z.string()), words: z.string(), toldOn: localDate.nullable() });

const common = {
  id: z.string(),
  reference: z.string(),
  ocid: z.string(),
  version: z.int(),
  decisions: z.array(notedDecision),
  successor: successorLink.nullable(),
  exit: exitPlan.nullable(),
  decisionInHand: z.string().nullable(),
  snoozedUntil: localDate.nullable(),
  nextAlertOn: localDate.nullable(),
  alerts: z.array(alert),
  warnings: z.array(z.object({ code: z.string(), words: z.string() })),
};

const dated = {
  terms: contractRequest,
  proposed: proposedTerms.nullable(),
  regime: z.string(),
  effectiveEnd: localDate,
  maximumEnd: localDate,
  exercised: z.array(exercisedOption),
  optionsAhead: z.array(z.object({ option: z.int(), months: z.int(), amountPence: pence, noticeMonths: z.int().optional(), noticeBy: localDate, endsOn: localDate })),
  value: z.object({ approvedPence: pence, committedPence: pence, toDate: z.object({ pence, on: localDate }).nullable(), overPence: pence, needsDecision: z.boolean(), isKey: z.boolean(), words: z.string() }),
  latestSafeStart: latestSafeStartView.nullable(),
  notices: z.object({ none: z.string().nullable(), notices: z.array(notice), ahead: z.array(notice), published: z.array(publishedNotice) }),
};

/** A contract as the council sees it: what is stored and all that follows from it on a day. */
export const contractViewSchema = z.discriminatedUnion('status', [
  z.object({ ...common, status: z.literal('proposed'), particulars, proposed: proposedTerms }),
  z.object({ ...common, ...dated, status: z.literal('registered') }),
  z.object({ ...common, ...dated, status: z.literal('ended'), ended: endOfContract }),
  z.object({ ...common, status: z.literal('closed'), particulars, proposed: proposedTerms, closed: z.object({ on: localDate, words: z.string() }) }),
]);

export type ContractView = z.infer<typeof contractViewSchema>;
