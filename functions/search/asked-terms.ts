import type { Council } from '../council/council.schema.ts';
import type { RegisterQuery } from '../register/register-query.ts';
import { term } from './terms.ts';
import { wordsOf } from './words.ts';

/** One condition: any of its terms will do. */
export type Clause = string[];

type Filters = Pick<RegisterQuery, 'decisionMaker' | 'department' | 'division' | 'key' | 'urgency' | 'status' | 'text'>;

const every = <T>(value: T | undefined, clauses: (value: T) => Clause[]): Clause[] => (value === undefined ? [] : clauses(value));

// Each word is a read of each list, and one character can stand for four words: a stranger's request is not to cost thousands of them.
const mostWords = 20;

const askedWords = (text: string): string[] => [...new Set(wordsOf(text))].slice(0, mostWords);

/** What words ask of the index: each of them, the first twenty; no title has so many that another would tell it from the rest. */
export const wordClauses = (text: string): Clause[] => askedWords(text).map((word) => [term.word(word)]);

/** The same conditions, each once. */
export const eachOnce = (clauses: Clause[]): Clause[] => [...new Map(clauses.map((clause) => [clause.join('\n'), clause])).values()];

// A post is asked for by its id, as the form does, or by words of a name or title, as people do.
const makerClauses = (posts: Council['posts'], asked: string): Clause[] =>
  posts.some(({ id }) => id === asked) ? [[term.maker(asked)]] : askedWords(asked).map((word) => [term.makerWord(word)]);

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
  ...every(text, wordClauses),
  ...every(decisionMaker, (asked) => makerClauses(posts, asked)),
  ...every(department, (name) => [[term.department(name)]]),
  ...every(division, (name) => [divisionClause(name)]),
  ...every(urgency, (route) => [[term.urgency(route)]]),
  ...every(status, (code) => [[term.status(code)]]),
  ...every(key, (isKey) => [[term.key(isKey === 'true')]]),
];
