import * as z from 'zod/mini';
import { keyRule } from '../council/council.schema.ts';
import { keyChallenge, lawfulness, privateMeeting } from './publication-proof.schema.ts';
import { publicSection } from './public-section.schema.ts';

const day = z.iso.date();
const pence = z.int();
const maybe = z.nullable(z.string());
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
const publicDocument = z.discriminatedUnion('access', [
  z.object({ access: z.literal('open'), title: z.string(), url: z.nullable(z.string()) }),
  z.object({ access: z.literal('exempt'), title: z.string(), paragraph: z.int(), words: z.string() }),
]);

const decisionMaker = z.extend(person, {
  post: z.string(),
  kind: z.enum(['individual', 'body', 'officer']),
  members: z.array(person),
  jointWith: z.nullable(person),
  inThePlaceOf: maybe,
  inConsultationWith: z.array(z.string()),
});

/** What reg 9(1) of SI 2012/2089 has a notice state, in the order of its paragraphs (a) to (h). */
const particulars = z.object({
  keyDecision: z.string().check(z.meta({ description: '(a) whether a key decision is to be made' })),
  matter: z.string().check(z.meta({ description: '(b) the matter' })),
  decisionMaker: decisionMaker.check(z.meta({ description: '(c) name and title, or the body and its members' })),
  decisionDue: z.object({ from: day, words: z.string() }).check(z.meta({ description: '(d) the date or period' })),
  documents: z.array(publicDocument).check(z.meta({ description: '(e) the documents submitted' })),
  copiesFrom: z.string().check(z.meta({ description: '(f) the address for copies' })),
  otherDocuments: z.string().check(z.meta({ description: '(g) that other documents may be submitted' })),
  howToAsk: z.object({ words: z.string(), email: z.string() }).check(z.meta({ description: '(h) how to ask for them' })),
});

const key = z.object({
  isKey: z.nullable(z.boolean()).check(z.meta({ description: 'null where an imported record does not say' })),
  grounds: z.array(z.string()),
  statement: maybe,
  totals: z.nullable(z.object({ expenditurePence: z.union([pence, z.literal('unbounded')]), savingsPence: pence, divisions: z.int() })),
  thresholds: z.nullable(keyRule),
});

const wordingChange = z.object({ by: z.string(), on: day, before: z.array(z.string()), after: z.array(z.string()) });

const resolutions = z.object({
  state: z.enum(['proposed', 'taken', 'not-agreed']),
  items: z.array(z.string()),
  changes: z.array(wordingChange),
  conditions: z.array(z.object({ resolution: z.int(), words: z.string() })),
});

const range = { amountPence: pence, upToPence: z.nullable(pence) };
const expenditure = z.object({
  description: z.string(), kind: z.enum(['initial-term', 'extension-option', 'one-off', 'annual']), class: maybe, years: z.nullable(z.int()), contract: maybe, ...range,
});
const growth = z.object({ per: z.string(), ...range, maximumUnits: z.nullable(z.int()), reapprovalTrigger: maybe });

const financial = z.object({
  summary: z.string(),
  expenditure: z.array(expenditure),
  lineTotal: z.nullable(z.object(range)).check(z.meta({ description: 'Every line for all its years, without growth' })),
  growth: z.nullable(growth),
  savings: z.array(z.object({ description: z.string(), years: z.nullable(z.int()), ...range })),
  funding: z.array(z.object({ source: z.string(), amountPence: z.nullable(pence), ringFenced: z.boolean() })),
});

const consultee = z.object({
  name: z.string(), title: z.string(), external: z.boolean(),
  outcome: z.enum(['asked', 'supported', 'objected', 'commented', 'proposed-an-amendment', 'silent', 'undeliverable', 'not-recorded']),
  late: z.boolean(),
  words: maybe,
});

const consultation = z.object({
  closesOn: z.nullable(day),
  consultees: z.array(consultee),
  committees: z.array(z.object({ committee: z.string(), date: day, outcome: z.enum(['endorsed', 'amended', 'not-endorsed', 'noted']), words: z.string() })),
  committeeAwaited: z.nullable(z.object({ name: z.string(), date: day })),
});

const contract = z.object({
  title: z.string(), supplier: maybe, start: z.nullable(day), end: z.nullable(day), valuePence: z.nullable(pence),
  extensionOptions: z.array(z.object({ months: z.int(), amountPence: z.nullable(pence) })),
  outcome: z.enum(['award', 'procure', 'extend', 'bring-in-house', 'lapse']),
});

const interest = z.object({ name: z.string(), interest: z.enum(['none', 'declared']), kind: z.nullable(z.enum(['pecuniary', 'other'])), detail: maybe, dispensation: maybe });

const determination = z.object({
  by: z.extend(person, { post: z.string(), kind: z.enum(['individual', 'body', 'officer']), members: z.array(person), jointWith: z._default(z.nullable(person), null) }),
  decidedOn: day,
  cover: maybe.check(z.meta({ description: 'Who signed in whose place, and under which scheme' })),
  recordedByClerk: z.boolean(),
  onPaper: z._default(z.boolean(), false).check(z.meta({ description: 'Signed on paper, and entered by the clerk' })),
  override: z._default(maybe, null).check(z.meta({ description: 'Why the clerk entered it, in the clerk’s words' })),
  meeting: z.nullable(z.object({ date: day, present: z.array(z.string()), introducedBy: maybe, points: z.array(z.string()) })),
});

