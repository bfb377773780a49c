import { describe, expect, it } from 'vitest';
import { bankHolidayName, bankHolidays, BeyondBankHolidayCover, isBankHoliday } from '../../functions/rules/bank-holidays.ts';
import { addDays, type LocalDate, weekday } from '../../functions/rules/local-date.ts';

// Computed apart from the data: the Act of 1971, Easter by the anonymous Gregorian rule, and every proclamation out of the ordinary.
const easterSunday = (year: number): LocalDate => {
  const a = year % 19,
    b = Math.floor(year / 100),
    c = year % 100,
    d = Math.floor(b / 4),
    e = b % 4;
  const g = Math.floor((8 * b + 13) / 25),
    h = (19 * a + b - d - g + 15) % 30,
    i = Math.floor(c / 4),
    k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7,
    m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25),
    day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
const mondayOnOrAfter = (date: LocalDate): LocalDate => addDays(date, (8 - weekday(date)) % 7);
const lastMonday = (lastOfMonth: LocalDate): LocalDate => addDays(mondayOnOrAfter(lastOfMonth), weekday(lastOfMonth) === 1 ? 0 : -7);
const isWeekend = (date: LocalDate) => weekday(date) === 0 || weekday(date) === 6;

const christmas = (year: number): LocalDate[] => {
  const taken: LocalDate[] = [];
  const days = [`${year}-12-25`, `${year}-12-26`];
  for (const day of [...days.filter((date) => !isWeekend(date)), ...days.filter(isWeekend)]) {
    let date = day;
    while (isWeekend(date) || taken.includes(date)) date = addDays(date, 1);
    taken.push(date);
  }
  return taken;
};
const newYear = (year: number) => (isWeekend(`${year}-01-01`) ? mondayOnOrAfter(`${year}-01-01`) : `${year}-01-01`);

const moved: Record<number, { away: LocalDate[]; to: LocalDate[] }> = {
  2012: { away: ['2012-05-28'], to: ['2012-06-04', '2012-06-05'] },
  2020: { away: ['2020-05-04'], to: ['2020-05-08'] },
  2022: { away: ['2022-05-30'], to: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { away: [], to: ['2023-05-08'] },
};
const computed = (year: number): LocalDate[] => {
  const ordinary = [
    newYear(year),
    addDays(easterSunday(year), -2),
    addDays(easterSunday(year), 1),
    mondayOnOrAfter(`${year}-05-01`),
    lastMonday(`${year}-05-31`),
    lastMonday(`${year}-08-31`),
    ...christmas(year),
  ];
  const { away, to } = moved[year] ?? { away: [], to: [] };
  return [...ordinary.filter((date) => !away.includes(date)), ...to].toSorted();
};

describe('the bank holidays of England and Wales', () => {
  it.each(Array.from({ length: 17 }, (_, index) => 2012 + index))('are those that law and proclamation give for %i', (year) => {
    const held = [...bankHolidays.names.keys()].filter((date) => date.startsWith(`${year}-`)).toSorted();
    expect(held).toEqual(computed(year));
    expect(held).toHaveLength({ 2012: 9, 2022: 10, 2023: 9 }[year] ?? 8);
  });

  it('cover whole years, name their source and carry a version', () => {
    expect(bankHolidays).toMatchObject({
      coversFrom: '2012-01-01',
      coversUntil: '2028-12-31',
      version: expect.stringMatching(/\d{4}-\d{2}$/),
    });
    expect(bankHolidays.source).toContain('gov.uk/bank-holidays');
  });

  it.each([
    ['2012-06-05', 'Queen’s Diamond Jubilee'],
    ['2020-05-08', 'Early May bank holiday (VE day)'],
    ['2022-06-03', 'Queen’s Platinum Jubilee'],
    ['2022-09-19', 'State Funeral of Queen Elizabeth II'],
    ['2023-05-08', 'Coronation of King Charles III'],
    ['2021-12-27', 'Christmas Day (substitute day)'],
    ['2026-12-28', 'Boxing Day (substitute day)'],
    ['2028-01-03', 'New Year’s Day (substitute day)'],
  ])('include %s, %s', (date, name) => expect(bankHolidayName(date)).toBe(name));

  it.each(['2012-05-28', '2020-05-04', '2022-05-30', '2023-05-07', '2021-12-25', '2024-01-02', '2024-11-30'])(
    'leave out %s: moved away, a weekend, or another nation’s',
    (date) => expect(isBankHoliday(date)).toBe(false),
  );

  it.each(['2011-12-31', '2029-01-01', '2035-12-25'])('are not guessed at for %s', (date) => {
    const ask = () => isBankHoliday(date);
    expect(ask).toThrow(BeyondBankHolidayCover);
    expect(ask).toThrow(
      expect.objectContaining({ name: 'BeyondBankHolidayCover', date, coversFrom: '2012-01-01', coversUntil: '2028-12-31' }),
    );
    expect(ask).toThrow('from 1 January 2012 to 31 December 2028');
  });

  it('are known on the first and the last day of the cover', () => {
    expect(isBankHoliday('2012-01-01')).toBe(false);
    expect(isBankHoliday('2028-12-31')).toBe(false);
  });
});
