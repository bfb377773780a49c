import { counted } from '../rules/counted.ts';
import { addDays, daysBetween, inWords, type LocalDate } from '../rules/local-date.ts';

/** How one contract follows another: without a break, with days uncovered, or with days covered twice. */
export type Continuity = {
  kind: 'continuous' | 'gap' | 'overlap';
  days: number;
  from: LocalDate | null;
  to: LocalDate | null;
  words: string;
};

/**
 * Whether a service goes on when one contract ends and the next starts: the next must start on the day after the end.
 * A gap calls for an alert; an overlap is allowed and said.
 */
export const continuity = (end: LocalDate, nextStart: LocalDate): Continuity => {
  const due = addDays(end, 1);
  if (nextStart === due)
    return {
      kind: 'continuous',
      days: 0,
      from: null,
      to: null,
      words: `The next contract starts on ${inWords(nextStart)}, the day after this one ends.`,
    };
  if (nextStart > due) {
    const [from, to, days] = [due, addDays(nextStart, -1), daysBetween(due, nextStart)];
    return {
      kind: 'gap',
      days,
      from,
      to,
      words: `Nothing is under contract for ${counted(days, 'day')}, from ${inWords(from)} to ${inWords(to)}.`,
    };
  }
  const days = daysBetween(nextStart, due);
  return {
    kind: 'overlap',
    days,
    from: nextStart,
    to: end,
    words: `The two contracts overlap for ${counted(days, 'day')}, from ${inWords(nextStart)} to ${inWords(end)}.`,
  };
};
