import { linkKeys } from '../link/link-secrets.ts';
import { pause } from '../platform/clock.ts';
import { deployed } from '../platform/deployed.ts';
import { readEnv } from '../platform/env.ts';
import { eachStoredEvent } from '../platform/stored-events.ts';
import { sesClient, sesSender } from './email-sender.ts';
import { emailStore } from './email-store.ts';
import { type Sending, sendLetters } from './send-letters.ts';

/** Sends the emails of every event newly stored; a record whose emails were not all sent is announced again. */
export const sendEmails = (sending: Sending) => eachStoredEvent('Emails were not sent', (decisionId, sequence) => sendLetters(sending, decisionId, sequence));

const { PUBLIC_URL, LINK_SECRET_ID, CONFIGURATION_SET, EMAIL_FROM } = readEnv('PUBLIC_URL', 'LINK_SECRET_ID', 'CONFIGURATION_SET', 'EMAIL_FROM');
const around = deployed();
const { loadLinkSecrets } = linkKeys(LINK_SECRET_ID);
const send = sesSender(sesClient(), CONFIGURATION_SET);

export const handler = sendEmails({ ...around, emails: emailStore(around.table), send, loadLinkSecrets, pause, publicUrl: PUBLIC_URL, from: EMAIL_FROM });
