import type { CallInRule, Council } from '../council/council.schema.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { settingOn } from '../rules/setting-on.ts';
import type { ContractSettings, DecisionMaking, Plan } from '../contract/contract-settings.schema.ts';
import type { NextRoute, ServiceClass } from '../contract/contract-terms.schema.ts';
import type { StageLength } from './stage-length.rules.ts';

/** One thing that must happen before what follows a contract can begin. */
export type PlannedStage = { stage: string; length: StageLength; rule: string; source: string; words: string };

/** What a path is planned by: the route, how hard the service is, which decisions are key, and the settings of one day. */
export type PathInput = {
  route: NextRoute;
  serviceClass: ServiceClass;
  decisionIsKey: boolean;
  awardIsKey: boolean;
  on: LocalDate;
  council: Pick<Council, 'noticeClearDays' | 'consultationClearWorkingDays' | 'callInRules'>;
  settings: ContractSettings;
};

/** The times set for this route and class of service on a day. */
export const planFor = ({ settings, route, serviceClass, on }: Pick<PathInput, 'settings' | 'route' | 'serviceClass' | 'on'>): Plan => {
  const ofRoute = settings.plans.filter((plan) => plan.route === route);
  const ofClass = ofRoute.filter((plan) => plan.serviceClass === serviceClass);
  return settingOn(ofClass.length > 0 ? ofClass : ofRoute.length > 0 ? ofRoute : settings.plans, on);
};

type Kind = 'decision' | 'award-decision';
const names: Record<Kind, string> = { decision: 'the decision', 'award-decision': 'the award decision' };

const clearance = (kind: Kind, { clearanceWorkingDays }: DecisionMaking): PlannedStage => ({
  stage: `${kind}-clearance`,
  length: { kind: 'clear-working-days', count: clearanceWorkingDays },
  rule: 'clearance',
  source: 'Council scheme of delegation',
  words: `Finance, legal and the director clear ${names[kind]}: ${clearanceWorkingDays} clear working days.`,
});

const noticeOf = (kind: Kind, isKey: boolean, { council }: PathInput, { committeeCycleDays }: DecisionMaking): PlannedStage => {
  const committee: StageLength = { kind: 'clear-days', count: committeeCycleDays };
  const notice: StageLength = isKey
    ? { kind: 'clear-days', count: council.noticeClearDays }
    : { kind: 'clear-working-days', count: council.consultationClearWorkingDays };
  const asked = isKey
    ? `Notice of a key decision runs for ${council.noticeClearDays} clear days`
    : `Consultation runs for ${council.consultationClearWorkingDays} clear working days`;
  const met = committeeCycleDays > 0 ? `, and a Cabinet Committee meets within ${committeeCycleDays} days` : '';
  return {
    stage: `${kind}-notice`,
    length: { kind: 'longest', of: [notice, committee] },
    rule: isKey ? 'notice-period' : 'consultation-open',
    source: isKey ? 'SI 2012/2089 reg 9' : 'Council consultation rules',
    words: `${asked}${met}.`,
  };
};

const determination = (kind: Kind, { workingDaysToDecide: count }: DecisionMaking): PlannedStage => ({
  stage: `${kind}-determination`,
  length: { kind: 'asked', count },
  rule: 'determination',
  source: 'SI 2012/2089 regs 12 and 13',
  words: `The decision maker is asked, and decides within ${count} working days; the record is published the same day.`,
});

const callIn = (kind: Kind, rule: CallInRule): PlannedStage => ({
  stage: `${kind}-call-in`,
  length: { kind: 'clear-working-days', count: rule.clearWorkingDays },
  rule: 'call-in',
  source: rule.source,
  words: `Call-in closes after ${rule.clearWorkingDays} clear working days; ${names[kind]} takes effect the next day.`,
});

/** The stages of one decision, first to last: clearance, notice, determination and, where it can be called in, call-in. */
export const decisionStages = (kind: Kind, isKey: boolean, input: PathInput): PlannedStage[] => {
  const making = settingOn(input.settings.decisionMaking, input.on);
  const rule = settingOn(input.council.callInRules, input.on);
  const decided = [clearance(kind, making), noticeOf(kind, isKey, input, making), determination(kind, making)];
  return isKey || !rule.keyOnly ? [...decided, callIn(kind, rule)] : decided;
};

