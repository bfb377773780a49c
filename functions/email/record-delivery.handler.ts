import type { SNSEvent } from 'aws-lambda';
import { correlated } from '../platform/correlation.ts';
import { readEnv } from '../platform/env.ts';
import { logger } from '../platform/logger.ts';
import { count } from '../platform/metrics.ts';
import { documentClient } from '../platform/table.ts';
import { type EmailStore, emailStore } from './email-store.ts';
import { readReport } from './ses-event.ts';
import type { Undelivered } from './undeliverable.ts';
import { undeliveredLater } from './undelivered-later.ts';

export type Recording = { emails: EmailStore; undelivered: Undelivered };

const recordOne = async (recording: Recording, message: string): Promise<void> => {
  const report = readReport(message);
  if (!report) return logger.warn('A report of SES was passed over: its kind or its tags are not ours');
  const { decisionId, key, fact, at, reason, messageId, suppresses } = report;
  const email = await recording.emails.record({ decisionId, key }, fact, at, { reason, messageId });
  if (!email) return logger.warn('A report of SES was passed over: there is no such email', { decisionId, key });
  await correlated(email.correlationId ?? messageId, async () => {
    if (suppresses) await recording.emails.suppress(email.to.email, at, fact);
    if (fact === 'complainedAt') logger.warn('Somebody complained of an email', { decision: decisionId, email: key });
    if (fact !== 'bouncedAt' && fact !== 'failedAt') return;
    count('MailUndelivered', 1);
    logger.warn('An email was not delivered', { decision: decisionId, email: key });
    // Done again when a report comes again: the first time may have stopped half way.
    await recording.undelivered(email, reason ?? 'The email was refused.');
  });
};

/** Keeps what SES reports of our emails. Reports may come twice, late or out of order; a permanent bounce marks the step and the address. */
export const recordDelivery =
  (recording: Recording) =>
  async ({ Records }: SNSEvent): Promise<void> => {
    for (const { Sns } of Records) await recordOne(recording, Sns.Message);
  };

const emails = emailStore({ client: documentClient(), tableName: readEnv('TABLE_NAME').TABLE_NAME });

export const handler = recordDelivery({ emails, undelivered: undeliveredLater });
