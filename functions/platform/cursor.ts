import * as z from 'zod/mini';

const positionSchema = z.tuple([z.string().check(z.maxLength(200)), z.string().check(z.maxLength(200))]);

/** The last item of a page: what it is sorted by, and its partition key. */
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
