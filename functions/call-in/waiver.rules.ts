import { agreeingChair } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, In } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { agreements, askEach, isUnanswered } from '../decision/steps.ts';
import { hasLeft } from '../link/in-post.rules.ts';
import { nameAndTitle } from '../record/in-words.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';

const source = 'Council scrutiny rules (urgency)';

/**
 * Refuses to waive call-in of what a body has decided already, by the clerk's record of its meeting: the agreement comes first. Null
 * before, and on the day itself.
 */
export const decidedBefore = (decision: In<'notice-published' | 'awaiting-decision'>, on: LocalDate): Refused | null => {
  const met = decision.status === 'awaiting-decision' ? decision.meeting?.date : undefined;
  if (met === undefined || met >= on) return null;
  return refuse(
    'call-in-waiver',
    source,
    `It was decided at the meeting of ${inWords(met)}. Call-in is waived before a decision or not at all.`,
    { decidedOn: met },
  );
};

/**
 * Asks the scrutiny chair, or else the council's chair or vice-chair, to agree before the decision that it is too urgent to wait for
 * call-in. Asked once, unless whoever was asked left the post without an answer: their link ends.
 */
export const askWaiver = (
  decision: In<'notice-published' | 'awaiting-decision'>,
  { words }: CommandOf<'ask-call-in-waiver'>,
  { now, council }: Given,
): Outcome => {
  const on = londonDate(now);
  const chair = agreeingChair(council, on);
  if (!chair) return refuse('call-in-waiver', source, 'None of those who could agree to waive call-in is in post.');
  const asked = agreements(decision, 'call-in-waiver');
  if (asked.some((step) => !(isUnanswered(step) && hasLeft(step, council, on))))
    return refuse('already-asked', source, 'The waiver of call-in has been asked for already.');
  const late = decidedBefore(decision, on);
  if (late) return late;
  return happened({
    type: 'waiver-asked',
    words,
    steps: askEach([{ ...chair, purpose: 'call-in-waiver', reason: words }], 'agreement', decision.steps, { at: now, dueOn: on }),
    ...(asked.length > 0 ? { instead: asked.map(({ id }) => id) } : {}),
  });
};

/**
 * Who agreed that call-in should be waived and why it was asked, in words for the record; null when nobody did by the day of the decision.
 */
export const waiverOf = (decision: Decision, decidedOn: LocalDate): string | null => {
  const step = agreements(decision, 'call-in-waiver').find(({ state }) => state === 'approved');
  if (step?.state !== 'approved' || londonDate(step.actedAt) > decidedOn) return null;
  return `${nameAndTitle(step)} agreed that this is too urgent to wait for call-in.${step.reason ? ` Why it was asked: ${step.reason}` : ''}`;
};
