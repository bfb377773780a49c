import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayAfterMonths,
  daysBetween,
  earliest,
  inWords,
  inWordsWithDay,
  lastDayOfMonths,
  latest,
  londonDate,
  londonTime,
  weekday,
} from '../../functions/rules/local-date.ts';
import { anyDate } from './dates.ts';

describe('calendar dates', () => {
  it.each([
    ['2023-03-25', 1, '2023-03-26'], // the clocks go forward on the 26th
    ['2023-03-26', 1, '2023-03-27'],
    ['2023-10-28', 2, '2023-10-30'], // and back on the 29th
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2024-01-01', 0, '2024-01-01'],
  ])('%s and %i days is %s', (date, days, then) => expect(addDays(date, days)).toBe(then));

  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-10-31', 1, '2023-11-30'],
    ['2023-12-15', 1, '2024-01-15'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2025-12-01', 24, '2027-12-01'],
  ])('%s and %i months is %s, never spilling into the month after', (date, months, then) => expect(addMonths(date, months)).toBe(then));

  it.each([
    ['2026-10-01', 6, '2027-03-31'],
    ['2023-10-31', 1, '2023-11-30'],
    ['2026-01-28', 1, '2026-02-27'],
    ['2026-01-29', 1, '2026-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-28'],
    ['2028-03-01', 12, '2029-02-28'],
    ['2026-02-28', 1, '2026-03-27'],
  ])('beginning with %s, %i months end on %s', (first, count, last) => expect(lastDayOfMonths(first, count)).toBe(last));

  it.each([
    ['2023-04-05', 72, '2029-04-05'],
    ['2024-02-29', 72, '2030-03-01'],
    ['2024-02-29', 0, '2024-02-29'],
    ['2019-11-30', 3, '2020-03-01'],
  ])('beginning with %s, %i months are over on %s', (first, count, over) => expect(dayAfterMonths(first, count)).toBe(over));

  it.each(['2023-02-29', '2023-02-30', '2023-13-01', '2023-00-10', '23-01-01', '2023-1-1', '2023-01-01T00:00:00Z', '', '9999-12-32'])(
    'refuses %j, which is no date',
    (date) => expect(() => addDays(date, 1)).toThrow(RangeError),
  );

  it('refuses to leave the years that a date can be written in', () => expect(() => addDays('9999-12-31', 1)).toThrow(RangeError));

  it('knows the days of the week from Sunday', () =>
    expect(['2023-04-02', '2023-04-03', '2023-04-05', '2023-04-08'].map(weekday)).toEqual([0, 1, 3, 6]));

  it('counts days back as well as on', () => {
    expect(daysBetween('2023-03-07', '2023-04-05')).toBe(29);
    expect(daysBetween('2023-04-05', '2023-03-07')).toBe(-29);
  });

  it('goes there and back', () =>
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const then = addDays(date, days);
        expect(daysBetween(date, then)).toBe(days);
        expect(addDays(then, -days)).toBe(date);
        expect(weekday(then)).toBe((((weekday(date) + days) % 7) + 7) % 7);
      }),
    ));

  it('keeps the day of the month, or the last day of a shorter one', () =>
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const then = addMonths(date, months);
        expect(then.slice(8) === date.slice(8) || (then.slice(8) < date.slice(8) && addDays(then, 1).endsWith('-01'))).toBe(true);
        const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        expect(month(then) - month(date)).toBe(months);
      }),
    ));

  it('picks the last and the first of several dates', () => {
    expect(latest('2023-04-05', '2023-12-01', '2023-04-06')).toBe('2023-12-01');
    expect(earliest('2023-04-05', '2023-12-01', '2022-04-06')).toBe('2022-04-06');
    expect(earliest('2022-04-06', '2023-04-05')).toBe('2022-04-06');
    expect(() => latest()).toThrow(RangeError);
    expect(() => earliest()).toThrow(RangeError);
  });

  it('writes dates as GOV.UK does', () => {
    expect(inWords('2023-04-05')).toBe('5 April 2023');
    expect(inWordsWithDay('2023-04-05')).toBe('Wednesday 5 April 2023');
    expect(inWordsWithDay('2024-12-29')).toBe('Sunday 29 December 2024');
  });
});

describe('the council’s clock', () => {
  it.each([
    ['2023-03-07T09:00:00Z', '2023-03-07', '09:00'],
    ['2023-03-07T00:00:00Z', '2023-03-07', '00:00'],
    ['2023-03-26T00:59:59Z', '2023-03-26', '00:59'], // an hour goes missing
    ['2023-03-26T01:00:00Z', '2023-03-26', '02:00'],
    ['2023-07-01T22:59:59.999Z', '2023-07-01', '23:59'],
    ['2023-07-01T23:00:00Z', '2023-07-02', '00:00'], // already tomorrow in London
    ['2023-10-29T00:30:00Z', '2023-10-29', '01:30'], // the same half hour twice
    ['2023-10-29T01:30:00Z', '2023-10-29', '01:30'],
    ['2023-10-28T23:00:00Z', '2023-10-29', '00:00'],
    ['2023-10-29T23:30:00Z', '2023-10-29', '23:30'],
    ['2024-02-29T23:59:00Z', '2024-02-29', '23:59'],
    ['2023-12-31T23:59:59Z', '2023-12-31', '23:59'],
  ])('%s is %s in London, at %s', (instant, date, time) => {
    expect(londonDate(instant)).toBe(date);
    expect(londonTime(instant)).toBe(time);
  });

  it('is what the world’s zone data says, from 1996 to 2045, about every change of the clocks and through the days between', () => {
    const zone = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Europe/London',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const wrong: string[] = [];
    const look = (ms: number) => {
      const instant = new Date(ms).toISOString();
      if (`${londonDate(instant)}, ${londonTime(instant)}` !== zone.format(ms)) wrong.push(instant);
    };
    const hour = 3_600_000;
    for (let ms = Date.UTC(1996, 0, 1); ms < Date.UTC(2046, 0, 1); ms += 23 * hour) look(ms);
    for (let year = 1996; year < 2046; year += 1)
      for (const month of [2, 9])
        for (let ms = Date.UTC(year, month, 24); ms < Date.UTC(year, month + 1, 1); ms += hour / 2) [ms - 1, ms].map(look);
    expect(wrong).toEqual([]);
  });

  it('refuses a moment that is none', () => expect(() => londonDate('yesterday')).toThrow(RangeError));
});
