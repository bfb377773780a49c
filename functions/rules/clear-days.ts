import { bankHolidayName, isBankHoliday } from './bank-holidays.ts';
import { addDays, daysBetween, type LocalDate, weekday, weekdayInWords } from './local-date.ts';

// A clear day runs from midnight to midnight, so the days at both ends are left out (R v Herefordshire Justices (1820); ex p Elitestone
// (1993)).

/** The first day on which a decision may be taken, `clearDays` whole calendar days after publication. Weekends and bank holidays count. */
export const earliestAfterClearDays = (published: LocalDate, clearDays: number): LocalDate => addDays(published, clearDays + 1);

/** Whole calendar days strictly between two dates; none when `to` is not after `from`. */
export const clearDaysBetween = (from: LocalDate, to: LocalDate): number => Math.max(0, daysBetween(from, to) - 1);

const isWeekend = (date: LocalDate): boolean => weekday(date) % 6 === 0;

/** Neither a weekend nor a bank holiday of England. Throws `BeyondBankHolidayCover` where those are not known, weekends included. */
export const isWorkingDay = (date: LocalDate): boolean => !isBankHoliday(date) && !isWeekend(date);

/** The date itself when it is a working day, or the first working day after it. */
export const nextWorkingDay = (date: LocalDate): LocalDate => (isWorkingDay(date) ? date : nextWorkingDay(addDays(date, 1)));

/** The last of `count` clear working days after publication: call-in closes at the end of it. Publication day itself when `count` is 0. */
export const nthClearWorkingDay = (published: LocalDate, count: number): LocalDate => {
  let date = published;
  for (let counted = 0; counted < count; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) counted += 1;
  }
  return date;
};

/** The first day after `count` clear working days have elapsed (reg 10 of SI 2012/2089). It may itself be a weekend. */
export const earliestAfterClearWorkingDays = (published: LocalDate, count: number): LocalDate =>
  addDays(nthClearWorkingDay(published, count), 1);

/** Working days strictly between two dates; none when `to` is not after `from`. */
export const clearWorkingDaysBetween = (from: LocalDate, to: LocalDate): number =>
  daysStrictlyBetween(from, to).filter(isWorkingDay).length;

const daysStrictlyBetween = (from: LocalDate, to: LocalDate): LocalDate[] =>
  Array.from({ length: clearDaysBetween(from, to) }, (_, index) => addDays(from, index + 1));

/**
 * The last day of a period of calendar days "beginning with" a day, which counts as the first (contract termination notice: Procurement Act
 * 2023, s 80).
 */
export const lastDayOfPeriodBeginningWith = (from: LocalDate, days: number): LocalDate => addDays(from, days - 1);

/** One day of a count: its place among the clear days, or null with the reason for leaving it out. */
export type DayCounted = { date: LocalDate; counted: boolean; place: number | null; reason: string };

const workingDayExclusion = (date: LocalDate): string | null => {
  const holiday = bankHolidayName(date);
  if (holiday !== null) return `Not counted: a bank holiday, ${holiday}`;
  return isWorkingDay(date) ? null : `Not counted: a ${weekdayInWords(date)}`;
};

/**
 * Every day from publication (`from`) to the day acted on (`to`), both shown, with whether it is a clear day and why:
 * what the council shows to whoever doubts the count. Working days throw `BeyondBankHolidayCover` outside the cover.
 */
export const clearDaysCounted = (from: LocalDate, to: LocalDate, basis: 'calendar' | 'working'): DayCounted[] => {
  let place = 0;
  const inside = daysStrictlyBetween(from, to).map((date): DayCounted => {
    const exclusion = basis === 'working' ? workingDayExclusion(date) : null;
    if (exclusion !== null) return { date, counted: false, place: null, reason: exclusion };
    place += 1;
    return { date, counted: true, place, reason: `Clear ${basis === 'working' ? 'working ' : ''}day ${place}` };
  });
  const end = (date: LocalDate, reason: string): DayCounted => ({ date, counted: false, place: null, reason });
  const first = end(from, 'Not counted: the day of publication');
  return to <= from ? [first] : [first, ...inside, end(to, 'Not counted: the clear days must be over before this day')];
};
