import * as z from 'zod/mini';
import { statuses } from '../decision/decision.ts';

const cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(2000)));
const limit = z._default(
  z.coerce
    .number('Use a whole number')
    .check(z.int('Use a whole number'), z.minimum(1, 'Ask for 1 to 100'), z.maximum(100, 'Ask for 1 to 100')),
  25,
);

/** Any list: where to go on from, and how many. */
export const pageQuery = z.strictObject({ cursor, limit });

/** GET …/history: the event to go on after, and how many. */
export const historyQuery = z.strictObject({
  cursor: z.optional(z.string().check(z.regex(/^\d{1,6}$/, 'Use the cursor of the page before, as it was given'))),
  limit,
});

/** GET /api/proposals: all of them, of one status, or one's own. */
export const listQuery = z.strictObject({
  cursor,
  limit,
  status: z.optional(z.enum(statuses, 'This is not a status')),
  mine: z.optional(z.enum(['true', 'false'], 'Use true or false')),
});
