import { linkKeys } from '../link/link-secrets.ts';
import { readEnv } from '../platform/env.ts';
import { codeStore } from '../determination/code-store.ts';
import { sendCode } from '../determination/send-code.ts';
import { digestStore } from '../alert/digest-store.ts';
import { sendDigest } from '../alert/send-digest.ts';
import { deployedGround } from '../platform/deployed-ground.ts';
import { eachStored, type StoredWork } from '../platform/store/stored-events.ts';
import { openStepsStore } from '../schedule/open-steps-store.ts';
import { sendOpenSteps } from '../schedule/send-open-steps.ts';
import { deployedSending } from './deployed-sending.ts';
import { type Sending, sendLetters } from './send-letters.ts';

/**
 * Sends the emails of every event newly stored, and whatever else is stored to be mailed; a record whose emails were not all sent is
 * announced again.
 */
export const sendEmails = (sending: Sending, besides: Omit<StoredWork, 'decision' | 'contract'> = {}) =>
  eachStored('Emails were not sent', { ...besides, decision: (decisionId, sequence) => sendLetters(sending, decisionId, sequence) });

const { table } = deployedGround();
const links = linkKeys(readEnv('LINK_SECRET_ID').LINK_SECRET_ID);
const sending = {
  ...deployedSending(links),
  digests: digestStore(table),
  codes: codeStore(table, links),
  openSteps: openStepsStore(table),
};

export const handler = sendEmails(sending, {
  digest: (day, name) => sendDigest(sending, day, name),
  openSteps: (day, who) => sendOpenSteps(sending, day, who),
  code: (asked) => sendCode(sending, asked),
});
