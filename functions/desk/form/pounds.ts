import type { Pence } from '../../rules/money.ts';

// Thousands are grouped in threes or not at all: 1,60,000 is a slip of the finger, and which sum was meant cannot be known.
const written = /^£?\s*(\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{1,2}))?$/;

/** A sum typed in pounds, such as `1,600,000.00` or `£250`, as whole pence; null for what cannot be read as one sum. Never rounds. */
export const penceOf = (typed: string): Pence | null => {
  const [, pounds, odd = ''] = written.exec(typed.trim()) ?? [];
  if (pounds === undefined) return null;
  const pence = BigInt(pounds.replaceAll(',', '')) * 100n + BigInt(odd.padEnd(2, '0'));
  return pence <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(pence) : null;
};

/** Whole pence as they are typed in a form: `1,600,000.00`. What `penceOf` reads back to the penny. */
export const typedPounds = (pence: Pence): string => {
  const digits = BigInt(pence).toString().padStart(3, '0');
  return `${digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
};
