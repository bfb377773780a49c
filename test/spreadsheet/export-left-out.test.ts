import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportContracts } from '../../functions/contract/api/reading.ts';
import { readRegister } from '../../functions/spreadsheet/register-import.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from './in-register.ts';

beforeAll(() => void vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example'));
afterAll(() => void vi.unstubAllEnvs());

const exported = async (register: InRegister) => {
  const event = {
    routeKey: 'GET /api/contracts.csv',
    rawPath: '/api/contracts.csv',
    headers: {},
    requestContext: {
      http: { method: 'GET' },
      requestId: 'r',
      authorizer: { jwt: { claims: { sub: 'c', name: 'C', email: 'c@kent.example', roles: '[contracts]' } } },
    },
  } as unknown as APIGatewayProxyEventV2;
  const { headers, body } = await exportContracts(register.around)(event, {} as Context);
  return {
    named: headers?.['content-disposition'],
    references: readRegister(body ?? '').good.map(({ terms: { reference } }) => reference),
  };
};

describe('The register as a file', () => {
  it('says in its name how many contracts are left out, for they cannot be read, and can be imported as before', async () => {
    const register = new InRegister(await freshTable());
    await register.registers({ reference: 'A' });
    const id = await register.registers({ reference: 'B' });
    expect(await exported(register)).toEqual({ named: 'attachment; filename="contracts.csv"', references: ['A', 'B'] });
    const { client, tableName } = register.table;
    await client.send(
      new PutCommand({ TableName: tableName, Item: { ...(await register.item(id)), state: '{"status":"of a later version"}' } }),
    );
    expect(await exported(register)).toEqual({
      named: 'attachment; filename="contracts-without-1-that-cannot-be-read.csv"',
      references: ['A'],
    });
  });
});
