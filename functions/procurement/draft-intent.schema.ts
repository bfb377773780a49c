import * as z from 'zod/mini';
import { orMissing } from '../rules/text.schema.ts';

/** What a proposal drawn up from a contract is to do. */
export const draftIntent = z.enum(['re-procure', 'extend', 'vary', 'let-lapse'], {
  error: orMissing('Use re-procure, extend, vary or let-lapse'),
});

export type DraftIntent = z.infer<typeof draftIntent>;
