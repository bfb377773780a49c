import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { logFault } from '../platform/logger.ts';
import { faultResult } from '../platform/problem.ts';
import { deployedSubscribing } from './deployed-subscribing.ts';
import { subscriptionAnswer } from './subscription-routes.ts';

const deps = deployedSubscribing();

/** Takes subscriptions to emails about decisions, begins them and ends them. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const { rawPath, headers, queryStringParameters, pathParameters, requestContext, body = '', isBase64Encoded } = event;
  try {
    const answer = await subscriptionAnswer({ method: requestContext.http.method, path: rawPath, link: pathParameters?.link ?? '', headers, query: queryStringParameters ?? {}, body: isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body }, deps);
    return requestContext.http.method === 'HEAD' ? { ...answer, body: '' } : answer;
  } catch (fault) {
    logFault('A subscription failed', fault);
    return faultResult(requestContext.requestId, deps.publicUrl);
  }
};
