import * as z from 'zod/mini';
import { acrossFields } from '../rules/across-fields.schema.ts';
import { directoryId, line, localDate, words } from '../rules/text.schema.ts';

/** POST …/notice: by which lawful route, and for the two short ones why the full notice is impracticable. */
export const noticeRequest = z
  .strictObject({
    route: z.enum(['ordinary', 'general-exception', 'special-urgency']),
    reason: z.optional(words(4000)),
    agreementFrom: z.optional(directoryId),
  })
  .check(
    acrossFields(['route', 'reason'], ({ route, reason }) => route === 'ordinary' || reason !== undefined, {
      message: 'Say why the full notice is impracticable: the reason is published',
      path: ['reason'],
    }),
    acrossFields(['route', 'agreementFrom'], ({ route, agreementFrom }) => route === 'special-urgency' || agreementFrom === undefined, {
      message: 'Nobody is asked to agree by this route. Choose special urgency, or leave this out',
      path: ['agreementFrom'],
    }),
  );

/** POST …/written-notice: when somebody whom the email with the notice of reg 10 of SI 2012/2089 did not reach was given it, and how. */
export const writtenNoticeRequest = z.strictObject({ name: line(200), givenOn: localDate, words: words(4000) });
