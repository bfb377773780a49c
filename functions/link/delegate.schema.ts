import * as z from 'zod';
import { directoryId, emailAddress, line } from '../rules/text.schema.ts';

/** POST …/steps/{stepId}/delegate: who covers, a post in the directory or a named person, and under which scheme. */
export const delegateRequest = z.strictObject({
  to: z.union([directoryId, z.strictObject({ name: line(), email: emailAddress })]),
  scheme: line(500),
});
