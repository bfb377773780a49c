import * as z from 'zod';
import { line, localDate, words } from '../rules/text.schema.ts';

/** POST …/determination: the clerk's record of the meeting at which a body decided (regs 6 and 12 of SI 2012/2089). */
export const meetingRequest = z.strictObject({
  date: localDate,
  present: z.array(line()).min(1, 'Name the members who were there').max(100),
  introducedBy: line().optional(),
  points: z.array(words(5000)).max(100).default([]),
  conditions: z.array(z.strictObject({ resolution: z.int().min(1), words: words(2000) })).max(50).optional(),
  interests: z
    .array(z.strictObject({ name: line(), interest: z.enum(['none', 'declared']), kind: z.enum(['pecuniary', 'other']).optional(), detail: words(2000).optional(), dispensation: words(2000).optional() }))
    .min(1, 'State each member’s interests, or that there were none')
    .max(100),
});
