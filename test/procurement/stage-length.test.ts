import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, type StageLength } from '../../functions/procurement/stage-length.rules.ts';
import { countWorkingDays, knownCalendar, workingDayFrom } from '../../functions/procurement/working-calendar.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { finish } from './finish.ts';

const end = (length: StageLength, from: string) => finish(length, from, knownCalendar);
const start = (length: StageLength, by: string) => begin(length, by, knownCalendar);
const standstill: StageLength = { kind: 'act-working-days-beginning', count: 8 };

describe('a stage', () => {
  it.each([
    ['2025-11-03', '2025-11-13'],
    ['2025-12-19', '2026-01-06'],
  ])('of standstill begun by an award notice on %s is over on %s', (from, over) => expect(end(standstill, from)).toBe(over));
  it('of standstill that must be over on 13 November 2025 begins on 3 November', () =>
    expect(start(standstill, '2025-11-13')).toBe('2025-11-03'));
  it.each([
    ['2019-10-17', '2019-10-25'],
    ['2022-09-16', '2022-09-27'],
    ['2023-07-28', '2023-08-05'],
  ])('of call-in after a record published %s is over on %s', (from, over) =>
    expect(end({ kind: 'clear-working-days', count: 5 }, from)).toBe(over),
  );
  it('of 28 clear days from 7 March 2023 is over on 5 April', () =>
    expect(end({ kind: 'clear-days', count: 28 }, '2023-03-07')).toBe('2023-04-05'));
  it('begun by somebody on a Sunday begins on the Monday', () => expect(end({ kind: 'days', count: 7 }, '2026-03-01')).toBe('2026-03-09'));
  it('of being asked begins by itself, on a Saturday as well', () =>
    expect(end({ kind: 'asked', count: 1 }, '2026-02-28')).toBe('2026-03-02'));
  it('made of several takes the longest', () =>
    expect(
      end(
        {
          kind: 'longest',
          of: [
            { kind: 'clear-days', count: 28 },
            { kind: 'clear-days', count: 56 },
          ],
        },
        '2026-01-05',
      ),
    ).toBe('2026-03-03'));
});

describe('counting back and counting forwards', () => {
  const simple = fc.record({
    kind: fc.constantFrom('days', 'clear-days', 'clear-working-days', 'working-days-beginning', 'act-working-days-beginning', 'asked'),
    count: fc.integer({ min: 0, max: 60 }),
  }) as fc.Arbitrary<StageLength>;
  const length = fc.oneof(
    simple,
    fc
      .array(
        simple.filter(({ kind }) => kind !== 'asked'),
        { minLength: 1, maxLength: 3 },
      )
      .map((of): StageLength => ({ kind: 'longest', of })),
  );
  const day = fc.integer({ min: 0, max: 9000 }).map((count) => addDays('2012-06-01', count));

  it('agree: the last day that is soon enough is, and the next is not', () =>
    fc.assert(
      fc.property(length, day, (stage, by) => {
        const from = start(stage, by);
        expect(end(stage, from) <= by).toBe(true);
        expect(end(stage, addDays(from, 1)) > by || stage.kind !== 'asked').toBe(true);
        expect(end(stage, workingDayFrom(addDays(from, 1), knownCalendar)) > by).toBe(true);
      }),
      { numRuns: 1500 },
    ));
});

describe('the planning calendar', () => {
  it('knows the bank holidays inside the cover and weekends beyond it', () => {
    expect(knownCalendar.isWorking('2028-12-25')).toBe(false);
    expect(knownCalendar.isWorking('2029-12-25')).toBe(true);
    expect(knownCalendar.isWorking('2029-12-22')).toBe(false);
  });
  it('counts no days as the day itself', () => expect(countWorkingDays('2026-02-28', 0, knownCalendar)).toBe('2026-02-28'));
});
