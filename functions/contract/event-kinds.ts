import type { ContractHappening } from './contract-events.ts';

type Kinds = Set<ContractHappening['type']>;

const acts: Kinds = new Set([
  'contract-registered',
  'contract-amended',
  'decision-noted',
  'option-exercised',
  'exit-planned',
  'contract-notice-recorded',
]);

/** Whether whoever did this has dealt with what was told before it: the director need not hear of silence. */
export const isAct = ({ type }: ContractHappening): boolean => acts.has(type);

const answers: Kinds = new Set([
  'alert-acknowledged',
  'alert-snoozed',
  'decision-in-hand',
  'decision-noted',
  'option-exercised',
  'successor-linked',
  'exit-planned',
]);

/** Whether whoever had said that a decision was in hand knows from then on why they are asked again, or is asked for another reason. */
export const isAnswer = (happening: ContractHappening): boolean =>
  answers.has(happening.type) || (happening.type === 'contract-amended' && happening.change.prolongs === true);

const unpublished: Kinds = new Set([
  'value-recorded',
  'alerts-raised',
  'alert-acknowledged',
  'alert-snoozed',
  'decision-in-hand',
  'decision-no-longer-in-hand',
  'contact-undeliverable',
]);

/** Whether the public is told nothing of it: what the officers of a contract are told, answer and spend. */
export const isUnpublished = ({ type }: ContractHappening): boolean => unpublished.has(type);
