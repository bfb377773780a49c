import { lacksAgreement } from '../determination/opening.rules.ts';
import { addDays, type LocalDate } from '../rules/local-date.ts';
import type { Decision } from './decision.ts';
import { openSteps } from './steps.ts';

/** The day on which a decision next needs looking at, so that a daily check finds it by that day; null when it waits for people only. */
export const nextDueOn = (decision: Decision): LocalDate | null => {
  switch (decision.status) {
    case 'notice-published': {
      const { consultationClosesOn, earliestDecisionDate } = decision.notice.timetable;
      const unanswered = openSteps(decision, 'consultation').length > 0;
      if (unanswered && consultationClosesOn !== null && consultationClosesOn < earliestDecisionDate) return addDays(consultationClosesOn, 1);
      return lacksAgreement(decision) ? null : earliestDecisionDate;
    }
    case 'decided':
      return decision.record.effectiveFrom;
    case 'deferred':
      return decision.deferred.until;
    default:
      return null;
  }
};
