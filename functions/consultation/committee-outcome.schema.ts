import * as z from 'zod';
import { line, localDate, words } from '../rules/text.schema.ts';

/** POST …/committee-outcome: what the Cabinet Committee advised; amended wording only with an amended outcome. */
export const committeeOutcomeRequest = z.strictObject({
  committee: line(),
  date: localDate,
  outcome: z.enum(['endorsed', 'amended', 'not-endorsed', 'noted']),
  proposedDecision: z.array(words(5000)).min(1).max(50).optional(),
  words: words(10_000),
});
