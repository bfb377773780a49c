import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NextRoute, ServiceClass } from '../../functions/contract/contract-terms.schema.ts';
import { defaultContractSettings } from '../../functions/contract/contract-settings.ts';
import { latestSafeStart } from '../../functions/procurement/latest-safe-start.rules.ts';
import { planFor, type PathInput } from '../../functions/procurement/planned-stages.rules.ts';
import { calendarCoveredUntil, knownCalendar } from '../../functions/procurement/working-calendar.ts';
import { bankHolidays } from '../../functions/rules/bank-holidays.ts';
import { bankHolidaysElsewhere } from '../../functions/rules/bank-holidays-elsewhere.ts';
import { earliestAfterClearWorkingDays, isWorkingDay, nextWorkingDay, nthClearWorkingDay } from '../../functions/rules/clear-days.ts';
import { addDays, type LocalDate, weekday } from '../../functions/rules/local-date.ts';
import { callInTimetable, noticeTimetable } from '../../functions/rules/timetable.ts';
import { kent } from '../../seeds/kent/council.ts';
import { keyStory } from '../contract/key-story.ts';

const input = (over: Partial<PathInput> = {}): PathInput => ({
  route: 'open-tender',
  serviceClass: 'standard',
  decisionIsKey: true,
  awardIsKey: true,
  on: '2026-11-21',
  council: kent,
  settings: defaultContractSettings,
  ...over,
});
const routes: NextRoute[] = ['open-tender', 'framework-call-off', 'direct-award', 'extension-by-option', 'variation', 'lapse'];
const classes: ServiceClass[] = ['simple', 'standard', 'complex'];
const anyInput = fc.record({
  route: fc.constantFrom(...routes),
  serviceClass: fc.constantFrom(...classes),
  decisionIsKey: fc.boolean(),
  awardIsKey: fc.boolean(),
});
const coveredEnd = fc.integer({ min: 0, max: 5200 }).map((days) => addDays('2014-09-30', days));
const anyEnd = fc.integer({ min: 0, max: 16_000 }).map((days) => addDays('2005-01-01', days));
const making = { clearance: 10, committee: 56, decide: 5 };

// The same way walked forwards, with the counts that the rest of the system decides by.
const decided = (from: LocalDate, isKey: boolean): LocalDate => {
  const noticePublishedOn = nextWorkingDay(earliestAfterClearWorkingDays(nextWorkingDay(from), making.clearance));
  const content = {
    consultees: ['clerk'],
    cabinetCommittee: { name: 'A Cabinet Committee', date: addDays(noticePublishedOn, making.committee) },
  };
  const { earliestDecisionDate } = noticeTimetable({ isKey, route: 'ordinary', noticePublishedOn, content, council: kent });
  return callInTimetable(nthClearWorkingDay(earliestDecisionDate, making.decide), 5).effectiveFrom;
};
const days = (from: LocalDate, count: number) => (count === 0 ? from : addDays(nextWorkingDay(from), count));
const working = (from: LocalDate, count: number) =>
  count === 0 ? from : earliestAfterClearWorkingDays(addDays(nextWorkingDay(from), -1), count);
// A tender period leaves out the day of its notice (s 54(5)), and a standstill what is a bank holiday anywhere in the Kingdom (s 123(1)).
const tendered = (from: LocalDate, count: number) => (count === 0 ? from : addDays(nextWorkingDay(from), count + 1));
const stood = (from: LocalDate, count: number): LocalDate => {
  if (count === 0) return from;
  const day = nextWorkingDay(from);
  const left = bankHolidaysElsewhere.has(day) ? count : count - 1;
  return left === 0 ? addDays(day, 1) : stood(addDays(day, 1), left);
};

const walked = (given: PathInput, from: LocalDate): LocalDate => {
  const plan = planFor(given);
  const effective = decided(from, given.decisionIsKey);
  if (given.route === 'lapse') return days(effective, plan.mobilisationDays);
  if (given.route === 'extension-by-option') return days(working(effective, plan.signatureWorkingDays), plan.contingencyDays);
  if (given.route === 'variation')
    return days(working(stood(effective, plan.standstillWorkingDays), plan.signatureWorkingDays), plan.contingencyDays);
  const evaluated = given.route === 'direct-award' ? effective : days(tendered(effective, plan.tenderDays), plan.evaluationDays);
  const awarded = plan.awardDecision ? decided(evaluated, given.awardIsKey) : evaluated;
  const signed = working(stood(awarded, plan.standstillWorkingDays), plan.signatureWorkingDays);
  return days(days(signed, plan.mobilisationDays), plan.contingencyDays);
};

