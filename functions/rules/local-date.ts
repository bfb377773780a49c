/** A calendar date, `YYYY-MM-DD`, read in Europe/London. Two of them compare as strings do. */
export type LocalDate = string;

/** A moment, ISO 8601 in UTC, such as `2023-03-07T09:00:00Z`. */
export type Instant = string;

const dayMs = 86_400_000;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

// Dates are counted at UTC midnight, where no day is 23 or 25 hours long.
const dateAt = (ms: number): LocalDate => {
  const date = new Date(ms).toISOString();
  if (date.length !== 24) throw new RangeError(`${date} is outside the years 0000 to 9999`);
  return date.slice(0, 10);
};

const written = /^\d{4}-\d\d-\d\d$/;

const midnight = (date: LocalDate): number => {
  const ms = written.test(date) ? Date.parse(date) : Number.NaN;
  // The engine reads 30 February as 1 or 2 March, so the day must come back as it went in.
  if (new Date(ms).getUTCDate() !== Number(date.slice(8))) throw new RangeError(`${date} is not a date that exists, written YYYY-MM-DD`);
  return ms;
};

/** The date `days` calendar days after `date`, or before it when negative. Throws `RangeError` for a date that does not exist. */
export const addDays = (date: LocalDate, days: number): LocalDate => dateAt(midnight(date) + days * dayMs);

/** The same day `count` months on (or back), or the last day of that month where it is shorter: 31 January + 1 is 28 or 29 February. */
export const addMonths = (date: LocalDate, count: number): LocalDate => {
  const from = new Date(midnight(date));
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count + 1, 0));
  return dateAt(lastDay.setUTCDate(Math.min(from.getUTCDate(), lastDay.getUTCDate())));
};

/**
 * The last day of so many months beginning with `first`, by the usual reckoning: the day before the corresponding date, or the last day of
 * a month that has no such date. One month beginning with 31 January ends on 28 or 29 February.
 */
export const lastDayOfMonths = (first: LocalDate, count: number): LocalDate => {
  const corresponding = addMonths(first, count);
  return corresponding.slice(8) === first.slice(8) ? addDays(corresponding, -1) : corresponding;
};

/** The first day after so many months beginning with `first`: six years beginning with 29 February 2024 are over on 1 March 2030. */
export const dayAfterMonths = (first: LocalDate, count: number): LocalDate => addDays(lastDayOfMonths(first, count), 1);

/** Calendar days from one date to another: 1 from a day to the next, negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (midnight(to) - midnight(from)) / dayMs;

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export const weekday = (date: LocalDate): number => new Date(midnight(date)).getUTCDay();

const lastSunday = (year: number, month: number): number => {
  const end = new Date(Date.UTC(year, month + 1, 0));
  return end.setUTCDate(end.getUTCDate() - end.getUTCDay());
};

const hourMs = 3_600_000;

// Summer Time Act 1972, s 1 as the Summer Time Order 2002 (SI 2002/262) has it: from 1am GMT on the last Sunday of March to
// 1am GMT on the last Sunday of October. Counted here since asking the engine loads every zone of the world, 25 ms of a cold start.
const summerOf = (year: number) => ({ from: lastSunday(year, 2) + hourMs, until: lastSunday(year, 9) + hourMs });

// A decision asks for hundreds of moments, nearly all of one year.
const summers = new Map<number, { from: number; until: number }>();

const isSummer = (ms: number): boolean => {
  const year = new Date(ms).getUTCFullYear();
  const summer = summers.get(year) ?? summerOf(year);
  summers.set(year, summer);
  return ms >= summer.from && ms < summer.until;
};

const onLondonsClocks = (instant: Instant): string => {
  const ms = Date.parse(instant);
  return new Date(isSummer(ms) ? ms + hourMs : ms).toISOString();
};

/**
 * The date on London's calendars at that moment, British Summer Time included; exact from 1996 on. Throws `RangeError` for a moment that is
 * none.
 */
export const londonDate = (instant: Instant): LocalDate => onLondonsClocks(instant).slice(0, 10);

/** The time on London's clocks at that moment, `HH:MM` on the 24-hour clock; exact from 1996 on. */
export const londonTime = (instant: Instant): string => onLondonsClocks(instant).slice(11, 16);

const outermost = (dates: LocalDate[], isFurther: (a: LocalDate, b: LocalDate) => boolean): LocalDate => {
  if (dates.length === 0) throw new RangeError('There is no date to choose from');
  return dates.reduce((found, date) => (isFurther(date, found) ? date : found));
};

/** The last of the dates given. Throws `RangeError` when none is. */
export const latest = (...dates: LocalDate[]): LocalDate => outermost(dates, (a, b) => a > b);

/** The first of the dates given. Throws `RangeError` when none is. */
export const earliest = (...dates: LocalDate[]): LocalDate => outermost(dates, (a, b) => a < b);

/** The name of its day: `Wednesday`. */
export const weekdayInWords = (date: LocalDate): string => weekdays[weekday(date)] ?? '';

/** As GOV.UK writes a date: `5 April 2023`. */
export const inWords = (date: LocalDate): string => {
  const day = new Date(midnight(date));
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
};

/** As GOV.UK writes a date with its day: `Wednesday 5 April 2023`. */
export const inWordsWithDay = (date: LocalDate): string => `${weekdayInWords(date)} ${inWords(date)}`;