const callIn = z.object({
  requestedOn: day,
  requestedBy: z.array(z.object({ name: z.string(), group: maybe })),
  grounds: z.array(z.string()),
  words: maybe,
  outcome: z.nullable(z.enum(['no-comment', 'comments', 'reconsider', 'refer-to-council', 'not-valid'])),
  outcomeOn: z.nullable(day),
  outcomeWords: maybe,
  reconsidered: z.nullable(z.object({ outcome: z.enum(['confirmed', 'changed']), on: day, words: maybe })),
});

const timetable = z.object({
  firstPublishedOn: day, publishedOn: day,
  clearDaysRequired: z.int(), clearDaysBasis: z.enum(['calendar', 'working', 'none']),
  gates: z.array(z.object({ date: day, rule: z.string(), source: z.string(), words: z.string() })),
  earliestDecisionDate: day, suggestedDecisionDate: day, originallyDue: z.nullable(day), consultationClosesOn: z.nullable(day),
  decidedOn: z.nullable(day), recordPublishedOn: z.nullable(day), callInClosesOn: z.nullable(day), effectiveFrom: z.nullable(day),
  proof: maybe.check(z.meta({ description: 'How long the notice ran before the decision, and how long it had to' })),
});

const timelineEntry = z.object({ label: z.string(), date: z.nullable(day), state: z.enum(['done', 'now', 'to-come']), rule: z.string(), source: z.string() });

/** Everything about a decision that the public may read, and nothing else. What is null and named in `withheld` is kept back for the reason there. */
export const publicationSchema = z.object({
  schema: z.literal(1),
  number: z.string().check(z.regex(/^\d\d\/\d{5}$/)),
  kind: z.enum(['notice', 'record']),
  council: z.object({ id: z.string(), name: z.string() }),
  status,
  subject: z.string(),
  department: maybe,
  leadDirector: z.nullable(person),
  contact: z.nullable(z.object({ name: z.string(), title: z.string(), phone: maybe, email: z.string() })),
  areaWord: z.enum(['division', 'ward']),
  divisionsAffected: z.nullable(z.union([z.literal('all'), z.array(z.string())])),
  particulars,
  key,
  decision: z.nullable(resolutions),
  background: maybe, reasons: maybe,
  financialImplications: z.nullable(financial),
  legalImplications: maybe,
  equalityImplications: z.nullable(z.object({ status: z.enum(['not-required', 'screening', 'full']), date: z.nullable(day), words: z.string() })),
  dataProtectionImplications: z.nullable(z.object({ status: z.enum(['not-required', 'to-follow', 'complete']), words: z.string() })),
  alternatives: z.nullable(z.array(z.object({ option: z.string(), reasonRejected: z.string() }))),
  consultation: z.nullable(consultation),
  contracts: z.nullable(z.array(contract)),
  interests: z.nullable(z.object({ summary: z.enum(['None', 'Declared', 'As recorded']), each: z.array(interest) })),
  determination: z.nullable(determination),
  ending: z.nullable(z.object({ on: day, until: z.nullable(day), words: maybe })).check(z.meta({ description: 'When and why it was deferred, withdrawn or not agreed' })),
  callIn: z.nullable(callIn),
  callInWaiver: maybe,
  replaces: z._default(z.array(z.string()), []).check(z.meta({ description: 'The numbers of the decisions that this one takes the place of once it is in effect' })),
  supersededBy: z._default(z.nullable(z.object({ number: z.string(), on: day })), null).check(z.meta({ description: 'The later decision that took its place, and since when' })),
  keyChallenge: z._default(z.nullable(keyChallenge), null).check(z.meta({ description: 'Scrutiny thinks that it was key and was not treated so, and the report that followed (reg 18 of SI 2012/2089)' })),
  privateMeeting: z._default(z.nullable(privateMeeting), null).check(z.meta({ description: 'Why the body meets in private (reg 5 of SI 2012/2089)' })),
  lawfulness: z._default(z.nullable(lawfulness), null).check(z.meta({ description: 'How the dates were counted when it was decided' })),
  publicAccess: z.nullable(z.object({ kind: z.enum(['open', 'part-exempt', 'fully-exempt']), paragraphs: z.array(z.object({ paragraph: z.int(), words: z.string() })), publicInterest: maybe })),
  withheld: z.array(z.object({ section: publicSection, words: z.string() })),
  shortNotice: z.nullable(z.object({ route: z.enum(['general-exception', 'special-urgency']), words: z.string(), reason: maybe, agreedBy: z.nullable(z.extend(person, { on: day })) })),
  findings: z.array(z.string()).check(z.meta({ description: 'What an older record was found to lack when it was taken over, such as clear days of notice' })),
  timetable,
  timeline: z.array(timelineEntry),
  contentHash: maybe,
  fingerprint: maybe,
  historyHead: z.string(),
  updatedAt: z.iso.datetime(),
});

export type Publication = z.infer<typeof publicationSchema>;
export type PublicDocument = z.infer<typeof publicDocument>;
export type PublicStatus = Publication['status'];
export type TimelineEntry = z.infer<typeof timelineEntry>;
