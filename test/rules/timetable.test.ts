import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withinCover } from '../../functions/decision/within-cover.ts';
import { BeyondBankHolidayCover } from '../../functions/rules/bank-holidays.ts';
import { clearDaysBetween, clearWorkingDaysBetween, isWorkingDay } from '../../functions/rules/clear-days.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { callInTimetable, type NoticeInput, noticeTimetable } from '../../functions/rules/timetable.ts';
import { coveredDate } from './dates.ts';

const council = { noticeClearDays: 28, generalExceptionClearWorkingDays: 5, consultationClearWorkingDays: 10 };
const timetable = (over: Partial<NoticeInput> = {}) =>
  noticeTimetable({ isKey: true, route: 'ordinary', noticePublishedOn: '2023-03-07', content: {}, council, ...over });
const committee = (date: string) => ({ name: 'Adult Social Care Cabinet Committee', date });
const rules = (found: ReturnType<typeof timetable>) => found.gates.map(({ rule }) => rule);

describe('a key decision with ordinary notice (Kent 23/00022)', () => {
  const found = () => timetable({ content: { cabinetCommittee: committee('2023-03-15') } });

  it('may be taken on the day after 28 clear days', () =>
    expect(found()).toMatchObject({
      route: 'ordinary',
      clearDaysRequired: 28,
      clearDaysBasis: 'calendar',
      earliestDecisionDate: '2023-04-05',
      suggestedDecisionDate: '2023-04-05',
      consultationClosesOn: '2023-04-04',
    }));

  it('shows each thing that must be over, with its day, its source and its reason', () =>
    expect(found().gates).toEqual([
      {
        date: '2023-04-05',
        rule: 'notice-period',
        source: 'SI 2012/2089 reg 9',
        words: 'Notice was published on 7 March 2023; 28 clear days end on 4 April 2023.',
      },
      {
        date: '2023-04-05',
        rule: 'consultation-open',
        source: expect.any(String),
        words: expect.stringContaining('at the end of 4 April 2023'),
      },
      {
        date: '2023-03-16',
        rule: 'cabinet-committee',
        source: expect.any(String),
        words: 'Adult Social Care Cabinet Committee considers it on 15 March 2023.',
      },
    ]));

  it('may lawfully be taken on a Saturday, and the Monday is suggested (Kent 22/00089)', () =>
    expect(timetable({ noticePublishedOn: '2022-09-02' })).toMatchObject({
      earliestDecisionDate: '2022-10-01',
      suggestedDecisionDate: '2022-10-03',
    }));

  it('may lawfully be taken on Christmas Day, and the day after the substitutes is suggested (Kent 21/00108)', () =>
    expect(timetable({ noticePublishedOn: '2021-11-26' })).toMatchObject({
      earliestDecisionDate: '2021-12-25',
      suggestedDecisionDate: '2021-12-29',
    }));

  it('waits longer where the council asks for longer notice', () =>
    expect(timetable({ council: { ...council, noticeClearDays: 30 } })).toMatchObject({
      clearDaysRequired: 30,
      earliestDecisionDate: '2023-04-07',
      consultationClosesOn: '2023-04-06',
    }));
});

