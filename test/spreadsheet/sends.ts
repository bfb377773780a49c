import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { importContracts } from '../../functions/spreadsheet/importing.ts';
import type { InRegister } from './in-register.ts';

/** What a file of a register is answered, brought in where that is wanted; the environment must have a `PUBLIC_URL`. */
export const sends = async (register: InRegister, wanted: boolean, csv: string) => {
  const event = {
    routeKey: 'POST /api/contracts/import',
    rawPath: '/api/contracts/import',
    body: JSON.stringify({ csv, import: wanted }),
    isBase64Encoded: false,
    headers: { 'content-type': 'application/json' },
    requestContext: {
      http: { method: 'POST' },
      requestId: 'r',
      authorizer: { jwt: { claims: { sub: 'c', name: 'C', email: 'c@kent.example', roles: '[contracts]' } } },
    },
  } as unknown as APIGatewayProxyEventV2;
  const { body } = await importContracts(register.around)(event, {} as Context);
  return JSON.parse(body ?? '{}');
};
