import { lastDayOfPeriodBeginningWith } from '../rules/clear-days.ts';
import type { LocalDate } from '../rules/local-date.ts';
import type { ContractIn } from '../contract/contract.schema.ts';
import { award, beginning, belowThreshold, details, signed } from './award-notices.rules.ts';
import { isCovered } from './estimated-value.rules.ts';
import { noneWords } from './no-notices.rules.ts';
import type { NoticeDue } from './notice-due.rules.ts';
import { publishedOf } from './notices-published.rules.ts';
import { changes, ending, perhapsConverted, perhapsMistyped, running } from './running-notices.rules.ts';
import { noneByUserChoice } from './user-choice.rules.ts';

type Known = ContractIn<'registered' | 'ended'>;

/** The notices of one contract, or why the Procurement Act 2023 asks for none. */
export type Notices = { none: string | null; notices: NoticeDue[] };

/**
 * The Procurement Act 2023 notices (UK4 to UK11) that the facts of a contract call for, each with its deadline; or none, with the
 * reason. UK12 to UK17 are never a contract's: an abandoned procurement, dynamic markets, the council's payments as a whole.
 */
export const noticesOf = (contract: Known): Notices => {
  const none = noneWords(contract);
  if (none) return { none, notices: [] };
  const rows = isCovered(contract)
    ? [
        ...[...beginning(contract), ...award(contract), ...details(contract)].map(perhapsConverted(contract)),
        ...running(contract),
        ...[...changes(contract), ...ending(contract)].map(perhapsMistyped(contract)),
      ]
    : belowThreshold(contract);
  if (rows.length === 0) return { none: noneByUserChoice, notices: [] };
  const publishedOn = publishedOf(contract, rows);
  return { none: null, notices: rows.map((each) => ({ ...each, publishedOn: publishedOn(each) })) };
};

// What is owed as soon as can be is late after as many days as the law gives for a contract over the threshold, at the latest.
const lateAfter = (from: LocalDate): LocalDate => lastDayOfPeriodBeginningWith(from, 30);

// What has only a last day is owed from when the contract is known: its award notice, before it is signed.
const arisingFrom =
  (registeredOn: LocalDate) =>
  (each: NoticeDue): NoticeDue => ({ ...each, from: each.from ?? (each.deadline && registeredOn) });

// The award notice can come first for as long as nobody has signed, though the signature must then wait for its standstill.
const isHistory =
  (contract: Known, registeredOn: LocalDate) =>
  ({ from, deadline }: NoticeDue): boolean =>
    from === null ? signed(contract) <= registeredOn : (deadline ?? lateAfter(from)) < registeredOn;

/**
 * The notices of which the duty has arisen by a day and which are not published. Those already late when the contract came into the
 * register are left out: they are history.
 */
export const noticesOutstanding = (contract: Known, today: LocalDate, registeredOn: LocalDate): NoticeDue[] => {
  const isPast = isHistory(contract, registeredOn);
  return noticesOf(contract)
    .notices.filter((each) => each.publishedOn === null && !isPast(each))
    .map(arisingFrom(registeredOn))
    .filter(({ from }) => from !== null && from <= today);
};
