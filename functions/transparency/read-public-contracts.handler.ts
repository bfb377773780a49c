import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { now } from '../platform/clock.ts';
import { councilStore } from '../platform/store/council-store.ts';
import { readEnv } from '../platform/env.ts';
import { orFault } from '../platform/http/or-fault.ts';
import { documentClient } from '../platform/table/table.ts';
import { publicRequestOf, sent } from '../register/public-answer.ts';
import { type PublicContractDeps, publicContractsAnswer } from './public-contract-routes.ts';
import { dynamoPublicContracts } from './public-contract-store.ts';

/** Shows the public the register of contracts and each contract in it. */
export const readPublicContracts =
  (deps: PublicContractDeps) =>
  (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const request = { ...publicRequestOf(event), reference: event.pathParameters?.reference };
    return orFault(event, deps.origin, 'A public page of contracts failed', async () =>
      sent(request, await publicContractsAnswer(request, deps)),
    );
  };

const { TABLE_NAME, PUBLIC_URL } = readEnv('TABLE_NAME', 'PUBLIC_URL');
const table = { client: documentClient(), tableName: TABLE_NAME };

export const handler = readPublicContracts({
  store: dynamoPublicContracts(table),
  council: councilStore(table).loadCouncil,
  origin: PUBLIC_URL,
  now,
});
