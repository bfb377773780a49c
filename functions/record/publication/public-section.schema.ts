import * as z from 'zod/mini';

/** A section of a decision that can be kept out of public sight. */
export const publicSection = z.enum([
  'proposedDecision',
  'background',
  'reasons',
  'financialImplications',
  'legalImplications',
  'equalityImplications',
  'dataProtectionImplications',
  'alternatives',
  'contracts',
  'consultation',
  'figures',
  'discussion',
]);

export type PublicSection = z.infer<typeof publicSection>;

/** Every section that can be kept back. */
export const publicSections = publicSection.options;
