import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContractIn } from '../../functions/contract/contract.schema.ts';
import { effectiveEnd, endOf, furthestEnd, maximumEnd, optionsAhead } from '../../functions/contract/contract-dates.rules.ts';
import { continuity } from '../../functions/contract/continuity.rules.ts';
import { procurementBegan, regimeOf } from '../../functions/procurement/regime.rules.ts';
import { anyTerms, ContractStory, terms } from './contract-story.ts';

const dated = (end: string, ...months: number[]) => ({
  terms: terms({ start: '2010-01-01', end, extensionOptions: months.map((count) => ({ months: count, amountPence: 0, noticeMonths: 3 })) }),
  exercised: [],
});

describe('the dates of Kent 23/00074', () => {
  const story = new ContractStory().registers();

  it('are its own and not those proposed: it ends on 30 November 2025, or 2027 at most', () => {
    expect(effectiveEnd(story.registered)).toBe('2025-11-30');
    expect(maximumEnd(story.registered)).toBe('2027-11-30');
  });
  it('give each option its notice deadline and its end', () =>
    expect(optionsAhead(story.registered).map(({ option, noticeBy, endsOn }) => ({ option, noticeBy, endsOn }))).toEqual([
      { option: 1, noticeBy: '2025-08-30', endsOn: '2026-11-30' },
      { option: 2, noticeBy: '2026-08-30', endsOn: '2027-11-30' },
    ]));
  it('count an option only once it is exercised', () => {
    const exercised = new ContractStory().registers().on('2025-08-01').does({ type: 'exercise-option', on: '2025-08-01' }).registered;
    expect(effectiveEnd(exercised)).toBe('2026-11-30');
    expect(optionsAhead(exercised)).toHaveLength(1);
  });
});

describe('the end of a contract that was ended early', () => {
  it('is the day on which it ended; of one that runs it is the last of its term', () => {
    const story = () => new ContractStory().registers();
    expect([
      endOf(story().contract!),
      endOf(story().on('2024-06-01').does({ type: 'end-contract', on: '2024-05-31', how: 'terminated', words: 'Breach.' }).contract!),
    ]).toEqual(['2025-11-30', '2024-05-31']);
  });
  it('is as far as it can reach: its options are gone with it', () => {
    const story = () => new ContractStory().registers();
    expect([
      furthestEnd(story().registered),
      furthestEnd(
        story().on('2024-06-01').does({ type: 'end-contract', on: '2024-05-31', how: 'terminated', words: 'Breach.' })
          .contract as ContractIn<'ended'>,
      ),
    ]).toEqual(['2027-11-30', '2024-05-31']);
  });
});

describe('the end of a contract that was only proposed', () => {
  it('is the one proposed, closed or not, and none where none was', () => {
    const proposed = (end?: string) =>
      new ContractStory().does({
        type: 'propose-contract',
        reference: 'A',
        ocid: 'ocds-000000-a',
        particulars: { title: 'A', department: 'D', owner: terms().owner, sponsor: terms().sponsor },
        decision: { number: '23/00022', outcome: 'lapse' },
        proposed: { outcome: 'lapse', extensionOptions: [], replaces: [], ...(end ? { end } : {}) },
      });
    expect([
      endOf(proposed('2025-07-31').contract!),
      endOf(proposed('2025-07-31').does({ type: 'close-contract', words: 'Nothing came of it.' }).contract!),
      endOf(proposed().contract!),
    ]).toEqual(['2025-07-31', '2025-07-31', null]);
  });
});

describe('an extension by months', () => {
  it.each([
    ['2026-09-30', 6, '2027-03-31'],
    ['2027-02-28', 12, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-01-27', 1, '2026-02-27'],
    ['2026-01-28', 1, '2026-02-28'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-30', 1, '2028-02-29'],
    ['2026-08-30', 6, '2027-02-28'],
    ['2026-05-30', 1, '2026-06-30'],
  ])('from %s of %i runs until %s', (end, months, until) => expect(maximumEnd(dated(end, months))).toBe(until));
  it('always ends later than what it extends, and options one after another end as one of their sum', () =>
    fc.assert(
      fc.property(anyTerms('2015-01-01', 9000), (found) => {
        const contract = { terms: found, exercised: [] };
        const ends = [found.end, ...optionsAhead(contract).map(({ endsOn }) => endsOn)];
        expect(ends.toSorted()).toEqual(ends);
        expect(new Set(ends).size).toBe(ends.length);
        expect(ends.at(-1)).toBe(maximumEnd(contract));
      }),
    ));
});

describe('continuity', () => {
  it('holds in Kent 17/00102: interim contracts until 30 September 2018, the new one from 1 October', () =>
    expect(continuity('2018-09-30', '2018-10-01')).toMatchObject({ kind: 'continuous', days: 0 }));
  it('holds before them: existing contracts until 31 March 2018, interim ones from 1 April', () =>
    expect(continuity('2018-03-31', '2018-04-01').kind).toBe('continuous'));
  it('without the interim contracts would have left half a year uncovered', () =>
    expect(continuity('2018-03-31', '2018-10-01')).toEqual({
      kind: 'gap',
      days: 183,
      from: '2018-04-01',
      to: '2018-09-30',
      words: 'Nothing is under contract for 183 days, from 1 April 2018 to 30 September 2018.',
    }));
  it('says a gap of a single day', () =>
    expect(continuity('2026-03-30', '2026-04-01')).toMatchObject({
      kind: 'gap',
      days: 1,
      from: '2026-03-31',
      to: '2026-03-31',
      words: expect.stringContaining('1 day,'),
    }));
  it('allows an overlap and says it', () =>
    expect(continuity('2026-03-31', '2026-03-01')).toEqual({
      kind: 'overlap',
      days: 31,
      from: '2026-03-01',
      to: '2026-03-31',
      words: 'The two contracts overlap for 31 days, from 1 March 2026 to 31 March 2026.',
    }));
  it('says an overlap of a single day', () =>
    expect(continuity('2026-03-31', '2026-03-31')).toMatchObject({
      kind: 'overlap',
      days: 1,
      words: 'The two contracts overlap for 1 day, from 31 March 2026 to 31 March 2026.',
    }));
});

describe('the regime of a contract', () => {
  it.each([
    ['2025-02-23', 'pcr-2015'],
    ['2025-02-24', 'pa-2023'],
  ])('whose procurement began on %s is %s', (procurementStartedOn, regime) =>
    expect(regimeOf({ procurementStartedOn, start: '2025-09-01' })).toBe(regime),
  );
  it('is told by the signature, or else the start, where nobody recorded when the procurement began', () => {
    expect(procurementBegan({ start: '2025-04-01', signedOn: '2025-01-10' })).toEqual({ on: '2025-01-10', known: false });
    expect(regimeOf({ start: '2024-04-01' })).toBe('pcr-2015');
  });
  it('is what its officers say where they do', () => expect(regimeOf({ regime: 'psr-2023', start: '2026-04-01' })).toBe('psr-2023'));
});
