import { Cron } from 'croner';
import type { StandInClock } from './stand-in-clock.ts';
import type { ScheduleDescription } from './wiring.ts';

/** EventBridge's `cron(minute hour day month weekday year)` as croner's five fields. Throws on what the two read differently. */
export function cronPattern(expression: string): string {
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  const [minute, hour, day, month, weekday, year] = fields;
  if (fields.length !== 6 || year !== '*' || !/^[*?]$/.test(weekday ?? ''))
    throw new Error(`This machine cannot run the schedule ${expression}.`);
  return `${minute} ${hour} ${day?.replace('?', '*')} ${month} *`;
}

export interface Due {
  schedule: ScheduleDescription;
  at: Date;
}

/** Every run that falls after `from` and no later than `to`, in order. */
export function dueBetween(schedules: readonly ScheduleDescription[], from: Date, to: Date): Due[] {
  const due = schedules.flatMap((schedule) => {
    const cron = new Cron(cronPattern(schedule.ScheduleExpression), { timezone: schedule.ScheduleExpressionTimezone, paused: true });
    const runs: Due[] = [];
    for (let at = cron.nextRun(from); at && at <= to; at = cron.nextRun(at)) runs.push({ schedule, at });
    return runs;
  });
  return due.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** What EventBridge Scheduler puts in place of its one keyword used here. */
export function scheduleInput(schedule: ScheduleDescription, at: Date): unknown {
  const instant = at.toISOString().replace(/\.\d{3}Z$/, 'Z');
  return JSON.parse(schedule.Target.Input.replaceAll('<aws.scheduler.scheduled-time>', instant));
}

export interface SchedulerParts {
  clock: StandInClock;
  schedules: readonly ScheduleDescription[];
  run: (due: Due) => Promise<void>;
  /** Resolves when what the run stored has been announced. */
  settle: () => Promise<void>;
}

/** Runs what falls due, whether the clock walks there or is moved there: one run at a time, each at its own instant. */
export class Scheduler {
  private readonly parts: SchedulerParts;
  private seen: Date;
  private turn: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(parts: SchedulerParts) {
    this.parts = parts;
    this.seen = parts.clock.now();
  }

  start(): void {
    this.timer = setInterval(() => void this.inTurn(() => this.runDue(this.parts.clock.now())), 5_000);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Moves the clock on, running on the way every schedule passed. Throws a BackwardsError, and runs nothing, when asked to go back. */
  moveTo(instant: Date): Promise<Date> {
    return this.inTurn(async () => {
      const { clock, settle } = this.parts;
      clock.refuseBackwards(instant);
      await settle();
      await this.runDue(instant);
      clock.reach(instant);
      await settle();
      return clock.now();
    });
  }

  /** Runs a schedule now, by name; false when there is none of that name. */
  runNow(name: string): Promise<boolean> {
    return this.inTurn(async () => {
      const schedule = this.parts.schedules.find((one) => one.Name === name);
      if (!schedule) return false;
      await this.parts.settle();
      await this.parts.run({ schedule, at: this.parts.clock.now() });
      await this.parts.settle();
      return true;
    });
  }

  private async runDue(to: Date): Promise<void> {
    for (const due of dueBetween(this.parts.schedules, this.seen, to)) {
      this.parts.clock.reach(due.at);
      await this.parts.run(due);
      await this.parts.settle();
      this.seen = due.at;
    }
    this.seen = to;
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }
}
