import { addDays, inWords, latest, type LocalDate } from '../rules/local-date.ts';
import { type PathInput, plannedStages } from './planned-stages.rules.ts';
import { begin, type PlannedStage } from './stage-length.rules.ts';
import { knownCalendar, type WorkingCalendar } from './working-calendar.ts';

/** One row of the way to what follows: a stage, its first and last day, and why it takes so long. */
export type TimetableRow = {
  stage: string;
  from: LocalDate;
  to: LocalDate;
  rule: string;
  source: string;
  words: string;
  provisional: boolean;
};

/** The last day on which what follows can lawfully be begun, and every step from there. Dates are Europe/London. */
export type LatestSafeStart = { date: LocalDate; arrivesBy: LocalDate; provisional: boolean; timetable: TimetableRow[] };

type Target = { begins: LocalDate; margin: TimetableRow[] };

const beyond = (date: LocalDate, { coversFrom, coversUntil }: WorkingCalendar): boolean => date < coversFrom || date > coversUntil;

// The margin starts at the end of the cover and grows with the distance from it, up to its full length: switched on
// whole at a given day, it would make a later end start earlier.
const targetFor = (arrivesBy: LocalDate, marginDays: number, calendar: WorkingCalendar): Target => {
  const last = addDays(arrivesBy, -1);
  if (last <= calendar.coversUntil) return { begins: arrivesBy, margin: [] };
  const counted = latest(calendar.coversUntil, addDays(last, -marginDays));
  const words = `Provisional: bank holidays are not known after ${inWords(calendar.coversUntil)}. Only weekends are left out from then on, and these days are kept for the holidays.`;
  return {
    begins: addDays(counted, 1),
    margin: [
      {
        stage: 'holiday-margin',
        from: addDays(counted, 1),
        to: last,
        rule: 'bank-holidays-known',
        source: 'Banking and Financial Dealings Act 1971',
        words,
        provisional: true,
      },
    ],
  };
};

const row = (
  { stage, rule, source, words, length }: PlannedStage,
  from: LocalDate,
  by: LocalDate,
  calendar: WorkingCalendar,
): TimetableRow => {
  const to = length.kind === 'asked' ? by : addDays(by, -1);
  return { stage, from, to, rule, source, words, provisional: beyond(from, calendar) || beyond(to, calendar) };
};

/**
 * Counts back from the day on which what follows must be in place (`arrivesBy`) to the last working day on which its
 * proposal can be submitted. Every step in between falls on a lawful day, and every act on a working one. Under one set of
 * settings a later `arrivesBy` never gives an earlier start. Beyond the bank holidays known it does not throw: it counts
 * weekends only, keeps a margin, and says that it is provisional.
 */
export const latestSafeStart = (
  input: PathInput & { arrivesBy: LocalDate },
  calendar: WorkingCalendar = knownCalendar,
): LatestSafeStart => {
  const { begins, margin } = targetFor(input.arrivesBy, input.settings.provisionalMarginDays, calendar);
  let by = begins;
  const rows = [...margin];
  for (const stage of plannedStages(input).toReversed()) {
    const from = begin(stage.length, by, calendar);
    rows.unshift(row(stage, from, by, calendar));
    by = from;
  }
  return { date: by, arrivesBy: input.arrivesBy, provisional: rows.some(({ provisional }) => provisional), timetable: rows };
};
