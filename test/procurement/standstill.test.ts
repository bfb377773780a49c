import { describe, expect, it } from 'vitest';
import { award } from '../../functions/procurement/award-notices.rules.ts';
import { begin, type StageLength } from '../../functions/procurement/stage-length.rules.ts';
import { acrossTheKingdom, calendarCoveredUntil, knownCalendar } from '../../functions/procurement/working-calendar.ts';
import { bankHolidays } from '../../functions/rules/bank-holidays.ts';
import { bankHolidaysElsewhere } from '../../functions/rules/bank-holidays-elsewhere.ts';
import { nthClearWorkingDay } from '../../functions/rules/clear-days.ts';
import { addDays, weekdayInWords } from '../../functions/rules/local-date.ts';
import { ContractStory } from '../contract/contract-story.ts';
import { finish } from './finish.ts';

const standstill: StageLength = { kind: 'act-working-days-beginning', count: 8 };
const lastDay = (published: string) => addDays(finish(standstill, published, knownCalendar), -1);
const awardNoticeBy = (signedOn: string) =>
  award(
    new ContractStory('2025-03-03T07:00:00Z').registers({
      procurementStartedOn: '2025-03-03',
      signedOn,
      start: signedOn,
      end: addDays(signedOn, 730),
      extensionOptions: [],
    }).registered,
  )[0]?.deadline;

describe('A standstill leaves out the bank holidays of every part of the United Kingdom (Procurement Act 2023, ss 51 and 123)', () => {
  it.each([
    ['2025-11-03', '2025-11-12', 'no bank holiday anywhere'],
    ['2025-12-19', '2026-01-05', '2 January, in Scotland'],
    ['2026-03-10', '2026-03-20', '17 March, in Northern Ireland'],
    ['2026-06-10', '2026-06-22', '15 June 2026, proclaimed for Scotland alone'],
    ['2026-07-06', '2026-07-16', '13 July, in Northern Ireland, for a Sunday'],
    ['2026-07-27', '2026-08-06', 'the first Monday of August, in Scotland'],
    ['2026-11-23', '2026-12-03', '30 November, in Scotland'],
    ['2026-12-21', '2027-01-05', '4 January 2027, in Scotland, for a Saturday'],
    ['2027-12-23', '2028-01-07', '3 and 4 January 2028'],
  ])('so one that begins on %s ends on %s: %s', (published, last) => expect(lastDay(published)).toBe(last));

  it('and so does its award notice, when the day of signature is what is known', () => {
    expect(awardNoticeBy('2026-01-05')).toBe('2025-12-18');
    expect(awardNoticeBy('2026-01-06')).toBe('2025-12-19');
  });

  it('and a notice published on such a day begins to count on the next', () => expect(lastDay('2026-11-30')).toBe(lastDay('2026-12-01')));

  it('and counted back it begins on the last day that is soon enough', () => {
    expect(begin(standstill, '2026-01-06', knownCalendar)).toBe('2025-12-19');
    expect(begin(standstill, '2026-01-05', knownCalendar)).toBe('2025-12-18');
  });

  it('and is later by that day than one counted in the working days of England', () =>
    expect([nthClearWorkingDay('2025-12-18', 8), lastDay('2025-12-19')]).toEqual(['2026-01-02', '2026-01-05']));
});

describe('The bank holidays of Scotland and Northern Ireland that England has not', () => {
  const dates = [...bankHolidaysElsewhere.keys()];
  it('are weekdays, in order, none of them a bank holiday of England', () => {
    expect(dates).toEqual([...dates].sort());
    expect(dates.filter((date) => bankHolidays.names.has(date) || /Saturday|Sunday/.test(weekdayInWords(date)))).toEqual([]);
  });
  it.each(['2026', '2027', '2028'])('are five in %s, and whatever was proclaimed for that year', (year) =>
    expect(dates.filter((date) => date.startsWith(year) && date !== '2026-06-15')).toHaveLength(5),
  );
  it('are left out as far as bank holidays are known, and no further', () => {
    expect(acrossTheKingdom(knownCalendar).isWorking('2028-11-30')).toBe(false);
    expect(acrossTheKingdom(calendarCoveredUntil('2028-11-29')).isWorking('2028-11-30')).toBe(true);
  });
});
