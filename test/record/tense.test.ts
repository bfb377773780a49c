import { describe, expect, it } from 'vitest';
import { openToCallIn, noticePublished } from '../../functions/record/publication/public-status.ts';
import { callInOn, publicationOn } from '../../functions/record/tense.ts';
import { noticeNumbered } from '../register/shelf.ts';

const notice = noticeNumbered('23/00001');
const timetable = { ...notice.timetable, earliestDecisionDate: '2023-04-05' };
const running = { ...notice, timetable, status: noticePublished('2023-04-05') };
const taken = {
  ...notice,
  timetable: { ...timetable, callInClosesOn: '2023-04-14', effectiveFrom: '2023-04-15' },
  status: openToCallIn('2023-04-14', '2023-04-15'),
};
const says = (of: typeof notice, day: string): string => publicationOn(of, day).status.explanation;

describe('A decision open to call-in, with nothing stored since it was taken', () => {
  it('is explained as it was stored to the end of the last day, on which it can still be called in', () => {
    expect(says(taken, '2023-04-14')).toBe(taken.status.explanation);
    expect(callInOn(taken, '2023-04-14')).toBe('Call-in closes at the end of 14 April 2023.');
  });

  it.each([
    ['2023-04-15', '15 April 2023', 'The decision takes effect today.'],
    ['2023-04-15', '17 April 2023', 'The decision takes effect on 17 April 2023.'],
    ['2023-04-18', '17 April 2023', 'The decision was due to take effect on 17 April 2023.'],
  ])('is told on %s, with effect from %s, that call-in has closed: %s', (day, from, effect) => {
    const effectiveFrom = `2023-04-${from.slice(0, 2)}`;
    expect(says({ ...taken, timetable: { ...taken.timetable, effectiveFrom } }, day)).toBe(
      `Call-in closed at the end of 14 April 2023. ${effect}`,
    );
    expect(callInOn(taken, day)).toBe('Call-in closed at the end of 14 April 2023.');
  });
});

it('A notice is said to have run on its first lawful day, and not on the day before', () => {
  expect(says(running, '2023-04-04')).toBe(running.status.explanation);
  expect(says(running, '2023-04-05')).toMatch(/^The notice has run\./);
});
