import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
};

/** JSON with its keys in order and nothing undefined, so that equal content is always equal text. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

/** SHA-256 of the canonical JSON of a value, as 64 hexadecimal digits. What was signed is bound to this. */
export const fingerprint = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));

/** The first sixteen digits in fours: what a person can compare between an email, a page and a record. */
export const shortFingerprint = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
