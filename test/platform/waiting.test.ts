import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sesClient, sesSender } from '../../functions/email/email-sender.ts';
import { linkKeys, secretsClient } from '../../functions/link/link-secrets.ts';
import { documentClient } from '../../functions/platform/table/table.ts';
import { publicReads } from '../../lib/functions/public-reads.ts';

// What a lost packet leaves behind: a connection that was taken, and no answer on it for as long as anybody waits.
let silent: Server;
const reached = () => ({
  endpoint: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
  region: 'eu-west-2',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
});

beforeAll(async () => {
  silent = createServer(() => {});
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
});

afterAll(() => {
  silent.closeAllConnections();
  silent.close();
});

const letter = { raw: Buffer.from('To: a@kent.example\r\n\r\nx'), from: 'a@kent.example', to: 'b@kent.example', decisionId: 'd', key: 'k' };

describe.concurrent('A connection on which AWS falls silent', { timeout: 20_000 }, () => {
  it('is given up by whoever reads the table', async () => {
    const asked = documentClient(reached()).send(new GetCommand({ TableName: 'decisions', Key: { pk: 'COUNCIL', sk: 'SETTINGS' } }));
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('is given up by the sender of emails while its claim on the email still runs', async () => {
    await expect(sesSender(sesClient(reached()), undefined)(letter)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('is given up, twice, by whoever sends a reader their link, while Lambda still lets them say that nothing was sent', async () => {
    const { maxAttempts: _, ...asDeployed } = reached();
    const begun = performance.now();
    await expect(sesSender(sesClient(asDeployed), undefined)(letter)).rejects.toMatchObject({ name: 'TimeoutError' });
    const { timeoutSeconds = 0 } = publicReads.find(({ name }) => name === 'keep-subscriptions') ?? {};
    expect(performance.now() - begun).toBeLessThan((timeoutSeconds - 5) * 1000);
  });

  it('is given up by whoever opens a link', async () => {
    const keys = linkKeys('the key of the links', secretsClient(reached()));
    await expect(keys.loadLinkSecrets()).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
