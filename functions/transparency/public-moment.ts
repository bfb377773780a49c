import type { Contract } from '../contract/contract.schema.ts';

/**
 * When what the public may read of a contract last changed, and at which version: what its officers are told and answer is not theirs to
 * read.
 */
export const publishedOf = ({
  published,
  version,
  updatedAt,
}: Pick<Contract, 'published' | 'version' | 'updatedAt'>): { version: number; at: string } => published ?? { version, at: updatedAt };
