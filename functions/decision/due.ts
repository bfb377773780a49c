import type { Council } from '../council/council.schema.ts';
import { lacksAgreement } from '../determination/opening.rules.ts';
import { notInformed } from '../notice/exception-told.rules.ts';
import { lacksSecondNotice } from '../notice/private-meeting-days.rules.ts';
import { addDays, earliest, type LocalDate } from '../rules/local-date.ts';
import { nextReminderOn } from '../schedule/reminders.rules.ts';
import type { Decision } from './decision.ts';
import { openSteps } from './steps.ts';

/** The day on which a decision next needs looking at, so that a daily check finds it by that day; null when it waits for people only. */
export const nextDueOn = (decision: Decision, reminders?: Council['reminders']): LocalDate | null => {
  const days = [nextStageOn(decision), nextReminderOn(decision, reminders)].filter((day) => day !== null);
  return days.length > 0 ? earliest(...days) : null;
};

const nextStageOn = (decision: Decision): LocalDate | null => {
  switch (decision.status) {
    case 'notice-published': {
      const { consultationClosesOn, earliestDecisionDate } = decision.notice.timetable;
      const unanswered = openSteps(decision, 'consultation').length > 0;
      if (unanswered && consultationClosesOn !== null) return addDays(consultationClosesOn, 1);
      return lacksAgreement(decision) || lacksSecondNotice(decision) || notInformed(decision) ? null : earliestDecisionDate;
    }
    case 'decided':
      return decision.record.effectiveFrom;
    case 'deferred':
      return decision.deferred.until;
    default:
      return null;
  }
};
