import type { Publication } from '../record/publication/publication.schema.ts';
import { nameAndTitle } from '../record/in-words.ts';
import { plainName, wordsOf } from './words.ts';

/** What a publication can be found by, each with how much it says of it: 1 for a word in the text, more where it stands in the subject. */
export type Terms = Map<string, number>;

/** A term of each kind, as the index names it. */
export const term = {
  word: (word: string): string => `w=${word}`,
  maker: (post: string): string => `maker=${post}`,
  makerWord: (word: string): string => `by=${word}`,
  department: (name: string): string => `department=${plainName(name)}`,
  division: (name: string): string => `division=${plainName(name)}`,
  everyDivision: 'division=*',
  key: (isKey: boolean): string => `key=${isKey}`,
  urgency: (route: string): string => `urgency=${route}`,
  status: (code: string): string => `status=${code}`,
};

/** A text, and how much a word in it says of the whole. */
export type Weighed = [weight: number, text: string | null | undefined];

const maker = ({ particulars, determination }: Publication) => determination?.by ?? particulars.decisionMaker;

const money = ({ financialImplications: money }: Publication): Weighed[] =>
  money === null
    ? []
    : [
        [1, money.summary],
        ...money.expenditure.flatMap(({ description, contract }): Weighed[] => [
          [1, description],
          [6, contract],
        ]),
        ...money.savings.map(({ description }): Weighed => [1, description]),
        ...money.funding.map(({ source }): Weighed => [1, source]),
      ];

const consulted = ({ consultation }: Publication): Weighed[] =>
  (consultation?.committees ?? []).flatMap(({ committee, words }): Weighed[] => [
    [2, committee],
    [1, words],
  ]);

// From the publication and nothing else: what it does not hold can be found by nobody.
const texts = (of: Publication): Weighed[] => [
  [40, of.number],
  [8, of.subject],
  [3, nameAndTitle(maker(of))],
  [2, of.department],
  [3, of.divisionsAffected === 'all' ? null : of.divisionsAffected?.join(' ')],
  ...(of.decision?.items ?? []).map((item): Weighed => [4, item]),
  ...(of.contracts ?? []).flatMap(({ title, supplier }): Weighed[] => [
    [6, title],
    [6, supplier],
  ]),
  [1, of.background],
  [1, of.reasons],
  [1, of.legalImplications],
  [1, of.equalityImplications?.words],
  [1, of.dataProtectionImplications?.words],
  ...(of.alternatives ?? []).map(({ option, reasonRejected }): Weighed => [1, `${option} ${reasonRejected}`]),
  ...money(of),
  ...consulted(of),
  ...of.particulars.documents.map(({ title }): Weighed => [2, title]),
  [1, of.shortNotice?.reason],
];

// A word said ten times is not ten times as much about it.
const weightOf = (best: number, times: number): number => Math.round((best + Math.log2(times)) * 10) / 10;

/** The words of some texts as terms, each as heavy as the weightiest place in which it stands, a little heavier where it is said often. */
export const wordTerms = (texts: Weighed[]): Terms => {
  const found = new Map<string, { best: number; times: number }>();
  for (const [weight, text] of texts)
    for (const word of wordsOf(text ?? '')) {
      const { best, times } = found.get(word) ?? { best: 0, times: 0 };
      found.set(word, { best: Math.max(best, weight), times: times + 1 });
    }
  return new Map([...found].map(([word, { best, times }]) => [term.word(word), weightOf(best, times)]));
};

/** The terms by which a filter by division or ward finds what affects all of them, or those of a name. */
export const divisionTerms = ({ divisionsAffected: affected }: Pick<Publication, 'divisionsAffected'>): string[] =>
  affected === 'all' ? [term.everyDivision] : (affected ?? []).map(term.division);

const facets = (of: Publication): string[] => [
  term.maker(maker(of).post),
  ...wordsOf(nameAndTitle(maker(of))).map(term.makerWord),
  ...(of.department === null ? [] : [term.department(of.department)]),
  ...divisionTerms(of),
  ...(of.key.isKey === null ? [] : [term.key(of.key.isKey)]),
  term.urgency(of.shortNotice?.route ?? 'ordinary'),
  term.status(of.status.code),
];

// Far above any real decision; it bounds what one long document can cost.
const mostWords = 1500;

const heaviest = (terms: Terms): Terms => new Map([...terms].sort(([, a], [, b]) => b - a).slice(0, mostWords));

/** Everything that a publication can be found by: its words, weighed by where they stand, and what the lists are filtered by. */
export const termsOf = (of: Publication): Terms =>
  new Map([...heaviest(wordTerms(texts(of))), ...facets(of).map((facet): [string, number] => [facet, 1])]);
