import type { MoneyTest } from '../council/council.schema.ts';
import type { Draft, ExpenditureLine } from '../proposal/proposal.schema.ts';
import { type Pence, sum, times } from './money.ts';

/** Which sums are added, and over what time: the words of one money test of the council's. */
export type Reading = Pick<MoneyTest, 'class' | 'basis'>;

/** A highest total: whole pence, or 'unbounded' where nothing stops it growing. */
export type Highest = Pence | 'unbounded';

/** Every line, over the whole life of what is decided. */
const wholeLife: Reading = { class: 'any', basis: 'whole-life' };

type Range = { amountPence: Pence; upToPence?: Pence | undefined };
const top = (range: Range): Pence => range.upToPence ?? range.amountPence;

const linesOf = (draft: Draft): ExpenditureLine[] => draft.financialImplications?.expenditure ?? [];

// A line that does not say whether it is revenue or capital may be either, so it counts in both tests.
const isOfClass = (line: ExpenditureLine, wanted: Reading['class']): boolean => {
  if (wanted === 'any') return true;
  if (wanted === 'income') return false;
  if (wanted === 'contract') return isTerm(line) || isOption(line) || line.contract !== undefined;
  return (line.class ?? wanted) === wanted;
};

const isTerm = (line: ExpenditureLine): boolean => line.kind === 'initial-term';
const isOption = (line: ExpenditureLine): boolean => line.kind === 'extension-option';

const overWholeLife = (line: ExpenditureLine): Pence => times(top(line), line.kind === 'annual' ? (line.years ?? 1) : 1);

// A term or option is spread evenly over the years it states; with none stated, all of it may fall in one.
const inOneYear = (line: ExpenditureLine): Pence => (isTerm(line) || isOption(line) ? Math.ceil(top(line) / (line.years ?? 1)) : top(line));

const yearlyOf = (lines: ExpenditureLine[]): Pence[] => lines.map(inOneYear);

// Options follow the term they extend and one another, so no two fall in the same year. Where several terms name no
// contract, nothing says which option follows which, and all of them may.
const contractInOneYear = (lines: ExpenditureLine[]): Pence => {
  const terms = lines.filter(isTerm);
  if (lines[0]?.contract === undefined && terms.length > 1) return sum(...yearlyOf(lines));
  return Math.max(sum(...yearlyOf(terms)), ...yearlyOf(lines.filter(isOption)));
};

const dearestYear = (lines: ExpenditureLine[]): Pence => {
  const contracts = Map.groupBy(
    lines.filter((line) => isTerm(line) || isOption(line)),
    (line) => line.contract,
  );
  const others = lines.filter((line) => !isTerm(line) && !isOption(line));
  return sum(...yearlyOf(others), ...[...contracts.values()].map(contractInOneYear));
};

// Growth belongs to no class and keeps to no year, so it counts in full in every reading of expenditure.
const highestGrowth = (draft: Draft): Highest => {
  const growth = draft.financialImplications?.growth;
  if (growth === undefined || top(growth) === 0) return 0;
  return growth.maximumUnits === null ? 'unbounded' : times(top(growth), growth.maximumUnits);
};

/**
 * The most that the draft can cost, in pence: the top of every range, every extension option and all growth to its
 * cap, gross of the funding that meets it. 'unbounded' when growth has no cap.
 */
export const highestExpenditure = (draft: Draft, reading: Reading = wholeLife): Highest => {
  if (reading.class === 'income') return 0;
  const growth = highestGrowth(draft);
  if (growth === 'unbounded') return growth;
  const lines = linesOf(draft).filter((line) => isOfClass(line, reading.class));
  return sum(growth, reading.basis === 'any-year' ? dearestYear(lines) : sum(...lines.map(overWholeLife)));
};

/**
 * The most that the draft can save, in pence: the top of every range, for all its years. A saving belongs to no class, so it counts in
 * each.
 */
export const highestSavings = (draft: Draft, reading: Reading = wholeLife): Pence =>
  sum(
    ...(draft.financialImplications?.savings ?? []).map((line) => times(top(line), reading.basis === 'any-year' ? 1 : (line.years ?? 1))),
  );

/** What the extension options alone come to at their highest, in pence, within one reading. */
export const optionsTotal = (draft: Draft, reading: Reading = wholeLife): Pence =>
  sum(
    ...linesOf(draft)
      .filter((line) => isOption(line) && isOfClass(line, reading.class))
      .map(overWholeLife),
  );

const entersInto = new Set(['award', 'procure', 'extend']);

/**
 * What the contracts that the draft would enter into come to with every option, in pence: by their own prices, or by the first terms
 * among its costs. The costs are what counts; where these come to more, one of the two is wrong.
 */
export const contractsTotal = (draft: Draft): Pence => {
  const contracts = (draft.contracts ?? []).filter(({ outcome }) => entersInto.has(outcome));
  const options = sum(...contracts.flatMap(({ extensionOptions }) => extensionOptions.map(({ amountPence }) => amountPence)));
  const terms = linesOf(draft).filter(isTerm).map(overWholeLife);
  const prices = contracts.map(({ valuePence }) => valuePence ?? 0);
  return contracts.length === 0 ? 0 : Math.max(sum(...terms, Math.max(options, optionsTotal(draft))), sum(...prices, options));
};

/** The same draft as if no extension option would ever be taken up. */
export const withoutOptions = (draft: Draft): Draft => {
  const financial = draft.financialImplications;
  return financial
    ? { ...draft, financialImplications: { ...financial, expenditure: financial.expenditure.filter((line) => !isOption(line)) } }
    : draft;
};
