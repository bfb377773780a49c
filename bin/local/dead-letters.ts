export interface DeadLetter {
  queue: string;
  function: string;
  failedAt: string;
  reason: string;
  message: unknown;
}

/** Stands in for the dead-letter queues: what failed every retry, and why. */
export class DeadLetters {
  readonly items: DeadLetter[] = [];
  private readonly now: () => Date;
  private readonly say: (line: string) => void;

  constructor(now: () => Date, say: (line: string) => void) {
    this.now = now;
    this.say = say;
  }

  park(queue: string, functionName: string, fault: unknown, message: unknown): void {
    const reason = fault instanceof Error ? fault.message : String(fault);
    this.items.push({ queue, function: functionName, failedAt: this.now().toISOString(), reason, message });
    this.say(`Parked after every retry: ${functionName}: ${reason}`);
  }
}
