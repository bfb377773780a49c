import { createHmac, createSecretKey, hash } from 'node:crypto';

/**
 * SHA-256, or its HMAC where there is a secret, as the SDK asks for them to sign a request. Stands in a bundle in the place of the SDK's
 * own, which makes a stream for each and brings another hash, in JavaScript, for engines that have none.
 */
export class Sha256Node {
  private readonly secret: string | Uint8Array | undefined;
  private parts: Uint8Array[] = [];

  constructor(secret?: string | Uint8Array) {
    this.secret = secret;
  }

  update(bytes: Uint8Array): void {
    this.parts.push(bytes);
  }

  async digest(): Promise<Uint8Array> {
    const bytes = Buffer.concat(this.parts);
    if (!this.secret) return hash('sha256', bytes, 'buffer');
    // Given bytes for a key, Node looks longer at what they are than it takes to sign with them.
    const key = typeof this.secret === 'string' ? createSecretKey(this.secret, 'utf8') : createSecretKey(this.secret);
    return createHmac('sha256', key).update(bytes).digest();
  }

  reset(): void {
    this.parts = [];
  }
}
