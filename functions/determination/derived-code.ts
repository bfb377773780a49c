import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkSecrets } from '../link/macs.ts';

/** Which issue of which step a code is for: a cover's code is not the code of the person covered. */
export type CodeFor = { decisionId: string; stepId: string; issue: number };

/** One code of a step, told from its other codes by a nonce. Not the code itself, which takes the key as well. */
export type OneCode = CodeFor & { nonce: string };

// The same secret must never make a mac that means something elsewhere.
const codeDomain = 'clear-days/signing-code/1\n';
const nameDomain = 'clear-days/signing-code-key/1\n';
const digits = 6;

/**
 * The six digits of one code, by a key of the council's links. Whoever lacks the key learns nothing of them from all the rest. Of the
 * mac's first 48 bits, no code comes up more often than another by more than one part in 280 million.
 */
export const derivedCode = ({ decisionId, stepId, issue, nonce }: OneCode, secret: string): string => {
  const mac = createHmac('sha256', secret)
    .update(codeDomain)
    .update(JSON.stringify([decisionId, stepId, issue, nonce]))
    .digest();
  return String(mac.readUIntBE(0, 6) % 10 ** digits).padStart(digits, '0');
};

/** Whether these are the digits of one code. Takes as long for wrong ones as for the right ones. */
export const isDerivedCode = (given: string, code: OneCode, secret: string): boolean =>
  /^[0-9]{6}$/.test(given) && timingSafeEqual(Buffer.from(given), Buffer.from(derivedCode(code, secret)));

/** What a key is called beside a code that it makes, so that a rotation changes no code. The key cannot be had from its name. */
export const keyName = (secret: string): string => createHmac('sha256', secret).update(nameDomain).digest('hex').slice(0, 16);

/** The key of that name, in use or the one before; null once it has gone. */
export const keyNamed = (name: string, { current, previous }: LinkSecrets): string | null =>
  [current, previous].find((secret) => secret !== null && keyName(secret) === name) ?? null;
