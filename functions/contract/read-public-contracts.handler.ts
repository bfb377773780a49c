import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { now } from '../platform/clock.ts';
import { councilStore } from '../platform/council-store.ts';
import { readEnv } from '../platform/env.ts';
import { logFault } from '../platform/logger.ts';
import { faultResult } from '../platform/problem.ts';
import { documentClient } from '../platform/table.ts';
import { sent } from '../register/public-answer.ts';
import { type PublicContractDeps, publicContractsAnswer } from './public-contract-routes.ts';
import { dynamoPublicContracts } from './public-contract-store.ts';

/** Shows the public the register of contracts and each contract in it. */
export const readPublicContracts = (deps: PublicContractDeps) => async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const { rawPath, headers, queryStringParameters, requestContext, pathParameters } = event;
  const request = { method: requestContext.http.method, rawPath, headers, queryStringParameters, reference: pathParameters?.reference };
  try {
    return sent(request, await publicContractsAnswer(request, deps));
  } catch (fault) {
    logFault('A public page of contracts failed', fault);
    return faultResult(requestContext.requestId, deps.origin);
  }
};

const { TABLE_NAME, PUBLIC_URL } = readEnv('TABLE_NAME', 'PUBLIC_URL');
const table = { client: documentClient(), tableName: TABLE_NAME };

export const handler = readPublicContracts({ store: dynamoPublicContracts(table), council: councilStore(table).loadCouncil, origin: PUBLIC_URL, now });