describe('what else must be over first', () => {
  it('a consultation that closes after the notice has run', () =>
    expect(timetable({ content: { consultationClosesOn: '2023-04-20' } })).toMatchObject({
      earliestDecisionDate: '2023-04-21',
      consultationClosesOn: '2023-04-20',
    }));
  it('a consultation that closes sooner holds nothing up', () =>
    expect(timetable({ content: { consultationClosesOn: '2023-03-20' } })).toMatchObject({
      earliestDecisionDate: '2023-04-05',
      consultationClosesOn: '2023-03-20',
    }));
  it('the date that the public was told', () =>
    expect(timetable({ content: { targetDecisionDate: '2023-05-02' } })).toMatchObject({
      earliestDecisionDate: '2023-05-02',
      consultationClosesOn: '2023-04-04',
    }));
  it('a date that the public was told cannot be sooner than the notice allows', () =>
    expect(timetable({ content: { targetDecisionDate: '2023-03-20' } }).earliestDecisionDate).toBe('2023-04-05'));
  it('a date that the public was told is a gate only where it comes after the notice', () => {
    expect(rules(timetable({ content: { targetDecisionDate: '2023-03-08' } }))).toContain('published-decision-date');
    for (const targetDecisionDate of ['2023-03-07', '2023-03-06', undefined])
      expect(rules(timetable({ content: { targetDecisionDate } }))).not.toContain('published-decision-date');
  });
  it('a Cabinet Committee meeting after the notice has run', () =>
    expect(timetable({ content: { cabinetCommittee: committee('2023-04-12') } }).earliestDecisionDate).toBe('2023-04-13'));
  it('a Cabinet Committee on the day of publication counts, and one before it is over already', () => {
    expect(rules(timetable({ content: { cabinetCommittee: committee('2023-03-07') } }))).toContain('cabinet-committee');
    expect(rules(timetable({ content: { cabinetCommittee: committee('2023-03-06') } }))).not.toContain('cabinet-committee');
  });
  it('the last of them all', () =>
    expect(
      timetable({
        content: { consultationClosesOn: '2023-04-20', targetDecisionDate: '2023-04-28', cabinetCommittee: committee('2023-05-03') },
      }).earliestDecisionDate,
    ).toBe('2023-05-04'));
  it('a consultation said to close before the notice is not this rule’s to refuse', () =>
    expect(timetable({ content: { consultationClosesOn: '2023-01-01' } }).earliestDecisionDate).toBe('2023-04-05'));
});

describe('short notice of a key decision', () => {
  it('by the general exception waits five clear working days (Kent 23/00009)', () =>
    expect(timetable({ route: 'general-exception', noticePublishedOn: '2023-01-19' })).toMatchObject({
      clearDaysRequired: 5,
      clearDaysBasis: 'working',
      earliestDecisionDate: '2023-01-27',
      consultationClosesOn: '2023-01-26',
      gates: [{ rule: 'general-exception', source: 'SI 2012/2089 reg 10' }, {}],
    }));

  it('by the general exception says which day the five end on', () =>
    expect(timetable({ route: 'general-exception' }).gates[0]?.words).toBe(
      'Notice under the general exception was published on 7 March 2023; 5 clear working days end on 14 March 2023.',
    ));

  it('by special urgency waits for no period and no consultation', () =>
    expect(timetable({ route: 'special-urgency', content: { consultees: ['clerk'], consultationClosesOn: '2023-03-31' } })).toMatchObject({
      clearDaysRequired: 0,
      clearDaysBasis: 'none',
      earliestDecisionDate: '2023-03-07',
      consultationClosesOn: '2023-03-07',
      gates: [{ rule: 'special-urgency', source: 'SI 2012/2089 reg 11' }],
    }));

  it('by special urgency on a Sunday may be taken that Sunday', () =>
    expect(timetable({ route: 'special-urgency', noticePublishedOn: '2023-03-05' })).toMatchObject({
      earliestDecisionDate: '2023-03-05',
      suggestedDecisionDate: '2023-03-06',
    }));
});

describe('a decision that is not key', () => {
  const notKey = (content: NoticeInput['content'] = {}, over: Partial<NoticeInput> = {}) => timetable({ isKey: false, content, ...over });

  it('with nobody to consult may be taken the day it is published', () =>
    expect(notKey()).toMatchObject({
      clearDaysRequired: 0,
      clearDaysBasis: 'none',
      earliestDecisionDate: '2023-03-07',
      consultationClosesOn: null,
      gates: [{ rule: 'not-key' }],
    }));
  it('with consultees waits for the council’s own ten clear working days', () =>
    expect(notKey({ consultees: ['clerk'] })).toMatchObject({ earliestDecisionDate: '2023-03-22', consultationClosesOn: '2023-03-21' }));
  it('with somebody it is decided in consultation with waits as long for them, and for nobody where none is named', () => {
    expect(notKey({ inConsultationWith: ['leader'] })).toMatchObject({
      earliestDecisionDate: '2023-03-22',
      consultationClosesOn: '2023-03-21',
    });
    expect(notKey({ inConsultationWith: [] }).consultationClosesOn).toBeNull();
  });
  it('with an empty list of consultees has nobody to consult', () => expect(notKey({ consultees: [] }).consultationClosesOn).toBeNull());
  it('with a closing date of its own keeps it', () =>
    expect(notKey({ consultationClosesOn: '2023-03-09' })).toMatchObject({
      earliestDecisionDate: '2023-03-10',
      consultationClosesOn: '2023-03-09',
    }));
  it('is not made urgent by naming a door it does not need', () =>
    expect(notKey({ consultees: ['clerk'] }, { route: 'special-urgency' })).toMatchObject({ earliestDecisionDate: '2023-03-22' }));
});

