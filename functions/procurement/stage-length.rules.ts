import { addDays, earliest, type LocalDate } from '../rules/local-date.ts';
import { acrossTheKingdom, countWorkingDays, workingDayBy, type WorkingCalendar } from './working-calendar.ts';

/**
 * How long a stage lasts. All but `asked` begin with somebody's act, so on a working day; `days` runs from that day on,
 * `clear-days` and `clear-working-days` leave it out, `working-days-beginning` counts it, and so does `act-working-days-beginning`, in the
 * working days of the Procurement Act 2023. `asked` begins by itself, on any day, and ends with an act: a decision maker who is asked has
 * so many working days.
 */
export type StageLength =
  | {
      kind: 'days' | 'clear-days' | 'clear-working-days' | 'working-days-beginning' | 'act-working-days-beginning' | 'asked';
      count: number;
    }
  | { kind: 'longest'; of: StageLength[] };

/** One thing that must happen before what follows a contract can begin. */
export type PlannedStage = { stage: string; length: StageLength; rule: string; source: string; words: string };

type OneLength = Exclude<StageLength, { kind: 'longest' }>;

const countedBy = ({ kind }: OneLength, calendar: WorkingCalendar): WorkingCalendar =>
  kind === 'act-working-days-beginning' ? acrossTheKingdom(calendar) : calendar;

const beginBefore = (length: OneLength, by: LocalDate, calendar: WorkingCalendar): LocalDate => {
  switch (length.kind) {
    case 'days':
      return addDays(by, -length.count);
    case 'clear-days':
      return addDays(by, -(length.count + 1));
    case 'clear-working-days':
      return addDays(countWorkingDays(by, -length.count, calendar), -1);
    case 'working-days-beginning':
    case 'act-working-days-beginning':
      return countWorkingDays(by, -length.count, countedBy(length, calendar));
    case 'asked':
      return addDays(countWorkingDays(addDays(by, 1), -length.count, calendar), -1);
    default:
      return length.kind satisfies never;
  }
};

/** The last day on which this stage can begin for the next to begin on `by`: begun on any later day, it is not over by then. */
export const begin = (length: StageLength, by: LocalDate, calendar: WorkingCalendar): LocalDate => {
  if (length.kind === 'longest') return earliest(...length.of.map((each) => begin(each, by, calendar)));
  const day = beginBefore(length, by, calendar);
  return length.kind === 'asked' ? day : workingDayBy(day, calendar);
};
