import type { KeyRule } from '../../council/council.schema.ts';
import type { KeyDecision } from '../../decision/decision.ts';
import { inPounds } from '../../rules/money.ts';

type Ground = KeyDecision['grounds'][number];
type Measure = 'expenditure' | 'savings';

const compared = (comparison: 'more-than' | 'or-more', limit: string): string =>
  comparison === 'more-than' ? `more than ${limit}` : `${limit} or more`;

const moneyIn = (rule: KeyRule | null, measure: Measure): string => {
  const name = measure === 'expenditure' ? 'Expenditure' : 'Savings';
  const tests = (rule?.money ?? []).filter((test) => test.measure === measure || test.measure === 'either');
  const limits = new Set(tests.map(({ comparison, amountPence }) => compared(comparison, inPounds(amountPence))));
  // With several thresholds the label cannot say which was passed; the statement does.
  return limits.size === 1 ? `${name} of ${[...limits].join()}` : `${name} over the council’s threshold`;
};

const areaIn = (rule: KeyRule | null, areaWord: string): string =>
  rule?.area ? `Affects ${compared(rule.area.comparison, String(rule.area.limit))} ${areaWord}s` : `Affects several ${areaWord}s`;

/**
 * A ground on which a decision is key, as councils label it: `Expenditure of more than £1,000,000`. It has no figure of the decision's own.
 */
export const groundInWords = (ground: Ground, rule: KeyRule | null, areaWord: string): string => {
  switch (ground) {
    case 'expenditure-over-threshold':
      return moneyIn(rule, 'expenditure');
    case 'savings-over-threshold':
      return moneyIn(rule, 'savings');
    case 'divisions-over-limit':
      return areaIn(rule, areaWord);
    case 'declared':
      return 'Declared to be a key decision';
    default:
      return ground satisfies never;
  }
};
