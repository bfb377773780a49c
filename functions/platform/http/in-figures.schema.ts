import * as z from 'zod/mini';

const words = 'Use a whole number from 1 to 100';

/** A number as a query has it, in figures and nothing else: zod's own coercion would take "1e2", "0x10" and " 7 " for numbers. */
export const inFigures = z.transform((text) => (typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text));

/** How many rows of a list a query asks for: 1 to 100, in figures and nothing else. */
export const rows = z.pipe(inFigures, z.number(words).check(z.int(words), z.minimum(1, words), z.maximum(100, words)));

/** The same; `usual` where it does not say. */
export const rowsAsked = (usual: number) => z.prefault(rows, usual);
