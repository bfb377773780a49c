import * as z from 'zod/mini';

// DynamoDB takes no empty text for a key, so what no page gave is told apart here and never asked for.
const positionSchema = z.tuple([
  z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/)),
  z.string().check(z.regex(/^DECISION#[\w-]{1,200}$/)),
]);

/** The last item of a page of decisions: the instant that it is sorted by, and its partition key. */
export type Position = z.infer<typeof positionSchema>;

/** A position as clients carry it from page to page. */
export const cursorAt = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** The position of a cursor; null for anything that no page was given. */
export const readCursor = (cursor: string): Position | null => {
  try {
    return positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return null;
  }
};
