import type { LinkKeys } from '../link/link-secrets.ts';
import { pause } from '../platform/clock.ts';
import { deployedReading } from '../platform/deployed-reading.ts';
import { readEnv } from '../platform/env.ts';
import { sesClient, sesSender } from './email-sender.ts';
import { emailStore } from './email-store.ts';
import type { Sending } from './send-letters.ts';
import { undeliveredLater } from './undelivered-later.ts';

/** All that sending takes, as deployed. Throws where the environment names no configuration set or public address. */
export const deployedSending = ({ loadLinkSecrets }: Pick<LinkKeys, 'loadLinkSecrets'>): Sending => {
  const { PUBLIC_URL, CONFIGURATION_SET, EMAIL_FROM } = readEnv('PUBLIC_URL', 'CONFIGURATION_SET', 'EMAIL_FROM');
  const around = deployedReading();
  return {
    ...around,
    emails: emailStore(around.table),
    send: sesSender(sesClient(), CONFIGURATION_SET),
    undelivered: undeliveredLater,
    loadLinkSecrets,
    pause,
    publicUrl: PUBLIC_URL,
    from: EMAIL_FROM,
  };
};
