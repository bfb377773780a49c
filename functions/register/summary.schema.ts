import * as z from 'zod/mini';
import { publicationSchema } from '../record/publication/publication.schema.ts';

const day = z.iso.date();
const { number, kind, status, subject, department, areaWord, divisionsAffected, updatedAt } = publicationSchema.shape;

/** One line of a public list: enough to find a decision by, and nothing that its own page keeps back. */
export const summarySchema = z.object({
  number,
  kind,
  subject,
  department,
  areaWord,
  divisionsAffected,
  updatedAt,
  path: z.string(),
  status: z.pick(status, { code: true, words: true }),
  decisionMaker: z.object({ post: z.string(), name: z.string(), title: z.string() }),
  isKey: z.nullable(z.boolean()),
  urgency: z._default(z.enum(['ordinary', 'general-exception', 'special-urgency']), 'ordinary'),
  publishedOn: day,
  earliestDecisionDate: day,
  decidedOn: z.nullable(day),
  callInClosesOn: z.nullable(day),
  effectiveFrom: z.nullable(day),
});

export type Summary = z.infer<typeof summarySchema>;
