import type { Council } from '../council/council.schema.ts';
import { holderOf } from '../council/directory.rules.ts';
import type { OpenStep } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { inWords, latest, type LocalDate, londonDate } from '../rules/local-date.ts';

/**
 * Refuses a decision by whoever was asked because the directory had its maker away, once no absence of theirs runs on that day: the scheme
 * gives the power while they are away. Null for a cover that the clerk arranged, of which no end is known.
 */
export const coverOver = ({ post, cover, name, openedAt }: OpenStep, council: Council, on: LocalDate): Refused | null => {
  if (!cover) return null;
  const asked = londonDate(openedAt);
  const absences = (council.absences ?? []).filter((absence) => absence.post === post && absence.scheme === cover.scheme);
  const when = absences.filter(
    ({ from, to, cover: by }) => from <= asked && asked <= to && holderOf(council, by, asked)?.name === cover.name,
  );
  if (when.length === 0 || absences.some(({ from, to }) => from <= on && on <= to)) return null;
  const until = latest(...when.map(({ to }) => to));
  return refuse(
    'cover-over',
    'Local Government Act 2000, section 9E',
    `${cover.name} was asked for ${name}, who was away until ${inWords(until)}. Defer the decision and take it up again: whoever decides it is then asked afresh.`,
    { asked: cover.name },
  );
};
