import type { Council, KeyRule, MoneyTest } from '../council/council.schema.ts';
import type { Draft } from '../proposal/proposal.schema.ts';
import { type Highest, highestExpenditure, highestSavings, optionsTotal } from './highest-total.ts';
import { inPounds } from './money.ts';

/** The parts of a council's settings that its divisions or wards are counted by. */
export type Areas = Pick<Council, 'divisions' | 'areaWord'>;

type Ground = 'expenditure-over-threshold' | 'savings-over-threshold' | 'divisions-over-limit';

/** What one test of the council's rule found: met or not, whether by exactly the figure it names, and in words. */
export type Finding = { ground: Ground; met: boolean; exactly: boolean; words: string };

type Comparison = MoneyTest['comparison'];

const passes = (found: Highest, comparison: Comparison, limit: number): boolean =>
  found === 'unbounded' || (comparison === 'more-than' ? found > limit : found >= limit);

const comparedInWords = (met: boolean, comparison: Comparison, limit: string): string => {
  if (comparison === 'more-than') return met ? `more than ${limit}` : `not more than ${limit}`;
  return met ? `${limit} or more` : `less than ${limit}`;
};

const kindOfMoney = { any: '', income: '', revenue: 'revenue ', capital: 'capital ', contract: 'contract ' } as const;

const sayMoney = (test: MoneyTest, name: 'expenditure' | 'savings', found: Highest, met: boolean): string => {
  const subject = `${kindOfMoney[test.class]}${name}`;
  const [be, none] = name === 'savings' ? ['are', 'there are no'] : ['is', 'there is no'];
  const compared = comparedInWords(met, test.comparison, inPounds(test.amountPence));
  if (found === 'unbounded') return `${subject} has no upper limit, so it is ${compared}`;
  if (found === 0 && !met) return `${none} ${subject}`;
  return `${subject} of up to ${inPounds(found)}${test.basis === 'any-year' ? ' in one year' : ''} ${be} ${compared}`;
};

const sayOptions = (draft: Draft, test: MoneyTest): string => {
  const options = optionsTotal(draft, test);
  return options > 0 && test.basis === 'whole-life' ? ` (it includes extension options of ${inPounds(options)})` : '';
};

const judgeExpenditure = (draft: Draft, test: MoneyTest): Finding => {
  const found = highestExpenditure(draft, test);
  const met = passes(found, test.comparison, test.amountPence);
  const words = sayMoney(test, 'expenditure', found, met) + sayOptions(draft, test);
  return { ground: 'expenditure-over-threshold', met, exactly: found === test.amountPence, words };
};

const judgeSavings = (draft: Draft, test: MoneyTest): Finding => {
  const found = highestSavings(draft, test);
  const met = passes(found, test.comparison, test.amountPence);
  return { ground: 'savings-over-threshold', met, exactly: found === test.amountPence, words: sayMoney(test, 'savings', found, met) };
};

// Income forgone is written down as a saving or not at all, so a test of income looks at savings whatever it measures.
const judgeMoney = (draft: Draft, test: MoneyTest): Finding[] => {
  if (test.class === 'income' || test.measure === 'savings') return [judgeSavings(draft, test)];
  return test.measure === 'expenditure' ? [judgeExpenditure(draft, test)] : [judgeExpenditure(draft, test), judgeSavings(draft, test)];
};

/** How many divisions or wards the draft affects: "all" is the council's whole list, and a name given twice is one. */
export const divisionsAffected = (draft: Draft, council: Areas): number =>
  draft.divisionsAffected === 'all' ? council.divisions.length : new Set(draft.divisionsAffected).size;

/** A number of divisions or wards, in the council's own word: `1 ward`, `81 divisions`. */
export const areasInWords = (count: number, council: Areas): string => `${count} ${council.areaWord}${count === 1 ? '' : 's'}`;

const judgeArea = (draft: Draft, area: NonNullable<KeyRule['area']>, council: Areas): Finding => {
  const found = divisionsAffected(draft, council);
  const met = passes(found, area.comparison, area.limit);
  const all = draft.divisionsAffected === 'all' ? 'all ' : '';
  const compared = comparedInWords(met, area.comparison, String(area.limit)).replace('less', 'fewer');
  const words = found === 0 && !met ? `it names no ${council.areaWord}` : `it affects ${all}${areasInWords(found, council)}, ${compared}`;
  return { ground: 'divisions-over-limit', met, exactly: found === area.limit, words };
};

/** Every test of the council's rule put to the draft, in the order of the rule: money first, then divisions or wards. */
export const keyFindings = (draft: Draft, rule: KeyRule, council: Areas): Finding[] => [
  ...rule.money.flatMap((test) => judgeMoney(draft, test)),
  ...(rule.area ? [judgeArea(draft, rule.area, council)] : []),
];

/** Whether the findings make a decision key without anyone declaring it so: by either, or by money and area both, as the rule says. */
export const numbersMakeKey = (findings: Finding[], rule: KeyRule): boolean => {
  const money = findings.some((finding) => finding.met && finding.ground !== 'divisions-over-limit');
  const area = findings.some((finding) => finding.met && finding.ground === 'divisions-over-limit');
  return rule.combine === 'both' && rule.area ? money && area : money || area;
};
