import type { StageLength } from '../../functions/procurement/stage-length.rules.ts';
import { acrossTheKingdom, countWorkingDays, type WorkingCalendar, workingDayFrom } from '../../functions/procurement/working-calendar.ts';
import { addDays, latest, type LocalDate } from '../../functions/rules/local-date.ts';

const finishAfter = (length: Exclude<StageLength, { kind: 'longest' }>, on: LocalDate, calendar: WorkingCalendar): LocalDate => {
  switch (length.kind) {
    case 'days':
      return addDays(on, length.count);
    case 'clear-days':
      return addDays(on, length.count + 1);
    case 'clear-working-days':
      return addDays(countWorkingDays(on, length.count, calendar), 1);
    case 'working-days-beginning':
      return addDays(countWorkingDays(addDays(on, -1), length.count, calendar), 1);
    case 'act-working-days-beginning':
      return finishAfter({ ...length, kind: 'working-days-beginning' }, on, acrossTheKingdom(calendar));
    case 'asked':
      return countWorkingDays(on, length.count, calendar);
    default:
      return length.kind satisfies never;
  }
};

/** The first day on which the next stage can begin when this one is begun on `from`, or on the first working day after it. */
export const finish = (length: StageLength, from: LocalDate, calendar: WorkingCalendar): LocalDate => {
  if (length.kind === 'longest') return latest(...length.of.map((each) => finish(each, from, calendar)));
  return finishAfter(length, length.kind === 'asked' ? from : workingDayFrom(from, calendar), calendar);
};
