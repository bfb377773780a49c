import { sesClient, sesSender } from '../email/email-sender.ts';
import { linkKeys } from '../link/link-secrets.ts';
import { now } from '../platform/clock.ts';
import { councilStore } from '../platform/store/council-store.ts';
import { readEnv } from '../platform/env.ts';
import { documentClient, type Table } from '../platform/table/table.ts';
import { lastChange } from '../search/index-store.ts';
import type { Subscribing } from './subscribing.ts';
import { subscriptionStore } from './subscription-store.ts';

/** What subscriptions take, as deployed. Throws where the environment is not complete. */
export const deployedSubscribing = (): Subscribing & { table: Table } => {
  const { TABLE_NAME, PUBLIC_URL, LINK_SECRET_ID, CONFIGURATION_SET, EMAIL_FROM } = readEnv(
    'TABLE_NAME',
    'PUBLIC_URL',
    'LINK_SECRET_ID',
    'CONFIGURATION_SET',
    'EMAIL_FROM',
  );
  const table = { client: documentClient(), tableName: TABLE_NAME };
  return {
    table,
    now,
    store: subscriptionStore(table),
    council: councilStore(table).loadCouncil,
    send: sesSender(sesClient(), CONFIGURATION_SET),
    loadLinkSecrets: linkKeys(LINK_SECRET_ID).loadLinkSecrets,
    lastChange: () => lastChange(table),
    publicUrl: PUBLIC_URL,
    from: EMAIL_FROM,
  };
};
