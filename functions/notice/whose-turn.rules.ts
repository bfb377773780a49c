import type { Council } from '../council/council.schema.ts';
import { beforeViceChair } from '../council/directory.rules.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { hasLeft } from '../link/in-post.rules.ts';
import { agreements } from '../decision/steps.ts';
import type { LocalDate } from '../rules/local-date.ts';

/** By which rule and on whose word a chair is asked, and what else there is to do, as the end of a sentence. */
type Asking = { rule: string; source: string; otherwise: string };

const instead = ({ post, title }: { post: string; title: string }, otherwise: string) =>
  `Ask the ${title}${post === 'scrutiny-chair' ? ', or the chair of the council where they cannot act' : ''}, or ${otherwise}.`;

/**
 * Refuses to ask the vice-chair of the council while there is a chair of either: one who cannot act opens the way to the chair of the
 * council and no further (regs 5(6) and 11(1) of SI 2012/2089).
 */
export const outOfTurn = (post: string, council: Council, on: LocalDate, { rule, source, otherwise }: Asking): Refused | null => {
  const chair = post === 'council-vice-chair' ? beforeViceChair(council, on) : null;
  return (
    chair &&
    refuse(
      rule,
      source,
      `The vice-chair of the council may agree only where neither the scrutiny committee nor the council has a chair, and the ${chair.title} is in post. ${instead(chair, otherwise)}`,
      { inPost: chair.title },
    )
  );
};

/**
 * Who has said no to what another chair is now to be asked instead, and is in post on this day: one who says no is not one who cannot act.
 * Null where nobody has.
 */
export const saidNo = (
  decision: Decision,
  { purpose, post, council, on }: { purpose: NonNullable<Step['purpose']>; post: string; council: Council; on: LocalDate },
): Step | null =>
  agreements(decision, purpose).find((step) => step.state === 'declined' && step.post !== post && !hasLeft(step, council, on)) ?? null;

/** Why nobody else is asked, in words that end with what there is to do instead. */
export const nobodyElse = ({ title }: Step, otherwise: string): string =>
  `${title} did not agree that this is urgent, and nobody else may be asked instead. ${otherwise}`;
