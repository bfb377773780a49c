import * as z from 'zod/mini';
import { localCredentials } from './dynamodb.ts';

const changeSchema = z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.optional(z.number()) });
const recordSchema = z.looseObject({ eventName: z.string(), dynamodb: changeSchema });
export type StreamRecord = z.infer<typeof recordSchema>;

const descriptionSchema = z.looseObject({
  StreamDescription: z.looseObject({ Shards: z._default(z.array(z.looseObject({ ShardId: z.string() })), []) }),
});
const iteratorSchema = z.looseObject({ ShardIterator: z.string() });
const recordsSchema = z.looseObject({ Records: z._default(z.array(recordSchema), []), NextShardIterator: z.nullish(z.string()) });

/**
 * Reads a table's stream over DynamoDB Local's wire: the streams client would be one more package for three calls.
 * Shards that open later are read from their beginning; those there at the start from where they end.
 */
export class StreamReader {
  private readonly endpoint: string;
  private readonly streamArn: string;
  private readonly iterators = new Map<string, string | undefined>();
  private readonly lastRead = new Map<string, string>();

  constructor(endpoint: string, streamArn: string) {
    this.endpoint = endpoint;
    this.streamArn = streamArn;
  }

  /** Passes over everything in the stream so far. */
  async startAtEnd(): Promise<void> {
    for (const shard of await this.shards()) this.iterators.set(shard, await this.iterator(shard, 'LATEST'));
  }

  /** The records stored since the last read, in the order they were stored. */
  async read(): Promise<StreamRecord[]> {
    const records: StreamRecord[] = [];
    for (const [shard, iterator] of this.iterators) if (iterator) records.push(...(await this.readShard(shard, iterator)));
    if ([...this.iterators.values()].every((iterator) => iterator === undefined)) await this.openNewShards();
    return records;
  }

  private async readShard(shard: string, iterator: string): Promise<StreamRecord[]> {
    const read = recordsSchema.parse(await this.getRecords(shard, iterator));
    this.iterators.set(shard, read.NextShardIterator ?? undefined);
    const last = read.Records.at(-1)?.dynamodb.SequenceNumber;
    if (last) this.lastRead.set(shard, last);
    return read.Records;
  }

  /** An iterator lasts a quarter of an hour, and a laptop sleeps longer. */
  private async getRecords(shard: string, iterator: string): Promise<unknown> {
    try {
      return await this.call('GetRecords', { ShardIterator: iterator, Limit: 1000 });
    } catch (problem) {
      if (!String(problem).includes('ExpiredIteratorException')) throw problem;
      const last = this.lastRead.get(shard);
      const fresh = last ? await this.iterator(shard, 'AFTER_SEQUENCE_NUMBER', last) : await this.iterator(shard, 'LATEST');
      return this.call('GetRecords', { ShardIterator: fresh, Limit: 1000 });
    }
  }

  private async openNewShards(): Promise<void> {
    for (const shard of await this.shards())
      if (!this.iterators.has(shard)) this.iterators.set(shard, await this.iterator(shard, 'TRIM_HORIZON'));
  }

  private async shards(): Promise<string[]> {
    const described = descriptionSchema.parse(await this.call('DescribeStream', { StreamArn: this.streamArn }));
    return described.StreamDescription.Shards.map((shard) => shard.ShardId);
  }

  private async iterator(shard: string, from: 'LATEST' | 'TRIM_HORIZON' | 'AFTER_SEQUENCE_NUMBER', after?: string): Promise<string> {
    const asked = { StreamArn: this.streamArn, ShardId: shard, ShardIteratorType: from, SequenceNumber: after };
    return iteratorSchema.parse(await this.call('GetShardIterator', asked)).ShardIterator;
  }

  private async call(operation: string, body: object): Promise<unknown> {
    const answer = await fetch(this.endpoint, { method: 'POST', headers: headers(operation), body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`DynamoDB Local answered ${operation} with ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}

/** DynamoDB Local wants the shape of a signature and checks none. */
function headers(operation: string): Record<string, string> {
  return {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
    authorization: `AWS4-HMAC-SHA256 Credential=${localCredentials.accessKeyId}/20260101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=local`,
  };
}
