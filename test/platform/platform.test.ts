import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { contractEventSchema } from '../../functions/contract/contract-events.ts';
import { contractSchema } from '../../functions/contract/contract.schema.ts';
import { decisionSchema } from '../../functions/decision/decision.ts';
import { eventSchema } from '../../functions/decision/events.ts';
import { concurrently } from '../../functions/platform/concurrently.ts';
import { backoff, isConflict, TooMuchContention } from '../../functions/platform/table/conflict.ts';
import { councilStore } from '../../functions/platform/store/council-store.ts';
import { readEnv } from '../../functions/platform/env.ts';
import { pack, packReadable, TooLargeToStore, unpack } from '../../functions/platform/table/packed-json.ts';
import { redact, redacting } from '../../functions/platform/log/redaction.ts';
import { documentClient, getAll } from '../../functions/platform/table/table.ts';
import { waitedFor } from '../../lib/functions/spec.ts';
import { kent } from '../../seeds/kent/council.ts';
import { submittedBy } from '../decision/story.ts';
import { freshTable } from './fresh-table.ts';
import { InTable } from './in-table.ts';

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ message: 'Cancelled', $metadata: {}, CancellationReasons: codes.map((Code) => ({ Code })) });

describe('A document in one attribute', () => {
  it('stays legible while it is short', () => {
    expect(pack({ words: 'Property security' })).toBe('{"words":"Property security"}');
  });

  it('is compressed when it is long, and comes back the same', () => {
    const long = { words: 'Needs assessment. '.repeat(20_000) };
    const packed = pack(long);
    expect(packed).toBeInstanceOf(Uint8Array);
    expect(packed.length).toBeLessThan(20_000);
    expect(unpack(packed)).toEqual(long);
  });

  it('is refused when even compressed it is too long for an item', () => {
    const noise = Array.from({ length: 600_000 }, () => String.fromCharCode(33 + Math.floor(Math.random() * 90))).join('');
    expect(() => pack(noise)).toThrow(TooLargeToStore);
  });

  it('is never stored where it could not be read again', () => {
    const schema = z.object({ on: z.string() });
    expect(packReadable(schema, { on: '2026-03-02' })).toBe('{"on":"2026-03-02"}');
    expect(() => packReadable(schema, { on: undefined } as unknown as { on: string })).toThrow(z.core.$ZodError);
  });

  // Only what JSON keeps as it is can be judged before it is text: no date, no NaN, nothing that a schema makes into something else.
  it.each(Object.entries({ decisionSchema, eventSchema, contractSchema, contractEventSchema }))(
    'is of parts that JSON keeps: %s',
    (_, schema) => {
      expect(() => z.toJSONSchema(schema, { unrepresentable: 'throw' })).not.toThrow();
      expect(() => z.toJSONSchema(z.object({ schema, on: z.date() }), { unrepresentable: 'throw' })).toThrow('Date');
    },
  );
});

describe('A write that somebody else got in before', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is told from one that is wrong', () => {
    expect(isConflict(cancelled('None', 'ConditionalCheckFailed', 'None'))).toBe(true);
    expect(isConflict(cancelled('TransactionConflict'))).toBe(true);
    expect(isConflict(cancelled('None', 'ThrottlingError'))).toBe(true);
    expect(isConflict(cancelled('ConditionalCheckFailed', 'ValidationError'))).toBe(false);
    expect(isConflict(cancelled('None'))).toBe(false);
    expect(isConflict(new Error('ConditionalCheckFailed'))).toBe(false);
  });

  it('is tried again after a wait that grows and is never long', () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    expect([0, 1, 2, 10, 60].map(backoff)).toEqual([15, 30, 60, 400, 400]);
  });

  it('is given up in the end, as a fault that passes', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const mock = mockClient(DynamoDBDocumentClient);
    mock.on(BatchGetCommand).resolves({ Responses: {} });
    mock.on(TransactWriteCommand).rejects(cancelled('TransactionConflict'));
    const told = new InTable({ client: documentClient({ region: 'eu-west-2' }), tableName: 'decisions' });
    await expect(told.tries({ type: 'draft-proposal', content: {}, submittedBy })).rejects.toThrow(TooMuchContention);
    const calls = mock.commandCalls(TransactWriteCommand);
    mock.restore();
    expect(calls.length).toBeGreaterThan(20);
    // Lambda ends a function that is waited for, which then says nothing. Some of its seconds go by in the tries themselves.
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const longest = calls.reduce((sum, _, tries) => sum + backoff(tries), 0);
    expect(longest).toBeLessThan(waitedFor.timeoutSeconds * 1000 - 1000);
  });

  it('asks again for what DynamoDB left out of its answer', async () => {
    const mock = mockClient(DynamoDBDocumentClient);
    mock
      .on(BatchGetCommand)
      .resolvesOnce({ Responses: {}, UnprocessedKeys: { decisions: { Keys: [{ pk: 'DECISION#x', sk: 'CURRENT' }] } } })
      .resolves({ Responses: {} });
    mock.on(TransactWriteCommand).resolves({});
    const told = new InTable({ client: documentClient({ region: 'eu-west-2' }), tableName: 'decisions' });
    expect((await told.tries({ type: 'draft-proposal', content: {}, submittedBy })).ok).toBe(true);
    expect(mock.commandCalls(BatchGetCommand).length).toBe(2);
    mock.restore();
  });

  it('asks again ever more slowly, since what is left out may be what is throttled', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const left = { Responses: {}, UnprocessedKeys: { decisions: { Keys: [{ pk: 'DECISION#x', sk: 'CURRENT' }] } } };
    const mock = mockClient(DynamoDBDocumentClient);
    mock.on(BatchGetCommand).resolvesOnce(left).resolvesOnce(left).resolvesOnce(left).resolves({ Responses: {} });
    const begun = performance.now();
    await getAll({ client: documentClient({ region: 'eu-west-2' }), tableName: 'decisions' }, [{ pk: 'DECISION#x', sk: 'CURRENT' }]);
    mock.restore();
    expect(performance.now() - begun).toBeGreaterThan(backoff(0) + backoff(1) + backoff(2) - 10);
  });

  it('is told as a fault that passes where DynamoDB goes on leaving it out, and not asked for until Lambda ends', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const mock = mockClient(DynamoDBDocumentClient);
    mock.on(BatchGetCommand).resolves({ UnprocessedKeys: { decisions: { Keys: [{ pk: 'DECISION#x', sk: 'CURRENT' }] } } });
    const asked = getAll({ client: documentClient({ region: 'eu-west-2' }), tableName: 'decisions' }, [
      { pk: 'DECISION#x', sk: 'CURRENT' },
    ]);
    await expect(asked).rejects.toThrow(TooMuchContention);
    mock.restore();
  });
});