describe('the latest safe start of an open tender to follow a contract that ends on 30 September 2026', () => {
  const found = latestSafeStart({ ...input(), arrivesBy: '2026-10-01' });

  it('has every stage in turn, the first beginning on the day itself and the last ending with the contract', () => {
    expect(found.timetable.map(({ stage }) => stage)).toEqual([
      'decision-clearance',
      'decision-notice',
      'decision-determination',
      'decision-call-in',
      'tender',
      'evaluation',
      'award-decision-clearance',
      'award-decision-notice',
      'award-decision-determination',
      'award-decision-call-in',
      'standstill',
      'signature',
      'mobilisation',
      'contingency',
    ]);
    expect(found.timetable[0]?.from).toBe(found.date);
    expect(found.timetable.at(-1)?.to).toBe('2026-09-30');
    expect(found.provisional).toBe(false);
  });

  it('is ten months and more before the end, since two key decisions each wait for notice, committee and call-in', () =>
    expect(found.date).toBe('2025-11-18'));
  it('gives the source of every stage', () =>
    expect(found.timetable.every(({ rule, source, words }) => rule && source && words.endsWith('.'))).toBe(true));
});

describe('every date of the way back', { timeout: 30_000 }, () => {
  it('is lawful and works: replayed forwards from its start it arrives in time, and a working day later it does not', () =>
    fc.assert(
      fc.property(anyInput, coveredEnd, (over, end) => {
        const given = input(over);
        const arrivesBy = addDays(end, 1);
        const { date } = latestSafeStart({ ...given, arrivesBy });
        expect(walked(given, date) <= arrivesBy).toBe(true);
        expect(walked(given, nextWorkingDay(addDays(date, 1))) > arrivesBy).toBe(true);
      }),
      { numRuns: 1500 },
    ));

  it('begins each act on a working day, and leaves no day between one stage and the next', () =>
    fc.assert(
      fc.property(anyInput, coveredEnd, (over, end) => {
        const given = input(over);
        const { timetable } = latestSafeStart({ ...given, arrivesBy: addDays(end, 1) });
        for (const [index, row] of timetable.entries()) {
          if (!row.stage.endsWith('determination')) expect(isWorkingDay(row.from)).toBe(true);
          else expect(isWorkingDay(row.to)).toBe(true);
          const next = timetable[index + 1];
          if (next) expect(next.from).toBe(row.stage.endsWith('determination') ? row.to : addDays(row.to, 1));
          expect(row.from <= row.to).toBe(true);
        }
      }),
    ));

  it('is never earlier for a later end, whether bank holidays are known there or not', () =>
    fc.assert(
      fc.property(anyInput, anyEnd, fc.integer({ min: 0, max: 60 }), (over, end, later) => {
        const given = input(over);
        const start = (day: LocalDate) => latestSafeStart({ ...given, arrivesBy: day }).date;
        expect(start(addDays(end, later)) >= start(end)).toBe(true);
      }),
      { numRuns: 1500 },
    ));
});

