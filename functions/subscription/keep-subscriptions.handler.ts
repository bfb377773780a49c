import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { orFault } from '../platform/http/or-fault.ts';
import { publicRequestOf } from '../register/public-answer.ts';
import { askedFrom } from './asked-from.ts';
import { deployedSubscribing } from './deployed-subscribing.ts';
import { subscriptionAnswer } from './subscription-routes.ts';

const deps = deployedSubscribing();

/** Takes subscriptions to emails about decisions, begins them and ends them. */
export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
  orFault(event, deps.publicUrl, 'A subscription failed', async () => {
    const { pathParameters, body = '', isBase64Encoded, requestContext } = event;
    const { method, rawPath: path, headers, queryStringParameters: query = {} } = publicRequestOf(event);
    const answer = await subscriptionAnswer(
      {
        method,
        path,
        link: pathParameters?.link ?? '',
        headers,
        query,
        body: isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
        from: askedFrom({ headers, sourceIp: requestContext.http.sourceIp }),
      },
      deps,
    );
    return method === 'HEAD' ? { ...answer, body: '' } : answer;
  });
