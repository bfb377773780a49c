import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { LinkSecrets } from '../../link/macs.ts';

/** What a sealed text is for: one sealed for another purpose does not open. */
export type Purpose = 'session' | 'signing-in';

const [ivBytes, tagBytes] = [12, 16];

const keyFor = (secret: string, purpose: Purpose): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `clear-days desk ${purpose}`, 32));

/** A text that nobody can read or change without the secret (AES-256-GCM), in characters that a cookie can hold. */
export const seal = (text: string, { current }: LinkSecrets, purpose: Purpose): string => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(current, purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
};

const openedWith = (bytes: Buffer, secret: string, purpose: Purpose): string | null => {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return decipher.update(bytes.subarray(ivBytes + tagBytes)).toString('utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
};

/** The text that was sealed, by either generation of the secret; null for anything changed, cut or sealed elsewhere. */
export const unseal = (sealed: string, { current, previous }: LinkSecrets, purpose: Purpose): string | null => {
  const bytes = Buffer.from(sealed, 'base64url');
  // Another spelling of the same bytes is not what we gave.
  if (bytes.length <= ivBytes + tagBytes || bytes.toString('base64url') !== sealed) return null;
  return openedWith(bytes, current, purpose) ?? (previous === null ? null : openedWith(bytes, previous, purpose));
};
