import * as z from 'zod/mini';
import { acrossFields } from '../rules/across-fields.schema.ts';
import { line, localDate, words } from '../rules/text.schema.ts';

const member = z.union([
  z.pipe(
    line(),
    z.transform((name) => ({ name })),
  ),
  z.strictObject({ name: line(), group: z.optional(line(100)) }),
]);

/** POST …/call-in: which members, on which grounds, in their words. */
export const callInRequest = z.strictObject({
  requestedBy: z.array(member).check(z.minLength(1, 'Name the members who call this in'), z.maxLength(50)),
  grounds: z.array(line(500)).check(z.minLength(1, 'Give at least one ground'), z.maxLength(20)),
  words: words(10_000),
  byCommittee: z.optional(z.boolean()),
});

/** POST …/call-in-validation: the clerk's finding. */
export const validationRequest = z.strictObject({ valid: z.boolean(), words: z.optional(words(4000)) });

/** POST …/call-in-outcome: what scrutiny made of it. */
export const outcomeRequest = z.strictObject({
  outcome: z.enum(['no-comment', 'comments', 'reconsider', 'refer-to-council']),
  words: words(10_000),
});

/** POST …/reconsideration: the decision taken again. */
export const reconsiderationRequest = z
  .strictObject({
    outcome: z.enum(['confirmed', 'changed']),
    proposedDecision: z.optional(z.array(words(5000)).check(z.minLength(1), z.maxLength(50))),
    words: words(10_000),
    decidedOn: z.optional(localDate),
  })
  .check(
    acrossFields(
      ['outcome', 'proposedDecision'],
      ({ outcome, proposedDecision }) => outcome !== 'changed' || proposedDecision !== undefined,
      {
        message: 'Give the decision as changed',
        path: ['proposedDecision'],
      },
    ),
    acrossFields(
      ['outcome', 'proposedDecision'],
      ({ outcome, proposedDecision }) => outcome === 'changed' || proposedDecision === undefined,
      {
        message: 'A confirmed decision keeps its wording',
        path: ['proposedDecision'],
      },
    ),
  );

/** POST …/key-challenge and …/key-report: reg 18 of SI 2012/2089. */
export const challengeRequest = z.strictObject({ words: words(10_000), reportBy: z.optional(localDate) });
export const reportRequest = z.strictObject({ words: words(10_000) });
