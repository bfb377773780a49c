import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager';
import { ticks } from '../platform/clock.ts';
import { waitingAtMost } from '../platform/waiting.ts';
import { type LinkTarget, readLink } from './links.ts';
import type { LinkSecrets } from './macs.ts';

const keptMilliseconds = 5 * 60_000;
const leastBetweenReads = 30_000;

export type LinkKeys = {
  /** Both generations of the secret, read again every five minutes. */
  loadLinkSecrets: () => Promise<LinkSecrets>;
  /** What a link answers, by secrets fresh enough to know of a rotation; null for a link that is not ours. */
  openLink: (text: string) => Promise<LinkTarget | null>;
  /** As `openLink`, for links that are read another way. */
  openBy: <T>(read: (secrets: LinkSecrets) => T | null) => Promise<T | null>;
};

/** A client of Secrets Manager that gives up in seconds. */
export const secretsClient = (config: SecretsManagerClientConfig = {}): SecretsManagerClient =>
  new SecretsManagerClient({ requestHandler: waitingAtMost(3000), ...config });

/** The keys that sign links, in Secrets Manager: AWSCURRENT signs, AWSPREVIOUS still counts. */
export const linkKeys = (secretId: string, client = secretsClient()): LinkKeys => {
  let kept: { secrets: LinkSecrets; at: number } | null = null;

  const generation = async (VersionStage: 'AWSCURRENT' | 'AWSPREVIOUS'): Promise<string | null> => {
    try {
      return (await client.send(new GetSecretValueCommand({ SecretId: secretId, VersionStage }))).SecretString ?? null;
    } catch (fault) {
      // Before its first rotation a secret has no generation before.
      if (VersionStage === 'AWSPREVIOUS' && fault instanceof ResourceNotFoundException) return null;
      throw fault;
    }
  };

  const read = async (): Promise<LinkSecrets> => {
    const [current, previous] = await Promise.all([generation('AWSCURRENT'), generation('AWSPREVIOUS')]);
    if (current === null) throw new Error('The link secret holds no text');
    kept = { secrets: { current, previous }, at: ticks() };
    return kept.secrets;
  };

  const isOlderThan = (milliseconds: number): boolean => !kept || ticks() - kept.at >= milliseconds;
  const loadLinkSecrets = async () => (kept && !isOlderThan(keptMilliseconds) ? kept.secrets : read());

  const openBy = async <T>(readBy: (secrets: LinkSecrets) => T | null): Promise<T | null> => {
    const target = readBy(await loadLinkSecrets());
    // A link signed just after a rotation is unknown here until the secrets are read again.
    return target ?? (isOlderThan(leastBetweenReads) ? readBy(await read()) : null);
  };

  return { loadLinkSecrets, openBy, openLink: (text) => openBy((secrets) => readLink(text, secrets)) };
};
