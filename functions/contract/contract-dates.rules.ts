import { addDays, addMonths, earliest, inWords, lastDayOfMonths, type LocalDate } from '../rules/local-date.ts';
import type { Contract, ContractIn } from './contract.schema.ts';
import type { ExtensionOption, Terms } from './contract-terms.schema.ts';

type Termed = Pick<ContractIn<'registered'>, 'terms' | 'exercised'>;

// Counted from the day after the end: six months after 30 September end on 31 March, not on the 30th.
const prolonged = (end: LocalDate, months: number): LocalDate => lastDayOfMonths(addDays(end, 1), months);

const monthsOf = (options: { months: number }[]): number => options.reduce((total, { months }) => total + months, 0);

/** The last day of the contract as it stands: its initial end and every option exercised, and no other. */
export const effectiveEnd = ({ terms, exercised }: Termed): LocalDate => prolonged(terms.end, monthsOf(exercised));

/** The last day that the contract can reach if every option still open is exercised. */
export const maximumEnd = ({ terms, exercised }: Termed): LocalDate =>
  prolonged(terms.end, monthsOf([...exercised, ...openOptions({ terms, exercised })]));

/** The options not exercised yet, in the order in which they must be. */
const openOptions = ({ terms, exercised }: Termed): ExtensionOption[] => terms.extensionOptions.slice(exercised.length);

/** An option still open: its place among the contract's options, when the supplier must have been told, and where it leads. */
export type OptionAhead = ExtensionOption & { option: number; noticeBy: LocalDate; endsOn: LocalDate };

/**
 * The options still open, each as if those before it had been exercised. Notice of months is given by the corresponding
 * date, by the usual reckoning; an option that asks for no notice must still be exercised by the contract's end.
 */
export const optionsAhead = (contract: Termed): OptionAhead[] => {
  const open = openOptions(contract);
  const before = monthsOf(contract.exercised);
  return open.map((option, index) => {
    const end = prolonged(contract.terms.end, before + monthsOf(open.slice(0, index)));
    return {
      ...option,
      option: contract.exercised.length + index + 1,
      noticeBy: addMonths(end, -(option.noticeMonths ?? 0)),
      endsOn: prolonged(contract.terms.end, before + monthsOf(open.slice(0, index + 1))),
    };
  });
};

/** The last day of a contract in the register: the one on which it ended, or else the one on which it is to. */
export const lastDayOf = (contract: ContractIn<'registered' | 'ended'>): LocalDate =>
  contract.status === 'ended' ? contract.ended.on : effectiveEnd(contract);

/** The last day that a contract in the register can reach; once it has ended, the one on which it did. */
export const furthestEnd = (contract: ContractIn<'registered' | 'ended'>): LocalDate =>
  contract.status === 'ended' ? contract.ended.on : maximumEnd(contract);

/** The day on which a contract begins, began or is proposed to begin; undefined where no one has said. */
export const startOf = (contract: Contract): LocalDate | undefined =>
  'terms' in contract ? contract.terms.start : contract.proposed.start;

/** The day on which a contract ends, ended or is expected to end; null when no one has said. A proposed date is not a contract date. */
export const endOf = (contract: Contract): LocalDate | null =>
  contract.status === 'proposed' || contract.status === 'closed' ? (contract.proposed.end ?? null) : lastDayOf(contract);

/**
 * Why nothing can have been done under a contract on a day: it was not entered into yet. Null where it was; it may be signed before it
 * begins.
 */
export const beforeEntered = ({ start, signedOn = start }: Pick<Terms, 'start' | 'signedOn'>, on: LocalDate): string | null => {
  const entered = earliest(start, signedOn);
  return on < entered ? `The contract ${entered < start ? 'was entered into' : 'began'} on ${inWords(entered)}` : null;
};
