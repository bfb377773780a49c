import * as z from 'zod/mini';
import { contractSettingsSchema } from '../contract/contract-settings.schema.ts';
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
  money: z.array(moneyTest).check(z.minLength(1)),
  area: z.nullable(z.strictObject({ comparison, limit: z.int().check(z.minimum(0)) })),
});

/** Call-in as the council's scrutiny rules have it from a date on. */
export const callInRule = z.strictObject({
  from: localDate,
  source: line(),
  clearWorkingDays: z.int().check(z.minimum(1)),
  members: z.int().check(z.minimum(1)),
  differentGroups: z.boolean(),
  committeeMay: z.boolean(),
  keyOnly: z.boolean(),
  grounds: z.array(line(200)).check(z.minLength(1)),
});

/** Who clears a proposal before its notice; `lead-director` stands for the proposal's own lead director. */
const clearanceRoute = z.strictObject({
  from: localDate,
  department: z.optional(line()),
  overPence: z.optional(pence),
  order: z.enum(['parallel', 'in-turn']),
  posts: z.array(z.union([z.literal('lead-director'), directoryId])).check(z.minLength(1)),
  workingDaysToAnswer: z.int().check(z.minimum(1)),
});

const holder = z.strictObject({
  from: localDate,
  to: z.optional(localDate),
  name: line(),
  title: z.optional(line()),
  email: emailAddress,
  group: z.optional(line(100)),
});

/** A post or body in the directory, with everyone who has held it by date. A body lists its members by post. */
const post = z.strictObject({
  id: directoryId,
  title: line(),
  kind: z.enum(['executive-member', 'body', 'officer', 'scrutiny', 'council']),
  holders: z.array(holder).check(z.minLength(1)),
  members: z.optional(z.array(directoryId)),
  delegate: z.optional(directoryId),
});

/** The settings and the directory of one council: dated data, never code. */
export const councilSchema = z.strictObject({
  id: directoryId,
  name: line(),
  kind: z.enum(['county', 'unitary', 'metropolitan', 'london-borough', 'district']),
  areaWord: z.enum(['division', 'ward']),
  colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/i)),
  website: z.url(),
  offices: line(),
  email: z.strictObject({ from: emailAddress, replyTo: emailAddress, allMembers: emailAddress }),
  documents: z.strictObject({ howToAsk: words(1000), email: emailAddress }),
  noticeClearDays: z.int().check(z.minimum(28, 'Reg 9 of SI 2012/2089 allows no fewer than 28 clear days')),
  consultationClearWorkingDays: z.int().check(z.minimum(0)),
  generalExceptionClearWorkingDays: z.int().check(z.minimum(5, 'Reg 10 of SI 2012/2089 allows no fewer than 5 clear days')),
  keyRules: z.array(keyRule).check(z.minLength(1)),
  callInRules: z.array(callInRule).check(z.minLength(1)),
  clearanceRoutes: z.array(clearanceRoute).check(z.minLength(1)),
  noticeOn: z.enum(['clerk', 'clearance']),
  codeOverPence: z.optional(pence),
  departments: z.array(line()).check(z.minLength(1)),
  posts: z.array(post).check(z.minLength(1)),
  absences: z.optional(z.array(z.strictObject({ post: directoryId, from: localDate, to: localDate, cover: directoryId, scheme: line() }))),
  reminders: z.optional(
    z.strictObject({
      before: z.array(z.int().check(z.minimum(1), z.maximum(60))),
      after: z.array(z.int().check(z.minimum(1), z.maximum(60))),
      escalateAfter: z.int().check(z.minimum(1), z.maximum(60)),
    }),
  ),
  contracts: z.optional(contractSettingsSchema),
  committees: z.array(
    z.strictObject({
      name: line(),
      chair: z.optional(directoryId),
      members: z.optional(z.array(z.strictObject({ name: line(), email: emailAddress }))),
    }),
  ),
  divisions: z
    .array(
      z.strictObject({ name: line(100), members: z.array(z.strictObject({ name: line(), email: emailAddress })).check(z.minLength(1)) }),
    )
    .check(z.minLength(1)),
});

export type Council = z.infer<typeof councilSchema>;
export type KeyRule = z.infer<typeof keyRule>;
export type MoneyTest = z.infer<typeof moneyTest>;
export type CallInRule = z.infer<typeof callInRule>;
export type ClearanceRoute = z.infer<typeof clearanceRoute>;
export type Post = z.infer<typeof post>;
export type Holder = z.infer<typeof holder>;
