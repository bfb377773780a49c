import type { Publication } from './publication.schema.ts';

/** Whether all of it is kept back, so that the reason is given once and not under every heading. */
export const isAllWithheld = ({ decision, withheld }: Publication): boolean => decision === null && withheld.length > 0;
