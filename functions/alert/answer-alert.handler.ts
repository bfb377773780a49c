import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { linkKeys } from '../link/link-secrets.ts';
import { privatePage } from '../link/private-page.ts';
import { deployedReading } from '../platform/deployed-reading.ts';
import { readEnv } from '../platform/env.ts';
import { correlatedRequest } from '../platform/correlation.ts';
import { logFault, logger } from '../platform/logger.ts';
import { readAlertLink } from './alert-links.ts';
import { answerAlert, type AnsweringAlerts } from './answer-alert.ts';
import { deployedContracts } from '../contract/contract-deployed.ts';
import { digestStore } from './digest-store.ts';

const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string => (isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);

// Whether an answer was stored before the fault is not known here; the link itself knows.
const wentWrong = '<!doctype html><html lang="en-GB"><title>Something went wrong</title><h1>Something went wrong on our side</h1><p>Open the link in your email again in a few minutes. It shows whether your answer was recorded.</p></html>\n';

/** Shows the page behind a link about a contract’s alerts, and takes its answer. */
export const respondToAlerts = (around: AnsweringAlerts) => {
  const answer = answerAlert(around);
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const request = { method: event.requestContext.http.method, token: event.pathParameters?.link ?? '', headers: event.headers, body: bodyOf(event) };
    return correlatedRequest(event, () => answer(request).catch((fault: unknown) => {
      logFault('The page behind a link about a contract failed', fault);
      return privatePage(503, wentWrong);
    }));
  };
};

const { PUBLIC_URL, LINK_SECRET_ID } = readEnv('PUBLIC_URL', 'LINK_SECRET_ID');
const around = { ...deployedContracts(), ...deployedReading() };
const links = linkKeys(LINK_SECRET_ID);

export const handler = respondToAlerts({
  ...around, digests: digestStore(around.table), publicUrl: PUBLIC_URL, log: (message, facts) => logger.info(message, facts),
  readLink: (token) => links.openBy((secrets) => readAlertLink(token, secrets)),
});
