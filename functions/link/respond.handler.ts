import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { codeStore } from '../determination/code-store.ts';
import { mailedCodes } from '../determination/codes.ts';
import { correlatedRequest } from '../platform/correlation.ts';
import { deployed } from '../platform/deployed.ts';
import { readEnv } from '../platform/env.ts';
import { logFault, logger } from '../platform/logger.ts';
import { linkKeys } from './link-secrets.ts';
import { privatePage } from './private-page.ts';
import { respond } from './respond.ts';
import type { Responding } from './responding.ts';
import { takeTurn } from './turns.ts';

const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string => (isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);

const requestOf = (event: APIGatewayProxyEventV2) => ({ method: event.requestContext.http.method, token: event.pathParameters?.link ?? '', headers: event.headers, body: bodyOf(event) });

// Whether an answer was stored before the fault is not known here; the link itself knows.
const wentWrong = '<!doctype html><html lang="en-GB"><title>Something went wrong</title><h1>Something went wrong on our side</h1><p>Open the link in your email again in a few minutes. It shows whether your answer was recorded.</p></html>\n';

/** Shows the page behind a link, and takes its answer. */
export const respondTo = (responding: Responding) => {
  const answer = respond(responding);
  const failed = (fault: unknown) => {
    logFault('The page behind a link failed', fault);
    return privatePage(503, wentWrong);
  };
  return (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => correlatedRequest(event, () => answer(requestOf(event)).catch(failed));
};

const { PUBLIC_URL, LINK_SECRET_ID } = readEnv('PUBLIC_URL', 'LINK_SECRET_ID');
const { table, store, loadCouncil, now } = deployed();
const links = linkKeys(LINK_SECRET_ID);
const turns = takeTurn(table);
export const handler = respondTo({
  decisions: store, loadCouncil, now, readLink: links.openLink, publicUrl: PUBLIC_URL, turns,
  codes: mailedCodes({ codes: codeStore(table, links), turns }),
  log: (message, facts) => logger.info(message, facts),
});
