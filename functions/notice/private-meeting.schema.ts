import * as z from 'zod/mini';
import { words } from '../rules/text.schema.ts';

/** POST …/private-meeting-notice: the second notice of reg 5(4) and (5), with what was said against the private meeting and the answer to it. */
export const secondNoticeRequest = z.strictObject({ representations: words(10_000), response: words(10_000) });

/** POST …/private-meeting-consent and …/call-in-waiver: why a chair is asked to agree. */
export const consentRequest = z.strictObject({ reason: words(4000) });
