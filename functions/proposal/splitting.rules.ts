import type { KeyRule } from '../council/council.schema.ts';
import { type CommandOf, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, Splitting } from '../decision/decision.ts';
import { highestExpenditure } from '../rules/highest-total.ts';
import { addMonths, type LocalDate } from '../rules/local-date.ts';
import { inPounds, type Pence, sum } from '../rules/money.ts';
import type { Draft } from './proposal.schema.ts';

/** A proposal as another is compared with it. */
export type Kindred = {
  id: string;
  number: string;
  subject: string;
  submittedOn: LocalDate;
  expenditurePence: Pence | 'unbounded';
  isKey: boolean;
};

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const months = 12;

/**
 * What proposals can have in common that a split would leave: supplier, contract replaced, contract title, subject. Each a key to find
 * others by.
 */
export const sharedKeys = (content: Draft): string[] => {
  const contracts = content.contracts ?? [];
  const keys = [
    ...contracts.flatMap(({ supplier }) => (supplier ? [`supplier ${plain(supplier)}`] : [])),
    ...contracts.flatMap(({ replaces }) => replaces.map((id) => `contract ${plain(id)}`)),
    ...contracts.map(({ title }) => `contract ${plain(title)}`),
    ...(content.subject ? [`subject ${plain(content.subject)}`] : []),
  ];
  return [...new Set(keys)];
};

const passes = ({ comparison, amountPence }: KeyRule['money'][number], total: Pence) =>
  comparison === 'more-than' ? total > amountPence : total >= amountPence;

const bounded = (others: Kindred[]) =>
  others.flatMap((other) => (other.expenditurePence === 'unbounded' ? [] : [{ ...other, expenditurePence: other.expenditurePence }]));

/**
 * Points out, and never blocks: this proposal and those that share something with it within twelve months pass the council's spending
 * threshold together, though this one alone does not. Null when it is key by itself or they do not pass it.
 */
export const splittingOf = (content: Draft, on: LocalDate, shared: string, kindred: Kindred[], rule: KeyRule): Splitting | null => {
  const own = highestExpenditure(content);
  const tests = rule.money.filter(({ measure }) => measure !== 'savings');
  if (own === 'unbounded' || tests.some((test) => passes(test, own))) return null;
  const others = bounded(kindred).filter(
    ({ submittedOn }) => submittedOn >= addMonths(on, -months) && submittedOn <= addMonths(on, months),
  );
  const sumPence = sum(own, ...others.map(({ expenditurePence }) => expenditurePence));
  if (others.length === 0 || !tests.some((test) => passes(test, sumPence))) return null;
  const named = others.map(({ number, subject, expenditurePence }) => ({ number, subject, expenditurePence }));
  const words = `This and ${others.map(({ number }) => number).join(', ')} share the ${shared} and come to ${inPounds(sumPence)} together. Consider whether they are one decision.`;
  return { shared, others: named, sumPence, words };
};

/** Notes in the file that proposals may be parts of one decision: each sum with its reason once, however often it is found. */
export const pointOutSplitting = (decision: Decision, { splitting }: CommandOf<'point-out-splitting'>): Outcome =>
  decision.splittings?.some(({ shared, sumPence }) => shared === splitting.shared && sumPence === splitting.sumPence)
    ? happened()
    : happened({ type: 'splitting-pointed-out', ...splitting });
