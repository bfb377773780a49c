import { createHash, createHmac } from 'node:crypto';
import { DynamoDBClient, type DynamoDBClientConfig, GetItemCommand, type ServiceInputTypes } from '@aws-sdk/client-dynamodb';
import { sha256 as anywhere } from '@noble/hashes/sha2.js';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../functions/platform/sha256.ts';
import { Sha256Node } from '../../functions/platform/signing-sha256.ts';

describe('the hash that a bundle has', () => {
  it('is byte for byte the one of the pure core', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(Buffer.from(sha256(bytes)).equals(Buffer.from(anywhere(bytes)))).toBe(true);
      }),
    ));
});

describe('the hash that a bundle signs its requests with', () => {
  const digested = async (parts: Uint8Array[], secret?: string | Uint8Array): Promise<string> => {
    const hash = new Sha256Node(secret);
    hash.update(Buffer.from('of another request'));
    hash.reset();
    for (const part of parts) hash.update(part);
    return Buffer.from(await hash.digest()).toString('hex');
  };

  it('is Node’s own, of however many parts, and nothing of what went before', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 4 }), async (parts) => {
        expect(await digested(parts)).toBe(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));
      }),
    ));

  it('is keyed with a secret in any letters and with bytes alike', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 500 }),
        fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.uint8Array({ minLength: 1, maxLength: 200 })),
        async (bytes, secret) => {
          expect(await digested([bytes], secret)).toBe(createHmac('sha256', secret).update(bytes).digest('hex'));
        },
      ),
    ));

  it('is the one of RFC 4231, case 2', async () => {
    expect(await digested([Buffer.from('what do ya want for nothing?')], 'Jefe')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('signs a request as the SDK of this version signs it with its own', async () => {
    vi.useFakeTimers({ now: new Date('2026-04-08T09:00:00Z'), toFake: ['Date'] });
    try {
      expect(await signedBy(Sha256Node as unknown as DynamoDBClientConfig['sha256'])).toEqual(await signedBy(undefined));
    } finally {
      vi.useRealTimers();
    }
  });
});

type Signed = { headers: Record<string, string> };
type Sent = { input: ServiceInputTypes; request: unknown };

const signedBy = async (sha256: DynamoDBClientConfig['sha256']): Promise<string[]> => {
  const signed: (string | undefined)[] = [];
  const client = new DynamoDBClient({
    ...(sha256 && { sha256 }),
    region: 'eu-west-2',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a secret', sessionToken: 'of a session' },
    maxAttempts: 1,
    requestHandler: {
      handle: async ({ headers }: Signed) => {
        signed.push(headers.authorization);
        throw new Error('Not sent: its signature is looked at');
      },
    },
  });
  client.middlewareStack.addRelativeTo(
    <T>(next: (sent: Sent) => Promise<T>) =>
      (sent: Sent) => {
        // Drawn by lot for each request, and signed with it.
        Object.assign((sent.request as Signed).headers, { 'amz-sdk-invocation-id': 'the same' });
        return next(sent);
      },
    { name: 'sameInvocation', relation: 'before', toMiddleware: 'httpSigningMiddleware' },
  );
  await expect(client.send(new GetItemCommand({ TableName: 'records', Key: { pk: { S: 'DECISION#é' } } }))).rejects.toThrow('Not sent');
  return signed.map((each) => each ?? 'not signed');
};
