import { alertsDue, nextAlertOn } from '../../functions/alert/alerts-due.rules.ts';
import { anchorsOf } from '../../functions/alert/alert-anchors.rules.ts';
import type { Contract } from '../../functions/contract/contract.schema.ts';
import { londonDate, type LocalDate } from '../../functions/rules/local-date.ts';
import { kent } from '../../seeds/kent/council.ts';
import { type ContractStory, settings } from '../contract/contract-story.ts';

export const given = (on: LocalDate) => ({ on, council: kent, settings });

/** The day on which the due-date index finds a contract. */
export const next = (contract: Contract, on = '2023-01-02') => nextAlertOn(contract, anchorsOf(contract, given(on)));

/** What is due about a contract on a day. */
export const dueOn = (contract: Contract, on: LocalDate) => alertsDue(contract, anchorsOf(contract, given(on)), on);

/** Runs the daily check on each day on which there is anything to check, as the due-date index finds it. */
export const walk = (told: ContractStory, until: LocalDate): { on: LocalDate; codes: string[] }[] => {
  const days: { on: LocalDate; codes: string[] }[] = [];
  for (
    let due = next(told.contract!, londonDate(told.now));
    due !== null && due <= until;
    due = next(told.contract!, londonDate(told.now))
  ) {
    const on = due > londonDate(told.now) ? due : londonDate(told.now);
    const codes = told.on(on, '07:00:00Z').checks();
    if (codes.length === 0) throw new Error(`On ${on} the index found a contract with nothing to say`);
    days.push({ on, codes });
  }
  return days;
};
