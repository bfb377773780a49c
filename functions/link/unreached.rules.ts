import type { Happening, HappeningOf } from '../decision/events.ts';

/**
 * The steps of which these events say that whoever was asked did not answer: silent when consultation closed or the decision was made, or
 * so late that others are told. It can be said only of somebody whom an email reached.
 */
export const saidNotToAnswer = (happenings: Happening[]): string[] =>
  happenings.flatMap((happening) => {
    if (happening.type === 'step-reminded') return happening.escalate ? [happening.stepId] : [];
    return happening.type === 'consultation-closed' || happening.type === 'decision-made' ? (happening.silent ?? []) : [];
  });

/** What is recorded, in place of silence, of somebody whom no email reached. */
export const notReached = (stepId: string): HappeningOf<'step-undeliverable'> => ({
  type: 'step-undeliverable',
  stepId,
  words: 'No email that asks them is known to have reached them.',
});
