import * as z from 'zod/mini';
import { directoryId, words } from '../rules/text.schema.ts';

/**
 * POST …/private-meeting-notice: the second notice of reg 5(4) and (5), with what was said against the private meeting and the answer to
 * it.
 */
export const secondNoticeRequest = z.strictObject({ representations: words(10_000), response: words(10_000) });

/** POST …/call-in-waiver: why a chair is asked to agree. */
export const waiverRequest = z.strictObject({ reason: words(4000) });

/** POST …/private-meeting-consent: why, and who is asked where the scrutiny chair cannot act (reg 5(6) of SI 2012/2089). */
export const consentRequest = z.extend(waiverRequest, { agreementFrom: z.optional(directoryId) });
