import { GetSecretValueCommand, ResourceNotFoundException, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { linkKeys } from '../../functions/link/link-secrets.ts';
import { linkFor } from '../../functions/link/links.ts';

const first = 'a'.repeat(64);
const second = 'b'.repeat(64);
const target = { decisionId: 'a-decision', stepId: 'clearance-1', issue: 1 };
const secrets = mockClient(SecretsManagerClient);
const missing = new ResourceNotFoundException({ message: 'No such stage', $metadata: {} });
const textOf = (secret: string) => linkFor(target, { current: secret, previous: null }).slice('/respond/'.length);

const stored = (current: string, previous: string | null) => {
  secrets.on(GetSecretValueCommand, { VersionStage: 'AWSCURRENT' }).resolves({ SecretString: current });
  const before = secrets.on(GetSecretValueCommand, { VersionStage: 'AWSPREVIOUS' });
  if (previous === null) before.rejects(missing);
  else before.resolves({ SecretString: previous });
};

const keysOf = () => linkKeys('links', new SecretsManagerClient({ region: 'eu-west-2' }));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  secrets.reset();
  vi.useRealTimers();
});

describe('The secret behind the links', () => {
  it('may have no generation before', async () => {
    stored(first, null);
    expect(await keysOf().loadLinkSecrets()).toEqual({ current: first, previous: null });
  });

  it('is read once in five minutes, however long the function has been running', async () => {
    stored(second, first);
    vi.advanceTimersByTime(3_600_000);
    const keys = keysOf();
    await keys.loadLinkSecrets();
    vi.advanceTimersByTime(299_000);
    await keys.loadLinkSecrets();
    expect(secrets.calls().length).toBe(2);
    vi.advanceTimersByTime(2_000);
    expect(await keys.loadLinkSecrets()).toEqual({ current: second, previous: first });
    expect(secrets.calls().length).toBe(4);
  });

  it('is read again for a link signed just after a rotation', async () => {
    stored(first, null);
    const keys = keysOf();
    expect(await keys.openLink(textOf(first))).toEqual(target);
    stored(second, first);
    vi.advanceTimersByTime(31_000);
    expect(await keys.openLink(textOf(second))).toEqual(target);
    expect(await keys.openLink(textOf(first))).toEqual(target);
  });

  it('is not read for every link that somebody makes up', async () => {
    stored(first, null);
    const keys = keysOf();
    for (let tries = 0; tries < 50; tries += 1) expect(await keys.openLink(textOf(second))).toBeNull();
    expect(secrets.calls().length).toBe(2);
  });

  it('stops the function when it cannot be read', async () => {
    secrets.on(GetSecretValueCommand).rejects(missing);
    await expect(keysOf().loadLinkSecrets()).rejects.toThrow('No such stage');
  });

  it('stops the function when there is no text in it to sign with', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretBinary: new Uint8Array(64) });
    await expect(keysOf().loadLinkSecrets()).rejects.toThrow('holds no text');
  });
});
