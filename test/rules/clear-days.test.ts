import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BeyondBankHolidayCover } from '../../functions/rules/bank-holidays.ts';
import {
  clearDaysBetween,
  clearDaysCounted,
  clearWorkingDaysBetween,
  earliestAfterClearDays,
  earliestAfterClearWorkingDays,
  isWorkingDay,
  lastDayOfPeriodBeginningWith,
  nextWorkingDay,
  nthClearWorkingDay,
} from '../../functions/rules/clear-days.ts';
import { addDays, weekday } from '../../functions/rules/local-date.ts';
import { coveredDate } from './dates.ts';

// The table of published notices, by what the council stated and how many clear days that was.
describe('real notices, in calendar days', () => {
  it.each([
    ['Kent 23/00022', '2023-03-07', '2023-04-05', 28],
    ['Kent 22/00089, a Saturday', '2022-09-02', '2022-10-01', 28],
    ['Kent 23/00122, over Christmas', '2023-12-19', '2024-01-17', 28],
    ['Kent 25/00083', '2025-10-07', '2025-11-05', 28],
    ['Kent 25/00082, one day short', '2025-09-02', '2025-09-30', 27],
    ['Kent 18/00015, one day short', '2018-03-23', '2018-04-20', 27],
    ['Kent 17/00055, two days short', '2018-01-09', '2018-02-05', 26],
    ['Hinckley, 28 days but not clear', '2012-10-01', '2012-10-29', 27],
    ['Plymouth Garden Waste', '2022-11-03', '2022-11-10', 6],
  ])('%s: published %s for %s is %i clear days', (_council, published, stated, clear) => {
    expect(clearDaysBetween(published, stated)).toBe(clear);
    expect(stated >= earliestAfterClearDays(published, 28)).toBe(clear >= 28);
    expect(earliestAfterClearDays(published, clear)).toBe(stated);
  });
});

describe('real notices, in working days', () => {
  it.each([
    ['Kent 25/00084, general exception', '2025-10-07', '2025-10-15'],
    ['Kent 23/00009, general exception', '2023-01-19', '2023-01-27'],
    ['Kent 25/00035, general exception', '2025-03-11', '2025-03-19'],
    ['Plymouth, general exception', '2022-11-02', '2022-11-10'],
    ['Kent 19/00065, call-in', '2019-10-17', '2019-10-25'],
    ['Kent 24/00023, call-in', '2024-06-11', '2024-06-19'],
    ['Maidstone, call-in ending on a Friday', '2023-07-28', '2023-08-05'],
    ['Salford over 19 September 2022', '2022-09-16', '2022-09-27'],
    ['Kent 23/00022, call-in over Easter', '2023-04-05', '2023-04-15'],
  ])('%s: published %s, five clear working days are over on %s', (_council, published, over) => {
    expect(earliestAfterClearWorkingDays(published, 5)).toBe(over);
    expect(nthClearWorkingDay(published, 5)).toBe(addDays(over, -1));
    expect(clearWorkingDaysBetween(published, over)).toBe(5);
  });

  it('Plymouth Garden Waste had four clear working days and not five', () =>
    expect(clearWorkingDaysBetween('2022-11-03', '2022-11-10')).toBe(4));
});

describe('working days', () => {
  it.each([
    ['2021-12-25', '2021-12-29'], // Saturday, Sunday and both substitute days
    ['2022-06-02', '2022-06-06'],
    ['2023-04-07', '2023-04-11'],
    ['2023-05-08', '2023-05-09'],
    ['2022-10-01', '2022-10-03'],
    ['2023-04-05', '2023-04-05'],
  ])('the next on or after %s is %s', (date, next) => expect(nextWorkingDay(date)).toBe(next));

  it('are not counted where bank holidays are unknown', () => {
    expect(() => nthClearWorkingDay('2028-12-28', 5)).toThrow(BeyondBankHolidayCover);
    expect(() => isWorkingDay('2030-01-05')).toThrow(BeyondBankHolidayCover);
    expect(() => isWorkingDay('2011-12-31')).toThrow(BeyondBankHolidayCover);
    expect(earliestAfterClearDays('2040-01-01', 28)).toBe('2040-01-30');
  });

  it('none asked for is over the day after publication', () => {
    expect(nthClearWorkingDay('2023-03-07', 0)).toBe('2023-03-07');
    expect(earliestAfterClearWorkingDays('2023-03-07', 0)).toBe('2023-03-08');
  });
});

