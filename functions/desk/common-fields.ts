import type { Field } from './field.ts';

/** A box for words, as most forms of an action end with. */
export const words = (label: string, rows = 4, hint?: string): Field => ({
  as: 'words',
  name: 'words',
  label,
  rows,
  ...(hint ? { hint } : {}),
});

/** One answer of several, each a value and its words. */
export const radios = (name: string, label: string, answers: Record<string, string>): Field => ({
  as: 'radios',
  name,
  label,
  options: Object.entries(answers).map(([value, text]) => ({ value, label: text })),
});
