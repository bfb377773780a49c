import { deployedContracts } from '../contract/store/contract-deployed.ts';
import { behindLink } from '../link/behind-link.ts';
import { linkKeys } from '../link/link-secrets.ts';
import { deployedReading } from '../platform/deployed-reading.ts';
import { readEnv } from '../platform/env.ts';
import { logger } from '../platform/log/logger.ts';
import { readAlertLink } from './alert-links.ts';
import { answerAlert } from './answer-alert.ts';
import { digestStore } from './digest-store.ts';

const { PUBLIC_URL, LINK_SECRET_ID } = readEnv('PUBLIC_URL', 'LINK_SECRET_ID');
const around = { ...deployedContracts(), ...deployedReading() };
const links = linkKeys(LINK_SECRET_ID);

/** Shows the page behind a link about a contract’s alerts, and takes its answer. */
export const handler = behindLink(
  'The page behind a link about a contract failed',
  answerAlert({
    ...around,
    digests: digestStore(around.table),
    publicUrl: PUBLIC_URL,
    log: (message, facts) => logger.info(message, facts),
    readLink: (token) => links.openBy((secrets) => readAlertLink(token, secrets)),
  }),
);
