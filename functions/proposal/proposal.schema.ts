import * as z from 'zod/mini';
import { acrossFields } from '../rules/across-fields.schema.ts';
import { areasAffected, directoryId, emailAddress, exemptParagraph, line, localDate, pence, words } from '../rules/text.schema.ts';

const upTo = (range: { amountPence: number; upToPence?: number | undefined }) =>
  range.upToPence === undefined || range.upToPence >= range.amountPence;
const upToAbove = acrossFields(['amountPence', 'upToPence'], upTo, {
  message: 'The top of the range is below its bottom',
  path: ['upToPence'],
});

const expenditureLine = z
  .strictObject({
    description: line(),
    kind: z.enum(['initial-term', 'extension-option', 'one-off', 'annual']),
    class: z.optional(z.enum(['revenue', 'capital'])),
    years: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
    amountPence: pence,
    upToPence: z.optional(pence),
    contract: z.optional(line()),
  })
  .check(
    upToAbove,
    acrossFields(['kind', 'years'], (item) => item.kind !== 'annual' || item.years !== undefined, {
      message: 'Say for how many years',
      path: ['years'],
    }),
  );

const growthSchema = z
  .strictObject({
    per: line(),
    amountPence: pence,
    upToPence: z.optional(pence),
    maximumUnits: z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000))),
    reapprovalTrigger: z.optional(line()),
  })
  .check(upToAbove);

const savingLine = z
  .strictObject({
    description: line(),
    amountPence: pence,
    upToPence: z.optional(pence),
    years: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
  })
  .check(upToAbove);

export const financialImplications = z.strictObject({
  summary: words(),
  expenditure: z.array(expenditureLine).check(z.maxLength(200)),
  growth: z.optional(growthSchema),
  savings: z.array(savingLine).check(z.maxLength(200)),
  funding: z.array(z.strictObject({ source: line(), amountPence: z.optional(pence), ringFenced: z.boolean() })).check(z.maxLength(50)),
});

export const proposedContract = z
  .strictObject({
    title: line(),
    supplier: z.optional(line()),
    start: z.optional(localDate),
    end: z.optional(localDate),
    extensionOptions: z._default(
      z.array(z.strictObject({ months: z.int().check(z.minimum(1), z.maximum(240)), amountPence: pence })).check(z.maxLength(20)),
      [],
    ),
    replaces: z._default(z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(50)), []),
    outcome: z.enum(['award', 'procure', 'extend', 'bring-in-house', 'lapse']),
    valuePence: z.optional(pence),
  })
  .check(
    acrossFields(['start', 'end'], (contract) => !contract.start || !contract.end || contract.end >= contract.start, {
      message: 'The contract ends before it starts',
      path: ['end'],
    }),
    acrossFields(
      ['outcome', 'start', 'end'],
      (contract) => contract.outcome === 'lapse' || contract.outcome === 'bring-in-house' || (contract.start && contract.end),
      {
        message: 'Say when the contract starts and ends',
        path: ['start'],
      },
    ),
  );

/** The parts of a proposal that can be kept out of public sight; the reg 9 particulars never can. */
export const exemptSection = z.enum([
  'background',
  'reasons',
  'financialImplications',
  'legalImplications',
  'equalityImplications',
  'dataProtectionImplications',
  'alternatives',
  'contracts',
  'consultation',
]);

export const publicAccess = z
  .strictObject({
    kind: z.enum(['open', 'part-exempt', 'fully-exempt']),
    paragraphs: z.array(exemptParagraph).check(z.maxLength(7)),
    publicInterest: z.optional(words(2000)),
    sections: z.optional(z.array(exemptSection)),
  })
  .check(
    acrossFields(['kind', 'paragraphs'], (access) => access.kind === 'open' || access.paragraphs.length > 0, {
      message: 'Name the paragraph of Schedule 12A relied on',
      path: ['paragraphs'],
    }),
    acrossFields(['kind', 'publicInterest'], (access) => access.kind === 'open' || access.publicInterest !== undefined, {
      message: 'Say why the public interest favours keeping this private',
      path: ['publicInterest'],
    }),
    acrossFields(
      ['kind', 'paragraphs', 'sections'],
      (access) => access.kind !== 'open' || (access.paragraphs.length === 0 && !access.sections?.length),
      {
        message: 'Open business relies on no paragraph of Schedule 12A',
        path: ['paragraphs'],
      },
    ),
  );

export const documentSchema = z
  .strictObject({
    title: line(),
    url: z.optional(
      z.url({ protocol: /^https?$/, error: 'Use a web address that begins with https:// or http://' }).check(z.maxLength(2000)),
    ),
    access: z.enum(['open', 'exempt']),
    paragraph: z.optional(exemptParagraph),
    kind: z.optional(z.enum(['report', 'background-paper', 'equality-assessment', 'other'])),
  })
  .check(
    acrossFields(['access', 'paragraph'], (document) => document.access === 'open' || document.paragraph !== undefined, {
      message: 'Name the paragraph of Schedule 12A relied on',
      path: ['paragraph'],
    }),
  );

/** Everything that a proposal must hold before it can be submitted. */
export const proposalSchema = z.strictObject({
  subject: line(300),
  decisionMaker: directoryId,
  jointWith: z.optional(directoryId),
  inThePlaceOf: z.optional(directoryId),
  inConsultationWith: z.optional(z.array(directoryId).check(z.maxLength(10))),
  department: line(),
  leadDirector: directoryId,
  contact: z.strictObject({ name: line(), title: line(), phone: z.optional(line(40)), email: emailAddress }),
  proposedDecision: z.array(words(5000)).check(z.minLength(1, 'Say what is to be decided'), z.maxLength(50)),
  background: words(),
  reasons: words(),
  financialImplications,
  divisionsAffected: areasAffected,
  declaredKey: z.optional(z.boolean()),
  legalImplications: words(),
  equalityImplications: z
    .strictObject({ status: z.enum(['not-required', 'screening', 'full']), date: z.optional(localDate), words: words() })
    .check(
      acrossFields(['status', 'date'], (equality) => equality.status === 'not-required' || equality.date !== undefined, {
        message: 'Say when it was completed',
        path: ['date'],
      }),
    ),
  dataProtectionImplications: z.strictObject({ status: z.enum(['not-required', 'to-follow', 'complete']), words: words() }),
  alternatives: z.array(z.strictObject({ option: words(5000), reasonRejected: words(5000) })).check(z.maxLength(50)),
  consultees: z
    .array(z.union([directoryId, z.strictObject({ name: line(), email: emailAddress, external: z.optional(z.boolean()) })]))
    .check(z.maxLength(200)),
  cabinetCommittee: z.optional(z.strictObject({ name: line(), date: localDate })),
  documents: z.array(documentSchema).check(z.maxLength(100)),
  publicAccess,
  contracts: z.array(proposedContract).check(z.maxLength(100)),
  targetDecisionDate: z.optional(localDate),
  consultationClosesOn: z.optional(localDate),
  replaces: z.optional(
    z.array(z.string().check(z.regex(/^\d\d\/\d{5}$/, 'Write the number of a decision, such as 23/00022'))).check(z.maxLength(10)),
  ),
});

/** A draft: any part may be missing, no part may be wrong. */
export const draftSchema = z.partial(proposalSchema);

export type Proposal = z.infer<typeof proposalSchema>;
export type Draft = z.infer<typeof draftSchema>;
export type ExpenditureLine = z.infer<typeof expenditureLine>;
export type ProposedContract = z.infer<typeof proposedContract>;
export type PublicAccess = z.infer<typeof publicAccess>;
export type ExemptSection = z.infer<typeof exemptSection>;
