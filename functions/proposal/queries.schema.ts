import * as z from 'zod/mini';
import { statuses } from '../decision/decision.ts';
import { rows, rowsAsked } from '../platform/http/in-figures.schema.ts';

const cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(2000)));
const limit = rowsAsked(25);

/** GET …/history and …/emails: what to go on after, and how many; as many as one answer carries where it does not say. */
export const historyQuery = z.strictObject({
  cursor: z.optional(z.string().check(z.regex(/^\d{1,6}$/, 'Use the cursor of the page before, as it was given'))),
  limit: z.optional(rows),
});

/** GET /api/proposals: all of them, of one status, or one's own. */
export const listQuery = z.strictObject({
  cursor,
  limit,
  status: z.optional(z.enum(statuses, 'This is not a status')),
  mine: z.optional(z.enum(['true', 'false'], 'Use true or false')),
});
