import { lastDayOfPeriodBeginningWith } from '../rules/clear-days.ts';
import { addDays, addMonths, inWords, type LocalDate } from '../rules/local-date.ts';
import type { NextRoute, Terms } from '../contract/contract-terms.schema.ts';
import type { LatestSafeStart, TimetableRow } from './latest-safe-start.rules.ts';
import { estimatedGross } from './estimated-value.rules.ts';
import { type NoticeDue, row } from './notice-due.rules.ts';
import { pipelineOver, thresholdOn } from './procurement-thresholds.ts';
import { regimeOf } from './regime.rules.ts';
import { wasUserChoice } from './user-choice.rules.ts';

type Ahead = { terms: Terms; route: NextRoute; plan: LatestSafeStart; spendsOver100mAYear: boolean; today: LocalDate };

const ahead = (...notice: Parameters<typeof row>): NoticeDue => ({ ...row(...notice), publishedOn: null });

const stageOf = (rows: TimetableRow[], ...stages: string[]): LocalDate | null =>
  rows.find(({ stage }) => stages.includes(stage))?.from ?? null;

// The first pipeline notice that reaches as far as the tender and can still be published in time; failing that, the last one that should
// have.
const pipelineYear = (tenderOn: LocalDate, today: LocalDate): LocalDate | null => {
  const year = Number(tenderOn.slice(0, 4));
  const aprils = [year - 1, year].map((each) => `${each}-04-01`).filter((april) => april <= tenderOn && tenderOn < addMonths(april, 18));
  return aprils.find((april) => lastDayOfPeriodBeginningWith(april, 56) >= today) ?? aprils.at(-1) ?? null;
};

const pipeline = ({ terms, spendsOver100mAYear, today }: Ahead, tenderOn: LocalDate): NoticeDue[] => {
  const april = pipelineYear(tenderOn, today);
  if (!spendsOver100mAYear || april === null || estimatedGross(terms) <= pipelineOver) return [];
  const words = `Worth more than £2m, with a tender or transparency notice due within 18 months of ${inWords(april)}: within 56 days beginning with that day.`;
  return [ahead('UK1', 'Pipeline notice', 's 93', april, lastDayOfPeriodBeginningWith(april, 56), words)];
};

const competing = (input: Ahead, tenderOn: LocalDate): NoticeDue[] => [
  ahead(
    'UK2',
    'Preliminary market engagement notice',
    's 17',
    null,
    addDays(tenderOn, -1),
    'Before the tender notice when the market is asked beforehand, or the tender notice says why not.',
    'ask-legal',
  ),
  ahead(
    'UK3',
    'Planned procurement notice',
    's 15',
    addMonths(tenderOn, -12),
    addDays(tenderOn, -40),
    'Published from 40 days to 12 months before the tender notice it lets the tender period be as short as 10 days.',
    'optional',
  ),
  ahead(
    'UK4',
    'Tender notice',
    's 21',
    null,
    tenderOn,
    `Published on ${inWords(tenderOn)} at the latest for what follows to begin on ${inWords(input.plan.arrivesBy)}.`,
  ),
];

const awarding = ({ plan, route }: Ahead): NoticeDue[] => {
  const on = stageOf(plan.timetable, 'standstill', 'signature');
  if (on === null) return [];
  return [
    ...(route === 'direct-award' ? [ahead('UK5', 'Transparency notice', 's 44', null, on, 'Before a direct award is made.')] : []),
    ahead(
      'UK6',
      'Contract award notice',
      'ss 50 and 51',
      null,
      on,
      'Before the contract is signed, and never before call-in of the award has closed.',
    ),
  ];
};

// Neither a transparency nor an award notice is published of it, so that it is in no pipeline either (s 93). Whether it will be the user's
// choice again is taken from what the contract is now.
const directly = (input: Ahead): NoticeDue[] =>
  wasUserChoice(input.terms)
    ? []
    : [...pipeline(input, stageOf(input.plan.timetable, 'standstill', 'signature') ?? input.plan.date), ...awarding(input)];

// An agreement with the council's own company is exempted, and made again it is so again (Sch 2). What is varied stays under the law of the
// contract, and a change of a light touch one needs no notice (s 75(6)).
const isSpared = ({ terms, route }: Ahead): boolean =>
  route === 'variation'
    ? terms.route === 'in-house' || terms.lightTouch === true || regimeOf(terms) !== 'pa-2023'
    : route === 'direct-award' && terms.route === 'in-house';

/**
 * The notices on the way to what follows a contract, at the latest dates of its back-plan. What follows is procured under the
 * Procurement Act 2023, whatever the contract itself is under; a variation is not. Empty below the thresholds, where what follows is exempted
 * as the contract is, and where nothing is procured.
 */
export const noticesAhead = (input: Ahead): NoticeDue[] => {
  const { terms, route, plan } = input;
  const tenderOn = stageOf(plan.timetable, 'tender');
  // The procurement begins with its first notice, which may be in the year after that of the proposal and under other thresholds.
  const begins = tenderOn ?? stageOf(plan.timetable, 'standstill', 'change-notice', 'signature') ?? plan.date;
  if (terms.regime === 'psr-2023' || isSpared(input) || estimatedGross(terms) < thresholdOn(terms, begins)) return [];
  if (route === 'open-tender' && tenderOn) return [...pipeline(input, tenderOn), ...competing(input, tenderOn), ...awarding(input)];
  if (route === 'direct-award') return directly(input);
  if (route === 'framework-call-off') return awarding(input);
  return route === 'variation'
    ? [
        ahead(
          'UK10',
          'Contract change notice',
          's 75',
          null,
          stageOf(plan.timetable, 'change-notice', 'signature'),
          'Before the change, unless value and term move by no more than 10% (works 15% of value).',
          'ask-legal',
        ),
      ]
    : [];
};

/**
 * The pipeline notice that what follows a contract belongs in, as long as it is neither published nor, on the day asked about, too
 * late; null when there is none. It joins the alerts, since it falls due long before the decision that it announces is begun.
 */
export const pipelineOutstanding = (input: Ahead, published: { notice: string; publishedOn: LocalDate }[]): NoticeDue | null => {
  const due = noticesAhead(input).find(({ notice }) => notice === 'UK1');
  const { from, deadline } = due ?? {};
  if (!due || !from || !deadline || deadline < input.today) return null;
  return published.some(({ notice, publishedOn }) => notice === 'UK1' && publishedOn >= from) ? null : due;
};
