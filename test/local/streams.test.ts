import { describe, expect, it } from 'vitest';
import { DeadLetters } from '../../bin/local/dead-letters.ts';
import { eventFilter } from '../../bin/local/event-filter.ts';
import { StreamMapping } from '../../bin/local/stream-mapping.ts';
import type { StreamRecord } from '../../bin/local/stream-reader.ts';

const record = (sequence: number, sk = 'EVENT#1', eventName = 'INSERT'): StreamRecord => ({
  eventName,
  dynamodb: { SequenceNumber: `${sequence}`, NewImage: { sk: { S: sk } } },
});
const newEvents = '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"sk":{"S":[{"prefix":"EVENT#"}]}}}}';

describe('a filter', () => {
  it.each([
    ['a new event', record(1), true],
    ['a changed event', record(1, 'EVENT#1', 'MODIFY'), false],
    ['a new item that is no event', record(1, 'CURRENT'), false],
    ['a removed item, which has no image', { eventName: 'REMOVE', dynamodb: {} }, false],
  ])('on new events judges %s', (_what, given, passes) => {
    expect(eventFilter(newEvents)(given)).toBe(passes);
  });

  it('tells what is there from what is not', () => {
    expect(eventFilter('{"a":[{"exists":false}]}')({})).toBe(true);
    expect(eventFilter('{"a":[{"anything-but":["x"]}]}')({ a: 'x' })).toBe(false);
  });

  it('is refused when it has a rule this machine does not know', () => {
    expect(() => eventFilter('{"a":[{"numeric":[">",1]}]}')).toThrow();
  });
});

type Answer = { batchItemFailures: { itemIdentifier: string }[] } | undefined;

function mappingOver(answer: (sequences: number[]) => Answer) {
  const calls: number[][] = [];
  const deadLetters = new DeadLetters(
    () => new Date('2023-03-07T09:00:00Z'),
    () => undefined,
  );
  const invoke = async (event: unknown) => {
    const sequences = (event as { Records: StreamRecord[] }).Records.map((one) => Number(one.dynamodb.SequenceNumber));
    calls.push(sequences);
    return answer(sequences);
  };
  const mapping = new StreamMapping({
    mapping: {
      FunctionName: 'Sender',
      EventSourceArn: 'Table',
      BatchSize: 4,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 2,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: { Filters: [{ Pattern: newEvents }] },
      DestinationConfig: { OnFailure: { Destination: 'Queue' } },
    },
    functionName: 'send-emails',
    invoke,
    deadLetters,
    wait: async () => undefined,
  });
  return { mapping, calls, deadLetters };
}
const failing = (...sequences: number[]) => ({ batchItemFailures: sequences.map((sequence) => ({ itemIdentifier: `${sequence}` })) });

describe('the stream mapping', () => {
  it('hands on what passes the filter, in batches, and calls nobody for the rest', async () => {
    const { mapping, calls } = mappingOver(() => undefined);
    await mapping.take([record(1), record(2, 'CURRENT'), record(3), record(4), record(5), record(6)]);
    expect(calls).toEqual([[1, 3, 4, 5], [6]]);
    await mapping.take([record(7, 'CURRENT')]);
    expect(calls).toHaveLength(2);
  });

  it('tries again from the first failure reported, for a stream is in order', async () => {
    let first = true;
    const { mapping, calls, deadLetters } = mappingOver(() => {
      const answer = first ? failing(2) : undefined;
      first = false;
      return answer;
    });
    await mapping.take([record(1), record(2), record(3)]);
    expect(calls).toEqual([
      [1, 2, 3],
      [2, 3],
    ]);
    expect(deadLetters.items).toEqual([]);
  });

  it('halves a batch that throws until the bad record stands alone, and parks only that', async () => {
    const { mapping, deadLetters } = mappingOver((sequences) => {
      if (sequences.includes(3)) throw new Error('A bad record.');
      return undefined;
    });
    await mapping.take([record(1), record(2), record(3), record(4)]);
    expect(deadLetters.items).toHaveLength(1);
    expect(deadLetters.items[0]).toMatchObject({
      queue: 'Queue',
      function: 'send-emails',
      failedAt: '2023-03-07T09:00:00.000Z',
      reason: 'A bad record.',
      message: { DDBStreamBatchInfo: { startSequenceNumber: '3', endSequenceNumber: '3', batchSize: 1 } },
    });
  });

  it('parks what keeps being reported as failed once the retries are spent', async () => {
    const { mapping, calls, deadLetters } = mappingOver(() => failing(2));
    await mapping.take([record(1), record(2)]);
    expect(calls).toEqual([[1, 2], [2], [2], [2]]);
    expect(deadLetters.items).toHaveLength(1);
  });

  it('takes a failure reported for a record it does not have as a failure of the batch', async () => {
    const { mapping, calls } = mappingOver(() => failing(99));
    await mapping.take([record(1)]);
    expect(calls).toEqual([[1], [1], [1]]);
  });
});
