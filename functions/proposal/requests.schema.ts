import * as z from 'zod/mini';
import { acrossFields } from '../rules/across-fields.schema.ts';
import { emailAddress, line, localDate, words } from '../rules/text.schema.ts';
import { draftSchema, proposalSchema } from './proposal.schema.ts';

/** POST /api/proposals/check: what would become of this, if its notice were published on that day. */
export const checkRequest = z.strictObject({ proposal: draftSchema, noticePublishedOn: z.optional(localDate) });

/** POST …/withdraw and, with `until`, …/defer. */
export const withdrawRequest = z.strictObject({ reason: words(2000) });
export const deferRequest = z.strictObject({ reason: words(2000), until: z.optional(localDate) });

/** POST …/hand-over: the officer who holds the proposal from now on, by the address with which they sign in. */
export const handOverRequest = z.strictObject({ to: z.strictObject({ name: line(), email: emailAddress }), reason: words(2000) });

/** POST /api/proposals/import: a past decision with its real dates. */
export const importRequest = z
  .strictObject({
    proposal: proposalSchema,
    number: z.string().check(z.regex(/^\d{2}\/(?!00000)\d{5}$/, 'Use a number such as 23/00022')),
    noticePublishedOn: localDate,
    decidedOn: localDate,
    keyStatus: z._default(z.enum(['key', 'not-key', 'unknown']), 'unknown'),
    interest: z._default(line(500), 'Not stated in the source'),
  })
  .check(
    acrossFields(['noticePublishedOn', 'decidedOn'], ({ noticePublishedOn, decidedOn }) => noticePublishedOn <= decidedOn, {
      message: 'The notice cannot come after the decision',
      path: ['noticePublishedOn'],
    }),
  );
