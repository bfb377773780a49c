import * as z from 'zod';
import { contractSettingsSchema } from '../contract/contract-settings.ts';
import { directoryId, emailAddress, line, localDate, pence, words } from '../rules/text.schema.ts';

const comparison = z.enum(['more-than', 'or-more']);

/** One money test of what makes a decision key, as the council's constitution words it. */
const moneyTest = z.strictObject({
  class: z.enum(['any', 'revenue', 'capital', 'contract', 'income']),
  measure: z.enum(['expenditure', 'savings', 'either']),
  comparison,
  amountPence: pence,
  basis: z.enum(['whole-life', 'any-year']),
});

/** The council's reading of "key decision" from a date on (reg 8 of SI 2012/2089 leaves "significant" to it). */
export const keyRule = z.strictObject({
  from: localDate,
  source: line(),
  combine: z.enum(['either', 'both']),
  money: z.array(moneyTest).min(1),
  area: z.strictObject({ comparison, limit: z.int().min(0) }).nullable(),
});

/** Call-in as the council's scrutiny rules have it from a date on. */
export const callInRule = z.strictObject({
  from: localDate,
  source: line(),
  clearWorkingDays: z.int().min(1),
  members: z.int().min(1),
  differentGroups: z.boolean(),
  committeeMay: z.boolean(),
  keyOnly: z.boolean(),
  grounds: z.array(line(200)).min(1),
});

/** Who clears a proposal before its notice; `lead-director` stands for the proposal's own lead director. */
export const clearanceRoute = z.strictObject({
  from: localDate,
  department: line().optional(),
  overPence: pence.optional(),
  order: z.enum(['parallel', 'in-turn']),
  posts: z.array(z.union([z.literal('lead-director'), directoryId])).min(1),
  workingDaysToAnswer: z.int().min(1),
});

const holder = z.strictObject({
  from: localDate,
  to: localDate.optional(),
  name: line(),
  title: line().optional(),
  email: emailAddress,
  group: line(100).optional(),
});

/** A post or body in the directory, with everyone who has held it by date. A body lists its members by post. */
export const post = z.strictObject({
  id: directoryId,
  title: line(),
  kind: z.enum(['executive-member', 'body', 'officer', 'scrutiny', 'council']),
  holders: z.array(holder).min(1),
  members: z.array(directoryId).optional(),
  delegate: directoryId.optional(),
});

/** The settings and the directory of one council: dated data, never code. */
export const councilSchema = z.strictObject({
  id: directoryId,
  name: line(),
  kind: z.enum(['county', 'unitary', 'metropolitan', 'london-borough', 'district']),
  areaWord: z.enum(['division', 'ward']),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  website: z.url(),
  offices: line(),
  email: z.strictObject({ from: emailAddress, replyTo: emailAddress, allMembers: emailAddress }),
  documents: z.strictObject({ howToAsk: words(1000), email: emailAddress }),
  noticeClearDays: z.int().min(28, 'Reg 9 of SI 2012/2089 allows no fewer than 28 clear days'),
  consultationClearWorkingDays: z.int().min(0),
  generalExceptionClearWorkingDays: z.int().min(5, 'Reg 10 of SI 2012/2089 allows no fewer than 5 clear days'),
  keyRules: z.array(keyRule).min(1),
  callInRules: z.array(callInRule).min(1),
  clearanceRoutes: z.array(clearanceRoute).min(1),
  noticeOn: z.enum(['clerk', 'clearance']),
  codeOverPence: pence.optional(),
  departments: z.array(line()).min(1),
  posts: z.array(post).min(1),
  absences: z.array(z.strictObject({ post: directoryId, from: localDate, to: localDate, cover: directoryId, scheme: line() })).optional(),
  reminders: z.strictObject({ before: z.array(z.int().min(1).max(60)), after: z.array(z.int().min(1).max(60)), escalateAfter: z.int().min(1).max(60) }).optional(),
  contracts: contractSettingsSchema.optional(),
  committees: z.array(z.strictObject({ name: line(), chair: directoryId.optional(), members: z.array(z.strictObject({ name: line(), email: emailAddress })).optional() })),
  divisions: z.array(z.strictObject({ name: line(100), members: z.array(z.strictObject({ name: line(), email: emailAddress })).min(1) })).min(1),
});

export type Council = z.infer<typeof councilSchema>;
export type KeyRule = z.infer<typeof keyRule>;
export type MoneyTest = z.infer<typeof moneyTest>;
export type CallInRule = z.infer<typeof callInRule>;
export type ClearanceRoute = z.infer<typeof clearanceRoute>;
export type Post = z.infer<typeof post>;
export type Holder = z.infer<typeof holder>;
