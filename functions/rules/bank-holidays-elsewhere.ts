import type { LocalDate } from './local-date.ts';

/**
 * The bank holidays of Scotland and of Northern Ireland on which England has none, with whose they are: Schedule 1 to the Banking and
 * Financial Dealings Act 1971, the substitute days that are proclaimed each year, and the one proclaimed for Scotland alone. A working day
 * of the Procurement Act 2023 is none of these (s 123(1)). From the day on which that Act came into force, as far as `bankHolidays`
 * reaches.
 */
export const bankHolidaysElsewhere: ReadonlyMap<LocalDate, string> = new Map([
  ['2025-03-17', 'St Patrick’s Day, Northern Ireland'],
  ['2025-07-14', 'Battle of the Boyne (substitute day), Northern Ireland'],
  ['2025-08-04', 'Summer bank holiday, Scotland'],
  ['2025-12-01', 'St Andrew’s Day (substitute day), Scotland'],
  ['2026-01-02', '2 January, Scotland'],
  ['2026-03-17', 'St Patrick’s Day, Northern Ireland'],
  ['2026-06-15', 'World Cup bank holiday, Scotland'],
  ['2026-07-13', 'Battle of the Boyne (substitute day), Northern Ireland'],
  ['2026-08-03', 'Summer bank holiday, Scotland'],
  ['2026-11-30', 'St Andrew’s Day, Scotland'],
  ['2027-01-04', '2 January (substitute day), Scotland'],
  ['2027-03-17', 'St Patrick’s Day, Northern Ireland'],
  ['2027-07-12', 'Battle of the Boyne, Northern Ireland'],
  ['2027-08-02', 'Summer bank holiday, Scotland'],
  ['2027-11-30', 'St Andrew’s Day, Scotland'],
  ['2028-01-04', '2 January (substitute day), Scotland'],
  ['2028-03-17', 'St Patrick’s Day, Northern Ireland'],
  ['2028-07-12', 'Battle of the Boyne, Northern Ireland'],
  ['2028-08-07', 'Summer bank holiday, Scotland'],
  ['2028-11-30', 'St Andrew’s Day, Scotland'],
]);
