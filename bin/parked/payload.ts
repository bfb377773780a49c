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

const lineSchema = z.looseObject({ stored: z.optional(z.string()) });

/** The keys, each once, that lines of a log name as what could not be done; codes to sign are left out, for they cannot be put back. */
export const storedIn = (lines: string[]): string[] => {
  const named = lines.flatMap((line) => lineSchema.safeParse(JSON.parse(line)).data?.stored ?? []);
  return [...new Set(named)].filter((key) => key.includes(' '));
};

/** What a reader of the stream is called with so that it does again what follows of one stored item, named as the log does: `pk sk`. */
export const announcementOf = (stored: string): string => {
  const at = stored.indexOf(' ');
  const Keys = { pk: { S: stored.slice(0, at) }, sk: { S: stored.slice(at + 1) } };
  return JSON.stringify({ Records: [{ eventName: 'INSERT', eventID: 'by-hand', dynamodb: { SequenceNumber: '1', Keys } }] });
};
