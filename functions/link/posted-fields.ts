import type { Fields } from './answer.schema.ts';

/** What was posted, field by field. A field posted twice is no answer, since nobody can say which was meant. */
export const fieldsOf = (body: string): Fields => {
  const posted = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(posted.keys())].map((name) => [name, posted.getAll(name).length === 1 ? (posted.get(name) ?? '') : '']),
  );
};
