import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Letter } from './letter.ts';
import { plainAddress } from '../rules/alike.ts';

const instant = z.optional(z.string());

/**
 * An email as stored. What became of it is kept as facts, each with its time, and never as a status that one report
 * could write over another: reports of SES come twice, late and out of order, and some before we have marked it sent.
 */
export const emailItemSchema = z.object({
  decisionId: z.string(),
  key: z.string(),
  to: z.object({ name: z.string(), email: z.string() }),
  kind: z.string(),
  subject: z.string(),
  stepId: z.optional(z.string()),
  issue: z.optional(z.int()),
  sequence: z.int(),
  attempts: z.int(),
  queuedAt: z.string(),
  leaseUntil: instant,
  sentAt: instant,
  deliveredAt: instant,
  delayedAt: instant,
  transientAt: instant,
  bouncedAt: instant,
  complainedAt: instant,
  failedAt: instant,
  reason: z.optional(z.string()),
  messageId: z.optional(z.string()),
  /** Of the request, the answer or the check that the email comes of. */
  correlationId: z.optional(z.string()),
});

export type EmailItem = z.infer<typeof emailItemSchema>;
export type EmailStatus = 'queued' | 'sent' | 'delivered' | 'bounced' | 'complained' | 'failed';

/** What became of an email: the gravest of what is known, whatever order it became known in. */
export const statusOf = (email: EmailItem): EmailStatus => {
  if (email.complainedAt) return 'complained';
  if (email.bouncedAt) return 'bounced';
  if (email.failedAt) return 'failed';
  if (email.deliveredAt) return 'delivered';
  return email.sentAt ? 'sent' : 'queued';
};

/** SHA-256 of an address as mail systems compare it in practice: without regard to capitals. */
export const addressHash = (email: string): string => createHash('sha256').update(plainAddress(email)).digest('hex');

/**
 * The key of one letter of one event: the same each time the event is announced, so that nothing is sent twice. It can
 * be the value of an SES tag: letters, digits and hyphens.
 */
export const emailKey = (sequence: number, { kind, to, stepId }: Letter): string => {
  const recipient = addressHash(`${plainAddress(to.email)}\n${stepId ?? ''}`).slice(0, 16);
  return `${String(sequence).padStart(6, '0')}-${kind}-${recipient}`;
};

/** An email as the council's own people see it. */
export const viewEmail = (email: EmailItem) => {
  const {
    to,
    kind,
    subject,
    stepId,
    attempts,
    queuedAt,
    sentAt,
    deliveredAt,
    delayedAt,
    transientAt,
    bouncedAt,
    complainedAt,
    failedAt,
    reason,
  } = email;
  return {
    to: to.email,
    name: to.name,
    kind,
    subject,
    stepId,
    status: statusOf(email),
    attempts,
    queuedAt,
    sentAt,
    deliveredAt,
    delayedAt,
    transientAt,
    bouncedAt,
    complainedAt,
    failedAt,
    reason,
  };
};

export type EmailView = ReturnType<typeof viewEmail>;
