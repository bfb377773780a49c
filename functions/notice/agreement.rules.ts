import { decidedBefore } from '../call-in/waiver.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, In, Step } from '../decision/decision.ts';
import { invalid, type Refused } from '../decision/refusal.ts';
import { answerable } from '../link/answerable.rules.ts';
import { inPostToAnswer } from '../link/in-post.rules.ts';
import { type LocalDate, londonDate } from '../rules/local-date.ts';
import { consentSettled } from './private-meeting.rules.ts';
import { withConsent } from './private-meeting-days.rules.ts';

type Agreeable = In<'notice-published' | 'awaiting-decision'>;

// Consent stands in for both of reg 5's notices, the second one published already or not.
const bothNotices = ['private-meeting', 'private-meeting-second-notice'];

/**
 * Why a chair's answer comes too late to count, on a Europe/London day: the meeting may be in private without it (reg 5), or what call-in
 * was to be waived of is decided. Null where it still counts.
 */
export const overtaken = (decision: Decision, { purpose }: Step, on: LocalDate): Refused | null => {
  if (decision.status !== 'notice-published' && decision.status !== 'awaiting-decision') return null;
  if (purpose === 'private-meeting') return consentSettled(decision);
  return purpose === 'call-in-waiver' ? decidedBefore(decision, on) : null;
};

/**
 * A chair's agreement, or refusal, to what was asked of them: that a decision is urgent and cannot reasonably be deferred (reg 11 of
 * SI 2012/2089), that a body may meet in private at short notice (reg 5), or that call-in is waived for urgency.
 */
export const giveAgreement = (decision: Agreeable, command: CommandOf<'give-agreement'>, { council, now }: Given): Outcome => {
  const asked = answerable(decision, command, 'agreement');
  if (!asked.ok) return asked;
  const on = londonDate(now);
  const refused = inPostToAnswer(asked.step, command.by, council, on) ?? overtaken(decision, asked.step, on);
  if (refused) return refused;
  const { stepId, words } = command;
  if (command.response === 'agree')
    return happened({
      type: 'agreement-given',
      stepId,
      words,
      ...(asked.step.purpose === 'private-meeting'
        ? { clears: bothNotices, suggested: withConsent(decision.notice.timetable, bothNotices).suggestedDecisionDate }
        : {}),
    });
  return words.trim()
    ? happened({ type: 'agreement-refused', stepId, words })
    : invalid([{ path: 'words', message: 'Say why you do not agree' }]);
};
