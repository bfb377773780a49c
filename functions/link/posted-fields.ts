import type { Fields } from './answer.schema.ts';

/** What was posted, field by field. A field posted twice is no answer, since nobody can say which was meant. */
export const fieldsOf = (body: string): Fields => {
  const fields = new Map<string, string>();
  // In one go: to ask for each by its name would take a stranger's form of sixty thousand fields a minute and a half.
  for (const [name, value] of new URLSearchParams(body)) fields.set(name, fields.has(name) ? '' : value);
  return Object.fromEntries(fields);
};
