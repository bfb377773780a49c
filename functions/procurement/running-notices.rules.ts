import { lastDayOfPeriodBeginningWith } from '../rules/clear-days.ts';
import { dayAfterMonths, earliest, inWords, lastDayOfMonths } from '../rules/local-date.ts';
import { inPounds } from '../rules/money.ts';
import type { ContractIn } from '../contract/contract.schema.ts';
import { lastDayOf } from '../contract/contract-dates.rules.ts';
import { indicatorsOver, paymentNoticesFor, paymentsOver, performanceNoticesFrom } from './procurement-thresholds.ts';
import { procurementBegan } from './regime.rules.ts';
import { estimatedGross, thresholdOf } from './estimated-value.rules.ts';
import { type Row, row } from './notice-due.rules.ts';

type Known = ContractIn<'registered' | 'ended'>;

/** Whether key performance indicators are set: section 52 asks for them neither of light touch contracts nor of concessions. */
export const hasIndicators = ({ terms }: Known): boolean =>
  estimatedGross(terms) > indicatorsOver && !terms.lightTouch && terms.subject !== 'concession';

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
        'Performance against each indicator, at least once a year and at the end.',
      ),
    )
    .filter(({ deadline }) => deadline !== null && deadline >= performanceNoticesFrom);
};

/** The notices while a contract runs: of its payments, and of its performance against each indicator. */
export const running = (contract: Known): Row[] => {
  const { terms } = contract;
  const payments = procurementBegan(terms).on >= paymentNoticesFor;
  return [
    ...(payments
      ? [
          row(
            'UK8',
            'Contract payment notice',
            's 70',
            terms.start,
            null,
            `For every payment over ${inPounds(paymentsOver)}, within 30 days of the end of its quarter.`,
          ),
        ]
      : []),
    ...(hasIndicators(contract) ? performance(contract) : []),
  ];
};

/** A contract change notice for each change that needs one, or that legal is to be asked about. */
export const changes = ({ changes: made }: Known): Row[] =>
  made.flatMap(({ on, notice, words }) =>
    notice === 'not-required'
      ? []
      : [row('UK10', 'Contract change notice', 's 75', on, on, words, notice === 'required' ? 'required' : 'ask-legal')],
  );

/** The contract termination notice, except of what the user chose. */
export const ending = (contract: Known): Row[] => {
  if (contract.terms.userChoice) return [];
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
      : {
          ...each,
          duty: 'ask-legal',
          words: `${each.words} It was entered as over the threshold, and is under it now: whether a notice is needed is for legal to say.`,
        };
