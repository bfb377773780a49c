import type { CouncilResponse } from '../../council/council-response.schema.ts';
import type { Field, Option } from './field.ts';

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

/** Posts and bodies of the directory, as they can be chosen; `kinds` says which. */
export const postOptions = ({ posts }: CouncilResponse, ...kinds: string[]): Option[] =>
  posts
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ id, title, name }) => ({ value: id, label: name === title || name === `The ${title}` ? title : `${title} (${name})` }));

/** Names as they can be chosen. */
export const optionsOf = (names: string[]): Option[] => names.map((name) => ({ value: name, label: name }));
