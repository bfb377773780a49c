import { counted } from '../rules/counted.ts';
import { settingOn } from '../rules/setting-on.ts';
import type { Plan } from '../contract/contract-settings.schema.ts';
import type { NextRoute, ServiceClass } from '../contract/contract-terms.schema.ts';
import { type DecidedBy, decisionStages } from './decision-stages.rules.ts';
import type { PlannedStage } from './stage-length.rules.ts';

/** What a path is planned by: the route, how hard the service is, which decisions are key, and the settings of one day. */
export type PathInput = DecidedBy & { route: NextRoute; serviceClass: ServiceClass; decisionIsKey: boolean; awardIsKey: boolean };

/** The times set for this route and class of service on a day. */
export const planFor = ({ settings, route, serviceClass, on }: Pick<PathInput, 'settings' | 'route' | 'serviceClass' | 'on'>): Plan => {
  const ofRoute = settings.plans.filter((plan) => plan.route === route);
  const ofClass = ofRoute.filter((plan) => plan.serviceClass === serviceClass);
  return settingOn(ofClass.length > 0 ? ofClass : ofRoute.length > 0 ? ofRoute : settings.plans, on);
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
// The day of the notice is not one of the period, and the last day of it is the one by which tenders must be in (s 54(5)). A call-off has
// no such notice, and no law says how long those on the framework have.
const tender = (plan: Plan, isCallOff: boolean): PlannedStage[] => {
  const [source, after] = isCallOff ? [own, 'they are asked'] : [`${act}, s 54`, 'the tender notice'];
  const words = `Suppliers have ${counted(plan.tenderDays, 'day')} to answer, the first of them the day after ${after}.`;
  return timed(['tender', plan.tenderDays, 'clear-days', 'tender-period', source, words]);
};
const evaluation = (plan: Plan): PlannedStage[] =>
  timed(['evaluation', plan.evaluationDays, 'days', 'evaluation', own, `Tenders are evaluated: ${counted(plan.evaluationDays, 'day')}.`]);
const standstill = (plan: Plan): PlannedStage[] =>
  timed([
    'standstill',
    plan.standstillWorkingDays,
    'act-working-days-beginning',
    'standstill',
    `${act}, s 51`,
    `Standstill lasts ${counted(plan.standstillWorkingDays, 'working day')} beginning with the contract award notice (UK6), where one is due.`,
  ]);
const changeNotice = (plan: Plan): PlannedStage[] =>
  timed([
    'change-notice',
    plan.standstillWorkingDays,
    'act-working-days-beginning',
    'voluntary-standstill',
    `${act}, ss 75 and 76`,
    `The contract change notice (UK10), where one is due, stands for ${counted(plan.standstillWorkingDays, 'working day')} before the change.`,
  ]);
const signature = (plan: Plan): PlannedStage[] =>
  timed([
    'signature',
    plan.signatureWorkingDays,
    'working-days-beginning',
    'signature',
    own,
    `The contract is signed within ${counted(plan.signatureWorkingDays, 'working day')}.`,
  ]);
const mobilisation = (plan: Plan): PlannedStage[] =>
  timed([
    'mobilisation',
    plan.mobilisationDays,
    'days',
    'mobilisation',
    own,
    `The new service is made ready: ${counted(plan.mobilisationDays, 'day')}.`,
  ]);
const handover = (plan: Plan): PlannedStage[] =>
  timed([
    'handover',
    plan.mobilisationDays,
    'days',
    'handover',
    own,
    `The service is wound down or taken in-house: ${counted(plan.mobilisationDays, 'day')}.`,
  ]);
const contingency = (plan: Plan): PlannedStage[] =>
  timed([
    'contingency',
    plan.contingencyDays,
    'days',
    'contingency',
    own,
    `Kept in hand for a call-in that succeeds or a tender that fails: ${counted(plan.contingencyDays, 'day')}.`,
  ]);
const optionNotice = (plan: Plan): PlannedStage[] =>
  timed([
    'option-notice',
    plan.signatureWorkingDays,
    'working-days-beginning',
    'option-notice',
    'The contract’s own terms',
    `The supplier is told that the option is taken up: ${counted(plan.signatureWorkingDays, 'working day')}.`,
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
