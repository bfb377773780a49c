import * as z from 'zod';
import { directoryId, emailAddress, line, localDate, pence, words } from '../rules/text.schema.ts';

const upTo = (range: { amountPence: number; upToPence?: number | undefined }) => range.upToPence === undefined || range.upToPence >= range.amountPence;
const upToFault = { message: 'The top of the range is below its bottom', path: ['upToPence'] };

export const expenditureLine = z
  .strictObject({
    description: line(),
    kind: z.enum(['initial-term', 'extension-option', 'one-off', 'annual']),
    class: z.enum(['revenue', 'capital']).optional(),
    years: z.int().min(1).max(60).optional(),
    amountPence: pence,
    upToPence: pence.optional(),
    contract: line().optional(),
  })
  .refine(upTo, upToFault)
  .refine((item) => item.kind !== 'annual' || item.years !== undefined, { message: 'Say for how many years', path: ['years'] });

export const growthSchema = z
  .strictObject({
    per: line(),
    amountPence: pence,
    upToPence: pence.optional(),
    maximumUnits: z.int().min(0).max(1_000_000).nullable(),
    reapprovalTrigger: line().optional(),
  })
  .refine(upTo, upToFault);

export const savingLine = z
  .strictObject({ description: line(), amountPence: pence, upToPence: pence.optional(), years: z.int().min(1).max(60).optional() })
  .refine(upTo, upToFault);

export const financialImplications = z.strictObject({
  summary: words(),
  expenditure: z.array(expenditureLine).max(200),
  growth: growthSchema.optional(),
  savings: z.array(savingLine).max(200),
  funding: z.array(z.strictObject({ source: line(), amountPence: pence.optional(), ringFenced: z.boolean() })).max(50),
});

export const proposedContract = z
  .strictObject({
    title: line(),
    supplier: line().optional(),
    start: localDate.optional(),
    end: localDate.optional(),
    extensionOptions: z.array(z.strictObject({ months: z.int().min(1).max(240), amountPence: pence })).max(20).default([]),
    replaces: z.array(z.string().min(1).max(100)).max(50).default([]),
    outcome: z.enum(['award', 'procure', 'extend', 'bring-in-house', 'lapse']),
    valuePence: pence.optional(),
  })
  .refine((contract) => !contract.start || !contract.end || contract.end >= contract.start, { message: 'The contract ends before it starts', path: ['end'] })
  .refine((contract) => contract.outcome === 'lapse' || contract.outcome === 'bring-in-house' || (contract.start && contract.end), { message: 'Say when the contract starts and ends', path: ['start'] });

const exemptParagraph = z.int().min(1, 'Schedule 12A has paragraphs 1 to 7').max(7, 'Schedule 12A has paragraphs 1 to 7');

/** The parts of a proposal that can be kept out of public sight; the reg 9 particulars never can. */
export const exemptSection = z.enum([
  'background', 'reasons', 'financialImplications', 'legalImplications', 'equalityImplications', 'dataProtectionImplications', 'alternatives', 'contracts', 'consultation',
]);

export const publicAccess = z
  .strictObject({
    kind: z.enum(['open', 'part-exempt', 'fully-exempt']),
    paragraphs: z.array(exemptParagraph).max(7),
    publicInterest: words(2000).optional(),
    sections: z.array(exemptSection).optional(),
  })
  .refine((access) => access.kind === 'open' || access.paragraphs.length > 0, { message: 'Name the paragraph of Schedule 12A relied on', path: ['paragraphs'] })
  .refine((access) => access.kind === 'open' || access.publicInterest !== undefined, { message: 'Say why the public interest favours keeping this private', path: ['publicInterest'] })
  .refine((access) => access.kind !== 'open' || (access.paragraphs.length === 0 && !access.sections?.length), { message: 'Open business relies on no paragraph of Schedule 12A', path: ['paragraphs'] });

export const documentSchema = z
  .strictObject({
    title: line(),
    url: z.url({ protocol: /^https?$/ }).max(2000).optional(),
    access: z.enum(['open', 'exempt']),
    paragraph: exemptParagraph.optional(),
    kind: z.enum(['report', 'background-paper', 'equality-assessment', 'other']).optional(),
  })
  .refine((document) => document.access === 'open' || document.paragraph !== undefined, { message: 'Name the paragraph of Schedule 12A relied on', path: ['paragraph'] });

/** Everything that a proposal must hold before it can be submitted. */
export const proposalSchema = z.strictObject({
  subject: line(300),
  decisionMaker: directoryId,
  jointWith: directoryId.optional(),
  inThePlaceOf: directoryId.optional(),
  inConsultationWith: z.array(directoryId).max(10).optional(),
  department: line(),
  leadDirector: directoryId,
  contact: z.strictObject({ name: line(), title: line(), phone: line(40).optional(), email: emailAddress }),
  proposedDecision: z.array(words(5000)).min(1, 'Say what is to be decided').max(50),
  background: words(),
  reasons: words(),
  financialImplications,
  divisionsAffected: z.union([z.literal('all'), z.array(line(100)).max(500)]),
  declaredKey: z.boolean().optional(),
  legalImplications: words(),
  equalityImplications: z
    .strictObject({ status: z.enum(['not-required', 'screening', 'full']), date: localDate.optional(), words: words() })
    .refine((equality) => equality.status === 'not-required' || equality.date !== undefined, { message: 'Say when it was completed', path: ['date'] }),
  dataProtectionImplications: z.strictObject({ status: z.enum(['not-required', 'to-follow', 'complete']), words: words() }),
  alternatives: z.array(z.strictObject({ option: words(5000), reasonRejected: words(5000) })).max(50),
  consultees: z.array(z.union([directoryId, z.strictObject({ name: line(), email: emailAddress, external: z.boolean().optional() })])).max(200),
  cabinetCommittee: z.strictObject({ name: line(), date: localDate }).optional(),
  documents: z.array(documentSchema).max(100),
  publicAccess,
  contracts: z.array(proposedContract).max(100),
  targetDecisionDate: localDate.optional(),
  consultationClosesOn: localDate.optional(),
  replaces: z.array(z.string().regex(/^\d\d\/\d{5}$/, 'Write the number of a decision, such as 23/00022')).max(10).optional(),
});

/** A draft: any part may be missing, no part may be wrong. */
export const draftSchema = proposalSchema.partial();

export type Proposal = z.infer<typeof proposalSchema>;
export type Draft = z.infer<typeof draftSchema>;
export type ExpenditureLine = z.infer<typeof expenditureLine>;
export type ProposedContract = z.infer<typeof proposedContract>;
export type PublicAccess = z.infer<typeof publicAccess>;
export type ExemptSection = z.infer<typeof exemptSection>;
