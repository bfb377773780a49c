import type { Council } from '../council/council.schema.ts';
import { assessKey } from '../rules/key-decision.ts';
import { addDays, latest, type LocalDate, londonDate } from '../rules/local-date.ts';
import { settingOn } from '../rules/setting-on.ts';
import type { Contract, ContractIn } from '../contract/contract.schema.ts';
import type { NextRoute, Terms } from '../contract/contract-terms.schema.ts';
import { effectiveEnd, optionsAhead } from '../contract/contract-dates.rules.ts';
import type { ContractSettings } from '../contract/contract-settings.schema.ts';
import { contractCosts, highestValue } from '../contract/contract-value.rules.ts';
import { type LatestSafeStart, latestSafeStart } from './latest-safe-start.rules.ts';

type Standing = Pick<ContractIn<'registered'>, 'terms' | 'exercised'> & Partial<Pick<ContractIn<'registered'>, 'toDate'>>;
export type PlanGiven = { on: LocalDate; council: Council; settings: ContractSettings };

const again: Record<Terms['route'], NextRoute> = {
  open: 'open-tender',
  'competitive-flexible': 'open-tender',
  framework: 'framework-call-off',
  quotes: 'open-tender',
  // A direct award is an exception from competition each time, never the way to plan.
  'direct-award': 'open-tender',
  'in-house': 'direct-award',
};

/**
 * How the contract is to be followed: as its officers said, or else by competition again, which needs the most time. An option all used up
 * falls back to that.
 */
export const nextRouteOf = (contract: Standing): NextRoute => {
  const { nextRoute, route } = contract.terms;
  if (nextRoute === 'extension-by-option' && optionsAhead(contract).length === 0) return again[route];
  return nextRoute ?? again[route];
};

/**
 * Whether the decision on what follows must be taken as key: by what the contract is worth now or has cost already, and by its divisions;
 * not knowing them, it must.
 */
export const followingIsKey = ({ terms, toDate }: Standing, { council, on }: PlanGiven): boolean => {
  if (terms.divisionsAffected === undefined) return true;
  const draft = {
    divisionsAffected: terms.divisionsAffected,
    financialImplications: contractCosts(Math.max(highestValue(terms), toDate?.pence ?? 0)),
  };
  return assessKey(draft, settingOn(council.keyRules, on), council).isKey;
};

/** The day on which what follows must be in place: the day after the end, or after the last day for giving notice of an option. */
export const arrivesBy = (contract: Standing, route: NextRoute): LocalDate => {
  const option = route === 'extension-by-option' ? optionsAhead(contract)[0] : undefined;
  return addDays(option ? option.noticeBy : effectiveEnd(contract), 1);
};

/** The latest safe start of a contract by one route, its own unless another is asked for, under the settings of the day. */
export const latestSafeStartOf = (contract: Standing, given: PlanGiven, route = nextRouteOf(contract)): LatestSafeStart => {
  const isKey = followingIsKey(contract, given);
  return latestSafeStart({
    ...given,
    route,
    serviceClass: contract.terms.serviceClass,
    decisionIsKey: isKey,
    awardIsKey: isKey,
    arrivesBy: arrivesBy(contract, route),
  });
};

// Its last day is told as that of the option. What was decided before the contract was registered is in its dates already.
const hasOptionToTakeUp = (contract: ContractIn<'registered'>): boolean => {
  const { createdAt, decisions, exercised, changes } = contract;
  const prolonged = [...exercised, ...changes.filter(({ prolongs }) => prolongs)].map(({ on }) => on);
  const since = latest(londonDate(createdAt), ...prolonged);
  const taken = new Set(exercised.map(({ decision }) => decision));
  const isOpen = decisions.some(
    ({ outcome, number, effectiveFrom = '' }) => outcome === 'extend' && effectiveFrom > since && !taken.has(number),
  );
  return isOpen && optionsAhead(contract).length > 0;
};

/**
 * As `latestSafeStartOf`, or null where no decision has to follow: the contract is not registered, has ended, a decision lets it end, or one
 * in effect extends it by an option that has only to be taken up.
 */
export const safeStartFor = (contract: Contract, given: PlanGiven): LatestSafeStart | null =>
  contract.status === 'registered' && contract.exit === null && !hasOptionToTakeUp(contract) ? latestSafeStartOf(contract, given) : null;
