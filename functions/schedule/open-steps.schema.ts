import * as z from 'zod/mini';
import { localDate } from '../rules/text.schema.ts';

/** One open step as its person's list names it; its link is made when the list is mailed. */
const openStepSchema = z.object({
  decisionId: z.string(),
  number: z.string(),
  subject: z.string(),
  stepId: z.string(),
  issue: z.int(),
  stage: z.enum(['clearance', 'consultation', 'agreement', 'determination']),
  purpose: z.optional(z.enum(['special-urgency', 'private-meeting', 'call-in-waiver'])),
  dueOn: z.nullable(localDate),
});

/** What one person is told on a day of the steps that wait for them, the most urgent first. */
export const openStepsSchema = z.object({
  day: localDate,
  to: z.object({ name: z.string(), email: z.string(), external: z.boolean() }),
  waiting: z.array(openStepSchema).check(z.minLength(1)),
});

export type OpenStepKept = z.infer<typeof openStepSchema>;
export type OpenStepsKept = z.infer<typeof openStepsSchema>;
