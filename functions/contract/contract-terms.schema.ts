import * as z from 'zod/mini';
import { acrossFields } from '../rules/across-fields.schema.ts';
import { sum } from '../rules/money.ts';
import {
  areasAffected,
  directoryId,
  emailAddress,
  exemptParagraph,
  largestSum,
  line,
  localDate,
  pence,
  words,
} from '../rules/text.schema.ts';

/** Somebody told about a contract, by name and address. */
export const contactPerson = z.strictObject({ name: line(200), email: emailAddress });

/** How a contract came about. `in-house` is an agreement with the council's own company or another public body. */
const procurementRoute = z.enum(['open', 'competitive-flexible', 'framework', 'quotes', 'direct-award', 'in-house']);

/** The law that a procurement is run under; it stays with the contract for life. */
export const regime = z.enum(['pcr-2015', 'pa-2023', 'psr-2023']);

/** What may follow a contract, each with its own path back from the end. */
export const nextRoute = z.enum(['open-tender', 'framework-call-off', 'direct-award', 'extension-by-option', 'variation', 'lapse']);

/** How hard the service is to buy and to hand over: it sets how long each stage is given. */
export const serviceClass = z.enum(['simple', 'standard', 'complex']);

/** A right in the contract to prolong it; with `noticeMonths` the supplier must be told so many months before it ends. */
export const extensionOption = z.strictObject({
  months: z.int().check(z.minimum(1), z.maximum(240)),
  amountPence: pence,
  noticeMonths: z.optional(z.int().check(z.minimum(0), z.maximum(36))),
});

/** What is kept from the public register, and why (Schedule 12A to the Local Government Act 1972). */
const withheld = z.strictObject({
  parts: z.array(z.enum(['value', 'supplier'])).check(z.minLength(1)),
  paragraph: exemptParagraph,
  publicInterest: words(2000),
});

/** A number as the council gives its decisions. */
export const decisionNumber = z.string().check(z.regex(/^\d{2}\/\d{5}$/, 'Use a decision number, such as 23/00022'));

// It stands on public pages. What was stored while anything could be sent is still read, and so is mended, not refused.
const number = z.string().check(
  z.overwrite((text) => text.replace(/[\s\p{Cc}\p{Bidi_C}]+/gu, ' ').trim()),
  z.minLength(1),
  z.maxLength(40),
);

const contractId = z.string().check(z.minLength(1), z.maxLength(100));

/** A contract as its officers give it. Money is whole pence, net unless it says gross; dates are Europe/London, the end included. */
export const contractRequest = z
  .strictObject({
    reference: z.optional(line(100)),
    title: line(),
    description: words(5000),
    department: line(),
    supplier: z.strictObject({ name: line(), number: z.optional(number) }),
    sme: z.optional(z.boolean()),
    vcse: z.optional(z.union([z.strictObject({ number: z.optional(number) }), z.boolean()])),
    route: procurementRoute,
    regime: z.optional(regime),
    lightTouch: z.optional(z.boolean()),
    userChoice: z.optional(z.boolean()),
    subject: z._default(z.enum(['goods', 'services', 'works', 'concession']), 'services'),
    procurementStartedOn: z.optional(localDate),
    signedOn: z.optional(localDate),
    netPence: pence,
    grossPence: z.optional(pence),
    irrecoverableVatPence: z.optional(pence),
    approvedPence: z.optional(pence),
    start: localDate,
    end: localDate,
    reviewOn: z.optional(localDate),
    extensionOptions: z._default(z.array(extensionOption).check(z.maxLength(20)), []),
    owner: contactPerson,
    sponsor: contactPerson,
    decision: z.optional(decisionNumber),
    delegates: z.optional(words(2000)),
    decisionMaker: z.optional(directoryId),
    leadDirector: z.optional(directoryId),
    divisionsAffected: z.optional(areasAffected),
    serviceClass: z._default(serviceClass, 'standard'),
    nextRoute: z.optional(nextRoute),
    successor: z.optional(contractId),
    replaces: z.optional(z.array(contractId).check(z.maxLength(50))),
    withheld: z.optional(withheld),
  })
  .check(
    acrossFields(['start', 'end'], ({ start, end }) => end >= start, { message: 'The contract ends before it starts', path: ['end'] }),
    acrossFields(['netPence', 'grossPence'], ({ netPence, grossPence }) => grossPence === undefined || grossPence >= netPence, {
      message: 'The gross value is below the net value',
      path: ['grossPence'],
    }),
    acrossFields(
      ['netPence', 'extensionOptions'],
      ({ netPence, extensionOptions }) => sum(netPence, ...extensionOptions.map(({ amountPence }) => amountPence)) <= largestSum,
      {
        message: 'The value with every option is over £100,000,000,000',
        path: ['extensionOptions'],
      },
    ),
    acrossFields(
      ['nextRoute', 'extensionOptions'],
      ({ nextRoute, extensionOptions }) => nextRoute !== 'extension-by-option' || extensionOptions.length > 0,
      {
        message: 'The contract has no extension option',
        path: ['nextRoute'],
      },
    ),
  );

export type Terms = z.infer<typeof contractRequest>;
export type ExtensionOption = z.infer<typeof extensionOption>;
export type NextRoute = z.infer<typeof nextRoute>;
export type ServiceClass = z.infer<typeof serviceClass>;
export type Regime = z.infer<typeof regime>;
