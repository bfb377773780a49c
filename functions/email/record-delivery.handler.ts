import type { SNSEvent } from 'aws-lambda';
import { deployedContracts } from '../contract/contract-deployed.ts';
import { digestUndeliverable } from '../alert/send-digest.ts';
import { correlated } from '../platform/correlation.ts';
import { deployed } from '../platform/deployed.ts';
import { logger } from '../platform/logger.ts';
import { count } from '../platform/metrics.ts';
import { type EmailStore, emailStore } from './email-store.ts';
import { readReport } from './ses-event.ts';
import { markUndeliverable, type Telling } from './undeliverable.ts';

export type Recording = Telling & { emails: EmailStore };

const recordOne = async (recording: Recording, message: string): Promise<void> => {
  const report = readReport(message);
  if (!report) return logger.warn('A report of SES was passed over: its kind or its tags are not ours');
  const { decisionId, key, fact, at, reason, messageId, suppresses } = report;
  const email = await recording.emails.record({ decisionId, key }, fact, at, { reason, messageId });
  if (!email) return logger.warn('A report of SES was passed over: there is no such email', { decisionId, key });
  await correlated(email.correlationId ?? messageId, async () => {
    if (suppresses) await recording.emails.suppress(email.to.email, at, fact);
    if (fact !== 'bouncedAt' && fact !== 'failedAt') return;
    count('MailUndelivered', 1);
    // Done again when a report comes again: the first time may have stopped half way.
    await markUndeliverable(recording, email, reason ?? 'The email was refused.');
  });
};

/** Keeps what SES reports of our emails. Reports may come twice, late or out of order; a permanent bounce marks the step and the address. */
export const recordDelivery = (recording: Recording) => async ({ Records }: SNSEvent): Promise<void> => {
  for (const { Sns } of Records) await recordOne(recording, Sns.Message);
};

const around = { ...deployedContracts(), ...deployed() };

export const handler = recordDelivery({ ...around, emails: emailStore(around.table), digestUndeliverable: digestUndeliverable(around) });
