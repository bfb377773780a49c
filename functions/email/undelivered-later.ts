import type { Undelivered } from './undeliverable.ts';

/**
 * Marks as deployed that an email never arrived. What marks it stays in a file of its own until the first is to be marked. Throws, and has
 * marked nothing, where that cannot be loaded.
 */
export const undeliveredLater: Undelivered = async (email, words) => (await import('./undelivered.ts')).undelivered(email, words);