describe('call-in', () => {
  it.each([
    ['2019-10-17', '2019-10-24', '2019-10-25'],
    ['2024-06-11', '2024-06-18', '2024-06-19'],
    ['2023-07-28', '2023-08-04', '2023-08-05'], // effective on a Saturday
    ['2023-04-05', '2023-04-14', '2023-04-15'], // over Easter
    ['2022-09-16', '2022-09-26', '2022-09-27'], // over the State Funeral
  ])('of a record published %s closes at the end of %s; effective %s', (published, callInClosesOn, effectiveFrom) =>
    expect(callInTimetable(published, 5)).toEqual({ callInClosesOn, effectiveFrom }),
  );

  it('closes a day sooner where the council gives four days', () =>
    expect(callInTimetable('2024-06-11', 4).callInClosesOn).toBe('2024-06-17'));
});

describe('whatever the dates', () => {
  const optionalDate = (from: string) =>
    fc.option(
      fc.integer({ min: -20, max: 200 }).map((days) => addDays(from, days)),
      { nil: undefined },
    );
  const input: fc.Arbitrary<NoticeInput> = coveredDate
    .filter((date) => date < '2028-03-01')
    .chain((noticePublishedOn) =>
      fc.record({
        isKey: fc.boolean(),
        route: fc.constantFrom('ordinary', 'general-exception', 'special-urgency'),
        noticePublishedOn: fc.constant(noticePublishedOn),
        council: fc.constant(council),
        content: fc.record({
          consultees: fc.constantFrom(undefined, [], ['clerk']),
          consultationClosesOn: optionalDate(noticePublishedOn),
          targetDecisionDate: optionalDate(noticePublishedOn),
          cabinetCommittee: optionalDate(noticePublishedOn).map((date) => (date ? committee(date) : undefined)),
        }),
      }),
    );

  it('no key decision is asked for before its notice has run', () =>
    fc.assert(
      fc.property(input, (given) => {
        const { earliestDecisionDate, route } = noticeTimetable({ ...given, isKey: true });
        if (route === 'ordinary') expect(clearDaysBetween(given.noticePublishedOn, earliestDecisionDate)).toBeGreaterThanOrEqual(28);
        if (route === 'general-exception')
          expect(clearWorkingDaysBetween(given.noticePublishedOn, earliestDecisionDate)).toBeGreaterThanOrEqual(5);
      }),
    ));

  it('the day is no sooner than any gate and is one of them, so nothing holds it up unexplained', () =>
    fc.assert(
      fc.property(input, (given) => {
        const { earliestDecisionDate, suggestedDecisionDate, gates, consultationClosesOn, clearDaysBasis } = noticeTimetable(given);
        expect(
          gates
            .map(({ date }) => date)
            .toSorted()
            .at(-1),
        ).toBe(earliestDecisionDate);
        expect(earliestDecisionDate >= given.noticePublishedOn && suggestedDecisionDate >= earliestDecisionDate).toBe(true);
        expect(isWorkingDay(suggestedDecisionDate)).toBe(true);
        const waits = !(given.isKey && given.route === 'special-urgency');
        if (consultationClosesOn && waits) expect(consultationClosesOn < earliestDecisionDate).toBe(true);
        expect(clearDaysBasis === 'none').toBe(!given.isKey || given.route === 'special-urgency');
      }),
    ));

  it('beyond the bank holidays known it is refused, not guessed', () =>
    expect(() => timetable({ content: { targetDecisionDate: '2035-01-01' } })).toThrow(BeyondBankHolidayCover));

  it('beyond them it is refused in whole sentences, and in words that a person dates by', () =>
    expect(
      withinCover(() => {
        throw new BeyondBankHolidayCover('2200-01-29');
      }),
    ).toMatchObject({
      refusal: {
        words: expect.stringMatching(
          /^Working days cannot be counted on 29 January 2200: the bank holidays are known from .* to \d+ \w+ \d{4} only\.$/,
        ),
      },
    }));
});
