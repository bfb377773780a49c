import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { councilStore } from '../platform/council-store.ts';
import { readEnv } from '../platform/env.ts';
import { logFault } from '../platform/logger.ts';
import { faultResult } from '../platform/problem.ts';
import { now } from '../platform/clock.ts';
import { documentClient } from '../platform/table.ts';
import { sent } from './public-answer.ts';
import { publicAnswer, type PublicDeps } from './public-routes.ts';
import { dynamoPublicStore } from './public-store.ts';

/** Answers the public: the front page, the lists, the feeds, and every notice and record of decision. */
export const readRegister = (deps: PublicDeps) => async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const { rawPath, headers, queryStringParameters, requestContext } = event;
  const request = { method: requestContext.http.method, rawPath, headers, queryStringParameters };
  try {
    return sent(request, await publicAnswer(request, deps));
  } catch (fault) {
    logFault('A public page failed', fault);
    return faultResult(requestContext.requestId, deps.origin);
  }
};

const { TABLE_NAME, PUBLIC_URL } = readEnv('TABLE_NAME', 'PUBLIC_URL');
const table = { client: documentClient(), tableName: TABLE_NAME };

export const handler = readRegister({ store: dynamoPublicStore(table), council: councilStore(table).loadCouncil, origin: PUBLIC_URL, now });
