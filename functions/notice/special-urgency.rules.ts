import type { Council } from '../council/council.schema.ts';
import { agreeingChair, beforeViceChair } from '../council/directory.rules.ts';
import type { CommandOf, Given } from '../decision/commands.ts';
import type { In, Step } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { agreements, askEach } from '../decision/steps.ts';
import { type LocalDate, londonDate } from '../rules/local-date.ts';

type Publishable = In<'cleared' | 'notice-published'>;

const reg11 = 'Reg 11 of SI 2012/2089';

// A chair who says no is not a chair who cannot act, so the next in line may not be asked instead.
const askedElsewhere = (decision: Publishable, post: string): Refused | null => {
  const no = agreements(decision, 'special-urgency').find(({ state }) => state === 'declined');
  if (!no || no.post === post) return null;
  return refuse(
    'special-urgency-refused',
    reg11,
    `${no.title} did not agree that this is urgent, and nobody else may be asked instead. Publish it by another route.`,
    { refusedBy: no.name },
  );
};

const instead = ({ post, title }: { post: string; title: string }) =>
  `Ask the ${title}${post === 'scrutiny-chair' ? ', or the chair of the council where they cannot act' : ''}, or publish it by another route.`;

// One who cannot act opens the way to the chair of the council and no further: the vice-chair agrees where there is no chair of either.
const outOfTurn = ({ post }: { post: string }, council: Council, on: LocalDate): Refused | null => {
  const chair = post === 'council-vice-chair' ? beforeViceChair(council, on) : null;
  return (
    chair &&
    refuse(
      'special-urgency-agreement',
      reg11,
      `The vice-chair of the council may agree only where neither the scrutiny committee nor the council has a chair, and the ${chair.title} is in post. ${instead(chair)}`,
      { inPost: chair.title },
    )
  );
};

/** Asks the chair whose agreement special urgency needs (reg 11 of SI 2012/2089), on the day itself. Refuses where nobody may be asked. */
export const agreementStep = (decision: Publishable, command: CommandOf<'publish-notice'>, { council, now }: Given): Step[] | Refused => {
  const on = londonDate(now);
  const holder = agreeingChair(council, on, command.agreementFrom);
  if (!holder)
    return refuse(
      'special-urgency-agreement',
      reg11,
      'Special urgency needs the agreement of the scrutiny chair, or else the chair or vice-chair of the council, and none of them is in post.',
    );
  return (
    outOfTurn(holder, council, on) ??
    askedElsewhere(decision, holder.post) ??
    askEach(
      [{ ...holder, purpose: 'special-urgency', ...(command.reason ? { reason: command.reason } : {}) }],
      'agreement',
      decision.steps,
      { at: now, dueOn: on },
    )
  );
};
