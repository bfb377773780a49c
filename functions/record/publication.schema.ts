import * as z from 'zod';
import { keyRule } from '../council/council.schema.ts';
import { keyChallenge, lawfulness, privateMeeting } from './publication-proof.schema.ts';

const day = z.iso.date();
const pence = z.number().int();
const maybe = z.string().nullable();
const person = z.object({ name: z.string(), title: z.string() });

const status = z.object({
  code: z.enum([
    'notice-published', 'awaiting-decision', 'changed', 'deferred', 'withdrawn', 'not-proceeding',
    'subject-to-call-in', 'not-yet-in-force', 'called-in', 'in-force', 'superseded', 'not-agreed',
  ]),
  words: z.string(),
  explanation: z.string(),
});

/** A document as the public sees it: an exempt one by its title and its paragraph of Schedule 12A, never by where it is kept. */
export const publicDocument = z.discriminatedUnion('access', [
  z.object({ access: z.literal('open'), title: z.string(), url: z.string().nullable() }),
  z.object({ access: z.literal('exempt'), title: z.string(), paragraph: z.number().int(), words: z.string() }),
]);

const decisionMaker = person.extend({
  post: z.string(),
  kind: z.enum(['individual', 'body', 'officer']),
  members: z.array(person),
  jointWith: person.nullable(),
  inThePlaceOf: maybe,
  inConsultationWith: z.array(z.string()),
});

/** What reg 9(1) of SI 2012/2089 has a notice state, in the order of its paragraphs (a) to (h). */
const particulars = z.object({
  keyDecision: z.string().meta({ description: '(a) whether a key decision is to be made' }),
  matter: z.string().meta({ description: '(b) the matter' }),
  decisionMaker: decisionMaker.meta({ description: '(c) name and title, or the body and its members' }),
  decisionDue: z.object({ from: day, words: z.string() }).meta({ description: '(d) the date or period' }),
  documents: z.array(publicDocument).meta({ description: '(e) the documents submitted' }),
  copiesFrom: z.string().meta({ description: '(f) the address for copies' }),
  otherDocuments: z.string().meta({ description: '(g) that other documents may be submitted' }),
  howToAsk: z.object({ words: z.string(), email: z.string() }).meta({ description: '(h) how to ask for them' }),
});

const key = z.object({
  isKey: z.boolean().nullable().meta({ description: 'null where an imported record does not say' }),
  grounds: z.array(z.string()),
  statement: maybe,
  totals: z.object({ expenditurePence: z.union([pence, z.literal('unbounded')]), savingsPence: pence, divisions: z.number().int() }).nullable(),
  thresholds: keyRule.nullable(),
});

const wordingChange = z.object({ by: z.string(), on: day, before: z.array(z.string()), after: z.array(z.string()) });

const resolutions = z.object({
  state: z.enum(['proposed', 'taken', 'not-agreed']),
  items: z.array(z.string()),
  changes: z.array(wordingChange),
  conditions: z.array(z.object({ resolution: z.number().int(), words: z.string() })),
});

const range = { amountPence: pence, upToPence: pence.nullable() };
const expenditure = z.object({
  description: z.string(), kind: z.enum(['initial-term', 'extension-option', 'one-off', 'annual']), class: maybe, years: z.number().int().nullable(), contract: maybe, ...range,
});
const growth = z.object({ per: z.string(), ...range, maximumUnits: z.number().int().nullable(), reapprovalTrigger: maybe });

const financial = z.object({
  summary: z.string(),
  expenditure: z.array(expenditure),
  lineTotal: z.object(range).nullable().meta({ description: 'Every line for all its years, without growth' }),
  growth: growth.nullable(),
  savings: z.array(z.object({ description: z.string(), years: z.number().int().nullable(), ...range })),
  funding: z.array(z.object({ source: z.string(), amountPence: pence.nullable(), ringFenced: z.boolean() })),
});

const consultee = z.object({
  name: z.string(), title: z.string(), external: z.boolean(),
  outcome: z.enum(['asked', 'supported', 'objected', 'commented', 'proposed-an-amendment', 'silent', 'undeliverable', 'not-recorded']),
  late: z.boolean(),
  words: maybe,
});

const consultation = z.object({
  closesOn: day.nullable(),
  consultees: z.array(consultee),
  committees: z.array(z.object({ committee: z.string(), date: day, outcome: z.enum(['endorsed', 'amended', 'not-endorsed', 'noted']), words: z.string() })),
  committeeAwaited: z.object({ name: z.string(), date: day }).nullable(),
});

const contract = z.object({
  title: z.string(), supplier: maybe, start: day.nullable(), end: day.nullable(), valuePence: pence.nullable(),
  extensionOptions: z.array(z.object({ months: z.number().int(), amountPence: pence.nullable() })),
  outcome: z.enum(['award', 'procure', 'extend', 'bring-in-house', 'lapse']),
});

const interest = z.object({ name: z.string(), interest: z.enum(['none', 'declared']), kind: z.enum(['pecuniary', 'other']).nullable(), detail: maybe, dispensation: maybe });

const determination = z.object({
  by: person.extend({ post: z.string(), kind: z.enum(['individual', 'body', 'officer']), members: z.array(person) }),
  decidedOn: day,
  cover: maybe.meta({ description: 'Who signed in whose place, and under which scheme' }),
  recordedByClerk: z.boolean(),
  onPaper: z.boolean().default(false).meta({ description: 'Signed on paper, and entered by the clerk' }),
  override: maybe.default(null).meta({ description: 'Why the clerk entered it, in the clerk’s words' }),
  meeting: z.object({ date: day, present: z.array(z.string()), introducedBy: maybe, points: z.array(z.string()) }).nullable(),
});

