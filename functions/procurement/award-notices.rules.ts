import { lastDayOfPeriodBeginningWith } from '../rules/clear-days.ts';
import { addDays, inWords, type LocalDate } from '../rules/local-date.ts';
import type { ContractIn } from '../contract/contract.schema.ts';
import type { Terms } from '../contract/contract-terms.schema.ts';
import { indicatorsOver } from './procurement-thresholds.ts';
import { acrossTheKingdom, countWorkingDays, knownCalendar } from './working-calendar.ts';
import { grossAtFirst, grossOf } from './estimated-value.rules.ts';
import { type Row, row } from './notice-due.rules.ts';
import { hasIndicators } from './running-notices.rules.ts';
import { procurementBegan, regulationsOf } from './regime.rules.ts';
import { wasUserChoice } from './user-choice.rules.ts';

type Known = ContractIn<'registered' | 'ended'>;

/** The day on which a contract is entered into: its start, where nobody has said when it was signed. */
export const signed = ({ terms }: Known): LocalDate => terms.signedOn ?? terms.start;

/** The notice with which a procurement begins: of the tender, or of the direct award that is intended (UK4 or UK5). */
export const beginning = ({ terms }: Known): Row[] => {
  if (terms.route === 'framework') return [];
  if (terms.route !== 'direct-award')
    return [row('UK4', 'Tender notice', 's 21', null, null, 'Before the contract is put out to competition.')];
  return wasUserChoice(terms)
    ? []
    : [row('UK5', 'Transparency notice', 's 44', null, null, 'Before a direct award, except one by user choice.')];
};

// Published again before the contract is signed, it is the last of them that suppliers could go by; put right after that, it is none of them.
const tooLate = (contract: Known, last: LocalDate): boolean => {
  const days = contract.notices.flatMap(({ notice, publishedOn }) => (notice === 'UK6' ? publishedOn : [])).sort();
  const counts = days.findLast((day) => day < signed(contract)) ?? days[0];
  return counts !== undefined && counts > last;
};

/**
 * The contract award notice, by the last day that leaves eight working days of standstill before signature, those of section 123(1): a bank
 * holiday anywhere in the United Kingdom is none. Section 51(3) spares light touch contracts and call-offs the standstill; section 50(6)(b)
 * has no award notice of what the user chose.
 */
export const award = (contract: Known): Row[] => {
  const { lightTouch, route } = contract.terms;
  if (wasUserChoice(contract.terms)) return [];
  const on = signed(contract);
  const spared = lightTouch ? 'A light touch contract' : route === 'framework' ? 'A call-off from a framework' : null;
  const last = spared ? addDays(on, -1) : countWorkingDays(on, -8, acrossTheKingdom(knownCalendar));
  const standstill = spared ? `${spared} needs no standstill.` : 'Eight working days of standstill begin with the day it is published.';
  const unless = spared ? '' : 'unless section 51(3) spares the contract its standstill, ';
  const late = tooLate(contract, last) ? ` The last day for that was ${inWords(last)}: ${unless}what follows is for legal to say.` : '';
  return [row('UK6', 'Contract award notice', 'ss 50 and 51', null, last, `Before the contract is signed. ${standstill}${late}`)];
};

const copyOf = (contract: Known): string => {
  if (grossOf(contract) <= indicatorsOver) return '';
  if (grossAtFirst(contract) <= indicatorsOver)
    return ' Its value was put over £5m since: whether a copy of the contract was to be published is for legal to say.';
  const days = contract.terms.lightTouch ? 180 : 90;
  const named = hasIndicators(contract) ? 'it names the key performance indicators, and ' : '';
  return ` Worth more than £5m then: ${named}a copy of the contract is published by ${inWords(lastDayOfPeriodBeginningWith(signed(contract), days))}, ${days} days beginning with the same day.`;
};

const whyTaken = ({ terms }: Known): string | null => {
  if (terms.regime !== undefined) return null;
  // A call-off stays under the law of its framework (SI 2024/716), whenever it is made itself.
  if (terms.route === 'framework') return 'no other regime is recorded: a call-off from a framework';
  return procurementBegan(terms).known ? null : 'nobody has said when its procurement began: one';
};

// The public reads this too.
const lawTaken = (contract: Known): string => {
  const why = whyTaken(contract);
  return why === null
    ? ''
    : ` Taken to be under the Procurement Act 2023, since ${why} begun before 24 February 2025 is under the ${regulationsOf(contract.terms).year} Regulations, which ask for no such notice.`;
};

/** The contract details notice, with the copy of the contract where it is worth more than £5m; neither of what the user chose (s 53(6)). */
export const details = (contract: Known): Row[] => {
  if (wasUserChoice(contract.terms)) return [];
  const on = signed(contract);
  const days = contract.terms.lightTouch ? 120 : 30;
  const said = copyOf(contract) + lawTaken(contract);
  return [
    row(
      'UK7',
      'Contract details notice',
      's 53',
      on,
      lastDayOfPeriodBeginningWith(on, days),
      `Within ${days} days beginning with ${inWords(on)}, when it was entered into.${said}`,
    ),
  ];
};

// What is called off or awarded directly is advertised to nobody, and what particular suppliers are asked for need not be (s 87(2)).
const advertised: Record<Terms['route'], string | null> = {
  open: 'Before the contract is advertised.',
  'competitive-flexible': 'Before the contract is advertised.',
  quotes: 'Before the contract is advertised. None where only particular suppliers are asked.',
  framework: null,
  'direct-award': null,
  'in-house': null,
};

const belowThresholdTender = ({ terms }: Known): Row[] => {
  const words = advertised[terms.route];
  return words === null ? [] : [row('UK4', 'Below-threshold tender notice', 's 87', null, null, words)];
};

/** What section 87 asks for of a contract below the thresholds that is still notifiable, even of what the user chose. */
export const belowThreshold = (contract: Known): Row[] => [
  ...belowThresholdTender(contract),
  row(
    'UK7',
    'Contract details notice',
    's 87',
    signed(contract),
    null,
    `As soon as reasonably practicable after the contract is entered into.${lawTaken(contract)}`,
  ),
];
