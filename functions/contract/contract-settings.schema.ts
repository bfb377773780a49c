import * as z from 'zod/mini';
import { line, localDate, words } from '../rules/text.schema.ts';
import { nextRoute, serviceClass } from './contract-terms.schema.ts';

const days = z.int().check(z.minimum(0), z.maximum(730));

/** How long each stage on the way to what follows a contract is given; nought leaves the stage out. */
const plan = z.strictObject({
  from: localDate,
  source: line(),
  route: nextRoute,
  serviceClass,
  awardDecision: z.boolean(),
  tenderDays: days,
  evaluationDays: days,
  standstillWorkingDays: days,
  signatureWorkingDays: days,
  mobilisationDays: days,
  contingencyDays: days,
});

/** How long the council's own decision making takes beyond what the law fixes. */
const decisionMaking = z.strictObject({
  from: localDate,
  source: line(),
  clearanceWorkingDays: days,
  committeeCycleDays: days,
  workingDaysToDecide: days,
});

/** When the people behind a contract are told. Months are counted back from the date they hang on. */
const alerts = z.strictObject({
  from: localDate,
  source: line(),
  beforeStartMonths: z.array(z.int().check(z.minimum(1), z.maximum(60))).check(z.minLength(1)),
  lateEveryDays: z.int().check(z.minimum(1), z.maximum(31)),
  beforeEndMonths: z.array(z.int().check(z.minimum(1), z.maximum(60))).check(z.minLength(1)),
  beforeOptionMonths: z.array(z.int().check(z.minimum(1), z.maximum(60))).check(z.minLength(1)),
  escalateAfterDays: z.int().check(z.minimum(1), z.maximum(90)),
});

/** The settings that contracts are watched by: dated data, never code. */
export const contractSettingsSchema = z.strictObject({
  plans: z.array(plan).check(z.minLength(1)),
  decisionMaking: z.array(decisionMaking).check(z.minLength(1)),
  alerts: z.array(alerts).check(z.minLength(1)),
  /** Days added for the bank holidays of years that have none proclaimed yet. */
  provisionalMarginDays: z.int().check(z.minimum(14), z.maximum(90)),
  /** Whether the council will pay more than £100m under contracts in the coming financial year (Procurement Act 2023, s 93). */
  spendsOver100mAYear: z.boolean(),
  ocidPrefix: z.string().check(z.regex(/^ocds-[a-z0-9]{6}$/, 'Use a prefix as Open Contracting registers it, such as ocds-h6vhtk')),
  /** A day on which the council’s functions pass to another body. */
  reorganisation: z.optional(z.strictObject({ on: localDate, words: words(1000) })),
});

export type ContractSettings = z.infer<typeof contractSettingsSchema>;
export type Plan = z.infer<typeof plan>;
export type DecisionMaking = z.infer<typeof decisionMaking>;
export type AlertSettings = z.infer<typeof alerts>;
