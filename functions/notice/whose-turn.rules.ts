import { beforeViceChair } from '../council/directory.rules.ts';
import type { Given } from '../decision/commands.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { agreeingUnder, hasLeft } from '../link/in-post.rules.ts';
import { agreements } from '../decision/steps.ts';
import { londonDate } from '../rules/local-date.ts';

/** What a chair is asked for, by which rule, how it is refused, and what else there is to do, as the end of a sentence. */
type Asking = {
  purpose: NonNullable<Step['purpose']>;
  rule: string;
  refused: (words: string, facts: { refusedBy: string }) => Refused;
  otherwise: string;
};

const instead = ({ post, title }: { post: string; title: string }, otherwise: string) =>
  `Ask the ${title}${post === 'scrutiny-chair' ? ', or the chair of the council where they cannot act' : ''}, or ${otherwise}.`;

/**
 * Refuses to ask the vice-chair of the council while there is a chair of either: one who cannot act opens the way to the chair of the
 * council and no further (regs 5(6) and 11(1) of SI 2012/2089). Refuses to ask another chair than one who said no and is in post today: one
 * who says no is not one who cannot act.
 */
export const notTheirTurn = (
  decision: Decision,
  post: string,
  { council, now }: Given,
  { purpose, rule, refused, otherwise }: Asking,
): Refused | null => {
  const on = londonDate(now);
  const chair = post === 'council-vice-chair' ? beforeViceChair(council, on) : null;
  if (chair)
    return refuse(
      rule,
      agreeingUnder[purpose],
      `The vice-chair of the council may agree only where neither the scrutiny committee nor the council has a chair, and the ${chair.title} is in post. ${instead(chair, otherwise)}`,
      { inPost: chair.title },
    );
  const no = agreements(decision, purpose).find((step) => step.state === 'declined' && step.post !== post && !hasLeft(step, council, on));
  return no
    ? refused(`${no.title} did not agree that this is urgent, and nobody else may be asked instead: ${otherwise}.`, {
        refusedBy: no.name,
      })
    : null;
};
