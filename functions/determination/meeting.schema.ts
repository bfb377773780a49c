import * as z from 'zod/mini';
import { line, localDate, words } from '../rules/text.schema.ts';

/** POST …/determination: the clerk's record of the meeting at which a body decided (reg 12 of SI 2012/2089). */
export const meetingRequest = z.strictObject({
  date: localDate,
  present: z.array(line()).check(z.minLength(1, 'Name the members who were there'), z.maxLength(100)),
  introducedBy: z.optional(line()),
  points: z._default(z.array(words(5000)).check(z.maxLength(100)), []),
  conditions: z.optional(z.array(z.strictObject({ resolution: z.int().check(z.minimum(1)), words: words(2000) })).check(z.maxLength(50))),
  interests: z
    .array(
      z.strictObject({
        name: line(),
        interest: z.enum(['none', 'declared']),
        kind: z.optional(z.enum(['pecuniary', 'other'])),
        detail: z.optional(words(2000)),
        dispensation: z.optional(words(2000)),
      }),
    )
    .check(z.minLength(1, 'State each member’s interests, or that there were none'), z.maxLength(100)),
});
