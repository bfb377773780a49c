import { agreeingChair } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { In, Notice } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { agreements, askEach, isOpen, isUnanswered } from '../decision/steps.ts';
import { hasLeft } from '../link/in-post.rules.ts';
import { earliestAfterClearWorkingDays } from '../rules/clear-days.ts';
import { clearDaysOfSecondNotice } from './counted-again.rules.ts';
import { inWords, londonDate } from '../rules/local-date.ts';
import { withSecondNotice } from './private-meeting-days.rules.ts';
import { notTheirTurn } from './whose-turn.rules.ts';

const reg5 = 'Reg 5 of SI 2012/2089';

const notPrivate = (decision: { notice: Notice }): Refused | null =>
  decision.notice.privateMeeting
    ? null
    : refuse('meeting-in-public', reg5, 'This decision is not to be taken by a body meeting in private.');

/**
 * Refuses what consent has settled: it stands in for both notices, so one published after it would only put the meeting off, and is not
 * given twice. Refuses it also once the meeting may be held without: dated after the meeting, it would make unlawful what was not.
 */
export const consentSettled = (decision: In<'notice-published' | 'awaiting-decision'>): Refused | null => {
  const consent = decision.notice.privateMeeting?.consent;
  if (consent) {
    const words = `${consent.name} agreed on ${inWords(consent.on)} to a meeting in private, in the place of both its notices.`;
    return refuse('consent-given', reg5, words, { consentedOn: consent.on });
  }
  if (decision.status === 'notice-published') return null;
  return refuse('consent-not-needed', reg5, 'Both notices of this meeting were given in time, so it needs nobody’s consent.');
};

/**
 * The second notice of a private meeting: the reasons again, the representations received and the response to them, at least five
 * clear days before the meeting, counted here as working days. Refuses a meeting in public, a second one of these, and one after consent.
 */
export const publishSecondNotice = (
  decision: In<'notice-published'>,
  { representations, response }: CommandOf<'publish-private-meeting-notice'>,
  { now }: Given,
): Outcome => {
  const refused = notPrivate(decision) ?? consentSettled(decision);
  if (refused) return refused;
  if (decision.notice.privateMeeting?.second)
    return refuse(
      'second-notice-published',
      reg5,
      `The second notice was published on ${inWords(decision.notice.privateMeeting.second.publishedOn)}.`,
    );
  const publishedOn = londonDate(now);
  const notBefore = earliestAfterClearWorkingDays(publishedOn, clearDaysOfSecondNotice);
  const { suggestedDecisionDate: suggested } = withSecondNotice(decision.notice.timetable, notBefore);
  return happened({ type: 'private-meeting-notice-published', publishedOn, notBefore, representations, response, suggested });
};

const asking: Parameters<typeof notTheirTurn>[3] = {
  purpose: 'private-meeting',
  rule: 'private-meeting-consent',
  refused: (...said) => refuse('private-meeting-consent', reg5, ...said),
  otherwise: 'let both its notices run',
};

/**
 * Where reg 5's notices are impracticable, asks the scrutiny chair, or else the council's chair or vice-chair, to agree that the meeting is
 * urgent (reg 5(6)). A chair who is named is asked in the place of one who cannot act, and whoever is asked in the place of one who has
 * left or whom no email reached: that one's link ends.
 */
export const askConsent = (
  decision: In<'notice-published'>,
  { words, agreementFrom }: CommandOf<'ask-private-meeting-consent'>,
  given: Given,
): Outcome => {
  const { now, council } = given;
  const on = londonDate(now);
  const chair = agreeingChair(council, on, agreementFrom);
  const refused = notPrivate(decision) ?? consentSettled(decision);
  if (refused) return refused;
  if (!chair) return refuse('private-meeting-consent', reg5, 'None of those who could consent is in post.');
  const waiting = agreements(decision, 'private-meeting').filter(isUnanswered);
  const asked = waiting.filter((step) => isOpen(step) && !hasLeft(step, council, on));
  if (asked.some(({ post }) => (agreementFrom ?? post) === post))
    return refuse('already-asked', reg5, 'Consent has been asked for already.');
  const notTheirs = notTheirTurn(decision, chair.post, given, asking);
  if (notTheirs) return notTheirs;
  const steps = askEach([{ ...chair, purpose: 'private-meeting', reason: words }], 'agreement', decision.steps, { at: now, dueOn: on });
  const instead = waiting.map(({ id }) => id);
  return happened({ type: 'private-meeting-consent-asked', words, steps, ...(instead.length > 0 ? { instead } : {}) });
};
