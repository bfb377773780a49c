import { agreeingChair } from '../council/directory.rules.ts';
import type { CommandOf, Given } from '../decision/commands.ts';
import type { In, Step } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { askEach } from '../decision/steps.ts';
import { londonDate } from '../rules/local-date.ts';
import { notTheirTurn } from './whose-turn.rules.ts';

type Publishable = In<'cleared' | 'notice-published'>;

const reg11 = 'Reg 11 of SI 2012/2089';
const asking: Parameters<typeof notTheirTurn>[3] = {
  purpose: 'special-urgency',
  rule: 'special-urgency-agreement',
  refused: (...said) => refuse('special-urgency-refused', reg11, ...said),
  otherwise: 'publish it by another route',
};

/** Asks the chair whose agreement special urgency needs (reg 11 of SI 2012/2089), on the day itself. Refuses where nobody may be asked. */
export const agreementStep = (decision: Publishable, command: CommandOf<'publish-notice'>, given: Given): Step[] | Refused => {
  const { council, now } = given;
  const on = londonDate(now);
  const holder = agreeingChair(council, on, command.agreementFrom);
  if (!holder)
    return refuse(
      'special-urgency-agreement',
      reg11,
      'Special urgency needs the agreement of the scrutiny chair, or else the chair or vice-chair of the council, and none of them can give it.',
    );
  return (
    notTheirTurn(decision, holder.post, given, asking) ??
    askEach(
      [{ ...holder, purpose: 'special-urgency', ...(command.reason ? { reason: command.reason } : {}) }],
      'agreement',
      decision.steps,
      { at: now, dueOn: on },
    )
  );
};
