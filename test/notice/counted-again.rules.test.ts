import { describe, expect, it } from 'vitest';
import type { Decision, In } from '../../functions/decision/decision.ts';
import { nextDueOn } from '../../functions/decision/due.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { countedAgain, lawfulFrom } from '../../functions/notice/counted-again.rules.ts';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { registerEntry } from '../../functions/register/register-entry.ts';
import { isUntold } from '../../functions/schedule/untold.rules.ts';
import type { Council } from '../../functions/council/council.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { key, link, none, noticed } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

type Noticed = In<'notice-published'>;

/**
 * The story as it would stand had bank holidays of its days, one unless more are said, been proclaimed after its notice: its dates are as
 * many days short.
 */
const dayShort = (story: Story, days = 1): Story => {
  const decision = story.decision as Noticed;
  const { timetable } = decision.notice;
  const before = (date: string) => new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
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

  it('is in the record: the earliest lawful day is the one that it made it, and why', () => {
    const asked = story().on('2023-03-15').does({ type: 'run-daily-check' });
    const made = asked.does({ type: 'determine', response: 'approve', interest: none, ...link(asked, 'determination') }).decision;
    const { lawfulness } = (made as In<'decided'>).record;
    expect(lawfulness).toMatchObject({ earliestDecisionDate: '2023-03-15', decidedOn: '2023-03-15' });
    expect(lawfulness?.gates.at(-1)).toMatchObject({ date: '2023-03-15', words: expect.stringContaining('bank holiday') });
  });

  it('is told to the public and to everyone in the file from the first check on, once, and opens nothing sooner', () => {
    const told = story().on('2023-03-14', '00:30:00Z').does({ type: 'run-daily-check', by: clerk });
    const publication = publicationOf(told.decision!, told.council)!;
    expect(publication.timetable).toMatchObject({ earliestDecisionDate: '2023-03-15', originallyDue: '2023-03-14' });
    const gates = publication.timetable.gates.filter(({ rule }) => rule === 'general-exception');
    expect(gates).toMatchObject([{ date: '2023-03-15', words: expect.stringContaining('bank holiday') }]);
    expect(publication.status.explanation).toContain('15 March 2023');
    expect(registerEntry(publication).registerOrder).toBe('2023-03-15#23/00001');
    const moved = told.events.find(({ happening }) => happening.type === 'decision-date-moved')!;
    expect(moved.by.kind).toBe('system');
    const letters = lettersFor(moved, told.decision!, told.council);
    expect(letters.map(({ to }) => to.email)).toContain('officer@kent.example');
    for (const { paragraphs } of letters)
      expect(paragraphs).toEqual([
        'It will not be taken before Wednesday 15 March 2023.',
        'A bank holiday was proclaimed after the notice of 7 March 2023, and its 5 clear working days are over on 15 March 2023.',
      ]);
    const moves = told.does({ type: 'run-daily-check' }).happened.filter((type) => type === 'decision-date-moved');
    expect([told.status, moves.length, nextDueOn(told.decision!)]).toEqual(['notice-published', 1, '2023-03-15']);
  });

  it('is told as soon as it is known, and not only on the day that the notice gave', () => {
    const told = story().on('2023-03-08');
    expect(isUntold(told.decision!, told.council, '2023-03-08')).toBe(true);
    told.does({ type: 'run-daily-check' });
    expect(told.happened.at(-1)).toBe('decision-date-moved');
    expect(isUntold(told.decision!, told.council, '2023-03-08')).toBe(false);
    const asIs = noticed({ route: 'general-exception' });
    expect(isUntold(asIs.decision!, asIs.council, '2023-03-08')).toBe(false);
  });

  it('leaves all else that the notice waits for where the public could read it', () => {
    const told = dayShort(noticed({ route: 'general-exception', content: { ...key, consultationClosesOn: '2023-03-10' } })).on(
      '2023-03-08',
    );
    const gates = () => (told.decision as Noticed).notice.timetable.gates.map(({ rule }) => rule).toSorted();
    const before = gates();
    expect(told.does({ type: 'run-daily-check' }).happened).toContain('decision-date-moved');
    expect([before, gates()]).toEqual([['consultation-open', 'general-exception'], before]);
  });

  it('is not told on the later day itself: whoever decides is asked on it', () => {
    const asked = story().on('2023-03-15').does({ type: 'run-daily-check' });
    expect([asked.status, asked.happened.includes('decision-date-moved')]).toEqual(['awaiting-decision', false]);
  });

  it('takes back nothing that a chair agreed, nobody having chosen the later day: not where the officer corrects a word before it either', () => {
    const waived = noticed({ route: 'general-exception' }).does({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk });
    waived.does({ type: 'give-agreement', response: 'agree', ...link(waived, 'agreement') });
    dayShort(waived)
      .on('2023-03-09')
      .does({ type: 'amend-proposal', content: { ...key, background: `${key.background} A word more.` } });
    expect(waived.happened).toContain('decision-date-moved');
    expect(waived.decision?.steps.find(({ stage }) => stage === 'agreement')).toMatchObject({ state: 'approved' });
    waived.does({ type: 'amend-proposal', content: { ...key, targetDecisionDate: '2023-06-01' } });
    expect(waived.decision?.steps.find(({ stage }) => stage === 'agreement')).toMatchObject({ state: 'void' });
  });

  it('is told as a day to come and never as one gone by, where the decision was put off until after it', () => {
    const put = story().on('2023-03-10').does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk });
    put.on('2023-05-02').does({ type: 'resume-proposal', by: clerk });
    expect([put.status, put.happened.includes('decision-date-moved')]).toEqual(['awaiting-decision', false]);
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

describe('a notice in working days whose days stand', () => {
  const days = { ...key, consultationClosesOn: '2023-03-20' };
  const again = (story: Story) => countedAgain((story.decision as Noticed).notice);

  it('is not said to have lost a day to any bank holiday', () => {
    const story = noticed({ route: 'general-exception' }).on('2023-03-08');
    expect(again(story)).toBeNull();
    expect(blockersOf(story.decision!, story.given).filter(({ rule }) => rule === 'general-exception')).toHaveLength(1);
  });

  it('brings forward nothing that waits for longer than they do', () => {
    const story = noticed({ route: 'general-exception', content: days });
    expect([again(story), lawfulFrom((story.decision as Noticed).notice)]).toEqual([null, '2023-03-21']);
  });
});

describe('bank holidays proclaimed in the days of the notice and of the second notice of a private meeting', () => {
  const content = {
    ...key,
    decisionMaker: 'cabinet',
    publicAccess: { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' },
  };
  const second = { type: 'publish-private-meeting-notice' as const, representations: 'None.', response: 'None.', by: clerk };
  const council: Council = { ...kent, generalExceptionClearWorkingDays: 25 };
  const held = (secondOn: string) => {
    const story = dayShort(noticed({ route: 'general-exception', content, council }).on(secondOn).does(second), 4);
    return countedAgain((story.decision as Noticed).notice);
  };

  it('hold the decision by whichever is over last', () => {
    expect(held('2023-04-03')).toMatchObject({ rule: 'general-exception', date: '2023-04-14' });
    expect(held('2023-04-05')).toMatchObject({ rule: 'private-meeting-second-notice', date: '2023-04-15' });
  });
});
