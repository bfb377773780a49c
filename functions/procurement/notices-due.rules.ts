import { lastDayOfPeriodBeginningWith } from '../rules/clear-days.ts';
import { addDays, earliest, inWords, lastDayOfMonths, type LocalDate } from '../rules/local-date.ts';
import { inPounds, type Pence } from '../rules/money.ts';
import type { ContractIn, Terms } from '../contract/contract.schema.ts';
import { lastDayOf } from '../contract/contract-dates.rules.ts';
import { highestValue } from '../contract/contract-value.rules.ts';
import { indicatorsOver, notifiableBelowThreshold, paymentNoticesFor, paymentsOver, performanceNoticesFrom, thresholdOn } from './procurement-thresholds.ts';
import { procurementActFrom, procurementBegan, regimeOf } from './regime.rules.ts';
import { countWorkingDays, knownCalendar } from './working-calendar.ts';

type Known = ContractIn<'registered' | 'ended'>;

export type NoticeCode = `UK${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17}`;

/** A notice that a contract calls for: from when, by when, and why. `ask-legal` and `optional` bind nobody; a null deadline is an event, told in words. */
export type NoticeDue = {
  notice: NoticeCode;
  name: string;
  duty: 'required' | 'ask-legal' | 'optional';
  from: LocalDate | null;
  deadline: LocalDate | null;
  source: string;
  words: string;
  publishedOn: LocalDate | null;
};

/** The notices of one contract, or why the Procurement Act 2023 asks for none. */
export type Notices = { none: string | null; notices: NoticeDue[] };

/** Value at its highest with VAT: every option counted (Sch 3). Where nobody gave the gross value, VAT at 20% is assumed, which can only be too much. */
export const estimatedGross = (terms: Terms, highest = highestValue(terms)): Pence => {
  const { netPence, grossPence } = terms;
  if (grossPence === undefined || netPence === 0) return Math.max(grossPence ?? 0, Math.ceil(highest * 1.2));
  // Whole numbers: a ratio would make one stated sum in ten a penny too much, and thresholds are met by exactly the figure.
  return grossPence + Number((BigInt(highest - netPence) * BigInt(grossPence) + BigInt(netPence - 1)) / BigInt(netPence));
};

/** The threshold in force when the procurement began; null before the Act. */
export const thresholdOf = (terms: Terms): Pence | null => {
  const { on } = procurementBegan(terms);
  if (on < procurementActFrom && terms.regime !== 'pa-2023') return null;
  return thresholdOn(terms, on);
};

// A contract that a change makes smaller was what it was when the change was made, and its end is that of a public contract.
const grossOf = ({ terms, original }: Known): Pence => Math.max(estimatedGross(terms), estimatedGross(terms, original.valuePence));

const isCovered = (contract: Known): boolean => grossOf(contract) >= (thresholdOf(contract.terms) ?? 0);

const for2015 = 'They cover its changes and its end too.';

const noneWords = (contract: Known): string | null => {
  const { terms } = contract;
  const { on, known } = procurementBegan(terms);
  const day = known ? `The procurement began on ${inWords(on)}` : `We have no record of when its procurement began. It was agreed or started on ${inWords(on)}`;
  const regime = regimeOf(terms);
  if (regime === 'pcr-2015' && on >= procurementActFrom) return `None: PCR 2015, as its officers say. The 2015 Regulations apply for its whole life. ${for2015}`;
  if (regime === 'pcr-2015') return `None: PCR 2015. ${day}. That is before 24 February 2025, so the 2015 Regulations apply for its whole life. ${for2015}`;
  if (regime === 'psr-2023') return 'None: PSR 2023. Health care services have notices of their own under the Provider Selection Regime.';
  if (terms.route === 'in-house') return 'None: an agreement with the council’s own company or another public body is exempted (Procurement Act 2023, Sch 2).';
  if (terms.subject === 'concession' && !isCovered(contract)) return 'None: a concession below the threshold is not regulated (Procurement Act 2023, s 84).';
  const gross = grossOf(contract);
  return gross < notifiableBelowThreshold ? `None: ${inPounds(gross)} with VAT is under ${inPounds(notifiableBelowThreshold)} (Procurement Act 2023, s 84).` : null;
};

