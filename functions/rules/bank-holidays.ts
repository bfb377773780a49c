import { inWords, type LocalDate } from './local-date.ts';

// One line a holiday and one date a year, so that a missing year shows. A holiday at a weekend is listed on its substitute day.
const named: Record<string, LocalDate[]> = {
  'New Year’s Day': [
    '2013-01-01',
    '2014-01-01',
    '2015-01-01',
    '2016-01-01',
    '2018-01-01',
    '2019-01-01',
    '2020-01-01',
    '2021-01-01',
    '2024-01-01',
    '2025-01-01',
    '2026-01-01',
    '2027-01-01',
  ],
  'New Year’s Day (substitute day)': ['2012-01-02', '2017-01-02', '2022-01-03', '2023-01-02', '2028-01-03'],
  'Good Friday': [
    '2012-04-06',
    '2013-03-29',
    '2014-04-18',
    '2015-04-03',
    '2016-03-25',
    '2017-04-14',
    '2018-03-30',
    '2019-04-19',
    '2020-04-10',
    '2021-04-02',
    '2022-04-15',
    '2023-04-07',
    '2024-03-29',
    '2025-04-18',
    '2026-04-03',
    '2027-03-26',
    '2028-04-14',
  ],
  'Easter Monday': [
    '2012-04-09',
    '2013-04-01',
    '2014-04-21',
    '2015-04-06',
    '2016-03-28',
    '2017-04-17',
    '2018-04-02',
    '2019-04-22',
    '2020-04-13',
    '2021-04-05',
    '2022-04-18',
    '2023-04-10',
    '2024-04-01',
    '2025-04-21',
    '2026-04-06',
    '2027-03-29',
    '2028-04-17',
  ],
  'Early May bank holiday': [
    '2012-05-07',
    '2013-05-06',
    '2014-05-05',
    '2015-05-04',
    '2016-05-02',
    '2017-05-01',
    '2018-05-07',
    '2019-05-06',
    '2021-05-03',
    '2022-05-02',
    '2023-05-01',
    '2024-05-06',
    '2025-05-05',
    '2026-05-04',
    '2027-05-03',
    '2028-05-01',
  ],
  'Early May bank holiday (VE day)': ['2020-05-08'],
  'Spring bank holiday': [
    '2012-06-04',
    '2013-05-27',
    '2014-05-26',
    '2015-05-25',
    '2016-05-30',
    '2017-05-29',
    '2018-05-28',
    '2019-05-27',
    '2020-05-25',
    '2021-05-31',
    '2022-06-02',
    '2023-05-29',
    '2024-05-27',
    '2025-05-26',
    '2026-05-25',
    '2027-05-31',
    '2028-05-29',
  ],
  'Summer bank holiday': [
    '2012-08-27',
    '2013-08-26',
    '2014-08-25',
    '2015-08-31',
    '2016-08-29',
    '2017-08-28',
    '2018-08-27',
    '2019-08-26',
    '2020-08-31',
    '2021-08-30',
    '2022-08-29',
    '2023-08-28',
    '2024-08-26',
    '2025-08-25',
    '2026-08-31',
    '2027-08-30',
    '2028-08-28',
  ],
  'Christmas Day': [
    '2012-12-25',
    '2013-12-25',
    '2014-12-25',
    '2015-12-25',
    '2017-12-25',
    '2018-12-25',
    '2019-12-25',
    '2020-12-25',
    '2023-12-25',
    '2024-12-25',
    '2025-12-25',
    '2026-12-25',
    '2028-12-25',
  ],
  'Christmas Day (substitute day)': ['2016-12-27', '2021-12-27', '2022-12-27', '2027-12-27'],
  'Boxing Day': [
    '2012-12-26',
    '2013-12-26',
    '2014-12-26',
    '2016-12-26',
    '2017-12-26',
    '2018-12-26',
    '2019-12-26',
    '2022-12-26',
    '2023-12-26',
    '2024-12-26',
    '2025-12-26',
    '2028-12-26',
  ],
  'Boxing Day (substitute day)': ['2015-12-28', '2020-12-28', '2021-12-28', '2026-12-28', '2027-12-28'],
  'Queen’s Diamond Jubilee': ['2012-06-05'],
  'Queen’s Platinum Jubilee': ['2022-06-03'],
  'State Funeral of Queen Elizabeth II': ['2022-09-19'],
  'Coronation of King Charles III': ['2023-05-08'],
};

/**
 * The bank holidays of England and Wales, by date, with where they come from and how far they reach. A new royal
 * proclamation inside the cover is a change to this data: raise `version`, which every count made with it can name.
 */
export const bankHolidays = {
  source:
    'https://www.gov.uk/bank-holidays (England and Wales), made under the Banking and Financial Dealings Act 1971. ' +
    '2024 to 2028 follow the Act and the yearly proclamations, with no one-off known.',
  version: 'england-and-wales-2026-11',
  coversFrom: '2012-01-01',
  coversUntil: '2028-12-31',
  names: new Map(Object.entries(named).flatMap(([name, dates]) => dates.map((date): [LocalDate, string] => [date, name]))) as ReadonlyMap<
    LocalDate,
    string
  >,
};

/** Thrown when working days are to be counted where the bank holidays are not known: the answer would be a guess. */
export class BeyondBankHolidayCover extends Error {
  readonly date: LocalDate;
  readonly coversFrom = bankHolidays.coversFrom;
  readonly coversUntil = bankHolidays.coversUntil;

  constructor(date: LocalDate) {
    super(
      `Working days cannot be counted on ${inWords(date)}: the bank holidays are known from ${inWords(bankHolidays.coversFrom)} to ${inWords(bankHolidays.coversUntil)} only.`,
    );
    this.name = 'BeyondBankHolidayCover';
    this.date = date;
  }
}

/** The bank holiday that falls on the date in England and Wales, or null. Throws `BeyondBankHolidayCover` outside the cover. */
export const bankHolidayName = (date: LocalDate): string | null => {
  if (date < bankHolidays.coversFrom || date > bankHolidays.coversUntil) throw new BeyondBankHolidayCover(date);
  return bankHolidays.names.get(date) ?? null;
};

/** Whether the date is a bank holiday in England and Wales. Throws `BeyondBankHolidayCover` outside the cover. */
export const isBankHoliday = (date: LocalDate): boolean => bankHolidayName(date) !== null;
