import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { DeadLetters } from './dead-letters.ts';
import { eventFilter } from './event-filter.ts';
import type { StreamRecord } from './stream-reader.ts';
import type { Mapping } from './wiring.ts';

const partialSchema = z.nullish(z.looseObject({ batchItemFailures: z.nullish(z.array(z.looseObject({ itemIdentifier: z.string() }))) }));

export interface MappingParts {
  mapping: Mapping;
  functionName: string;
  invoke: (event: unknown) => Promise<unknown>;
  deadLetters: DeadLetters;
  /** How long to wait before the nth retry; Lambda waits longer. */
  wait?: (attempt: number) => Promise<unknown>;
}

type Outcome = { failed: StreamRecord[]; fault: unknown; threw: boolean };

/** Lambda's event source mapping of a table's stream: filters, batches, halves, retries, then parks. */
export class StreamMapping {
  private readonly parts: MappingParts;
  private readonly filters: ((record: unknown) => boolean)[];
  private readonly wait: (attempt: number) => Promise<unknown>;

  constructor(parts: MappingParts) {
    this.parts = parts;
    this.filters = parts.mapping.FilterCriteria?.Filters.map((filter) => eventFilter(filter.Pattern)) ?? [];
    this.wait = parts.wait ?? ((attempt) => pause(Math.min(250, 50 * attempt)));
  }

  /** Works through records in order; returns when each was taken or parked. */
  async take(records: readonly StreamRecord[]): Promise<void> {
    const wanted = records.filter((record) => this.filters.length === 0 || this.filters.some((passes) => passes(record)));
    const { BatchSize } = this.parts.mapping;
    for (let start = 0; start < wanted.length; start += BatchSize) await this.takeBatch(wanted.slice(start, start + BatchSize));
  }

  private async takeBatch(batch: StreamRecord[], attempt = 0): Promise<void> {
    const { failed, fault, threw } = await this.call(batch);
    if (failed.length === 0) return;
    // Halving finds the one bad record, and does not count as a retry.
    if (threw && this.parts.mapping.BisectBatchOnFunctionError && failed.length > 1) return this.takeHalves(failed);
    const progressed = failed.length < batch.length;
    const next = progressed ? 0 : attempt + 1;
    if (next > this.parts.mapping.MaximumRetryAttempts) return this.park(failed, fault);
    await this.wait(next);
    return this.takeBatch(failed, next);
  }

  private async takeHalves(batch: StreamRecord[]): Promise<void> {
    const middle = Math.ceil(batch.length / 2);
    await this.takeBatch(batch.slice(0, middle));
    await this.takeBatch(batch.slice(middle));
  }

  private async call(batch: StreamRecord[]): Promise<Outcome> {
    try {
      const answer = partialSchema.parse(await this.parts.invoke({ Records: batch.map(asEvent) }));
      return { failed: this.fromFirstFailure(batch, answer), fault: 'The handler reported batchItemFailures.', threw: false };
    } catch (fault) {
      return { failed: batch, fault, threw: true };
    }
  }

  /** A stream is in order, so everything from the first failure on is tried again. */
  private fromFirstFailure(batch: StreamRecord[], answer: z.infer<typeof partialSchema>): StreamRecord[] {
    const reported = answer?.batchItemFailures ?? [];
    if (reported.length === 0 || !this.parts.mapping.FunctionResponseTypes.includes('ReportBatchItemFailures')) return [];
    const positions = reported.map((failure) => batch.findIndex((record) => record.dynamodb.SequenceNumber === failure.itemIdentifier));
    return positions.includes(-1) ? batch : batch.slice(Math.min(...positions));
  }

  private park(batch: StreamRecord[], fault: unknown): void {
    const info = {
      batchSize: batch.length,
      startSequenceNumber: batch[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: batch.at(-1)?.dynamodb.SequenceNumber,
    };
    const { functionName, deadLetters, mapping } = this.parts;
    deadLetters.park(mapping.DestinationConfig.OnFailure.Destination, functionName, fault, { DDBStreamBatchInfo: info, records: batch });
  }
}

function asEvent(record: StreamRecord): StreamRecord & { eventSourceARN: string } {
  return { ...record, eventSourceARN: 'arn:aws:dynamodb:eu-west-2:000000000000:table/local/stream/local' };
}