type Row = Omit<NoticeDue, 'publishedOn'>;
const row = (notice: NoticeCode, name: string, source: string, from: LocalDate | null, deadline: LocalDate | null, words: string, duty: NoticeDue['duty'] = 'required'): Row => ({ notice, name, duty, from, deadline, source: `Procurement Act 2023, ${source}`, words });

const signed = ({ terms }: Known): LocalDate => terms.signedOn ?? terms.start;

const beginning = ({ terms }: Known): Row[] => {
  if (terms.route === 'framework') return [];
  if (terms.route !== 'direct-award') return [row('UK4', 'Tender notice', 's 21', null, null, 'Before the contract is put out to competition.')];
  return terms.userChoice ? [] : [row('UK5', 'Transparency notice', 's 44', null, null, 'Before a direct award, except one by user choice.')];
};

// Section 51(3) spares light touch contracts and call-offs the standstill; section 50(6)(b) has no award notice of what the user chose.
const award = (contract: Known): Row[] => {
  const { lightTouch, route, userChoice } = contract.terms;
  if (userChoice) return [];
  const on = signed(contract);
  const spared = lightTouch ? 'A light touch contract' : route === 'framework' ? 'A call-off from a framework' : null;
  const last = spared ? addDays(on, -1) : countWorkingDays(on, -8, knownCalendar);
  const standstill = spared ? `${spared} needs no standstill.` : 'Eight working days of standstill begin with the day it is published.';
  return [row('UK6', 'Contract award notice', 'ss 50 and 51', null, last, `Before the contract is signed. ${standstill}`)];
};

// Section 52 asks for indicators neither of light touch contracts nor of concessions.
const hasIndicators = ({ terms }: Known): boolean => estimatedGross(terms) > indicatorsOver && !terms.lightTouch && terms.subject !== 'concession';

const copyOf = (contract: Known): string => {
  if (estimatedGross(contract.terms) <= indicatorsOver) return '';
  const days = contract.terms.lightTouch ? 180 : 90;
  const named = hasIndicators(contract) ? 'it names the key performance indicators, and ' : '';
  return ` Worth more than £5m: ${named}a copy of the contract is published by ${inWords(lastDayOfPeriodBeginningWith(signed(contract), days))}, ${days} days beginning with the same day.`;
};

// A call-off stays under the law of its framework (SI 2024/716), whenever it is made itself. The public reads this too.
const frameworkLaw = ({ terms: { route, regime } }: Known): string =>
  route === 'framework' && regime === undefined ? ' Taken to be under the Procurement Act 2023, since no other regime is recorded: a call-off from a framework begun before 24 February 2025 is under the 2015 Regulations, which ask for no such notice.' : '';

const details = (contract: Known): Row[] => {
  const on = signed(contract);
  const days = contract.terms.lightTouch ? 120 : 30;
  const said = copyOf(contract) + frameworkLaw(contract);
  return [row('UK7', 'Contract details notice', 's 53', on, lastDayOfPeriodBeginningWith(on, days), `Within ${days} days beginning with ${inWords(on)}, when it was entered into.${said}`)];
};

// Once in every twelve months from the start, and at the end: the last year may be a short one.
const performance = (contract: Known): Row[] => {
  const { terms: { start } } = contract;
  const end = lastDayOf(contract);
  const years = Array.from({ length: 60 }, (_, year) => ({ from: addDays(lastDayOfMonths(start, 12 * year), 1), to: lastDayOfMonths(start, 12 * (year + 1)) })).filter(({ from }) => from <= end);
  return years
    .map(({ from, to }) => row('UK9', 'Contract performance notice', 's 71', from, earliest(to, end), 'Performance against each indicator, at least once a year and at the end.'))
    .filter(({ deadline }) => deadline !== null && deadline >= performanceNoticesFrom);
};

const running = (contract: Known): Row[] => {
  const { terms } = contract;
  const payments = procurementBegan(terms).on >= paymentNoticesFor;
  return [
    ...(payments ? [row('UK8', 'Contract payment notice', 's 70', terms.start, null, `For every payment over ${inPounds(paymentsOver)}, within 30 days of the end of its quarter.`)] : []),
    ...(hasIndicators(contract) ? performance(contract) : []),
  ];
};

