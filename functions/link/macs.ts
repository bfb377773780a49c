import { createHmac, timingSafeEqual } from 'node:crypto';

/** The key that signs, and the one before it, whose links still count. */
export type LinkSecrets = { current: string; previous: string | null };

const leastSecret = 32;

/** The mac of an id, by one key. `domain` says what it is for: the same key must never make a mac that means something elsewhere. */
export const macOf = (domain: string, id: string, secret: string): string => {
  if (secret.length < leastSecret) throw new Error(`A link secret has at least ${leastSecret} characters`);
  return createHmac('sha256', secret).update(domain).update(id).digest('base64url');
};

/**
 * Whether a mac of 43 characters is exactly the one we would write, by the key in use or the one before. Takes as long for a wrong one as
 * for a right one. Texts are compared, not the bytes they decode to: base64url has four spellings of a last character, of which one is ours.
 */
export const isOurs = (mac: string, domain: string, id: string, { current, previous }: LinkSecrets): boolean =>
  [current, previous ?? current].map((secret) => timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(domain, id, secret)))).includes(true);
