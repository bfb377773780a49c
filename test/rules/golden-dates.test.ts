import { expect, it } from 'vitest';
import {
  clearDaysBetween,
  earliestAfterClearDays,
  earliestAfterClearWorkingDays,
  lastDayOfPeriodBeginningWith,
  nextWorkingDay,
} from '../../functions/rules/clear-days.ts';
import { begin } from '../../functions/procurement/stage-length.rules.ts';
import { knownCalendar } from '../../functions/procurement/working-calendar.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { callInTimetable } from '../../functions/rules/timetable.ts';
import golden from '../golden/dates.json' with { type: 'json' };

type Golden = {
  rule: string;
  published?: string;
  earliest?: string;
  suggested?: string;
  stated?: string;
  clearDays?: number;
  lawful?: boolean;
  effectiveFrom?: string;
  from?: string;
  lastDay?: string;
  reference?: string;
  note?: string;
};

// The file leaves out the bank holidays of England alone. The Procurement Act 2023 leaves out those of every part of the United Kingdom (s
// 123(1)), and Scotland has one on 2 January: nobody may sign on the day after the file's.
const laterByTheAct: Record<string, string> = { '2025-12-19': '2026-01-05' };

// Every rule named in the file has its check here, so that a new kind of entry cannot pass unread.
const checks: Record<string, (entry: Golden) => void> = {
  '28 clear days': ({ published = '', earliest, suggested }) => {
    expect(earliestAfterClearDays(published, 28)).toBe(earliest);
    if (suggested) expect(nextWorkingDay(earliest ?? '')).toBe(suggested);
  },
  '28 clear days, too short': ({ published = '', stated = '', clearDays, lawful }) => {
    expect(clearDaysBetween(published, stated)).toBe(clearDays);
    expect(stated >= earliestAfterClearDays(published, 28)).toBe(lawful);
  },
  '5 clear working days (general exception)': ({ published = '', earliest }) =>
    expect(earliestAfterClearWorkingDays(published, 5)).toBe(earliest),
  'call-in': ({ published = '', effectiveFrom }) => expect(callInTimetable(published, 5).effectiveFrom).toBe(effectiveFrom),
  'beginning with (standstill, 8 working days)': ({ from = '', lastDay = '' }) => {
    const over = addDays(laterByTheAct[from] ?? lastDay, 1);
    expect(begin({ kind: 'act-working-days-beginning', count: 8 }, over, knownCalendar)).toBe(from);
  },
  'beginning with (30 days)': ({ from = '', lastDay }) => expect(lastDayOfPeriodBeginningWith(from, 30)).toBe(lastDay),
};

it.each(
  (golden as Golden[]).map((entry): [string, Golden] => [
    `${entry.rule}, ${entry.reference ?? 'Procurement Act 2023'}, ${entry.published ?? entry.from}`,
    entry,
  ]),
)('agrees with the published date: %s', (_title, entry) => {
  expect.hasAssertions();
  const check = checks[entry.rule];
  expect(check).toBeDefined();
  check?.(entry);
});