const changes = ({ changes: made }: Known): Row[] =>
  made.flatMap(({ on, notice, words }) => (notice === 'not-required' ? [] : [row('UK10', 'Contract change notice', 's 75', on, on, words, notice === 'required' ? 'required' : 'ask-legal')]));

const ending = (contract: Known): Row[] => {
  if (contract.terms.userChoice) return [];
  const on = lastDayOf(contract);
  return [row('UK11', 'Contract termination notice', 's 80', on, lastDayOfPeriodBeginningWith(on, 30), `Within 30 days beginning with ${inWords(on)}. Coming to its end counts as termination.`)];
};

// Nobody says whether a value was cut or was mistyped, and only the first needs a notice.
const perhapsMistyped = ({ terms }: Known) => (each: Row): Row =>
  estimatedGross(terms) >= (thresholdOf(terms) ?? 0) ? each : { ...each, duty: 'ask-legal', words: `${each.words} It was entered as over the threshold, and is under it now: whether a notice is needed is for legal to say.` };

const belowThreshold = (contract: Known): Row[] => [
  row('UK4', 'Below-threshold tender notice', 's 87', null, null, 'Before the contract is advertised.'),
  row('UK7', 'Contract details notice', 's 87', signed(contract), signed(contract), 'As soon as reasonably practicable after the contract is entered into.'),
];

// Each year, and each day of changes, has a notice of its own: one publication serves the first that still wants one, a change by the last before it, and what must be noticed before what legal is asked about.
const inTurn = ({ notices }: Known, rows: Row[], code: 'UK9' | 'UK10'): ReadonlyMap<LocalDate | null, LocalDate> => {
  const left = notices.filter(({ notice }) => notice === code).map(({ publishedOn }) => publishedOn).sort();
  const wanting = (['required', 'ask-legal'] as const).flatMap((duty) => rows.filter((each) => each.notice === code && each.duty === duty));
  const taken = new Map<LocalDate | null, LocalDate>();
  for (const from of new Set(wanting.map((each) => each.from))) {
    const at = from === null ? -1 : code === 'UK9' ? left.findIndex((publishedOn) => publishedOn >= from) : left.findLastIndex((publishedOn) => publishedOn <= from);
    for (const publishedOn of at < 0 ? [] : left.splice(at, 1)) taken.set(from, publishedOn);
  }
  return taken;
};

const publishedOf = (contract: Known, rows: Row[]): ((row: Row) => LocalDate | null) => {
  const own: Partial<Record<NoticeCode, ReadonlyMap<LocalDate | null, LocalDate>>> = { UK9: inTurn(contract, rows, 'UK9'), UK10: inTurn(contract, rows, 'UK10') };
  const last = new Map(contract.notices.toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : 1)).map(({ notice, publishedOn }) => [notice, publishedOn]));
  return ({ notice, from }) => (own[notice] ? own[notice].get(from) : last.get(notice)) ?? null;
};

/**
 * The Procurement Act 2023 notices (UK4 to UK11) that the facts of a contract call for, each with its deadline; or none, with the
 * reason. UK12 to UK17 are never a contract's: an abandoned procurement, dynamic markets, the council's payments as a whole.
 */
export const noticesOf = (contract: Known): Notices => {
  const none = noneWords(contract);
  if (none) return { none, notices: [] };
  const rows = isCovered(contract) ? [...beginning(contract), ...award(contract), ...details(contract), ...running(contract), ...[...changes(contract), ...ending(contract)].map(perhapsMistyped(contract))] : belowThreshold(contract);
  const publishedOn = publishedOf(contract, rows);
  return { none: null, notices: rows.map((each) => ({ ...each, publishedOn: publishedOn(each) })) };
};

/** The notices of which the duty has arisen by a day and which are not published. Those already late when the contract was registered are left out: they are history. */
export const noticesOutstanding = (contract: Known, today: LocalDate, registeredOn: LocalDate): NoticeDue[] =>
  noticesOf(contract).notices.filter(({ publishedOn, from, deadline }) => publishedOn === null && from !== null && from <= today && deadline !== null && deadline >= registeredOn);
