import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { correlatedRequest } from '../platform/log/correlation.ts';
import { logFault } from '../platform/log/logger.ts';
import type { LinkRequest } from './link-request.ts';
import { type PageAnswer, privatePage } from './private-page.ts';

const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

const requestOf = (event: APIGatewayProxyEventV2): LinkRequest => ({
  method: event.requestContext.http.method,
  token: event.pathParameters?.link ?? '',
  headers: event.headers,
  body: bodyOf(event),
});

// Whether an answer was stored before the fault is not known here; the link itself knows.
const wentWrong = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Something went wrong</title>\
<meta name="viewport" content="width=device-width, initial-scale=1"><main><h1>Something went wrong on our side</h1>\
<p>Open the link in your email again in a few minutes. It shows whether your answer was recorded.</p></main></html>
`;

/** The Lambda of the pages behind links. A fault is logged as `failure`, and its reader is told where to look for what was recorded. */
export const behindLink =
  (failure: string, answer: (request: LinkRequest) => Promise<PageAnswer>) =>
  (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
    correlatedRequest(event, () =>
      answer(requestOf(event)).catch((fault: unknown) => {
        logFault(failure, fault);
        return privatePage(503, wentWrong);
      }),
    );
