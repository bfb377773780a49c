import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Mail } from './mailbox.ts';

export const sesEventSchema = z.strictObject({
  type: z.enum(['Delivery', 'Bounce', 'Complaint']),
  bounceType: z._default(z.enum(['Permanent', 'Transient']), 'Permanent'),
  to: z.email(),
  messageId: z.optional(z.string()),
});
export type SesEvent = z.infer<typeof sesEventSchema>;

/** What SES publishes about a mail, as SNS hands it to a function. */
export function sesNotification(event: SesEvent, mail: Mail, at: Date): unknown {
  const timestamp = at.toISOString();
  const message = { eventType: event.type, mail: describedMail(mail), ...outcome(event, timestamp) };
  const Sns = {
    Type: 'Notification',
    MessageId: randomUUID(),
    TopicArn: 'arn:aws:sns:eu-west-2:000000000000:email-events',
    Subject: 'Amazon SES Email Event Notification',
    Message: JSON.stringify(message),
    Timestamp: timestamp,
    SignatureVersion: '1',
    Signature: 'local',
    SigningCertUrl: 'https://sns.eu-west-2.amazonaws.com/local.pem',
    UnsubscribeUrl: 'https://sns.eu-west-2.amazonaws.com/',
    MessageAttributes: {},
  };
  const EventSubscriptionArn = `${Sns.TopicArn}:local`;
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn, Sns }] };
}

function outcome({ type, to, bounceType }: SesEvent, timestamp: string): object {
  switch (type) {
    case 'Delivery':
      return {
        delivery: {
          timestamp,
          processingTimeMillis: 500,
          recipients: [to],
          smtpResponse: '250 2.0.0 OK',
          reportingMTA: 'local.amazonses.com',
        },
      };
    case 'Bounce':
      return { bounce: { ...bounced(to, bounceType), timestamp, feedbackId: randomUUID(), reportingMTA: 'dns; local.amazonses.com' } };
    case 'Complaint':
      return {
        complaint: {
          complainedRecipients: [{ emailAddress: to }],
          timestamp,
          feedbackId: randomUUID(),
          complaintFeedbackType: 'abuse',
          complaintSubType: null,
        },
      };
  }
}

function bounced(emailAddress: string, bounceType: SesEvent['bounceType']): object {
  const permanent = bounceType === 'Permanent';
  const diagnosticCode = permanent ? 'smtp; 550 5.1.1 user unknown' : 'smtp; 452 4.2.2 mailbox full';
  const recipient = { emailAddress, action: 'failed', status: permanent ? '5.1.1' : '4.2.2', diagnosticCode };
  return { bounceType, bounceSubType: permanent ? 'General' : 'MailboxFull', bouncedRecipients: [recipient] };
}

function describedMail(mail: Mail): object {
  return {
    timestamp: mail.sentAt,
    source: mail.from,
    sourceArn: 'arn:aws:ses:eu-west-2:000000000000:identity/local',
    sendingAccountId: '000000000000',
    messageId: mail.messageId,
    destination: mail.to.split(', '),
    headersTruncated: false,
    headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
    commonHeaders: { from: [mail.from], to: mail.to.split(', '), messageId: mail.messageId, subject: mail.subject },
    tags: Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
  };
}
