import { localDate } from './text.schema.ts';

/** The three parts of a date as they are typed. */
export type DateParts = { day: string; month: string; year: string };

/** What was made of them: a date, nothing at all, or why it is no date. */
export type DateRead = { date?: string; fault?: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthOf = (typed: string): string => {
  const named = months.indexOf(typed.slice(0, 3).toLowerCase());
  return named >= 0 && /^[a-z]+$/i.test(typed) ? String(named + 1) : typed;
};

/** A date of three typed parts as `YYYY-MM-DD`; a month may be written as a word. Nothing typed is nothing read. */
export const dateOf = (parts: DateParts): DateRead => {
  const [day, month, year] = [parts.day.trim(), monthOf(parts.month.trim()), parts.year.trim()];
  const missing = Object.entries({ day, month, year })
    .filter(([, part]) => part === '')
    .map(([name]) => name);
  if (missing.length === 3) return {};
  if (missing.length > 0) return { fault: `Give the ${missing.join(' and the ')} too` };
  if (!/^\d{1,2} \d{1,2} \d{4}$/.test(`${day} ${month} ${year}`))
    return { fault: 'Use a day, a month and a year of four figures, such as 27 3 2023' };
  const read = localDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return read.success ? { date: read.data } : { fault: 'Use a date that exists, between 1990 and 2199' };
};

/** A date as its three parts are typed, without zeros in front. */
export const partsOf = (date: string): DateParts => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
};
