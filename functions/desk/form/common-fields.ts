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

const ofKinds = <P extends { kind: string }>(posts: P[], kinds: string[]): P[] =>
  posts.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));

/** Posts and bodies that somebody holds, as they can be chosen; `kinds` says which. */
export const postOptions = ({ posts }: CouncilResponse, ...kinds: string[]): Option[] =>
  ofKinds(posts, kinds).map(({ id, title, name }) => ({
    value: id,
    label: name === title || name === `The ${title}` ? title : `${title} (${name})`,
  }));

/** Posts and bodies as they stand in a proposal or a contract: one that nobody holds any more cannot be chosen, but keeps its title. */
export const postsNamed = (council: CouncilResponse, ...kinds: string[]): Option[] => [
  ...postOptions(council, ...kinds),
  ...ofKinds(council.vacant ?? [], kinds).map(({ id, title }) => ({
    value: id,
    label: `${title} (nobody holds it today)`,
    gone: true as const,
  })),
];

/** Names as they can be chosen. */
export const optionsOf = (names: string[]): Option[] => names.map((name) => ({ value: name, label: name }));

/** Whether an interest was declared. */
export const interestAnswers: Option[] = [
  { value: 'none', label: 'None' },
  { value: 'declared', label: 'Declared' },
];

/** Of a declared interest, its kind and what it is. */
export const declaredInterest: Field[] = [
  {
    as: 'select',
    name: 'kind',
    label: 'Kind, if declared',
    options: [
      { value: 'pecuniary', label: 'Disclosable pecuniary interest' },
      { value: 'other', label: 'Another interest' },
    ],
  },
  { as: 'words', name: 'detail', label: 'What it is, if declared', rows: 2 },
];

/** The paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972, in short. */
export const paragraphs: Option[] = [
  { value: '1', label: '1: about an individual' },
  { value: '2', label: '2: likely to reveal who somebody is' },
  { value: '3', label: '3: somebody’s financial or business affairs' },
  { value: '4', label: '4: labour relations' },
  { value: '5', label: '5: legal professional privilege' },
  { value: '6', label: '6: a notice, order or direction to come' },
  { value: '7', label: '7: preventing, investigating or prosecuting crime' },
];