describe('a real key decision begun on the latest safe start', { timeout: 30_000 }, () => {
  const ends = fc.integer({ min: 0, max: 4700 }).map((count) => addDays('2016-01-31', count));

  it('takes effect, through every command of the system, in time for the option notice that it is for', () =>
    fc.assert(
      fc.property(ends, (noticeBy) => {
        const given = input({ route: 'extension-by-option', serviceClass: 'simple' });
        const { date, timetable } = latestSafeStart({ ...given, arrivesBy: addDays(noticeBy, 1) });
        const story = keyStory(date, making);
        expect(story.status).toBe('effective');
        const exercised = timetable.find(({ stage }) => stage === 'option-notice');
        expect(story.effectiveOn <= (exercised?.from ?? '')).toBe(true);
        expect(working(story.effectiveOn, 1) <= addDays(noticeBy, 1)).toBe(true);
        expect(working(keyStory(nextWorkingDay(addDays(date, 1)), making).effectiveOn, 1) > addDays(noticeBy, 1)).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it('lets an open tender with two key decisions begin on the day after the old contract ends, and a working day later does not', () =>
    fc.assert(
      fc.property(ends, fc.constantFrom(...classes), (end, serviceClass) => {
        const given = input({ serviceClass });
        const plan = planFor(given);
        const arrives = (from: LocalDate): LocalDate => {
          const evaluated = days(tendered(keyStory(from, making).effectiveOn, plan.tenderDays), plan.evaluationDays);
          const awarded = plan.awardDecision ? keyStory(nextWorkingDay(evaluated), making).effectiveOn : evaluated;
          return days(
            days(working(stood(awarded, plan.standstillWorkingDays), plan.signatureWorkingDays), plan.mobilisationDays),
            plan.contingencyDays,
          );
        };
        const { date } = latestSafeStart({ ...given, arrivesBy: addDays(end, 1) });
        expect(arrives(date) <= addDays(end, 1)).toBe(true);
        expect(arrives(nextWorkingDay(addDays(date, 1))) > addDays(end, 1)).toBe(true);
      }),
      { numRuns: 40 },
    ));
});

describe('beyond the bank holidays known', { timeout: 30_000 }, () => {
  it('a contract that ends in 2035 still gets a date, marked provisional with the reason', () => {
    const found = latestSafeStart({ ...input(), arrivesBy: '2035-04-01' });
    expect(found.provisional).toBe(true);
    expect(found.timetable.at(-1)).toMatchObject({
      stage: 'holiday-margin',
      from: '2035-03-04',
      to: '2035-03-31',
      provisional: true,
      words: expect.stringContaining('not known after 31 December 2028'),
    });
    expect(weekday(found.date) % 6).not.toBe(0);
  });

  it('the margin begins where the cover ends, and grows to its full length', () => {
    const margin = (arrivesBy: string) =>
      latestSafeStart({ ...input(), arrivesBy })
        .timetable.filter(({ stage }) => stage === 'holiday-margin')
        .map(({ from }) => from);
    expect(margin('2029-01-01')).toEqual([]);
    expect(margin('2029-01-11')).toEqual(['2029-01-01']);
    expect(margin('2029-03-01')).toEqual(['2029-02-01']);
  });

  it('an old contract is counted without failing, and said to be provisional', () =>
    expect(latestSafeStart({ ...input(), arrivesBy: '2012-02-01' }).provisional).toBe(true));

  it('is never later than the date that the bank holidays, once known, turn out to allow', () =>
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 900 }), (over, ahead, after) => {
        const given = input(over);
        const cover = addDays('2014-12-31', ahead);
        const arrivesBy = addDays(cover, after);
        fc.pre(arrivesBy <= bankHolidays.coversUntil);
        expect(
          latestSafeStart({ ...given, arrivesBy }, calendarCoveredUntil(cover)).date <=
            latestSafeStart({ ...given, arrivesBy }, knownCalendar).date,
        ).toBe(true);
      }),
      { numRuns: 1500 },
    ));
});

describe('the settings', () => {
  it('of the day are used, and where none was in force yet, the first', () => {
    const later = { ...planFor(input()), from: '2026-06-01', mobilisationDays: 100 };
    const given = (on: string) => input({ on, settings: { ...defaultContractSettings, plans: [...defaultContractSettings.plans, later] } });
    expect(planFor(given('2026-05-31')).mobilisationDays).toBe(42);
    expect(planFor(given('2026-06-01')).mobilisationDays).toBe(100);
    expect(planFor(given('1980-01-01')).mobilisationDays).toBe(42);
  });

  it('without an award decision save its weeks', () => {
    const start = (serviceClass: ServiceClass) =>
      latestSafeStart({ ...input({ serviceClass }), arrivesBy: '2027-04-01' }).timetable.some(({ stage }) => stage.startsWith('award'));
    expect([start('simple'), start('standard')]).toEqual([false, true]);
  });

  it('where only key decisions can be called in leave call-in out of the others', () => {
    const council = { ...kent, callInRules: kent.callInRules.map((rule) => ({ ...rule, keyOnly: true })) };
    const stages = (decisionIsKey: boolean) =>
      latestSafeStart({ ...input({ route: 'lapse', council, decisionIsKey }), arrivesBy: '2027-04-01' }).timetable.map(
        ({ stage }) => stage,
      );
    expect(stages(true)).toContain('decision-call-in');
    expect(stages(false)).not.toContain('decision-call-in');
  });
});
