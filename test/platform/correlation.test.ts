import type { APIGatewayProxyEventV2, DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyTable } from '../../bin/verify/verify-table.ts';
import { emailItemSchema } from '../../functions/email/email-item.ts';
import { correlated, correlationId, requestCorrelation } from '../../functions/platform/log/correlation.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { asItem } from '../../functions/platform/table/stored-item.ts';
import { getAll, queryAll } from '../../functions/platform/table/table.ts';
import { Posted } from '../email/sending-table.ts';
import { freshTable } from './fresh-table.ts';

for (const [name, value] of Object.entries({
  TABLE_NAME: 'decisions',
  PUBLIC_URL: 'https://decisions.kent.example',
  LINK_SECRET_ID: 'links',
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
}))
  vi.stubEnv(name, value);
const { sendEmails } = await import('../../functions/email/send-emails.handler.ts');
const { recordDelivery } = await import('../../functions/email/record-delivery.handler.ts');

const request = (headers: Record<string, string>) =>
  ({ headers, requestContext: { requestId: 'JKJaXmPLvHcESHA=' } }) as unknown as APIGatewayProxyEventV2;

describe('A request', () => {
  it('goes by the id that its caller gave, and otherwise by that of API Gateway', () => {
    expect(requestCorrelation(request({ 'x-correlation-id': 'desk-2023-0007' }))).toBe('desk-2023-0007');
    expect(requestCorrelation(request({}))).toBe('JKJaXmPLvHcESHA=');
  });

  it.each(['short', 'a b c d e f g h', '{"level":"ERROR"}', 'somebody@example.org', 'x'.repeat(65), 'line\nbreak-line'])(
    'does not go by %j, which is no id',
    (given) => {
      expect(requestCorrelation(request({ 'x-correlation-id': given }))).toBe('JKJaXmPLvHcESHA=');
    },
  );

  it('keeps its own id beside others that one container works on at once', async () => {
    const waited = async (id: string, milliseconds: number) =>
      correlated(id, () => new Promise((done) => setTimeout(() => done(correlationId()), milliseconds)));
    expect(await Promise.all([waited('first', 20), waited('second', 5), waited('third', 10)])).toEqual(['first', 'second', 'third']);
    expect(correlationId()).toBeUndefined();
  });
});

describe('What a request leads to', () => {
  let written: string[] = [];
  beforeEach(() => {
    written = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => written.push(String(line)) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const image = async (told: Posted, sequence: number) => (await getAll(told.table, [keys.event(told.id, sequence)]))[0];
  const emails = async (told: Posted) =>
    (
      await queryAll(told.table, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :email)',
        ExpressionAttributeValues: { ':pk': keys.current(told.id).pk, ':email': 'EMAIL#' },
      })
    ).map((item) => emailItemSchema.parse(asItem(item)));

  // As DynamoDB announces it: the keys, and the new item of which only what stands beside the event is read.
  const announced = async (told: Posted, sequence: number) => {
    const { pk, sk, correlationId: id } = (await image(told, sequence)) ?? asItem({ pk: '', sk: '' });
    const dynamodb = {
      SequenceNumber: String(sequence),
      Keys: { pk: { S: pk }, sk: { S: sk } },
      NewImage: { ...(typeof id === 'string' ? { correlationId: { S: id } } : {}) },
    };
    return { Records: [{ eventName: 'INSERT', eventID: `event-${sequence}`, dynamodb }] } as DynamoDBStreamEvent;
  };

  it('carries its id: the stored event, the email, and what a bounce of that email does to the step', async () => {
    const told = new Posted(await freshTable());
    await told.drafted();
    await correlated('desk-2023-0007', () => told.does({ type: 'submit-proposal' }));
    expect(await image(told, 1)).not.toHaveProperty('correlationId');
    expect(await image(told, 2)).toMatchObject({ correlationId: 'desk-2023-0007' });
    await sendEmails(told.sending)(await announced(told, 2), {} as never);
    const sent = await emails(told);
    expect(sent.length).toBeGreaterThan(2);
    expect(new Set(sent.map((email) => email.correlationId))).toEqual(new Set(['desk-2023-0007']));
    const [{ key } = { key: '' }] = sent;
    const mail = { timestamp: told.now, messageId: 'm', tags: { decision: [told.id], email: [key] } };
    const bounce = { eventType: 'Bounce', mail, bounce: { bounceType: 'Permanent', timestamp: told.now, bouncedRecipients: [] } };
    await recordDelivery(told.recording)({ Records: [{ Sns: { Message: JSON.stringify(bounce) } }] } as never);
    expect(await image(told, 3)).toMatchObject({ type: 'step-undeliverable', correlationId: 'desk-2023-0007' });
  });

  it('is hashed as if there were no id, so that no chain and no fingerprint depends on one', async () => {
    const told = new Posted(await freshTable());
    await correlated('desk-2023-0008', () => told.noticed());
    expect((await verifyTable(told.table)).faults).toEqual([]);
    expect(String((await image(told, 2))?.event)).not.toContain('desk-2023-0008');
  });

  it('is told in lines that carry the id and the number of the decision, and nobody’s address or words', async () => {
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'INFO');
    vi.resetModules();
    const { correlated: within, about } = await import('../../functions/platform/log/correlation.ts');
    const { logger } = await import('../../functions/platform/log/logger.ts');
    within('desk-2023-0009', () => {
      about({ id: 'd1', number: '23/00022' });
      logger.info('Stored', { command: 'submit-proposal', words: 'Exempt words', to: 'parish@example.org' });
    });
    logger.info('Idle');
    const [line = '{}', idle = '{}'] = written.filter((each) => each.startsWith('{"level"'));
    expect(JSON.parse(line)).toMatchObject({
      message: 'Stored',
      correlationId: 'desk-2023-0009',
      decision: '23/00022',
      command: 'submit-proposal',
    });
    expect(line).not.toMatch(/Exempt words|parish@/);
    expect(JSON.parse(idle)).not.toHaveProperty('correlationId');
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');
  });

  it('is told with a public page that fails: the same id to its reader and in the log', async () => {
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'INFO');
    vi.resetModules();
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0);
    const { orFault } = await import('../../functions/platform/http/or-fault.ts');
    const answer = await orFault(
      request({ 'x-correlation-id': 'reader-2023-0001' }),
      'https://decisions.kent.example',
      'A public page failed',
      () => Promise.reject(new Error('No table')),
    );
    const [line = '{}'] = written.filter((each) => each.startsWith('{"level"'));
    expect(JSON.parse(line)).toMatchObject({
      level: 'ERROR',
      message: 'A public page failed',
      correlationId: 'reader-2023-0001',
      fault: { message: 'No table' },
    });
    expect(JSON.parse(answer.body ?? '{}')).toMatchObject({ status: 500, correlationId: 'reader-2023-0001' });
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');
  });
});