const callIn = z.object({
  requestedOn: day,
  requestedBy: z.array(z.object({ name: z.string(), group: maybe })),
  grounds: z.array(z.string()),
  words: maybe,
  outcome: z.enum(['no-comment', 'comments', 'reconsider', 'refer-to-council', 'not-valid']).nullable(),
  outcomeOn: day.nullable(),
  outcomeWords: maybe,
  reconsidered: z.object({ outcome: z.enum(['confirmed', 'changed']), on: day, words: maybe }).nullable(),
});

const timetable = z.object({
  firstPublishedOn: day, publishedOn: day,
  clearDaysRequired: z.number().int(), clearDaysBasis: z.enum(['calendar', 'working', 'none']),
  gates: z.array(z.object({ date: day, rule: z.string(), source: z.string(), words: z.string() })),
  earliestDecisionDate: day, suggestedDecisionDate: day, originallyDue: day.nullable(), consultationClosesOn: day.nullable(),
  decidedOn: day.nullable(), recordPublishedOn: day.nullable(), callInClosesOn: day.nullable(), effectiveFrom: day.nullable(),
  proof: maybe.meta({ description: 'How long the notice ran before the decision, and how long it had to' }),
});

const timelineEntry = z.object({ label: z.string(), date: day.nullable(), state: z.enum(['done', 'now', 'to-come']), rule: z.string(), source: z.string() });

const publicSection = z.enum([
  'proposedDecision', 'background', 'reasons', 'financialImplications', 'legalImplications', 'equalityImplications', 'dataProtectionImplications',
  'alternatives', 'contracts', 'consultation', 'figures', 'discussion',
]);

/** Everything about a decision that the public may read, and nothing else. What is null and named in `withheld` is kept back for the reason there. */
export const publicationSchema = z.object({
  schema: z.literal(1),
  number: z.string().regex(/^\d\d\/\d{5}$/),
  kind: z.enum(['notice', 'record']),
  council: z.object({ id: z.string(), name: z.string() }),
  status,
  subject: z.string(),
  department: maybe,
  leadDirector: person.nullable(),
  contact: z.object({ name: z.string(), title: z.string(), phone: maybe, email: z.string() }).nullable(),
  areaWord: z.enum(['division', 'ward']),
  divisionsAffected: z.union([z.literal('all'), z.array(z.string())]).nullable(),
  particulars,
  key,
  decision: resolutions.nullable(),
  background: maybe, reasons: maybe,
  financialImplications: financial.nullable(),
  legalImplications: maybe,
  equalityImplications: z.object({ status: z.enum(['not-required', 'screening', 'full']), date: day.nullable(), words: z.string() }).nullable(),
  dataProtectionImplications: z.object({ status: z.enum(['not-required', 'to-follow', 'complete']), words: z.string() }).nullable(),
  alternatives: z.array(z.object({ option: z.string(), reasonRejected: z.string() })).nullable(),
  consultation: consultation.nullable(),
  contracts: z.array(contract).nullable(),
  interests: z.object({ summary: z.enum(['None', 'Declared', 'As recorded']), each: z.array(interest) }).nullable(),
  determination: determination.nullable(),
  ending: z.object({ on: day, until: day.nullable(), words: maybe }).nullable().meta({ description: 'When and why it was deferred, withdrawn or not agreed' }),
  callIn: callIn.nullable(),
  callInWaiver: maybe,
  replaces: z.array(z.string()).default([]).meta({ description: 'The numbers of the decisions that this one takes the place of once it is in effect' }),
  supersededBy: z.object({ number: z.string(), on: day }).nullable().default(null).meta({ description: 'The later decision that took its place, and since when' }),
  keyChallenge: keyChallenge.nullable().default(null).meta({ description: 'Scrutiny thinks that it was key and was not treated so, and the report that followed (reg 18 of SI 2012/2089)' }),
  privateMeeting: privateMeeting.nullable().default(null).meta({ description: 'Why the body meets in private (reg 5 of SI 2012/2089)' }),
  lawfulness: lawfulness.nullable().default(null).meta({ description: 'How the dates were counted when it was decided' }),
  publicAccess: z.object({ kind: z.enum(['open', 'part-exempt', 'fully-exempt']), paragraphs: z.array(z.object({ paragraph: z.number().int(), words: z.string() })), publicInterest: maybe }).nullable(),
  withheld: z.array(z.object({ section: publicSection, words: z.string() })),
  shortNotice: z.object({ route: z.enum(['general-exception', 'special-urgency']), words: z.string(), reason: maybe, agreedBy: person.extend({ on: day }).nullable() }).nullable(),
  findings: z.array(z.string()).meta({ description: 'What an older record was found to lack when it was taken over, such as clear days of notice' }),
  timetable,
  timeline: z.array(timelineEntry),
  contentHash: maybe,
  fingerprint: maybe,
  historyHead: z.string(),
  updatedAt: z.iso.datetime(),
});

export type Publication = z.infer<typeof publicationSchema>;
export type PublicSection = z.infer<typeof publicSection>;
export type PublicDocument = z.infer<typeof publicDocument>;
export type PublicStatus = Publication['status'];
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** Every section that can be kept back. */
export const publicSections = publicSection.options;
