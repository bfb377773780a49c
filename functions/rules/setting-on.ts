import type { LocalDate } from './local-date.ts';

/** The rule in force on a day; before the first of them, the first, since a plan must not fail for want of an old setting. */
export const settingOn = <T extends { from: LocalDate }>(rules: T[], on: LocalDate): T => {
  const inOrder = rules.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const found = inOrder.findLast(({ from }) => from <= on) ?? inOrder[0];
  if (!found) throw new RangeError('The settings hold no rule at all');
  return found;
};
