import { inWords, type LocalDate } from './local-date.ts';

/**
 * The rule in force on a day: the one with the latest `from` not after it. Thresholds change, and a decision is judged
 * by those of its own day. Throws when the day is before every rule, since no later rule may be applied backwards.
 */
export const rulesInForce = <T extends { from: LocalDate }>(rules: T[], on: LocalDate): T => {
  const begun = rules.filter((rule) => rule.from <= on);
  if (begun.length === 0) throw new RangeError(`No rule of the council's settings is in force on ${inWords(on)}`);
  return begun.reduce((found, rule) => (rule.from >= found.from ? rule : found));
};
