import * as z from 'zod';
import { line, localDate, words } from '../rules/text.schema.ts';

const member = z.union([line().transform((name) => ({ name })), z.strictObject({ name: line(), group: line(100).optional() })]);

/** POST …/call-in: which members, on which grounds, in their words. */
export const callInRequest = z.strictObject({
  requestedBy: z.array(member).min(1, 'Name the members who call this in').max(50),
  grounds: z.array(line(500)).min(1, 'Give at least one ground').max(20),
  words: words(10_000),
  byCommittee: z.boolean().optional(),
});

/** POST …/call-in-validation: the clerk's finding. */
export const validationRequest = z.strictObject({ valid: z.boolean(), words: words(4000).optional() });

/** POST …/call-in-outcome: what scrutiny made of it. */
export const outcomeRequest = z.strictObject({ outcome: z.enum(['no-comment', 'comments', 'reconsider', 'refer-to-council']), words: words(10_000) });

/** POST …/reconsideration: the decision taken again. */
export const reconsiderationRequest = z.strictObject({
  outcome: z.enum(['confirmed', 'changed']),
  proposedDecision: z.array(words(5000)).min(1).max(50).optional(),
  words: words(10_000),
});

/** POST …/key-challenge and …/key-report: reg 18 of SI 2012/2089. */
export const challengeRequest = z.strictObject({ words: words(10_000), reportBy: localDate.optional() });
export const reportRequest = z.strictObject({ words: words(10_000) });
