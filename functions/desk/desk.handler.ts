import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { linkKeys, secretsClient } from '../link/link-secrets.ts';
import { now } from '../platform/clock.ts';
import { logFault, logger } from '../platform/log/logger.ts';
import { answerDesk } from './desk.ts';
import { deskEnv } from './desk-env.ts';
import { type DeskAnswer, htmlAnswer, outsidePage } from './frame.tsx';
import { discover, type Endpoints } from './sign-in/oidc.ts';

const { publicUrl, issuer, clientId, scope, sessionSecretId, clientSecretId } = deskEnv(process.env);
const secrets = secretsClient();

const loadSecret = clientSecretId
  ? async () => (await secrets.send(new GetSecretValueCommand({ SecretId: clientSecretId }))).SecretString ?? ''
  : null;

let known: Endpoints | undefined;

const answer = answerDesk({
  publicUrl,
  now,
  client: { issuer, clientId, scope, loadSecret, redirectUri: `${publicUrl}/desk/signed-in` },
  discover: async () => (known ??= await discover(issuer)),
  loadSecrets: linkKeys(sessionSecretId, secrets).loadLinkSecrets,
  log: (message, facts) => logger.info(message, facts),
});

const wentWrong = 'Open the page again in a few minutes. A proposal’s own page shows what was saved.';

/** The pages for officers and clerks. */
export const handler = (event: APIGatewayProxyEventV2): Promise<DeskAnswer> =>
  answer(event).catch((fault: unknown) => {
    logFault('A page of the desk failed', fault);
    return htmlAnswer(503, outsidePage('Something went wrong on our side', wentWrong));
  });
