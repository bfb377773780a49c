import { bankHolidays } from '../rules/bank-holidays.ts';
import { bankHolidaysElsewhere } from '../rules/bank-holidays-elsewhere.ts';
import { addDays, type LocalDate, weekday } from '../rules/local-date.ts';

/** Which days are working days, and from where to where that is known. */
export type WorkingCalendar = { coversFrom: LocalDate; coversUntil: LocalDate; isWorking: (date: LocalDate) => boolean };

/**
 * Working days of England for planning ahead: bank holidays as far as they are known, weekends alone beyond. It never
 * throws, so a plan made with it must say where it is provisional; nothing lawful may be settled by it beyond the cover.
 */
export const calendarCoveredUntil = (coversUntil: LocalDate): WorkingCalendar => ({
  coversFrom: bankHolidays.coversFrom,
  coversUntil,
  isWorking: (date) => weekday(date) !== 0 && weekday(date) !== 6 && (date > coversUntil || !bankHolidays.names.has(date)),
});

/** The calendar as far as bank holidays are known today. */
export const knownCalendar: WorkingCalendar = calendarCoveredUntil(bankHolidays.coversUntil);

/**
 * The working days of the Procurement Act 2023: a bank holiday in any part of the United Kingdom is none (s 123(1)), so Scotland's and
 * Northern Ireland's are left out too, as far as the calendar knows bank holidays at all.
 */
export const acrossTheKingdom = (calendar: WorkingCalendar): WorkingCalendar => ({
  ...calendar,
  isWorking: (date) => calendar.isWorking(date) && (date > calendar.coversUntil || !bankHolidaysElsewhere.has(date)),
});

/** The date itself when it is a working day, or the first one after it. */
export const workingDayFrom = (date: LocalDate, calendar: WorkingCalendar): LocalDate =>
  calendar.isWorking(date) ? date : workingDayFrom(addDays(date, 1), calendar);

/** The date itself when it is a working day, or the last one before it. */
export const workingDayBy = (date: LocalDate, calendar: WorkingCalendar): LocalDate =>
  calendar.isWorking(date) ? date : workingDayBy(addDays(date, -1), calendar);

/** The working day that is `count` working days after a date, or before it when negative; the date itself when 0. */
export const countWorkingDays = (date: LocalDate, count: number, calendar: WorkingCalendar): LocalDate => {
  let at = date;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, Math.sign(count));
    if (calendar.isWorking(at)) left -= 1;
  }
  return at;
};
