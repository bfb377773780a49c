import type { ContractSettings, Plan } from './contract-settings.schema.ts';

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
