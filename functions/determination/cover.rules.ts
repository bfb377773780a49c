import type { Council } from '../council/council.schema.ts';
import { holderOf } from '../council/directory.rules.ts';
import type { OpenStep } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';

type Asked = Pick<OpenStep, 'post' | 'cover' | 'name' | 'openedAt'>;

/** What is done about somebody asked to decide who no longer may. */
export const askedAfresh = 'The clerk can defer the decision and take it up again: whoever decides it is then asked afresh.';

/**
 * Refuses a decision by whoever was asked because the directory had its maker away, once it no longer has them cover on that day: the
 * scheme gives the power while the maker is away, to whoever holds the post that covers. Null for a cover that the clerk arranged, of which
 * no end is known.
 */
export const coverOver = ({ post, cover, name, openedAt }: Asked, council: Council, on: LocalDate): Refused | null => {
  if (!cover) return null;
  const covers = (day: LocalDate) =>
    council.absences?.some(
      ({ from, to, cover: by, ...absence }) =>
        absence.post === post &&
        absence.scheme === cover.scheme &&
        from <= day &&
        day <= to &&
        holderOf(council, by, day)?.name === cover.name,
    );
  if (!covers(londonDate(openedAt)) || covers(on)) return null;
  return refuse(
    'cover-over',
    'Local Government Act 2000, section 9E',
    `${cover.name} was asked for ${name}, and does not cover for them on ${inWords(on)}. ${askedAfresh}`,
    { asked: cover.name },
  );
};