describe('periods beginning with a day', () => {
  it('count that day as the first', () => {
    expect(lastDayOfPeriodBeginningWith('2027-11-30', 30)).toBe('2027-12-29');
    expect(lastDayOfPeriodBeginningWith('2025-12-01', 30)).toBe('2025-12-30');
    expect(lastDayOfPeriodBeginningWith('2025-12-01', 120)).toBe('2026-03-30');
  });
});

describe('the count shown to whoever doubts it', () => {
  it('shows every day of a 28-day notice, the ends left out', () => {
    const days = clearDaysCounted('2023-03-07', '2023-04-05', 'calendar');
    expect(days).toHaveLength(30);
    expect(days.filter(({ counted }) => counted)).toHaveLength(28);
    expect(days[0]).toEqual({ date: '2023-03-07', counted: false, place: null, reason: 'Not counted: the day of publication' });
    expect(days[1]).toEqual({ date: '2023-03-08', counted: true, place: 1, reason: 'Clear day 1' });
    expect(days.at(-2)).toMatchObject({ date: '2023-04-04', place: 28 });
    expect(days.at(-1)).toMatchObject({
      date: '2023-04-05',
      counted: false,
      reason: 'Not counted: the clear days must be over before this day',
    });
  });
  it('names each weekend day and bank holiday that working days leave out', () =>
    expect(clearDaysCounted('2023-04-05', '2023-04-15', 'working').map(({ reason }) => reason)).toEqual([
      'Not counted: the day of publication',
      'Clear working day 1',
      'Not counted: a bank holiday, Good Friday',
      'Not counted: a Saturday',
      'Not counted: a Sunday',
      'Not counted: a bank holiday, Easter Monday',
      'Clear working day 2',
      'Clear working day 3',
      'Clear working day 4',
      'Clear working day 5',
      'Not counted: the clear days must be over before this day',
    ]));
  it('shows one day when the decision was no later than the notice', () =>
    expect(clearDaysCounted('2023-04-05', '2023-04-05', 'working')).toHaveLength(1));
  it('counts calendar days beyond the bank holidays known', () =>
    expect(clearDaysCounted('2031-01-01', '2031-01-30', 'calendar').at(-2)?.place).toBe(28));
});

describe('whatever the dates', () => {
  const count = fc.integer({ min: 0, max: 40 });
  const all = (check: (date: string, n: number) => void) => fc.assert(fc.property(coveredDate, count, check));

  it('the earliest day leaves exactly the clear days, and the day before leaves one fewer', () =>
    all((published, n) => {
      const first = earliestAfterClearDays(published, n);
      expect(clearDaysBetween(published, first)).toBe(n);
      expect(clearDaysBetween(published, addDays(first, -1))).toBe(Math.max(0, n - 1));
    }));

  it('the last clear working day is a working day, and the nth', () =>
    fc.assert(
      fc.property(coveredDate, fc.integer({ min: 1, max: 40 }), (published, n) => {
        const last = nthClearWorkingDay(published, n);
        expect(isWorkingDay(last)).toBe(true);
        expect(clearWorkingDaysBetween(published, addDays(last, 1))).toBe(n);
      }),
    ));

  it('working days are never sooner than calendar days, and publishing later never opens sooner', () =>
    all((published, n) => {
      expect(earliestAfterClearWorkingDays(published, n) >= earliestAfterClearDays(published, n)).toBe(true);
      expect(earliestAfterClearWorkingDays(addDays(published, 1), n) >= earliestAfterClearWorkingDays(published, n)).toBe(true);
    }));

  it('the days shown add up to the days counted', () =>
    fc.assert(
      fc.property(coveredDate, fc.integer({ min: -3, max: 60 }), (from, length) => {
        const to = addDays(from, length);
        expect(clearDaysCounted(from, to, 'calendar').filter(({ counted }) => counted)).toHaveLength(clearDaysBetween(from, to));
        expect(clearDaysCounted(from, to, 'working').filter(({ counted }) => counted)).toHaveLength(clearWorkingDaysBetween(from, to));
      }),
    ));

  it('the next working day is on a weekday within a week', () =>
    fc.assert(
      fc.property(coveredDate, (date) => {
        const next = nextWorkingDay(date);
        expect([1, 2, 3, 4, 5]).toContain(weekday(next));
        expect(next >= date && next <= addDays(date, 6)).toBe(true);
      }),
    ));
});
