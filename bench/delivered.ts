import type { Posted } from './mail-office.ts';

/** What SNS hands on when SES has sent an email and it was delivered: two calls of a function for each email. */
export const delivered = ({ to, tags, messageId }: Posted, at: string): unknown[] =>
  [
    { eventType: 'Send', send: {} },
    { eventType: 'Delivery', delivery: { timestamp: at, recipients: [to] } },
  ].map((what) => {
    const Message = JSON.stringify({ ...what, mail: { messageId, timestamp: at, destination: [to], tags } });
    return {
      Records: [
        { EventSource: 'aws:sns', EventVersion: '1.0', Sns: { Type: 'Notification', MessageId: messageId, Message, Timestamp: at } },
      ],
    };
  });
