import * as z from 'zod/mini';

const bodySchema = z.looseObject({ Type: z.optional(z.string()), DDBStreamBatchInfo: z.optional(z.unknown()) });

/**
 * What a function is called with so that it does what a parked message is about; null for a pointer into the stream, which says nothing of
 * what it points to. Lambda parks the event itself, SNS the notification that it could not hand over. Throws for what is no JSON.
 */
export const payloadOf = (body: string): string | null => {
  const read = bodySchema.parse(JSON.parse(body));
  if (read.DDBStreamBatchInfo !== undefined) return null;
  return read.Type === 'Notification' ? JSON.stringify({ Records: [{ EventSource: 'aws:sns', Sns: read }] }) : body;
};
