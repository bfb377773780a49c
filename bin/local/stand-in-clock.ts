/** Asked to go back: decisions already stand at later instants. */
export class BackwardsError extends Error {
  readonly now: Date;
  constructor(now: Date, asked: Date) {
    super(`The clock stands at ${now.toISOString()} and cannot go back to ${asked.toISOString()}.`);
    this.now = now;
  }
}

/**
 * The one clock of every stand-in: the machine's own with an offset. It runs on; it never goes back.
 * The offset lives in memory shared with the workers, so that all of them see a move at the same moment.
 */
export class StandInClock {
  readonly shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  private readonly offset = new Float64Array(this.shared);
  private readonly machine: () => number;

  constructor(machine: () => number = Date.now) {
    this.machine = machine;
  }

  now(): Date {
    return new Date(this.machine() + this.offsetMilliseconds);
  }

  get offsetMilliseconds(): number {
    return this.offset[0] ?? 0;
  }

  /** Sets where the clock starts, before anything has been stored. */
  startAt(instant: Date): void {
    this.offset[0] = instant.getTime() - this.machine();
  }

  /** Throws a BackwardsError when an instant has passed. */
  refuseBackwards(instant: Date): void {
    const now = this.now();
    if (instant < now) throw new BackwardsError(now, instant);
  }

  /** Moves on to an instant; stays where it is when it has come further by itself. */
  reach(instant: Date): void {
    if (instant > this.now()) this.startAt(instant);
  }
}
