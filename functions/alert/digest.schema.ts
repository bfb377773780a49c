import * as z from 'zod/mini';
import { draftIntent } from '../procurement/draft-intent.schema.ts';
import { localDate, workedOutDate } from '../rules/text.schema.ts';

/** An alert that is due, as it is kept until it has been told. */
const dueAlertSchema = z.object({
  id: z.string(),
  code: z.string(),
  family: z.enum(['start', 'option', 'end', 'review', 'gap', 'value', 'confirm', 'address', 'notice', 'escalation']),
  date: localDate,
  anchor: workedOutDate,
  to: z.array(z.enum(['owner', 'sponsor', 'director', 'clerk'])),
  words: z.string(),
  covers: z.array(z.string()),
});

/** The alerts that a contract raised on a day, and the version of it that raised them. */
export const raisedSchema = z.object({ contractId: z.string(), version: z.int(), alerts: z.array(dueAlertSchema).check(z.minLength(1)) });

// Kept before what several versions raised was told as one, an item names its one version.
const inOneForm = (item: unknown): unknown => {
  if (typeof item !== 'object' || item === null || !('version' in item)) return item;
  const { version, ...rest } = item;
  return { versions: [version], ...rest };
};

/** One contract in a person’s digest, and the versions of it that raised what is told. */
const digestItemSchema = z.pipe(
  z.transform(inOneForm),
  z.object({
    contractId: z.string(),
    versions: z.array(z.int()).check(z.minLength(1)),
    reference: z.string(),
    title: z.string(),
    endsOn: z.nullable(workedOutDate),
    alerts: z.array(dueAlertSchema).check(z.minLength(1)),
    drafts: z.array(draftIntent),
    isOver: z.optional(z.boolean()),
    directorTold: z.optional(z.boolean()),
  }),
);

/** What one person is told about contracts on a day. */
export const digestSchema = z.object({
  day: localDate,
  name: z.string(),
  to: z.object({ name: z.string(), email: z.string() }),
  items: z.array(digestItemSchema).check(z.minLength(1)),
});

export type Raised = z.infer<typeof raisedSchema>;
export type KeptDigest = z.infer<typeof digestSchema>;
