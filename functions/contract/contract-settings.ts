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

type Times = [tender: number, evaluation: number, standstill: number, signature: number, mobilisation: number, contingency: number];

const source = 'Default of Clear Days, to be set by the council: no statute says how long these take';
const planOf = (
  route: Plan['route'],
  service: Plan['serviceClass'],
  awardDecision: boolean,
  [tenderDays, evaluationDays, standstillWorkingDays, signatureWorkingDays, mobilisationDays, contingencyDays]: Times,
): Plan => ({
  from: '1990-01-01',
  source,
  route,
  serviceClass: service,
  awardDecision,
  tenderDays,
  evaluationDays,
  standstillWorkingDays,
  signatureWorkingDays,
  mobilisationDays,
  contingencyDays,
});

/** Where a council has said nothing of its own: tender periods at or above the usual 25 days, complex care services given the longest. */
export const defaultContractSettings: ContractSettings = {
  plans: [
    planOf('open-tender', 'simple', false, [25, 14, 8, 5, 14, 0]),
    planOf('open-tender', 'standard', true, [30, 28, 8, 10, 42, 14]),
    planOf('open-tender', 'complex', true, [40, 56, 8, 15, 91, 28]),
    planOf('framework-call-off', 'simple', false, [10, 7, 0, 5, 14, 0]),
    planOf('framework-call-off', 'standard', false, [14, 14, 8, 10, 28, 14]),
    planOf('framework-call-off', 'complex', false, [21, 28, 8, 15, 63, 28]),
    planOf('direct-award', 'simple', false, [0, 0, 8, 5, 7, 0]),
    planOf('direct-award', 'standard', false, [0, 0, 8, 10, 14, 7]),
    planOf('direct-award', 'complex', false, [0, 0, 8, 15, 28, 14]),
    planOf('extension-by-option', 'simple', false, [0, 0, 0, 1, 0, 0]),
    planOf('extension-by-option', 'standard', false, [0, 0, 0, 5, 0, 0]),
    planOf('extension-by-option', 'complex', false, [0, 0, 0, 5, 0, 7]),
    planOf('variation', 'simple', false, [0, 0, 0, 5, 0, 0]),
    planOf('variation', 'standard', false, [0, 0, 8, 10, 0, 0]),
    planOf('variation', 'complex', false, [0, 0, 8, 10, 0, 14]),
    planOf('lapse', 'simple', false, [0, 0, 0, 0, 14, 0]),
    planOf('lapse', 'standard', false, [0, 0, 0, 0, 42, 0]),
    planOf('lapse', 'complex', false, [0, 0, 0, 0, 91, 0]),
  ],
  decisionMaking: [{ from: '1990-01-01', source, clearanceWorkingDays: 10, committeeCycleDays: 56, workingDaysToDecide: 5 }],
  alerts: [
    {
      from: '1990-01-01',
      source,
      beforeStartMonths: [6, 3, 1],
      lateEveryDays: 7,
      beforeEndMonths: [3, 1],
      beforeOptionMonths: [3, 1],
      escalateAfterDays: 14,
    },
  ],
  provisionalMarginDays: 28,
  spendsOver100mAYear: true,
  ocidPrefix: 'ocds-000000',
};

/** The settings that a council's contracts are watched by: its own, or the defaults where it has said nothing. */
export const contractSettingsOf = ({ contracts }: { contracts?: ContractSettings | undefined }): ContractSettings =>
  contracts ?? defaultContractSettings;
