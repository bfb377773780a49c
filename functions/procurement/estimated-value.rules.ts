import type { Pence } from '../rules/money.ts';
import type { ContractIn } from '../contract/contract.schema.ts';
import type { Terms } from '../contract/contract-terms.schema.ts';
import { highestValue } from '../contract/contract-value.rules.ts';
import { thresholdOn } from './procurement-thresholds.ts';
import { procurementActFrom, procurementBegan } from './regime.rules.ts';

type Known = ContractIn<'registered' | 'ended'>;

/**
 * Value at its highest with VAT (s 123(2)): every option counted (Sch 3 para 1; of a concession what its supplier could receive, para 3).
 * Where nobody gave the gross value, VAT at 20% is assumed, which can only be too much.
 */
export const estimatedGross = (terms: Terms, highest = highestValue(terms)): Pence => {
  const { netPence, grossPence } = terms;
  if (grossPence === undefined || netPence === 0) return Math.max(grossPence ?? 0, Math.ceil(highest * 1.2));
  // Whole numbers: a ratio would make one stated sum in ten a penny too much, and thresholds are met by exactly the figure.
  return Number((BigInt(highest) * BigInt(grossPence) + BigInt(netPence - 1)) / BigInt(netPence));
};

/** The threshold in force when the procurement began; null before the Act. */
export const thresholdOf = (terms: Terms): Pence | null => {
  const { on } = procurementBegan(terms);
  if (on < procurementActFrom && terms.regime !== 'pa-2023') return null;
  return thresholdOn(terms, on);
};

/** The estimated value that a contract was first registered with, with VAT. */
export const grossAtFirst = ({ terms, original }: Known): Pence => estimatedGross(terms, original.valuePence);

/**
 * The value that its notices are judged by. A contract that a change makes smaller was what it was when the change was made, and its end is
 * that of a public contract.
 */
export const grossOf = (contract: Known): Pence => Math.max(estimatedGross(contract.terms), grossAtFirst(contract));

/**
 * Whether the value that a contract was first registered with meets the threshold. One that a change puts over it was no public contract.
 */
export const wasCovered = (contract: Known): boolean => grossAtFirst(contract) >= (thresholdOf(contract.terms) ?? 0);

/** Whether a contract is one that the whole of the Act applies to: its value with VAT meets the threshold. */
export const isCovered = (contract: Known): boolean => grossOf(contract) >= (thresholdOf(contract.terms) ?? 0);
