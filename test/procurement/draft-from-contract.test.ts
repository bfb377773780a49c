import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiHandler } from '../../functions/platform/http/http.ts';
import { draftProposalFrom } from '../../functions/procurement/drafting.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

let register: InRegister;
let handler: ApiHandler;
let id: string;
beforeAll(async () => {
  vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example');
  register = new InRegister(await freshTable());
  handler = draftProposalFrom(register.around);
  id = await register.registers({ reference: 'C1', end: '2026-12-31' });
});
afterAll(() => void vi.unstubAllEnvs());

const drafted = async (headers: Record<string, string>) => {
  const event = {
    rawPath: `/api/contracts/${id}/draft-proposal`,
    pathParameters: { id },
    body: '{"intent":"re-procure"}',
    headers: { 'content-type': 'application/json', ...headers },
    requestContext: {
      http: { method: 'POST' },
      requestId: 'r',
      authorizer: { jwt: { claims: { sub: 'o', name: 'An Officer', email: 'o@kent.example', roles: '[officer]' }, scopes: [] } },
    },
  };
  const { statusCode, headers: { location } = {} } = await handler(event as unknown as APIGatewayProxyEventV2, {} as Context);
  return [statusCode, location];
};

describe('A proposal begun from a contract by somebody who says how they read it', () => {
  it('is not begun where the contract has changed since, and is where it has not', async () => {
    const { version } = (await register.contracts.load(id)) ?? { version: 0 };
    expect(await drafted({ 'if-match': `"${version + 1}"` })).toEqual([412, undefined]);
    expect((await drafted({ 'if-match': `"${version}"` }))[0]).toBe(201);
    expect((await drafted({ 'if-match': '*' }))[0]).toBe(201);
  });

  it('is the same one when it is sent again under its key, though the contract has changed meanwhile', async () => {
    const { version } = (await register.contracts.load(id)) ?? { version: 0 };
    const asRead = { 'if-match': `"${version}"`, 'idempotency-key': 'k1' };
    const first = await drafted(asRead);
    await register.does(id, { type: 'record-notice', notice: 'UK7', publishedOn: '2026-01-02' });
    expect([first[0], await drafted(asRead)]).toEqual([201, first]);
    expect(await drafted({ ...asRead, 'idempotency-key': 'k2' })).toEqual([412, undefined]);
  });
});
