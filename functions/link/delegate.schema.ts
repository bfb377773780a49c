import * as z from 'zod/mini';
import { directoryId, emailAddress, line, localDate, words } from '../rules/text.schema.ts';

/** POST …/steps/{stepId}/delegate: who covers, a post in the directory or a named person, and under which scheme. */
export const delegateRequest = z.strictObject({
  to: z.union([directoryId, z.strictObject({ name: line(), email: emailAddress })]),
  scheme: line(500),
});

/** POST …/steps/{stepId}/lift-suppression: why a mailbox that refused email can be written to again. */
export const liftRequest = z.strictObject({ reason: line(500) });

/** POST …/steps/{stepId}/answer: what somebody answered other than by their link, and the evidence for it. */
export const recordedAnswerRequest = z.strictObject({
  response: z.enum(['approve', 'return', 'decline', 'support', 'object', 'comment', 'amend', 'agree', 'refuse']),
  words: z.optional(words(20_000)),
  evidence: line(500),
  interest: z.optional(
    z.strictObject({
      interest: z.enum(['none', 'declared']),
      kind: z.optional(z.enum(['pecuniary', 'other'])),
      detail: z.optional(words(2000)),
      dispensation: z.optional(words(2000)),
    }),
  ),
  signedOn: z.optional(localDate),
});