type Timed = [
  stage: string,
  count: number,
  kind: 'days' | 'clear-days' | 'working-days-beginning' | 'act-working-days-beginning',
  rule: string,
  source: string,
  words: string,
];
const timed = ([stage, count, kind, rule, source, words]: Timed): PlannedStage[] =>
  count === 0 ? [] : [{ stage, length: { kind, count }, rule, source, words }];

const act = 'Procurement Act 2023';
const own = 'Council procurement settings';
// The day of the notice is not one of the period, and the last day of it is the one by which tenders must be in (s 54(5)). A call-off has no
// such notice, and no law says how long those on the framework have.
const tender = (plan: Plan, isCallOff: boolean): PlannedStage[] => {
  const [source, after] = isCallOff ? [own, 'they are asked'] : [`${act}, s 54`, 'the tender notice'];
  const words = `Suppliers have ${plan.tenderDays} days to answer, the first of them the day after ${after}.`;
  return timed(['tender', plan.tenderDays, 'clear-days', 'tender-period', source, words]);
};
const evaluation = (plan: Plan): PlannedStage[] =>
  timed(['evaluation', plan.evaluationDays, 'days', 'evaluation', own, `Tenders are evaluated: ${plan.evaluationDays} days.`]);
const standstill = (plan: Plan): PlannedStage[] =>
  timed([
    'standstill',
    plan.standstillWorkingDays,
    'act-working-days-beginning',
    'standstill',
    `${act}, s 51`,
    `Standstill lasts ${plan.standstillWorkingDays} working days beginning with the contract award notice (UK6).`,
  ]);
const changeNotice = (plan: Plan): PlannedStage[] =>
  timed([
    'change-notice',
    plan.standstillWorkingDays,
    'act-working-days-beginning',
    'voluntary-standstill',
    `${act}, ss 75 and 76`,
    `The contract change notice (UK10) stands for ${plan.standstillWorkingDays} working days before the change.`,
  ]);
const signature = (plan: Plan): PlannedStage[] =>
  timed([
    'signature',
    plan.signatureWorkingDays,
    'working-days-beginning',
    'signature',
    own,
    `The contract is signed within ${plan.signatureWorkingDays} working days.`,
  ]);
const mobilisation = (plan: Plan): PlannedStage[] =>
  timed([
    'mobilisation',
    plan.mobilisationDays,
    'days',
    'mobilisation',
    own,
    `The new service is made ready: ${plan.mobilisationDays} days.`,
  ]);
const handover = (plan: Plan): PlannedStage[] =>
  timed([
    'handover',
    plan.mobilisationDays,
    'days',
    'handover',
    own,
    `The service is wound down or taken in-house: ${plan.mobilisationDays} days.`,
  ]);
const contingency = (plan: Plan): PlannedStage[] =>
  timed([
    'contingency',
    plan.contingencyDays,
    'days',
    'contingency',
    own,
    `Kept in hand for a call-in that succeeds or a tender that fails: ${plan.contingencyDays} days.`,
  ]);
const optionNotice = (plan: Plan): PlannedStage[] =>
  timed([
    'option-notice',
    plan.signatureWorkingDays,
    'working-days-beginning',
    'option-notice',
    'The contract’s own terms',
    `The supplier is told that the option is taken up: ${plan.signatureWorkingDays} working days.`,
  ]);

/** Every stage between today and what follows the contract, first to last. */
export const plannedStages = (input: PathInput): PlannedStage[] => {
  const plan = planFor(input);
  const decision = decisionStages('decision', input.decisionIsKey, input);
  const award = plan.awardDecision ? decisionStages('award-decision', input.awardIsKey, input) : [];
  const toStart = [...signature(plan), ...mobilisation(plan), ...contingency(plan)];
  switch (input.route) {
    case 'open-tender':
    case 'framework-call-off':
      return [
        ...decision,
        ...tender(plan, input.route === 'framework-call-off'),
        ...evaluation(plan),
        ...award,
        ...standstill(plan),
        ...toStart,
      ];
    case 'direct-award':
      return [...decision, ...standstill(plan), ...toStart];
    case 'extension-by-option':
      return [...decision, ...optionNotice(plan), ...contingency(plan)];
    case 'variation':
      return [...decision, ...changeNotice(plan), ...signature(plan), ...contingency(plan)];
    case 'lapse':
      return [...decision, ...handover(plan)];
    default:
      return input.route satisfies never;
  }
};
