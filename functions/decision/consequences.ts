import { extendedTo } from '../call-in/counted-again.rules.ts';
import { mayOpen, reopened } from '../determination/opening.rules.ts';
import { movedByCounting } from '../notice/counted-again.rules.ts';
import { publishNotice } from '../notice/notice.rules.ts';
import { takenUp } from '../notice/put-off.rules.ts';
import { clearanceDue } from '../proposal/proposal.rules.ts';
import { isWorkingDay } from '../rules/clear-days.ts';
import { londonDate } from '../rules/local-date.ts';
import type { Given } from './commands.ts';
import type { Decision, In } from './decision.ts';
import type { Happening } from './events.ts';
import { notReached } from '../link/unreached.rules.ts';
import { notOvertaken } from '../link/overtaken.rules.ts';
import { bounces, leftForGood, reminderDue, toldOfLeaving } from '../schedule/reminders.rules.ts';
import { isUnanswered, openSteps, standing } from './steps.ts';
import { systemActor } from './system-actor.ts';
import { withinCover } from './within-cover.ts';

const clearing = (decision: In<'in-clearance'>, given: Given): Happening | null => {
  const round = standing(decision, 'clearance').filter(({ state }) => state !== 'returned' && state !== 'declined');
  if (round.every(({ state }) => state === 'approved')) return { type: 'proposal-cleared' };
  const next = round.find(({ state }) => state === 'waiting');
  const inTurn = next && !round.some(isUnanswered);
  return inTurn
    ? { type: 'next-clearance-opened', stepId: next.id, dueOn: clearanceDue(decision.content, given.council, londonDate(given.now)) }
    : null;
};

const publishing = (decision: In<'cleared'>, given: Given): Happening | null => {
  if (given.council.noticeOn !== 'clearance') return null;
  const outcome = publishNotice(decision, { type: 'publish-notice', route: 'ordinary', by: systemActor }, given);
  return outcome.ok ? (outcome.happenings[0] ?? null) : null;
};

const noticing = (decision: In<'notice-published'>, given: Given, asking: string[]): Happening | null => {
  const { consultationClosesOn } = decision.notice.timetable;
  const open = openSteps(decision, 'consultation').map(({ id }) => id);
  // Asked in this very moment, nobody can have answered: what is sent to them after the last day holds nothing up.
  const unanswered = open.filter((id) => !asking.includes(id));
  const today = londonDate(given.now);
  const over = consultationClosesOn !== null && today > consultationClosesOn;
  const lost = unanswered.find((id) => given.unreached?.includes(id));
  if (over && lost) return notReached(lost);
  if (over && unanswered.length > 0) return { type: 'consultation-closed', silent: unanswered };
  return movedByCounting(decision.notice, today) ?? (mayOpen(decision, given) ? reopened(decision, decision.content, given) : null);
};

const takingEffect = (decision: In<'decided'>, { now, council }: Given): Happening | null => {
  const closesOn = extendedTo(decision, council);
  if (closesOn !== null) return { type: 'call-in-extended', closesOn };
  return londonDate(now) >= decision.record.effectiveFrom ? { type: 'decision-effective' } : null;
};

/**
 * The next thing that follows of itself from where a decision stands at this moment: cleared when all have cleared, opened for
 * determination when its notice has run, effective when call-in has closed. Null when nothing does. The daily check is this and nothing
 * else. The steps of `asking` are asked in this very moment.
 */
export const nextConsequence = (decision: Decision, given: Given, asking: string[] = []): Happening | null =>
  nextStage(decision, given, asking) ?? nextReminder(decision, given, asking);

const nextReminder = (decision: Decision, { now, council, unreached }: Given, asking: string[]): Happening | null => {
  if (decision.status === 'deferred') return null;
  for (const step of notOvertaken(decision).filter(({ id }) => !asking.includes(id))) {
    const due = reminderDue(step, londonDate(now), council.reminders);
    // A reminder asks as well as the first email does; that they were slow can be said only of those who were asked.
    if (due?.escalate && unreached?.includes(step.id)) return notReached(step.id);
    const left = leftForGood(decision, step, council, londonDate(now));
    if (left && step.reminded?.includes(toldOfLeaving)) continue;
    const reminder = left ? toldOfLeaving : due?.name;
    if (reminder) return { type: 'step-reminded', stepId: step.id, reminder, escalate: due?.escalate ?? false };
  }
  const bounced = bounces(decision).find(({ reminder }) => reminder.on <= londonDate(now));
  // Beyond the bank holidays known nobody is told; that must not stop the check.
  return bounced && withinCover(() => isWorkingDay(londonDate(now))) === true
    ? { type: 'step-reminded', stepId: bounced.step.id, reminder: bounced.reminder.name, escalate: true }
    : null;
};

const nextStage = (decision: Decision, given: Given, asking: string[]): Happening | null => {
  const today = londonDate(given.now);
  switch (decision.status) {
    case 'in-clearance':
      return clearing(decision, given);
    case 'cleared':
      return publishing(decision, given);
    case 'notice-published':
      return noticing(decision, given, asking);
    case 'decided':
      return takingEffect(decision, given);
    case 'deferred':
      return decision.deferred.until !== null && today >= decision.deferred.until ? takenUp(decision, given) : null;
    default:
      return null;
  }
};
