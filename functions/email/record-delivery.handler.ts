import type { SNSEvent } from 'aws-lambda';
import { readEnv } from '../platform/env.ts';
import { documentClient } from '../platform/table/table.ts';
import { subscriptionStore } from '../subscription/subscription-store.ts';
import { emailStore } from './email-store.ts';
import { type Recording, recordReport } from './record-report.ts';
import { undeliveredLater } from './undelivered-later.ts';

/**
 * Keeps what SES reports of our emails. Reports may come twice, late or out of order; a permanent bounce marks step and address, or ends a
 * subscription.
 */
export const recordDelivery =
  (recording: Recording) =>
  async ({ Records }: SNSEvent): Promise<void> => {
    for (const { Sns } of Records) await recordReport(recording, Sns.Message);
  };

const table = { client: documentClient(), tableName: readEnv('TABLE_NAME').TABLE_NAME };

export const handler = recordDelivery({
  emails: emailStore(table),
  undelivered: undeliveredLater,
  subscriptions: subscriptionStore(table),
});
