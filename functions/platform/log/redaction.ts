const secretKeys = new Set(['authorization', 'cookie', 'set-cookie', 'x-amz-security-token', 'secretstring', 'words']);

// A link is as good as a signature; the id before the mac is enough to find the step by. Both patterns look back or ahead by so many
// letters at most, so that a long line of the log takes no longer than its length.
const macs = /(?<=[A-Za-z0-9_-])\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g;
// Consultees outside the council never agreed to be in its logs, and an address does not say who is outside.
const mailboxes = /[^\s@<>"'(),:;\\[\]/=?]{1,64}@(?=[a-z0-9-]{1,63}\.[a-z0-9-])/gi;

/** Text with the macs of links and the mailboxes of addresses taken out. */
export const redact = (text: string): string => text.replace(macs, '.[redacted]').replace(mailboxes, '[redacted]@');

/** For JSON.stringify: leaves out tokens, cookies and people's own words; redacts every other text. */
export const redacting = (key: string, value: unknown): unknown => {
  if (secretKeys.has(key.toLowerCase())) return '[redacted]';
  return typeof value === 'string' ? redact(value) : value;
};
