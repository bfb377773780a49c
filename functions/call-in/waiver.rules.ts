import { agreeingChair } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, In } from '../decision/decision.ts';
import { refuse } from '../decision/refusal.ts';
import { agreements, askEach } from '../decision/steps.ts';
import { nameAndTitle } from '../record/in-words.ts';
import { type LocalDate, londonDate } from '../rules/local-date.ts';

const source = 'Council scrutiny rules (urgency)';

/** Asks the scrutiny chair, or else the council's chair or vice-chair, to agree before the decision that it is too urgent to wait for call-in. Asked once. */
export const askWaiver = (decision: In<'notice-published' | 'awaiting-decision'>, { words }: CommandOf<'ask-call-in-waiver'>, { now, council }: Given): Outcome => {
  const on = londonDate(now);
  const chair = agreeingChair(council, on);
  if (!chair) return refuse('call-in-waiver', source, 'None of those who could agree to waive call-in is in post.');
  if (agreements(decision, 'call-in-waiver').length > 0) return refuse('already-asked', source, 'The waiver of call-in has been asked for already.');
  return happened({ type: 'waiver-asked', words, steps: askEach([{ ...chair, purpose: 'call-in-waiver', reason: words }], 'agreement', decision.steps, { at: now, dueOn: on }) });
};

/** Who agreed that call-in should be waived and why it was asked, in words for the record; null when nobody did by the day of the decision. */
export const waiverOf = (decision: Decision, decidedOn: LocalDate): string | null => {
  const step = agreements(decision, 'call-in-waiver').find(({ state }) => state === 'approved');
  if (step?.state !== 'approved' || londonDate(step.actedAt) > decidedOn) return null;
  return `${nameAndTitle(step)} agreed that this is too urgent to wait for call-in.${step.reason ? ` Why it was asked: ${step.reason}` : ''}`;
};
