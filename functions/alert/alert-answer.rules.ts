import { invalid, refuse } from '../decision/refusal.ts';
import { addDays, earliest, inWords, londonDate } from '../rules/local-date.ts';
import { type ContractCommandOf, type ContractGiven, contractHappened, type ContractOutcome } from '../contract/contract-commands.ts';
import { alertsDue, lastDaysOf } from './alerts-due.rules.ts';
import { anchorsOf } from './alert-anchors.rules.ts';
import type { Contract } from '../contract/contract.schema.ts';

const own = 'Council contract procedure';

/** Somebody has read an alert and is acting on it: it is not escalated. The next rung still comes. */
export const acknowledgeAlert = (
  contract: Contract,
  { alert, words }: ContractCommandOf<'acknowledge-alert'>,
  { now }: ContractGiven,
): ContractOutcome =>
  contract.alerted.some(({ id }) => id === alert)
    ? contractHappened({ type: 'alert-acknowledged', alert, words, on: londonDate(now) })
    : refuse('no-such-alert', own, 'No such alert has been sent about this contract.');

/**
 * Puts alerts off to a day, with a reason: never past the contract's end, nor past the last day for its next option. Once ended, for four
 * weeks at most.
 */
export const snoozeAlerts = (
  contract: Contract,
  { until, words }: ContractCommandOf<'snooze-alerts'>,
  { now }: ContractGiven,
): ContractOutcome => {
  const today = londonDate(now);
  const faults = [
    ...(words.trim() ? [] : [{ path: 'words', message: 'Say why this can wait' }]),
    ...(until > today ? [] : [{ path: 'until', message: 'Choose a day to come' }]),
  ];
  if (faults.length > 0) return invalid(faults);
  const dates = lastDaysOf(contract).filter((date) => date >= today);
  const last = dates.length > 0 ? earliest(...dates) : addDays(today, 28);
  return until > last
    ? refuse('snooze-too-long', own, `These alerts can be put off to ${inWords(last)} at the latest.`, { latest: last })
    : contractHappened({ type: 'alert-snoozed', until, words, on: today });
};

/** A decision on what follows is in hand: alerts about starting one stop; those about the end and the options go on. */
export const takeDecisionInHand = (
  contract: Contract,
  { number }: ContractCommandOf<'take-decision-in-hand'>,
  { now }: ContractGiven,
): ContractOutcome => {
  if (contract.inHand === number) return contractHappened();
  const bears = contract.decisions.some((noted) => noted.number === number);
  return bears
    ? refuse('decision-is-older', own, `Decision ${number} is the one this contract already stands on.`)
    : contractHappened({ type: 'decision-in-hand', number, on: londonDate(now) });
};

/** The decision that was in hand will not be taken: the alerts about starting one come back. Nothing where another is in hand by now. */
export const giveUpInHand = (
  { inHand }: Contract,
  { words, number = inHand ?? '' }: ContractCommandOf<'give-up-decision-in-hand'>,
  { now }: ContractGiven,
): ContractOutcome =>
  inHand !== number
    ? contractHappened()
    : contractHappened({ type: 'decision-no-longer-in-hand', number, words, givenUpOn: londonDate(now) });

/** Raises every alert due today and nothing else; when none is, nothing happens. */
export const dailyCheck = (contract: Contract, _: ContractCommandOf<'run-daily-check'>, given: ContractGiven): ContractOutcome => {
  const on = londonDate(given.now);
  const due = alertsDue(contract, anchorsOf(contract, { ...given, on }), on);
  const alerts = due.map(({ id, code, date, covers }) => ({ id, code, date, covers }));
  return alerts.length === 0 ? contractHappened() : contractHappened({ type: 'alerts-raised', on, alerts });
};
