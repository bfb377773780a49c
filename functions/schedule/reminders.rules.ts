import type { Council } from '../council/council.schema.ts';
import type { Decision, OpenStep, Stage, Status, Step } from '../decision/decision.ts';
import { withinCover } from '../decision/within-cover.ts';
import { leftOpen } from '../link/in-post.rules.ts';
import { notOvertaken } from '../link/overtaken.rules.ts';
import { earliestAfterClearWorkingDays, isWorkingDay, nextWorkingDay } from '../rules/clear-days.ts';
import { addDays, type LocalDate, londonDate } from '../rules/local-date.ts';

/** One reminder of a step: its name in the file, its working day, and whether the director and the clerk are told too. */
export type Reminder = { name: string; on: LocalDate; escalate: boolean };

const usual = { before: [2], after: [2, 5], escalateAfter: 2 };

// Silence at the end of a consultation is recorded, not chased; and a link still open after its day may yet be used.
const isChased = (stage: Stage) => stage !== 'consultation';

const isClosed = ({ stage, dueOn }: OpenStep, on: LocalDate): boolean => !isChased(stage) && dueOn !== null && on > dueOn;

const workingDaysBefore = (day: LocalDate, count: number): LocalDate => {
  let found = day;
  for (let left = count; left > 0; left -= isWorkingDay(found) ? 1 : 0) found = addDays(found, -1);
  return found;
};

const workingDaysAfter = (day: LocalDate, count: number): LocalDate =>
  nextWorkingDay(addDays(earliestAfterClearWorkingDays(day, count), -1));

/** A reminder whose day has yet to be counted: nearly always the first or second answers the question. */
type Planned = Omit<Reminder, 'on'> & { on: () => LocalDate };

const planned = ({ dueOn, stage }: OpenStep, { before, after, escalateAfter }: NonNullable<Council['reminders']>): Planned[] => {
  if (dueOn === null) return [];
  const early = [...before]
    .sort((a, b) => b - a)
    .map((count) => ({ name: `before-${count}`, on: () => workingDaysBefore(dueOn, count), escalate: false }));
  const late = isChased(stage)
    ? [...after]
        .sort((a, b) => a - b)
        .map((count) => ({ name: `after-${count}`, on: () => workingDaysAfter(dueOn, count), escalate: count >= escalateAfter }))
    : [];
  const onDay = withinCover(() => isWorkingDay(dueOn)) === true ? [{ name: 'due', on: () => dueOn, escalate: false }] : [];
  return [...early, ...onDay, ...late];
};

/**
 * The reminders of a step in order: before its day, on it and after it, none on a day that is not a working day or before the day after
 * it was asked. It ends where the bank holidays are not known: a reminder is a kindness, and must stop nothing.
 */
export function* remindersOf(step: OpenStep, settings: NonNullable<Council['reminders']> = usual): Generator<Reminder> {
  const asked = londonDate(step.openedAt);
  for (const { on, ...reminder } of planned(step, settings)) {
    const day = withinCover(on);
    if (typeof day !== 'string') return;
    if (day > asked) yield { ...reminder, on: day };
  }
}

/**
 * The reminder of a step that is due on a day and not yet sent: the latest one, since an earlier one that was missed says less. Null on a
 * day that is not a working day, and after the last day of a consultation.
 */
export const reminderDue = (step: OpenStep, on: LocalDate, settings?: Council['reminders']): Reminder | null => {
  if (withinCover(() => isWorkingDay(on)) !== true || isClosed(step, on)) return null;
  let latest: Reminder | null = null;
  for (const reminder of remindersOf(step, settings)) {
    if (reminder.on > on) break;
    latest = reminder;
  }
  return latest && !step.reminded?.includes(latest.name) ? latest : null;
};

/** What the clerk is told once, when no reminder is to come that would tell it: that whoever is asked may answer no more. */
export const toldOfLeaving = 'after-leaving';

/**
 * Whether whoever is asked has left their post, or covers for its holder no more, with no reminder after this Europe/London day on which the
 * clerk would hear of it. Never on a day that is not a working day.
 */
export const leftForGood = (decision: Decision, step: OpenStep, council: Council, on: LocalDate): boolean =>
  withinCover(() => isWorkingDay(on)) === true &&
  leftOpen(decision, step, council, on) !== null &&
  [...remindersOf(step, council.reminders)].every((reminder) => reminder.on <= on);

/** Whether the clerk has still to be told on this day of somebody who is asked and has left for good. */
export const leftUntold = (decision: Decision, council: Council, on: LocalDate): boolean =>
  decision.status !== 'deferred' &&
  notOvertaken(decision).some((step) => !step.reminded?.includes(toldOfLeaving) && leftForGood(decision, step, council, on));

type Undeliverable = Extract<Step, { state: 'undeliverable' }>;

const workingDaysToActOnABounce = 2;
const waitsIn: Record<Stage, Status> = {
  clearance: 'in-clearance',
  consultation: 'notice-published',
  agreement: 'notice-published',
  determination: 'awaiting-decision',
};

// Told of each bounce once: a fresh link that comes back too is another issue, and another bounce.
const bounceOf = (step: Undeliverable): Reminder => ({
  name: `undeliverable-${step.issue}`,
  on: workingDaysAfter(londonDate(step.closedAt), workingDaysToActOnABounce),
  escalate: true,
});

const isUndeliverable = (step: Step): step is Undeliverable => step.state === 'undeliverable';

/**
 * Every step whose email came back and on which nobody has acted, with the day on which the Monitoring Officer is told: the second working
 * day after.
 */
export const bounces = (decision: Decision): { step: Undeliverable; reminder: Reminder }[] => {
  const waiting = decision.steps.filter(isUndeliverable).filter(({ stage }) => waitsIn[stage] === decision.status);
  const told = withinCover(() => waiting.map((step) => ({ step, reminder: bounceOf(step) })));
  if (!Array.isArray(told)) return [];
  // After its last day a consultation is silent whatever becomes of the address.
  return told.filter(
    ({ step, reminder }) =>
      !step.reminded?.includes(reminder.name) && (step.stage !== 'consultation' || step.dueOn === null || reminder.on <= step.dueOn),
  );
};

/** The first reminder of a step after the last that was sent; null when there is none. */
const nextReminder = (step: OpenStep, settings?: Council['reminders']): Reminder | null => {
  const sent = new Set(step.reminded);
  if (sent.has(toldOfLeaving)) return null;
  let next: Reminder | null = null;
  for (const reminder of remindersOf(step, settings)) {
    if (sent.delete(reminder.name)) next = null;
    else next ??= reminder;
    if (next && sent.size === 0) break;
  }
  return next;
};

/** The first day on which some open step of a decision is to be reminded, or a bounce is to be escalated; null when none is. */
export const nextReminderOn = (decision: Decision, settings?: Council['reminders']): LocalDate | null => {
  if (decision.status === 'deferred') return null;
  const bounced = bounces(decision).map(({ reminder }) => reminder.on);
  // Whoever was asked afresh after the last day of a consultation was asked by what happened last.
  const today = londonDate(decision.updatedAt);
  const reminded = notOvertaken(decision).filter((step) => !isClosed(step, today));
  const days = reminded.flatMap((step) => nextReminder(step, settings)?.on ?? []);
  return [...days, ...bounced].sort()[0] ?? null;
};
