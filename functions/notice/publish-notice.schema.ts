import * as z from 'zod/mini';
import { directoryId, words } from '../rules/text.schema.ts';

/** POST …/notice: by which lawful route, and for the two short ones why the full notice is impracticable. */
export const noticeRequest = z.strictObject({
  route: z.enum(['ordinary', 'general-exception', 'special-urgency']),
  reason: z.optional(words(4000)),
  agreementFrom: z.optional(directoryId),
});
