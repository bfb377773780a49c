import type { DeliveryReport } from '../email/ses-event.ts';
import { subscriberOf } from './subscription-tag.ts';
import type { SubscriptionStore } from './subscription-store.ts';

/**
 * Forgets a subscriber whose email came back for good, or who called it spam: whoever goes on writing to those who refuse it is stopped
 * from writing to anybody. Any other report changes nothing.
 */
export const endSubscription = async ({ forget }: Pick<SubscriptionStore, 'forget'>, report: DeliveryReport): Promise<void> => {
  const id = subscriberOf(report.key);
  if (report.suppresses && id !== null) await forget(id, report.at);
};
