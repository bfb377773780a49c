import { lastDayOfPeriodBeginningWith } from '../rules/clear-days.ts';
import { dayAfterMonths, earliest, inWords, lastDayOfMonths, type LocalDate } from '../rules/local-date.ts';
import { inPounds } from '../rules/money.ts';
import type { ContractIn } from '../contract/contract.schema.ts';
import { lastDayOf } from '../contract/contract-dates.rules.ts';
import { indicatorsOver, paymentNoticesFor, paymentsOver, performanceNoticesFrom } from './procurement-thresholds.ts';
import { procurementBegan } from './regime.rules.ts';
import { estimatedGross, grossAtFirst, grossOf, thresholdOf, wasCovered } from './estimated-value.rules.ts';
import { type Row, row } from './notice-due.rules.ts';
import { wasUserChoice } from './user-choice.rules.ts';

type Known = ContractIn<'registered' | 'ended'>;

/** Whether key performance indicators may be owed: section 52(6) asks for them neither of light touch contracts nor of concessions. */
export const hasIndicators = (contract: Known): boolean =>
  grossOf(contract) > indicatorsOver && !contract.terms.lightTouch && contract.terms.subject !== 'concession';

const forLegal = (each: Row, why: string): Row => ({ ...each, duty: 'ask-legal', words: `${each.words} ${why}` });

// Indicators are set before a contract is entered into (s 52(1)), by its value then; and nobody says whether that was mistyped.
const perhapsIndicated =
  (contract: Known) =>
  (each: Row): Row =>
    grossAtFirst(contract) > indicatorsOver === estimatedGross(contract.terms) > indicatorsOver
      ? each
      : forLegal(
          each,
          'Indicators are for a contract worth more than £5m when it is entered into, and its value was changed across that since: ask legal.',
        );

// Once in every twelve months from the start, and at the end: the last year may be a short one.
const performance = (contract: Known): Row[] => {
  const {
    terms: { start },
  } = contract;
  const end = lastDayOf(contract);
  const years = Array.from({ length: 60 }, (_, year) => ({
    from: dayAfterMonths(start, 12 * year),
    to: lastDayOfMonths(start, 12 * (year + 1)),
  })).filter(({ from }) => from <= end);
  return years
    .map(({ from, to }) =>
      row(
        'UK9',
        'Contract performance notice',
        's 71',
        from,
        earliest(to, end),
        'Performance against each indicator, at least once a year and at the end. None where the council found that no indicator suits the contract.',
      ),
    )
    .filter(({ deadline }) => deadline !== null && deadline >= performanceNoticesFrom);
};

/** The notices while a contract runs: of its payments, a concession's apart (s 70(4)(b)), and of its performance against each indicator. */
export const running = (contract: Known): Row[] => {
  const { terms } = contract;
  const payments = procurementBegan(terms).on >= paymentNoticesFor && terms.subject !== 'concession';
  return [
    ...(payments
      ? [
          row(
            'UK8',
            'Contract payment notice',
            's 70',
            null,
            null,
            `For every payment over ${inPounds(paymentsOver)} with VAT, within 30 days beginning with the last day of its quarter: by 29 July for one to 30 June.`,
          ),
        ]
      : []),
    ...(hasIndicators(contract) ? performance(contract).map(perhapsIndicated(contract)) : []),
  ];
};

const copyOf = (contract: Known, on: LocalDate): string =>
  estimatedGross(contract.terms) > indicatorsOver
    ? ` Worth more than £5m: a copy of the change, or of the contract as changed, is published by ${inWords(lastDayOfPeriodBeginningWith(on, 90))}, 90 days beginning with ${inWords(on)}.`
    : '';

const leftBelow = ' The contract was entered as under the threshold, and a change that left it there needed no notice: ask legal.';

/**
 * A contract change notice for each change that needs one, with the copy that follows it (s 77), or that legal is to be asked about. Of a
 * contract below the thresholds at first it is the last one for sure: nobody says which of those before it put the contract over.
 */
export const changes = (contract: Known): Row[] => {
  const sure = wasCovered(contract) ? 0 : contract.changes.findLastIndex(({ notice }) => notice === 'required');
  return contract.changes.flatMap(({ on, notice, words }, index) => {
    if (notice === 'not-required') return [];
    return notice === 'required' && index >= sure
      ? [row('UK10', 'Contract change notice', 'ss 75 and 77', on, on, words + copyOf(contract, on))]
      : [row('UK10', 'Contract change notice', 's 75', on, on, notice === 'required' ? words + leftBelow : words, 'ask-legal')];
  });
};

/** The contract termination notice, except of what the user chose. */
export const ending = (contract: Known): Row[] => {
  if (wasUserChoice(contract.terms)) return [];
  const on = lastDayOf(contract);
  return [
    row(
      'UK11',
      'Contract termination notice',
      's 80',
      on,
      lastDayOfPeriodBeginningWith(on, 30),
      `Within 30 days beginning with ${inWords(on)}. Coming to its end counts as termination.`,
    ),
  ];
};

/**
 * Nobody says whether a value was cut or was mistyped, and only the first needs a notice: legal is asked about one that is now under the
 * threshold.
 */
export const perhapsMistyped =
  ({ terms }: Known) =>
  (each: Row): Row =>
    estimatedGross(terms) >= (thresholdOf(terms) ?? 0)
      ? each
      : forLegal(each, 'It was entered as over the threshold, and is under it now: whether a notice is needed is for legal to say.');

/**
 * A contract below the thresholds that a change makes public (s 74(1)) owes the notice of that change (s 75), and not what comes before an
 * award. Nobody says whether its value rose or was mistyped at first, so legal is asked.
 */
export const perhapsConverted =
  (contract: Known) =>
  (each: Row): Row =>
    wasCovered(contract)
      ? each
      : forLegal(
          each,
          'It was entered as under the threshold, and a change put it over: whether this was needed before that is for legal to say.',
        );
