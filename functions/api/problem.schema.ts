import * as z from 'zod/mini';

/** Every fault of a request, or the rule that refused it (RFC 9457). */
export const problemResponse = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  rule: z.optional(z.string()),
  source: z.optional(z.string()),
});
