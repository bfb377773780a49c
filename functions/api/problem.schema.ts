import * as z from 'zod';

/** Every fault of a request, or the rule that refused it (RFC 9457). */
export const problemResponse = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  rule: z.string().optional(),
  source: z.string().optional(),
});
