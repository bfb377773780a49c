import { describe, expect, it } from 'vitest';
import type { Decision, In } from '../../functions/decision/decision.ts';
import { lawfulFrom } from '../../functions/notice/counted-again.rules.ts';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import { key, none, noticed } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

type Noticed = In<'notice-published'>;

/** The story as it would stand had one of the bank holidays of its days been proclaimed after its notice: its dates are a day short. */
const dayShort = (story: Story): Story => {
  const decision = story.decision as Noticed;
  const { timetable } = decision.notice;
  const before = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
  const gates = timetable.gates.map((gate) => ({ ...gate, date: before(gate.date) }));
  story.decision = {
    ...decision,
    notice: { ...decision.notice, timetable: { ...timetable, gates, earliestDecisionDate: before(timetable.earliestDecisionDate) } },
  } as Decision;
  return story;
};

describe('a bank holiday proclaimed after a notice under the general exception', () => {
  const story = () => dayShort(noticed({ route: 'general-exception' }));

  it('makes its five clear working days no fewer: nobody is asked, and nobody decides, a day early', () => {
    expect(lawfulFrom((story().decision as Noticed).notice)).toBe('2023-03-15');
    expect(story().on('2023-03-14').does({ type: 'run-daily-check' }).status).toBe('notice-published');
    expect(
      story()
        .on('2023-03-14')
        .tries({ type: 'determine', response: 'approve', interest: none, stepId: 'determination-1', issue: 1, words: '' }),
    ).toMatchObject({ rule: 'notice-period', earliestDecisionDate: '2023-03-15' });
    expect(story().on('2023-03-15').does({ type: 'run-daily-check' }).status).toBe('awaiting-decision');
  });

  it('is said to hold it, by the regulation that it is counted under', () => {
    const told = story().on('2023-03-14');
    expect(blockersOf(told.decision!, told.given)).toMatchObject([
      { rule: 'general-exception', source: 'SI 2012/2089 reg 10', clearsOn: '2023-03-15' },
    ]);
    expect(
      told.tries({ type: 'determine', response: 'approve', interest: none, stepId: 'determination-1', issue: 1, words: '' }),
    ).toMatchObject({ source: 'SI 2012/2089 reg 10', words: expect.stringContaining('bank holiday') });
    expect(blockersOf(told.decision!, told.on('2023-03-15').given)).toEqual([]);
  });
});

it('the second notice of a private meeting is counted again too, unless consent stands in for it', () => {
  const content = {
    ...key,
    decisionMaker: 'cabinet',
    publicAccess: { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' },
  };
  const story = dayShort(
    noticed({ content })
      .on('2023-04-11')
      .does({ type: 'publish-private-meeting-notice', representations: 'None.', response: 'None.', by: clerk }),
  );
  const { notice } = story.decision as Noticed;
  expect(lawfulFrom(notice)).toBe('2023-04-19');
  const consent = { name: 'The chair', words: '', on: '2023-04-11' };
  expect(lawfulFrom({ ...notice, privateMeeting: { ...notice.privateMeeting!, consent } })).toBe('2023-04-18');
});

it('clear days of the calendar are as many whatever is proclaimed', () =>
  expect(lawfulFrom((noticed().decision as Noticed).notice)).toBe('2023-04-05'));
