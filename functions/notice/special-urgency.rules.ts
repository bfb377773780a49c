import type { Council } from '../council/council.schema.ts';
import { agreeingChair } from '../council/directory.rules.ts';
import type { CommandOf, Given } from '../decision/commands.ts';
import type { In, Step } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { askEach } from '../decision/steps.ts';
import { type LocalDate, londonDate } from '../rules/local-date.ts';
import { nobodyElse, outOfTurn, saidNo } from './whose-turn.rules.ts';

type Publishable = In<'cleared' | 'notice-published'>;

const reg11 = 'Reg 11 of SI 2012/2089';
const asking = { rule: 'special-urgency-agreement', source: reg11, otherwise: 'publish it by another route' };

const askedElsewhere = (decision: Publishable, post: string, council: Council, on: LocalDate): Refused | null => {
  const no = saidNo(decision, { purpose: 'special-urgency', post, council, on });
  return no && refuse('special-urgency-refused', reg11, nobodyElse(no, 'Publish it by another route.'), { refusedBy: no.name });
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
    outOfTurn(holder.post, council, on, asking) ??
    askedElsewhere(decision, holder.post, council, on) ??
    askEach(
      [{ ...holder, purpose: 'special-urgency', ...(command.reason ? { reason: command.reason } : {}) }],
      'agreement',
      decision.steps,
      { at: now, dueOn: on },
    )
  );
};
