import { daysBetween, inWords, type LocalDate } from '../rules/local-date.ts';
import { inPounds } from '../rules/money.ts';
import type { ContractChange } from './contract-noted.schema.ts';
import type { ContractIn } from './contract.schema.ts';
import type { Terms } from './contract-terms.schema.ts';
import { effectiveEnd, maximumEnd } from './contract-dates.rules.ts';
import { highestValue } from './contract-value.rules.ts';
import { regimeInWords, regimeOf } from '../procurement/regime.rules.ts';
import { plainWords } from '../rules/alike.ts';

type Registered = ContractIn<'registered'>;

const percent = (part: number, whole: number): number => {
  if (part === 0) return 0;
  return whole === 0 ? Number.POSITIVE_INFINITY : (Math.abs(part) * 100) / whole;
};

const outside = (terms: Terms): string | null => {
  const regime = regimeOf(terms);
  if (regime !== 'pa-2023') return `No contract change notice: the contract is under the ${regimeInWords(terms)}, later changes included.`;
  return terms.lightTouch ? 'No contract change notice: a light touch contract needs none (Procurement Act 2023, s 75(6)).' : null;
};

// Measured from the contract as it was first registered, so that small changes one after another are added together.
const sizes = ({ original, exercised }: Registered, after: Terms) => {
  const most = highestValue(after);
  const term = daysBetween(after.start, maximumEnd({ terms: after, exercised })) + 1;
  return {
    value: percent(most - original.valuePence, original.valuePence),
    term: percent(term - original.maximumTermDays, original.maximumTermDays),
    most,
  };
};

const isSame = (contract: Registered, after: Terms): boolean =>
  highestValue(contract.terms) === highestValue(after) &&
  contract.terms.start === after.start &&
  maximumEnd(contract) === maximumEnd({ ...contract, terms: after }) &&
  effectiveEnd(contract) === effectiveEnd({ ...contract, terms: after });

// A company that goes by another name is the same company.
const isSameSupplier = (one: Terms['supplier'], other: Terms['supplier']): boolean =>
  plainWords(one.name) === plainWords(other.name) ||
  (Boolean(one.number) && plainWords(one.number ?? '') === plainWords(other.number ?? ''));

const takenOver = (contract: Registered, after: Terms): string | null =>
  isSameSupplier(contract.terms.supplier, after.supplier)
    ? null
    : 'The supplier is another than before. One may take over from another only after a restructuring, and that needs a contract change notice however small it is (Procurement Act 2023, s 75 and Sch 8 para 9): ask legal. A name put right needs none.';

/**
 * Whether a change of value, term or supplier must be noticed before it is made (UK10: Procurement Act 2023, s 75). Not when the value
 * moves by no more than 10% (works 15%) and the term by no more than 10% of its maximum, both since award. Where only one of
 * the two is small section 75(2) reads as sparing the notice, by "or"; it is asked for here all the same. Another supplier is for legal (s
 * 74(9)), whom the words never name: the register may withhold them.
 */
export const changeNotice = (contract: Registered, after: Terms, on: LocalDate): ContractChange => {
  const none = outside(after);
  if (none) return { on, notice: 'not-required', words: none };
  const taken = takenOver(contract, after);
  if (isSame(contract, after))
    return taken ? { on, notice: 'ask-legal', words: taken } : { on, notice: 'not-required', words: 'Neither value nor term has changed.' };
  const { value, term, most } = sizes(contract, after);
  const limit = after.subject === 'works' ? 15 : 10;
  const moved = Number.isFinite(value) ? `by ${value.toFixed(1)}% (to ${inPounds(most)})` : `from nothing to ${inPounds(most)}`;
  const said = `Since award the value has moved ${moved} and the term by ${term.toFixed(1)}%.`;
  const small = value <= limit && term <= 10;
  const size = `${said} ${small ? 'Neither is more than' : 'A contract change notice is needed before the change: the limits are'} ${limit}% and 10%.`;
  if (!small) return { on, notice: 'required', words: taken ? `${size} ${taken}` : size };
  return taken ? { on, notice: 'ask-legal', words: `${size} ${taken}` } : { on, notice: 'not-required', words: size };
};

/** An option taken up was counted in the award, and Sch 8 para 1 permits it; whether s 75 still asks for a notice is unsettled. */
export const optionChange = ({ terms }: Registered, option: number, on: LocalDate): ContractChange => {
  const none = outside(terms);
  if (none) return { on, notice: 'not-required', words: none };
  return {
    on,
    notice: 'ask-legal',
    words: `Option ${option} was taken up on ${inWords(on)}. Whether a priced option needs a contract change notice is unsettled: ask legal.`,
  };
};
