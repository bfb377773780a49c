import { codeStore } from '../determination/code-store.ts';
import { mailedCodes } from '../determination/codes.ts';
import { deployed } from '../platform/deployed.ts';
import { readEnv } from '../platform/env.ts';
import { logger } from '../platform/log/logger.ts';
import { behindLink } from './behind-link.ts';
import { linkKeys } from './link-secrets.ts';
import { respond } from './respond.ts';
import type { Responding } from './responding.ts';
import { takeTurn } from './turns.ts';

/** Shows the page behind a link, and takes its answer. */
export const respondTo = (responding: Responding) => behindLink('The page behind a link failed', respond(responding));

const { PUBLIC_URL, LINK_SECRET_ID } = readEnv('PUBLIC_URL', 'LINK_SECRET_ID');
const { table, store, loadCouncil, now } = deployed();
const links = linkKeys(LINK_SECRET_ID);
const turns = takeTurn(table);

export const handler = respondTo({
  decisions: store,
  loadCouncil,
  now,
  readLink: links.openLink,
  publicUrl: PUBLIC_URL,
  turns,
  codes: mailedCodes({ codes: codeStore(table, links), turns }),
  log: (message, facts) => logger.info(message, facts),
});
