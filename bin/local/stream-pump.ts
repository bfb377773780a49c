import type { StreamMapping } from './stream-mapping.ts';
import type { StreamReader } from './stream-reader.ts';

/** Carries what is stored to the functions that listen, one read at a time. */
export class StreamPump {
  private readonly reader: StreamReader;
  private readonly mappings: readonly StreamMapping[];
  private turn: Promise<number> = Promise.resolve(0);
  private timer: NodeJS.Timeout | undefined;

  constructor(reader: StreamReader, mappings: readonly StreamMapping[]) {
    this.reader = reader;
    this.mappings = mappings;
  }

  /** Reads on its own every quarter of a second, beside being nudged. */
  start(): void {
    this.timer = setInterval(() => this.nudge(), 250);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Looks now, without waiting: a request has just stored something. */
  nudge(): void {
    this.drain().catch((problem: unknown) => process.stderr.write(`The stream could not be read: ${String(problem)}\n`));
  }

  /** Resolves when everything stored so far, and everything that storing it led to, was taken. */
  async drain(): Promise<void> {
    while ((await this.next()) > 0);
  }

  private next(): Promise<number> {
    const after = this.turn.catch(() => 0).then(() => this.carry());
    this.turn = after;
    return after;
  }

  private async carry(): Promise<number> {
    const records = await this.reader.read();
    if (records.length > 0) for (const mapping of this.mappings) await mapping.take(records);
    return records.length;
  }
}
