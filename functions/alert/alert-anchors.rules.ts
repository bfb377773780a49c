import { type LocalDate, londonDate } from '../rules/local-date.ts';
import { settingOn } from '../rules/setting-on.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { endOf } from '../contract/contract-dates.rules.ts';
import type { AlertSettings } from '../contract/contract-settings.schema.ts';
import { type ValueFinding, valueStanding } from '../contract/contract-value.rules.ts';
import type { LatestSafeStart } from '../procurement/latest-safe-start.rules.ts';
import { nextRouteOf, type PlanGiven, safeStartFor } from '../procurement/next-path.rules.ts';
import { pipelineOutstanding } from '../procurement/notices-ahead.rules.ts';
import type { NoticeDue } from '../procurement/notice-due.rules.ts';

/** What a contract's alerts hang on, worked out once for a day. */
export type Anchors = {
  settings: AlertSettings;
  safeStart: LocalDate | null;
  end: LocalDate | null;
  value: ValueFinding | null;
  pipeline: NoticeDue | null;
};

// Whether what follows was put out to tender is not recorded here: it may be signed already, or be itself only to be procured.
const saidOfFollower = ({ successor }: Contract): string =>
  successor ? ' Another contract is to follow this one: the notice is not needed if that has been tendered already.' : '';

// Judged from the day of registration, so that the notice does not move to another year as days go by.
const pipelineFor = (
  contract: Contract,
  plan: LatestSafeStart | null,
  { settings: { spendsOver100mAYear } }: PlanGiven,
): NoticeDue | null => {
  if (contract.status !== 'registered' || !plan) return null;
  const { terms, createdAt, notices } = contract;
  const due = pipelineOutstanding(
    { terms, route: nextRouteOf(contract), plan, spendsOver100mAYear, today: londonDate(createdAt) },
    notices,
  );
  return due && { ...due, words: due.words + saidOfFollower(contract) };
};

/** The dates that a contract's alerts hang on, under the settings of the day. */
export const anchorsOf = (contract: Contract, given: PlanGiven): Anchors => {
  const plan = safeStartFor(contract, given);
  return {
    settings: settingOn(given.settings.alerts, given.on),
    safeStart: plan?.date ?? null,
    // Until its dates are real, the end of a contract still to be procured is nothing to warn of.
    end: contract.status === 'proposed' && contract.exit === null ? null : endOf(contract),
    value: contract.status === 'registered' ? valueStanding(contract, given.council, given.on) : null,
    pipeline: pipelineFor(contract, plan, given),
  };
};
