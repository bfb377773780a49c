import { addDays, addMonths, inWords, type LocalDate } from '../rules/local-date.ts';

/** When a forward plan says that a decision is due: not before a day, not after one, or both; Europe/London, both days included. */
export type DueDate = { notBefore: LocalDate | null; notAfter: LocalDate | null };

/** What was read, and everything about it that somebody ought to look at; `due` is null where nothing could be read. */
export type DueDateRead = { text: string; due: DueDate | null; findings: string[] };

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const seasons: Record<string, [from: number, to: number]> = { spring: [3, 5], summer: [6, 8], autumn: [9, 11] };

type Span = { from: LocalDate; to: LocalDate; findings: string[] };

const monthOf = (name: string): number =>
  name.length < 3 ? 0 : months.findIndex((month) => month.toLowerCase().startsWith(name.replace(/^sept$/, 'sep'))) + 1;
const yearOf = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

const dayAt = (year: number, month: number, day: number): LocalDate | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && month <= 12 && date.getUTCDate() === day && date.getUTCMonth() === month - 1
    ? date.toISOString().slice(0, 10)
    : null;
};

const oneDay = (date: LocalDate | null, findings: string[] = []): Span | null =>
  date === null ? null : { from: date, to: date, findings };

const wholeMonths = (year: number, from: number, to: number, findings: string[]): Span | null => {
  const first = dayAt(year, from, 1);
  const last = dayAt(year, to, 1);
  return first && last ? { from: first, to: addDays(addMonths(last, 1), -1), findings } : null;
};

const weekdayNames = /\b(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?\b,?/g;
const shortYear = (year: string): string[] => (year.length === 2 ? [`The year "${year}" was read as 20${year}.`] : []);

const numeric = (text: string): Span | null => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text) ?? [];
  if (!year) return null;
  const isEither = Number(day) <= 12 && day !== month;
  return oneDay(dayAt(yearOf(year), Number(month), Number(day)), [
    ...shortYear(year),
    ...(isEither ? [`"${text}" was read as day, then month.`] : []),
  ]);
};

const iso = (text: string): Span | null => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year ? oneDay(dayAt(Number(year), Number(month), Number(day))) : null;
};

const written = (text: string): Span | null => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?,? (\d{4}|\d{2})$/.exec(text) ?? [];
  return year ? oneDay(dayAt(yearOf(year), monthOf(month), Number(day)), shortYear(year)) : null;
};

const month = (text: string): Span | null => {
  const [, name = '', year = ''] = /^([a-z]+)\.? (\d{4}|\d{2})$/.exec(text) ?? [];
  const number = monthOf(name);
  return year && number
    ? wholeMonths(yearOf(year), number, number, [...shortYear(year), 'Only a month is given: the whole of it was taken.'])
    : null;
};

const season = (text: string): Span | null => {
  const [, name = '', year = ''] = /^(?:early |late )?(spring|summer|autumn) (\d{4})$/.exec(text) ?? [];
  const [from, to] = seasons[name] ?? [];
  return from && to
    ? wholeMonths(Number(year), from, to, [`"${text}" is no date: ${months[from - 1]} to ${months[to - 1]} was taken.`])
    : null;
};

const spanOf = (text: string): Span | null => {
  const bare = text.replace(weekdayNames, '').replace(/\s+/g, ' ').trim();
  return iso(bare) ?? numeric(bare) ?? written(bare) ?? month(bare) ?? season(bare);
};

const read = (text: string, due: DueDate, findings: string[]): DueDateRead => {
  const isBackwards = due.notBefore !== null && due.notAfter !== null && due.notBefore > due.notAfter;
  return isBackwards
    ? { text, due: null, findings: [...findings, `${inWords(due.notBefore ?? '')} comes after ${inWords(due.notAfter ?? '')}.`] }
    : { text, due, findings };
};

// Where the first date leaves its month or year to the second: "Between 3 and 7 March 2024", "Between March and May 2024".
const completed = (first: string, second: string): string => {
  const year = / (\d{4})$/.exec(second)?.[1];
  if (!year || / \d{4}$/.test(first) || /[/.-]\d/.test(first)) return first;
  return /^\d{1,2}(st|nd|rd|th)?$/.test(first) ? `${first} ${second.replace(/^\d{1,2}(st|nd|rd|th)? /, '')}` : `${first} ${year}`;
};

const between = (text: string, plain: string): DueDateRead | null => {
  const [, first, second] = /^(?:between|from) (.+?) (?:and|to|until|-|–) (.+)$/.exec(plain) ?? /^(.+?) (?:to|-|–) (.+)$/.exec(plain) ?? [];
  if (!first || !second) return null;
  const [from, to] = [spanOf(completed(first, second)), spanOf(second)];
  return from && to ? read(text, { notBefore: from.from, notAfter: to.to }, [...from.findings, ...to.findings]) : null;
};

const bounds: [RegExp, (span: Span) => DueDate][] = [
  [/^(?:not before|no earlier than|not earlier than|on or after|from)(?: the)? (.+)$/, ({ from }) => ({ notBefore: from, notAfter: null })],
  [/^(?:after)(?: the)? (.+)$/, ({ to }) => ({ notBefore: addDays(to, 1), notAfter: null })],
  [/^(?:before)(?: the)? (.+)$/, ({ from }) => ({ notBefore: null, notAfter: addDays(from, -1) })],
  [/^(?:by|on or before|not after|no later than|not later than)(?: the)? (.+)$/, ({ to }) => ({ notBefore: null, notAfter: to })],
  [/^(?:on |in |during )?(?:the )?(.+)$/, ({ from, to }) => ({ notBefore: from, notAfter: to })],
];

/**
 * When a forward plan says that a decision is due, out of the ways in which councils write it: "Not before 5th Apr 2023",
 * "Between A and B", "Before D", "March 2024". Days come before months. What had to be guessed is a finding; what cannot be read is one
 * too.
 */
export const readDueDate = (text: string): DueDateRead => {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.;,]$/, '');
  if (plain === '' || /^(tbc|tba|to be (confirmed|agreed|determined)|not known|n\/a|-)$/.test(plain))
    return { text, due: null, findings: ['No date is given.'] };
  const pair = between(text, plain);
  if (pair) return pair;
  for (const [pattern, dueOf] of bounds) {
    const span = spanOf(pattern.exec(plain)?.[1] ?? '');
    if (span) return read(text, dueOf(span), span.findings);
  }
  return { text, due: null, findings: [`"${text.trim()}" could not be read as a date.`] };
};
