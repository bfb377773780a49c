import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { type CommandSpec, commandHandler } from '../../functions/platform/http/command-handler.ts';
import type { ApiHandler } from '../../functions/platform/http/http.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { draftSchema } from '../../functions/proposal/proposal.schema.ts';
import { aProposal } from '../email/proposal.ts';
import { freshTable } from './fresh-table.ts';
import { InTable } from './in-table.ts';

let table: Table;
beforeAll(async () => {
  vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example');
  table = await freshTable();
});
afterAll(() => void vi.unstubAllEnvs());

type Sent = { body?: unknown; id?: string; key?: string; ifMatch?: string; roles?: string; sub?: string };

const made = <B>(spec: CommandSpec<B>) => {
  const told = new InTable(table);
  const handler = commandHandler(spec, { table, store: told.store, loadCouncil: async () => told.council, now: () => told.now });
  return { told, ask: (sent: Sent) => send(handler, sent) };
};

const send = async (handler: ApiHandler, { body = {}, id, key, ifMatch, roles = '[officer]', sub = 'officer' }: Sent) => {
  const event = {
    routeKey: 'POST /x',
    rawPath: `/x/${id ?? ''}`,
    pathParameters: id ? { id } : undefined,
    body: JSON.stringify(body),
    isBase64Encoded: false,
    headers: {
      'content-type': 'application/json',
      ...(key ? { 'idempotency-key': key } : {}),
      ...(ifMatch ? { 'if-match': ifMatch } : {}),
    },
    requestContext: {
      http: { method: 'POST' },
      requestId: 'r',
      authorizer: { jwt: { claims: { sub, name: 'An Officer', email: 'officer@kent.example', roles }, scopes: [] } },
    },
  };
  const result = await handler(event as unknown as APIGatewayProxyEventV2, {} as Context);
  return { status: result.statusCode, headers: result.headers ?? {}, json: JSON.parse(result.body ?? 'null') };
};

const draft: CommandSpec<z.infer<typeof draftSchema>> = {
  roles: ['officer'],
  body: draftSchema,
  creates: true,
  command: ({ by, who: { sub, name, email }, body }) => ({ type: 'draft-proposal', by, content: body, submittedBy: { sub, name, email } }),
};
const amend: CommandSpec<z.infer<typeof draftSchema>> = {
  roles: ['officer'],
  body: draftSchema,
  ifMatch: 'required',
  command: ({ by, body }) => ({ type: 'amend-proposal', by, content: body }),
};
const withdraw: CommandSpec<{ reason: string }> = {
  roles: ['clerk', 'officer'],
  body: z.strictObject({ reason: z.string() }),
  command: ({ by, body }) => ({ type: 'withdraw-proposal', by, words: body.reason }),
};

describe('A command over HTTP', () => {
  it('that makes a proposal answers 201 with where it is and its version', async () => {
    const { ask, told } = made(draft);
    const { status, headers, json } = await ask({ body: aProposal() });
    expect([status, headers.location, headers.etag]).toEqual([201, `/api/proposals/${json.id}`, '"1"']);
    expect(json).toMatchObject({ status: 'draft', version: 1, subject: aProposal().subject });
    expect((await told.store.load(json.id))?.version).toBe(1);
  });

  it('answers the same thing again to the same key and body, and 409 to another body', async () => {
    const { ask } = made(draft);
    const first = await ask({ body: aProposal(), key: 'one' });
    const again = await ask({ body: Object.fromEntries(Object.entries(aProposal()).reverse()), key: 'one' });
    expect([again.status, again.headers.location, again.headers.etag, again.json]).toEqual([
      first.status,
      first.headers.location,
      first.headers.etag,
      first.json,
    ]);
    expect(await ask({ body: {}, key: 'one' })).toMatchObject({ status: 409, json: { rule: 'idempotency-key-reuse' } });
    expect((await ask({ body: {}, key: 'one', sub: 'another' })).status).toBe(201);
  });

  it('on what is not there is 404', async () => {
    expect(await made(withdraw).ask({ id: 'nothing-here', body: { reason: 'No' } })).toMatchObject({
      status: 404,
      json: { rule: 'no-such-decision' },
    });
  });

  it('is judged on the version the caller read', async () => {
    const {
      json: { id },
    } = await made(draft).ask({ body: aProposal() });
    const { ask } = made(amend);
    expect((await ask({ id, body: aProposal() })).status).toBe(428);
    expect(await ask({ id, body: aProposal({ reasons: 'More.' }), ifMatch: '"1"' })).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
    });
    expect(await ask({ id, body: aProposal(), ifMatch: '"1"' })).toMatchObject({ status: 412, json: { version: 2 } });
  });

  it('is somebody else’s proposal: 403', async () => {
    const {
      json: { id },
    } = await made(draft).ask({ body: aProposal() });
    expect((await made(amend).ask({ id, body: aProposal(), ifMatch: '"1"', sub: 'another' })).status).toBe(403);
  });

  it('is recorded as done in the first of its roles that the caller has', async () => {
    const {
      json: { id },
    } = await made(draft).ask({ body: aProposal() });
    const { ask, told } = made(withdraw);
    expect((await ask({ id, body: { reason: 'Not needed.' }, roles: '[officer clerk]', sub: 'clerk' })).status).toBe(200);
    expect((await told.store.history(id)).at(-1)?.by).toEqual({
      kind: 'clerk',
      id: 'clerk',
      name: 'An Officer',
      capacity: 'Democratic Services',
    });
  });
});
