import { linkKeys } from '../link/link-secrets.ts';
import { readEnv } from '../platform/env.ts';
import { deployedContracts } from '../contract/contract-deployed.ts';
import { digestStore } from '../alert/digest-store.ts';
import { type DigestSending, digestUndeliverable, sendDigest } from '../alert/send-digest.ts';
import { eachStored } from '../platform/stored-events.ts';
import { deployedSending } from './deployed-sending.ts';
import { type Sending, sendLetters } from './send-letters.ts';

/** Sends the emails of every event and every digest newly stored; a record whose emails were not all sent is announced again. */
export const sendEmails = (sending: Sending & Partial<DigestSending>) => {
  const { digests } = sending;
  const digest = digests && ((day: string, name: string) => sendDigest({ ...sending, digests }, day, name));
  return eachStored('Emails were not sent', { decision: (decisionId, sequence) => sendLetters(sending, decisionId, sequence), ...(digest ? { digest } : {}) });
};

const around = deployedContracts();
const sending = deployedSending(linkKeys(readEnv('LINK_SECRET_ID').LINK_SECRET_ID));

export const handler = sendEmails({ ...sending, digests: digestStore(around.table), digestUndeliverable: digestUndeliverable(around) });
