import * as z from 'zod/mini';
import { keyRule } from '../../council/council.schema.ts';

const day = z.iso.date();
const pence = z.int();
const maybe = z.nullable(z.string());

/** Whether the decision is key, and by which figures. */
export const key = z.object({
  isKey: z.nullable(z.boolean()).check(z.meta({ description: 'null where an imported record does not say' })),
  grounds: z.array(z.string()),
  statement: maybe,
  totals: z.nullable(z.object({ expenditurePence: z.union([pence, z.literal('unbounded')]), savingsPence: pence, divisions: z.int() })),
  thresholds: z.nullable(keyRule),
});

const wordingChange = z.object({ by: z.string(), on: day, before: z.array(z.string()), after: z.array(z.string()) });

/** What is decided, resolution by resolution, and how its wording came about. */
export const resolutions = z.object({
  state: z.enum(['proposed', 'taken', 'not-agreed']),
  items: z.array(z.string()),
  changes: z.array(wordingChange),
  conditions: z.array(z.object({ resolution: z.int(), words: z.string() })),
});

const range = { amountPence: pence, upToPence: z.nullable(pence) };
const expenditure = z.object({
  description: z.string(),
  kind: z.enum(['initial-term', 'extension-option', 'one-off', 'annual']),
  class: maybe,
  years: z.nullable(z.int()),
  contract: maybe,
  ...range,
});
const growth = z.object({ per: z.string(), ...range, maximumUnits: z.nullable(z.int()), reapprovalTrigger: maybe });

/** What it costs and saves, and where the money comes from. Whole pence. */
export const financial = z.object({
  summary: z.string(),
  expenditure: z.array(expenditure),
  lineTotal: z.nullable(z.object(range)).check(z.meta({ description: 'Every line for all its years, without growth' })),
  growth: z.nullable(growth),
  savings: z.array(z.object({ description: z.string(), years: z.nullable(z.int()), ...range })),
  funding: z.array(z.object({ source: z.string(), amountPence: z.nullable(pence), ringFenced: z.boolean() })),
});

/** What a decision says of a contract; null where it says nothing, or it is kept back. */
export const contract = z.object({
  title: z.string(),
  supplier: maybe,
  start: z.nullable(day),
  end: z.nullable(day),
  valuePence: z.nullable(pence),
  extensionOptions: z.array(z.object({ months: z.int(), amountPence: z.nullable(pence) })),
  outcome: z.enum(['award', 'procure', 'extend', 'bring-in-house', 'lapse']),
});
