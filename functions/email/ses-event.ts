import * as z from 'zod/mini';
import type { Instant } from '../rules/local-date.ts';
import { shortened } from '../rules/shortened.ts';
import type { EmailFact } from './email-store.ts';

const tags = z.looseObject({
  decision: z.optional(z.array(z.string()).check(z.minLength(1))),
  email: z.optional(z.array(z.string()).check(z.minLength(1))),
});
const mail = z.looseObject({ messageId: z.string(), timestamp: z.string(), tags: z.optional(tags) });
const when = z.string();
const bounced = z.looseObject({ diagnosticCode: z.optional(z.string()), status: z.optional(z.string()) });

const sesEventSchema = z.discriminatedUnion('eventType', [
  z.looseObject({ eventType: z.literal('Send'), mail }),
  z.looseObject({ eventType: z.literal('Delivery'), mail, delivery: z.looseObject({ timestamp: when }) }),
  z.looseObject({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.looseObject({
      timestamp: when,
      bounceType: z.string(),
      bounceSubType: z.optional(z.string()),
      bouncedRecipients: z._default(z.array(bounced), []),
    }),
  }),
  z.looseObject({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.looseObject({ timestamp: when, complaintFeedbackType: z.nullish(z.string()) }),
  }),
  z.looseObject({ eventType: z.literal('Reject'), mail, reject: z.looseObject({ reason: z.string() }) }),
  z.looseObject({ eventType: z.literal('Rendering Failure'), mail, failure: z.looseObject({ errorMessage: z.string() }) }),
  z.looseObject({ eventType: z.literal('DeliveryDelay'), mail, deliveryDelay: z.looseObject({ timestamp: when, delayType: z.string() }) }),
]);

type SesEvent = z.infer<typeof sesEventSchema>;
type Found = { fact: EmailFact; at: Instant; reason?: string };

/** What SES reports of one email of ours: which, what became of it, and whether its address will never take email. */
export type DeliveryReport = Found & { decisionId: string; key: string; messageId: string; suppresses: boolean };

const mostOfReason = 500;

const bounceFound = ({ bounce }: Extract<SesEvent, { eventType: 'Bounce' }>): Found => {
  const said = bounce.bouncedRecipients[0]?.diagnosticCode ?? bounce.bounceSubType ?? 'No reason was given';
  return {
    fact: bounce.bounceType === 'Permanent' ? 'bouncedAt' : 'transientAt',
    at: bounce.timestamp,
    reason: shortened(said, mostOfReason),
  };
};

const found = (event: SesEvent): Found => {
  switch (event.eventType) {
    case 'Send':
      return { fact: 'sentAt', at: event.mail.timestamp };
    case 'Delivery':
      return { fact: 'deliveredAt', at: event.delivery.timestamp };
    case 'Bounce':
      return bounceFound(event);
    case 'Complaint':
      return { fact: 'complainedAt', at: event.complaint.timestamp, reason: event.complaint.complaintFeedbackType ?? 'complaint' };
    case 'Reject':
      return { fact: 'failedAt', at: event.mail.timestamp, reason: shortened(event.reject.reason, mostOfReason) };
    case 'Rendering Failure':
      return { fact: 'failedAt', at: event.mail.timestamp, reason: shortened(event.failure.errorMessage, mostOfReason) };
    case 'DeliveryDelay':
      return { fact: 'delayedAt', at: event.deliveryDelay.timestamp, reason: event.deliveryDelay.delayType };
    default:
      return event satisfies never;
  }
};

// Told where to send its reports, SES first sends a sentence that says so.
const jsonIn = (message: string): unknown => {
  try {
    return JSON.parse(message);
  } catch {
    return null;
  }
};

/** A report of SES as published through SNS; null for one of a kind we do not use, or of a message that is not ours. */
export const readReport = (message: string): DeliveryReport | null => {
  const parsed = sesEventSchema.safeParse(jsonIn(message));
  if (!parsed.success) return null;
  const { messageId, tags: given } = parsed.data.mail;
  const [decisionId] = given?.decision ?? [];
  const [key] = given?.email ?? [];
  const what = found(parsed.data);
  return decisionId && key
    ? { ...what, decisionId, key, messageId, suppresses: what.fact === 'bouncedAt' || what.fact === 'complainedAt' }
    : null;
};
