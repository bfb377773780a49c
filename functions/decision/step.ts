import * as z from 'zod/mini';
import { interestSchema } from './proceedings.ts';

const day = z.iso.date();
const instant = z.iso.datetime();

const asked = {
  id: z.string(),
  stage: z.enum(['clearance', 'consultation', 'agreement', 'determination']),
  post: z.nullable(z.string()),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  external: z.boolean(),
  dueOn: z.nullable(day),
  /** Which link is good: each fresh email, cover or change of address makes the earlier ones void. */
  issue: z.int(),
  cover: z.optional(z.object({ name: z.string(), email: z.string(), scheme: z.string() })),
  override: z.optional(z.string()),
  /** What an agreement is asked for; none means special urgency (reg 11). */
  reason: z.optional(z.string()),
  purpose: z.optional(z.enum(['special-urgency', 'call-in-waiver', 'private-meeting'])),
  /** When it was first put to the post, where whoever was asked then was succeeded and the step opened anew. */
  putAt: z.optional(instant),
  /** The reminders already sent, each once. */
  reminded: z.optional(z.array(z.string())),
};

const answered = { openedAt: instant, actedAt: instant, response: z.string(), words: z.string() };

/** One person asked for one thing. Fields exist only in the states in which they are true. */
export const stepSchema = z.discriminatedUnion('state', [
  z.object({ ...asked, state: z.literal('waiting') }),
  z.object({ ...asked, state: z.literal('open'), openedAt: instant }),
  z.object({ ...asked, state: z.literal('approved'), ...answered }),
  z.object({ ...asked, state: z.literal('returned'), ...answered }),
  z.object({ ...asked, state: z.literal('declined'), ...answered }),
  z.object({ ...asked, state: z.literal('responded'), ...answered, late: z.boolean(), interest: z.optional(interestSchema) }),
  z.object({ ...asked, state: z.literal('silent'), openedAt: instant, closedAt: instant }),
  z.object({ ...asked, state: z.literal('undeliverable'), openedAt: instant, closedAt: instant, words: z.string() }),
  z.object({ ...asked, state: z.literal('void'), closedAt: instant, words: z.string() }),
]);

export type Step = z.infer<typeof stepSchema>;
export type OpenStep = Extract<Step, { state: 'open' }>;
export type Stage = Step['stage'];
