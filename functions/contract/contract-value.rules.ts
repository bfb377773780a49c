import type { Council } from '../council/council.schema.ts';
import { assessKey, type KeyDecision } from '../rules/key-decision.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { inPounds, type Pence, sum } from '../rules/money.ts';
import { settingOn } from '../rules/setting-on.ts';
import { largestSum } from '../rules/text.schema.ts';
import type { ContractIn } from './contract.schema.ts';
import type { ProposedTerms } from './contract-noted.schema.ts';
import type { Terms } from './contract-terms.schema.ts';

type Valued = Pick<ContractIn<'registered'>, 'terms' | 'exercised' | 'approvedPence' | 'toDate'>;

/** Net value at its highest: the initial term and every option. */
export const highestValue = ({ netPence, extensionOptions }: Pick<Terms, 'netPence' | 'extensionOptions'>): Pence =>
  sum(netPence, ...extensionOptions.map(({ amountPence }) => amountPence));

/** What was approved: as stated, or else the contract with all its options, since those count in the decision's total. */
export const approvedValue = (terms: Terms): Pence => terms.approvedPence ?? highestValue(terms);

const awards = new Set<ProposedTerms['outcome']>(['award', 'procure', 'extend']);

/**
 * What a decision approved for a contract that it was to bring and that was entered from a first day: its price and every option. Null
 * where it named none, and where it extended a contract that is entered from before the extension: the price of that is not the price of
 * the whole.
 */
export const approvedBy = (
  { outcome, start, valuePence, extensionOptions }: ProposedTerms,
  entered: Pick<Terms, 'start'>,
): Pence | null => {
  const isPart = outcome === 'extend' && (start === undefined || entered.start < start);
  if (valuePence === undefined || !awards.has(outcome) || isPart) return null;
  // More can be neither sent nor kept as the value of a contract.
  return Math.min(largestSum, highestValue({ netPence: valuePence, extensionOptions }));
};

/** What the council is bound to: the initial term and the options exercised. */
export const committedValue = ({ terms, exercised }: Pick<Valued, 'terms' | 'exercised'>): Pence =>
  sum(terms.netPence, ...exercised.map(({ amountPence }) => amountPence));

/** The higher of what has been paid and what the council is bound to: what is overspent is spent all the same. */
export const spentOrBound = (contract: Omit<Valued, 'approvedPence'>): Pence =>
  Math.max(committedValue(contract), contract.toDate?.pence ?? 0);

/**
 * What a contract is worth as the costs of a decision on it: a contract's, and of either class, so that it counts whichever of them the
 * council tests.
 */
export const contractCosts = (amountPence: Pence) => ({
  summary: 'Contract value',
  expenditure: [{ description: 'Contract value', kind: 'one-off' as const, amountPence, contract: 'The contract' }],
  savings: [],
  funding: [],
});

/**
 * A sum tested as the whole of a decision by the council's rule on a day (reg 8 of SI 2012/2089), divisions apart; where the rule asks for
 * both, nobody having said which they are, for all of them.
 */
const keyByMoney = (amountPence: Pence, council: Council, on: LocalDate): KeyDecision => {
  const rule = settingOn(council.keyRules, on);
  return assessKey(
    { financialImplications: contractCosts(amountPence), ...(rule.combine === 'both' ? { divisionsAffected: 'all' as const } : {}) },
    rule,
    council,
  );
};

/** Whether a new value goes over what was approved, and whether the decision it then needs is key. */
export type ValueFinding = {
  approvedPence: Pence;
  newTotalPence: Pence;
  overPence: Pence;
  needsDecision: boolean;
  isKey: boolean;
  words: string;
};

/**
 * Tests a value against what was approved. One over it needs a new decision, and whether that is key is judged on the new
 * total and not on the increase alone: Kent 21/00117 asked for £416,905 more on the £2,438,095 of 21/00025.
 */
export const valueFinding = (approvedPence: Pence, newTotalPence: Pence, council: Council, on: LocalDate): ValueFinding => {
  const overPence = Math.max(0, newTotalPence - approvedPence);
  const needsDecision = overPence > 0;
  const isKey = needsDecision && keyByMoney(newTotalPence, council, on).isKey;
  const over = `${inPounds(newTotalPence)} is ${inPounds(overPence)} over the ${inPounds(approvedPence)} approved. It needs a new decision, ${isKey ? 'a key decision on the new total' : 'not a key one on its value'}.`;
  return {
    approvedPence,
    newTotalPence,
    overPence,
    needsDecision,
    isKey,
    words: needsDecision ? over : `${inPounds(newTotalPence)} is within the ${inPounds(approvedPence)} approved.`,
  };
};

/** The contract as it stands: the higher of what has been paid and what the council is bound to, against what was approved. */
export const valueStanding = (contract: Valued, council: Council, on: LocalDate): ValueFinding =>
  valueFinding(contract.approvedPence, spentOrBound(contract), council, on);
