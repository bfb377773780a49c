import fc from 'fast-check';
import { inForce } from '../../functions/council/in-force.ts';
import { type Proposal, proposalSchema } from '../../functions/proposal/proposal.schema.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { kent } from '../../seeds/kent/council.ts';

/** Kent's settings as the API gives them. */
export const council = inForce(kent, '2023-03-07');

const text = fc
  .array(fc.constantFrom('Approve', 'the', '£1,600,000', '"quoted"', '<b>', '&amp;', 'it’s', 'a\nnew line', '’', '%', '+', 'é', '0'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join(' '));
const line = text.map((words) => words.replaceAll('\n', ' '));
const pence = fc.integer({ min: 0, max: 10_000_000_000_000 });
const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1995-01-01', days));
const post = fc.constantFrom(...council.posts.map(({ id }) => id));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const few = <T>(value: fc.Arbitrary<T>, minLength = 0) => fc.array(value, { minLength, maxLength: 3 });
const years = fc.integer({ min: 1, max: 60 });

const range = fc
  .tuple(pence, maybe(pence))
  .map(([a, b]) => (b === undefined ? { amountPence: a } : { amountPence: Math.min(a, b), upToPence: Math.max(a, b) }));
const kinds = fc.constantFrom('initial-term', 'extension-option', 'one-off', 'annual');
const expenditure = fc
  .tuple(
    fc.record({ description: line, kind: kinds, class: maybe(fc.constantFrom('revenue', 'capital')), years, contract: maybe(line) }),
    range,
  )
  .map(([a, b]) => ({ ...a, ...b }));
const saving = fc.tuple(fc.record({ description: line, years: maybe(years) }), range).map(([a, b]) => ({ ...a, ...b }));
const growth = fc
  .tuple(fc.record({ per: line, maximumUnits: fc.oneof(fc.constant(null), fc.nat(1_000_000)), reapprovalTrigger: maybe(line) }), range)
  .map(([a, b]) => ({ ...a, ...b }));
const funding = fc.record({ source: line, amountPence: maybe(pence), ringFenced: fc.boolean() });
const money = fc.record({
  summary: text,
  expenditure: few(expenditure),
  growth: maybe(growth),
  savings: few(saving),
  funding: few(funding),
});

const contract = fc.record({
  title: line,
  supplier: maybe(line),
  start: fc.constant('2024-04-01'),
  end: fc.constant('2026-03-31'),
  valuePence: maybe(pence),
  extensionOptions: few(fc.record({ months: fc.integer({ min: 1, max: 240 }), amountPence: pence })),
  replaces: few(fc.constantFrom('c-1', 'c-2', 'c-3')),
  outcome: fc.constantFrom('award', 'procure', 'extend', 'bring-in-house', 'lapse'),
});
const email = fc.constantFrom('a@kent.example', 'b.c@charity.example');
const person = fc.oneof(post, fc.record({ name: line, email, external: maybe(fc.boolean()) }));
const document = fc.record({
  title: line,
  url: maybe(fc.constant('https://kent.example/a?b=c&d=%20')),
  access: fc.constantFrom('open', 'exempt'),
  paragraph: fc.integer({ min: 1, max: 7 }),
  kind: maybe(fc.constantFrom('report', 'other')),
});
const access = fc.oneof(
  fc.constant({ kind: 'open', paragraphs: [] }),
  fc.record({
    kind: fc.constantFrom('part-exempt', 'fully-exempt'),
    paragraphs: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    publicInterest: text,
    sections: maybe(fc.subarray(['background', 'reasons', 'contracts'], { minLength: 1 })),
  }),
);

/** Any proposal that the API takes, with or without what it may leave out. Paragraphs and sections stand in their order, each once. */
export const anyProposal: fc.Arbitrary<Proposal> = fc
  .record({
    subject: line,
    decisionMaker: post,
    jointWith: maybe(post),
    inThePlaceOf: maybe(post),
    inConsultationWith: maybe(few(post)),
    department: fc.constantFrom(...council.departments, 'A department of old'),
    leadDirector: post,
    contact: fc.record({ name: line, title: line, phone: maybe(fc.constant('01632 960000')), email }),
    proposedDecision: few(text, 1),
    background: text,
    reasons: text,
    financialImplications: money,
    divisionsAffected: fc.oneof(fc.constant('all'), fc.subarray(council.divisions)),
    declaredKey: maybe(fc.boolean()),
    legalImplications: text,
    equalityImplications: fc.record({ status: fc.constantFrom('not-required', 'screening', 'full'), date, words: text }),
    dataProtectionImplications: fc.record({ status: fc.constantFrom('not-required', 'to-follow', 'complete'), words: text }),
    alternatives: few(fc.record({ option: text, reasonRejected: text })),
    consultees: few(person),
    cabinetCommittee: maybe(fc.record({ name: fc.constantFrom(...council.committees.map(({ name }) => name)), date })),
    documents: few(document),
    publicAccess: access,
    contracts: few(contract),
    targetDecisionDate: maybe(date),
    consultationClosesOn: maybe(date),
    replaces: maybe(
      fc.uniqueArray(
        fc.integer({ min: 1, max: 99_999 }).map((nth) => `22/${String(nth).padStart(5, '0')}`),
        { minLength: 1, maxLength: 3 },
      ),
    ),
  })
  .map((proposal) => proposalSchema.parse(proposal));
