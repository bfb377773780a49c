import * as z from 'zod/mini';
import { acrossFields } from '../rules/across-fields.schema.ts';
import { line, localDate, words } from '../rules/text.schema.ts';

/** POST …/committee-outcome: what the Cabinet Committee advised; amended wording only with an amended outcome. */
export const committeeOutcomeRequest = z
  .strictObject({
    committee: line(),
    date: localDate,
    outcome: z.enum(['endorsed', 'amended', 'not-endorsed', 'noted']),
    proposedDecision: z.optional(z.array(words(5000)).check(z.minLength(1), z.maxLength(50))),
    words: words(10_000),
  })
  .check(
    acrossFields(
      ['outcome', 'proposedDecision'],
      ({ outcome, proposedDecision }) => outcome !== 'amended' || proposedDecision !== undefined,
      {
        message: 'Give the wording as the committee amended it',
        path: ['proposedDecision'],
      },
    ),
    acrossFields(
      ['outcome', 'proposedDecision'],
      ({ outcome, proposedDecision }) => outcome === 'amended' || proposedDecision === undefined,
      {
        message: 'Only an amended outcome carries a new wording',
        path: ['proposedDecision'],
      },
    ),
  );
