import type { Council } from '../council/council.schema.ts';
import type { RegisterQuery } from '../register/register-query.ts';
import { term } from './terms.ts';
import { wordsOf } from './words.ts';

/** One condition: any of its terms will do. */
export type Clause = string[];

type Filters = Pick<RegisterQuery, 'decisionMaker' | 'department' | 'division' | 'key' | 'urgency' | 'status' | 'text'>;

const every = <T>(value: T | undefined, clauses: (value: T) => Clause[]): Clause[] => (value === undefined ? [] : clauses(value));

// A post is asked for by its id, as the form does, or by words of a name or title, as people do.
const makerClauses = (posts: Council['posts'], asked: string): Clause[] =>
  posts.some(({ id }) => id === asked) ? [[term.maker(asked)]] : wordsOf(asked).map((word) => [term.makerWord(word)]);

/** A condition that what affects a division or ward meets: by its name, or by affecting all of them. */
export const divisionClause = (name: string): Clause => [term.division(name), term.everyDivision];

/**
 * What a query asks of the index: every clause must hold. A decision that affects all divisions answers to each. None where nothing is
 * asked.
 */
export const clausesOf = (
  { decisionMaker, department, division, key, urgency, status, text }: Filters,
  { posts }: Pick<Council, 'posts'>,
): Clause[] => [
  ...every(text, (words) => wordsOf(words).map((word) => [term.word(word)])),
  ...every(decisionMaker, (asked) => makerClauses(posts, asked)),
  ...every(department, (name) => [[term.department(name)]]),
  ...every(division, (name) => [divisionClause(name)]),
  ...every(urgency, (route) => [[term.urgency(route)]]),
  ...every(status, (code) => [[term.status(code)]]),
  ...every(key, (isKey) => [[term.key(isKey === 'true')]]),
];
