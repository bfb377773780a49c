import { correlated } from '../platform/log/correlation.ts';
import { logger } from '../platform/log/logger.ts';
import { count } from '../platform/log/metrics.ts';
import { endSubscription } from '../subscription/end-subscription.ts';
import type { SubscriptionStore } from '../subscription/subscription-store.ts';
import { subscriptionTag } from '../subscription/subscription-tag.ts';
import type { EmailStore } from './email-store.ts';
import { readReport } from './ses-event.ts';
import type { Undelivered } from './undeliverable.ts';

export type Recording = { emails: EmailStore; undelivered: Undelivered; subscriptions: Pick<SubscriptionStore, 'forget'> };

/** Keeps one report of SES, or says in the log why it is passed over. */
export const recordReport = async (recording: Recording, message: string): Promise<void> => {
  const report = readReport(message);
  if (!report) return logger.warn('A report of SES was passed over: its kind or its tags are not ours');
  const { decisionId, key, fact, at, reason, messageId, suppresses } = report;
  if (decisionId === subscriptionTag) return endSubscription(recording.subscriptions, report);
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
