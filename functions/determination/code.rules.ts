import type { Council } from '../council/council.schema.ts';
import type { Decision, Step } from '../decision/decision.ts';

/** How long a code counts, in minutes, and how often it may be typed. */
export const codeMinutes = 10;
export const codeTries = 5;

/**
 * Whether this step is signed with a code besides its link: a determination whose highest total cost is more than the council's
 * `codeOverPence`. A cost without limit is more than any; a council that sets no value asks for none.
 */
export const needsCode = (decision: Decision, step: Step, { codeOverPence }: Pick<Council, 'codeOverPence'>): boolean => {
  if (step.stage !== 'determination' || codeOverPence === undefined || !('keyDecision' in decision)) return false;
  const { expenditurePence } = decision.keyDecision.totals;
  return expenditurePence === 'unbounded' || expenditurePence > codeOverPence;
};
