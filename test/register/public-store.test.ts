import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTable, localCredentials, localDynamoDb } from '../../bin/local/dynamodb.ts';
import type { Command } from '../../functions/decision/commands.ts';
import { councilStore } from '../../functions/platform/store/council-store.ts';
import { dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import { documentClient, type Table } from '../../functions/platform/table/table.ts';
import { tableDefinition } from '../../functions/platform/table/table-definition.ts';
import { kent } from '../../seeds/kent/council.ts';
import { sharedDynamoDb } from '../platform/fresh-table.ts';
import { clerk, officer, somebody, submittedBy } from '../decision/story.ts';
import { safer } from '../record/told.ts';
import { Shelf } from './shelf.ts';

let table: Table;
let handler: (event: APIGatewayProxyEventV2) => Promise<{ statusCode?: number; body?: string }>;

beforeAll(async () => {
  const endpoint = await sharedDynamoDb();
  const tableName = `public-${randomUUID()}`;
  await createTable(localDynamoDb(endpoint), tableName, { ...tableDefinition, StreamSpecification: undefined } as never);
  table = { client: documentClient({ endpoint, region: 'eu-west-2', credentials: localCredentials }), tableName };
  await councilStore(table).saveCouncil(kent);
  vi.stubEnv('TABLE_NAME', tableName)
    .stubEnv('PUBLIC_URL', 'https://decisions.kent.example')
    .stubEnv('AWS_ENDPOINT_URL_DYNAMODB', endpoint)
    .stubEnv('AWS_REGION', 'eu-west-2');
  vi.stubEnv('AWS_ACCESS_KEY_ID', localCredentials.accessKeyId).stubEnv('AWS_SECRET_ACCESS_KEY', localCredentials.secretAccessKey);
  ({ handler } = await import('../../functions/register/read-register.handler.ts'));
}, 60_000);

afterAll(() => {
  vi.unstubAllEnvs();
});

const get = async (rawPath: string, queryStringParameters: Record<string, string> = {}) => {
  const { statusCode, body = '' } = await handler({
    rawPath,
    queryStringParameters,
    headers: { accept: 'application/json' },
    requestContext: { http: { method: 'GET' }, requestId: 'a-request' },
  } as never);
  return { status: statusCode, body: JSON.parse(body) };
};

const carryOut = async (id: string, now: string, command: Omit<Command, 'by'> & Partial<Pick<Command, 'by'>>) => {
  const done = await dynamoDecisionStore({ ...table, publication: publishing }).execute(id, { by: officer, ...command } as Command, {
    given: { now, council: kent },
  });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.decision;
};

const noticed = async (id: string, now: string): Promise<string> => {
  await carryOut(id, now, { type: 'draft-proposal', content: safer(), submittedBy } as never);
  const submitted = await carryOut(id, now, { type: 'submit-proposal' });
  for (const { id: stepId, issue } of submitted.steps)
    await carryOut(id, now, { type: 'give-clearance', response: 'approve', stepId, issue, words: '', by: somebody } as never);
  expect(await get(`/decisions/${submitted.number}`)).toMatchObject({ status: 404 });
  await carryOut(id, now, { type: 'publish-notice', route: 'ordinary', by: clerk } as never);
  return submitted.number ?? '';
};

describe('what is stored with a decision is what the public reads', () => {
  it('from its notice on, in one list and then in the other', async () => {
    const numbers = [await noticed('one', '2023-03-08T09:00:00Z'), await noticed('two', '2023-03-07T09:00:00Z')];
    expect((await get(`/decisions/${numbers[0]}`)).body).toMatchObject({
      number: numbers[0],
      kind: 'notice',
      status: { code: 'notice-published' },
    });
    const first = await get('/notices', { limit: '1' });
    const second = await get('/notices', { limit: '1', cursor: first.body.next });
    expect([first, second].map(({ body }) => body.items.map(({ number }: { number: string }) => number))).toEqual([
      [numbers[1]],
      [numbers[0]],
    ]);
    expect(second.body.next).toBeNull();

    const awaiting = await carryOut('two', '2023-04-05T09:00:00Z', { type: 'run-daily-check' });
    const step = awaiting.steps.find(({ stage }) => stage === 'determination');
    await carryOut('two', '2023-04-05T09:00:00Z', {
      type: 'determine',
      response: 'approve',
      interest: { interest: 'none' },
      stepId: step?.id,
      issue: 1,
      words: '',
      by: somebody,
    } as never);
    expect((await get('/notices')).body.items).toHaveLength(1);
    // Read today, long after: no check has run since, and the list says what its page does.
    expect((await get('/decisions')).body.items).toMatchObject([
      { number: numbers[1], status: { words: 'Call-in closed' }, decidedOn: '2023-04-05' },
    ]);
  });

  it('and a fault of ours says nothing but the id to ask about', async () => {
    const { readRegister } = await import('../../functions/register/read-register.handler.ts');
    const failing = {
      publicationOf: () => Promise.reject(new Error('secret table name')),
      linesOf: () => Promise.reject(new Error('secret')),
      postings: new Shelf([]).postings,
    };
    const answer = await readRegister({
      store: failing,
      council: async () => kent,
      origin: 'https://decisions.kent.example',
      now: () => '2023-03-08T09:00:00Z',
    })({ rawPath: '/notices', headers: {}, requestContext: { http: { method: 'GET' }, requestId: 'a-request' } } as never);
    expect(answer).toMatchObject({ statusCode: 500, body: expect.stringContaining('a-request') });
    expect(answer.body).not.toContain('secret');
  });
});