describe('Items asked for by their keys', () => {
  it('come in the order asked beyond the hundred that DynamoDB takes at once, null for each that there is not', async () => {
    const table = await freshTable();
    const key = (of: number) => ({ pk: 'ASKED', sk: String(of) });
    for (const of of [0, 99, 100, 204]) await table.client.send(new PutCommand({ TableName: table.tableName, Item: { ...key(of), of } }));
    const found = await getAll(
      table,
      Array.from({ length: 205 }, (_, of) => key(204 - of)),
    );
    expect(found.length).toBe(205);
    expect(found.flatMap((item, at) => (item ? [[at, item.of]] : []))).toEqual([
      [0, 204],
      [104, 100],
      [105, 99],
      [204, 0],
    ]);
  });
});

describe('A command', () => {
  it('costs one read and one write', async () => {
    const table = await freshTable();
    const told = new InTable(table);
    await told.drafted();
    const sent = vi.spyOn(table.client, 'send');
    await told.does({ type: 'submit-proposal' }, { answer: { sub: 'officer', key: 'k', bodyHash: 'h', status: 200 }, expect: 1 });
    expect(sent.mock.calls.map(([command]) => command.constructor.name)).toEqual(['BatchGetCommand', 'TransactWriteCommand']);
  });
});

describe('The council’s settings', () => {
  it('are read once a minute, and again after they are saved', async () => {
    const table = await freshTable();
    const store = councilStore(table);
    await expect(store.loadCouncil()).rejects.toThrow('have not been loaded');
    await store.saveCouncil(kent);
    expect(await store.loadCouncil()).toEqual(kent);
    const sent = vi.spyOn(table.client, 'send');
    await store.loadCouncil();
    expect(sent).not.toHaveBeenCalled();
    await store.saveCouncil({ ...kent, name: 'Kent' });
    expect((await store.loadCouncil()).name).toBe('Kent');
  });
});

describe('The settings of a function', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('are named, every one that is missing or wrong', () => {
    vi.stubEnv('TABLE_NAME', '');
    vi.stubEnv('PUBLIC_URL', 'not an address');
    expect(() => readEnv('TABLE_NAME', 'PUBLIC_URL', 'LINK_SECRET_ID')).toThrow(
      'Set these environment variables: TABLE_NAME, PUBLIC_URL, LINK_SECRET_ID',
    );
  });

  it('are read without the slash that would double', () => {
    vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example/');
    expect(readEnv('PUBLIC_URL').PUBLIC_URL).toBe('https://decisions.kent.example');
  });
});

describe('The log', () => {
  const mac = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE';

  it('holds no mac of a link', () => {
    expect(mac.length).toBe(43);
    expect(redact(`GET https://decisions.kent.example/respond/a_clearance-1_1.${mac} 200`)).toBe(
      'GET https://decisions.kent.example/respond/a_clearance-1_1.[redacted] 200',
    );
  });

  it('holds nobody’s mailbox', () => {
    expect(redact('to: "Refuge" <hello+x@refuge.example>, b@c.example')).toBe(
      'to: "Refuge" <[redacted]@refuge.example>, [redacted]@c.example',
    );
  });

  it('holds no token and none of people’s own words', () => {
    const logged = JSON.stringify(
      { headers: { Authorization: 'Bearer x', cookie: 'y' }, words: 'I object', status: 200, deep: [{ to: 'a@b.example' }] },
      redacting,
    );
    expect(JSON.parse(logged)).toEqual({
      headers: { Authorization: '[redacted]', cookie: '[redacted]' },
      words: '[redacted]',
      status: 200,
      deep: [{ to: '[redacted]@b.example' }],
    });
  });
});

describe('Many things at once', () => {
  it('are never more than so many, and one failure stops none of the others', async () => {
    let running = 0;
    let most = 0;
    const { done, failed } = await concurrently([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      if (item === 2) throw new Error('two');
      return item;
    });
    expect([most, done.sort(), failed.map(({ item }) => item)]).toEqual([3, [1, 3, 4, 5, 6, 7], [2]]);
  });
});
