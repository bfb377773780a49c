import * as z from 'zod';
import { directoryId, words } from '../rules/text.schema.ts';

/** POST …/notice: by which lawful route, and for the two short ones why the full notice is impracticable. */
export const noticeRequest = z.strictObject({
  route: z.enum(['ordinary', 'general-exception', 'special-urgency']),
  reason: words(4000).optional(),
  agreementFrom: directoryId.optional(),
});
