import { describe, expect, it } from 'vitest';
import type { Decision, OpenStep, Stage } from '../../functions/decision/decision.ts';
import { bounces, leftUntold, nextReminderOn, reminderDue, remindersOf } from '../../functions/schedule/reminders.rules.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { awaiting, deferred, key, noticed, submitted, vacant } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

/** Asked on Wednesday 1 March 2023 for Wednesday 15 March. */
const step = (change: Partial<OpenStep> = {}): OpenStep => ({
  id: 'clearance-1',
  stage: 'clearance',
  post: 's151-officer',
  name: 'The Section 151 Officer',
  title: 'Section 151 Officer',
  email: 's151@kent.example',
  external: false,
  state: 'open',
  openedAt: '2023-03-01T09:00:00Z',
  dueOn: '2023-03-15',
  issue: 1,
  ...change,
});
const days = (change: Partial<OpenStep> = {}, settings?: Parameters<typeof remindersOf>[1]) =>
  [...remindersOf(step(change), settings)].map(({ name, on }) => `${name} ${on}`);
const due = (on: string, change: Partial<OpenStep> = {}) => reminderDue(step(change), on)?.name ?? null;
const decisionOf = ({ decision }: Story): Decision => {
  if (!decision) throw new Error('There is no decision');
  return decision;
};

describe('the reminders of a step', () => {
  it('are two working days before its day, on it, and two and five working days after', () =>
    expect([...remindersOf(step())]).toEqual([
      { name: 'before-2', on: '2023-03-13', escalate: false },
      { name: 'due', on: '2023-03-15', escalate: false },
      { name: 'after-2', on: '2023-03-17', escalate: true },
      { name: 'after-5', on: '2023-03-22', escalate: true },
    ]));

  it('skip weekends and bank holidays', () =>
    expect(days({ dueOn: '2023-04-06' })).toEqual(['before-2 2023-04-04', 'due 2023-04-06', 'after-2 2023-04-12', 'after-5 2023-04-17']));

  it('on a day that is no working day are left out, and counted from it all the same', () =>
    expect(days({ dueOn: '2023-03-18' })).toEqual(['before-2 2023-03-16', 'after-2 2023-03-21', 'after-5 2023-03-24']));

  it('never come on the day of asking or before it', () => {
    expect(days({ dueOn: '2023-03-03' })).toEqual(['due 2023-03-03', 'after-2 2023-03-07', 'after-5 2023-03-10']);
    expect(days({ dueOn: '2023-03-03', openedAt: '2023-02-28T23:59:00Z' })).toEqual([
      'before-2 2023-03-01',
      'due 2023-03-03',
      'after-2 2023-03-07',
      'after-5 2023-03-10',
    ]);
    expect(days({ openedAt: '2023-03-15T09:00:00Z' })).toEqual(['after-2 2023-03-17', 'after-5 2023-03-22']);
  });

  it('of a consultation end with its day: silence is recorded, not chased', () =>
    expect(days({ stage: 'consultation' })).toEqual(['before-2 2023-03-13', 'due 2023-03-15']));

  it.each(['agreement', 'determination'] as Stage[])('of %s go on after its day', (stage) =>
    expect(days({ stage }).at(-1)).toBe('after-5 2023-03-22'),
  );

  it('are none without a day to answer by', () => expect(days({ dueOn: null })).toEqual([]));

  it('end where the bank holidays are not known', () =>
    expect(days({ dueOn: '2028-12-29' })).toEqual(['before-2 2028-12-27', 'due 2028-12-29']));

  it('are the council’s own where it has set them, in order, and escalated from the day it says', () => {
    const settings = { before: [1, 5, 3], after: [10, 1, 3], escalateAfter: 3 };
    expect(days({}, settings)).toEqual([
      'before-5 2023-03-08',
      'before-3 2023-03-10',
      'before-1 2023-03-14',
      'due 2023-03-15',
      'after-1 2023-03-16',
      'after-3 2023-03-20',
      'after-10 2023-03-29',
    ]);
    expect([...remindersOf(step(), settings)].filter(({ escalate }) => escalate).map(({ name }) => name)).toEqual(['after-3', 'after-10']);
  });
});

describe('the reminder due on a day', () => {
  it('is none after the last day of a consultation, of somebody asked afresh whom no earlier email had reached', () => {
    const asked = { stage: 'consultation' as const, dueOn: '2023-03-21' };
    expect([due('2023-03-21', asked), due('2023-03-22', asked)]).toEqual(['due', null]);
    expect(due('2023-03-22', { dueOn: '2023-03-21' })).toBe('due');
  });
  it('is none before the first', () => expect(due('2023-03-12')).toBeNull());
  it('is the latest that has come, so that a missed one is not sent as well', () =>
    expect(['2023-03-13', '2023-03-14', '2023-03-15', '2023-03-16', '2023-03-20', '2023-04-20'].map((on) => due(on))).toEqual([
      'before-2',
      'before-2',
      'due',
      'due',
      'after-2',
      'after-5',
    ]));
  it('is sent once', () =>
    expect([due('2023-03-14', { reminded: ['before-2'] }), due('2023-03-15', { reminded: ['before-2'] })]).toEqual([null, 'due']));
  it('waits for a working day', () => expect([due('2023-03-18'), due('2023-03-19'), due('2023-03-20')]).toEqual([null, null, 'after-2']));
});

describe('an email that came back', () => {
  const bounced = (story: Story, stepId: string) =>
    decisionOf(story.does({ type: 'mark-undeliverable', stepId, words: 'No such mailbox', by: clerk }));
  const told = (decision: Decision) => bounces(decision).map(({ step: { id }, reminder }) => [id, reminder]);

  it('is told of on the second working day after, once for each link', () => {
    const story = submitted().on('2023-03-03');
    expect(told(bounced(story, 'clearance-1'))).toEqual([['clearance-1', { name: 'undeliverable-1', on: '2023-03-07', escalate: true }]]);
    story.on('2023-03-07').does({ type: 'run-daily-check' });
    expect(story.events.at(-1)?.happening).toEqual({
      type: 'step-reminded',
      stepId: 'clearance-1',
      reminder: 'undeliverable-1',
      escalate: true,
    });
    expect(decisionOf(story).steps[0]?.reminded).toEqual(['undeliverable-1']);
    expect(told(decisionOf(story))).toEqual([]);
    story.does({ type: 'reissue-link', stepId: 'clearance-1', by: clerk });
    expect(told(bounced(story, 'clearance-1'))).toEqual([['clearance-1', { name: 'undeliverable-2', on: '2023-03-09', escalate: true }]]);
  });

  it('is not told of before its day, nor on a day that is no working day', () => {
    const story = submitted().on('2023-03-01');
    bounced(story, 'clearance-1');
    expect(story.on('2023-03-02').does({ type: 'run-daily-check' }).happened.at(-1)).toBe('step-undeliverable');
    expect(story.on('2023-03-04').does({ type: 'run-daily-check' }).happened.at(-1)).toBe('step-undeliverable');
    expect(story.on('2023-03-06').does({ type: 'run-daily-check' }).happened.at(-1)).toBe('step-reminded');
  });

  it('matters only while its own stage waits for it', () => {
    const story = noticed().on('2023-03-08');
    expect(told(bounced(story, 'consultation-1'))).toHaveLength(1);
    expect(told({ ...decisionOf(story), status: 'awaiting-decision' } as Decision)).toEqual([]);
    expect(told(bounced(awaiting(), 'determination-1'))).toHaveLength(1);
    expect(told(bounced(noticed({ route: 'special-urgency' }), 'agreement-1'))).toHaveLength(1);
  });

  it('of a consultee is not told of once the consultation is over', () => {
    const soon = (closes: string) =>
      told(bounced(noticed({ content: { ...key, consultationClosesOn: closes } }).on('2023-03-08'), 'consultation-1'));
    expect([soon('2023-03-09'), soon('2023-03-10').length]).toEqual([[], 1]);
    const undated = bounced(noticed().on('2023-03-08'), 'consultation-1');
    expect(told({ ...undated, steps: undated.steps.map((each) => ({ ...each, dueOn: null })) } as Decision)).toHaveLength(1);
  });

  it('where the bank holidays are not known is told to nobody, and stops nothing', () => {
    const decision = decisionOf(submitted());
    const late = {
      ...decision,
      steps: [{ ...step(), state: 'undeliverable' as const, closedAt: '2028-12-29T09:00:00Z', words: 'No such mailbox' }],
    };
    expect(told(late as Decision)).toEqual([]);
  });
});

describe('the next day on which anyone is reminded', () => {
  const next = (story: Story) => nextReminderOn(decisionOf(story), story.council.reminders);

  it('is the first of any open step', () => expect(next(submitted())).toBe('2023-03-13'));

  it('is never one of a step that was answered', () => {
    expect(decisionOf(awaiting()).steps.filter(({ stage, state }) => stage === 'clearance' && state === 'approved')).not.toEqual([]);
    expect(next(awaiting())).toBe('2023-04-12');
  });

  it('is the one after the last that was sent', () => {
    const decision = decisionOf(submitted());
    const reminded = (names: string[]) => nextReminderOn({ ...decision, steps: [step({ reminded: names })] } as Decision);
    expect([
      reminded([]),
      reminded(['before-2']),
      reminded(['due']),
      reminded(['before-2', 'due', 'after-2']),
      reminded(['after-5']),
    ]).toEqual(['2023-03-13', '2023-03-15', '2023-03-17', '2023-03-22', null]);
  });

  it('is that of an email that came back, where it comes first', () => {
    const story = submitted().does({ type: 'mark-undeliverable', stepId: 'clearance-1', words: 'No such mailbox', by: clerk });
    expect(next(story)).toBe('2023-03-03');
  });

  it('is none of a consultee who was asked afresh after the last day', () => {
    const asked = step({ stage: 'consultation', dueOn: '2023-03-15' });
    const on = (updatedAt: string) => nextReminderOn({ ...decisionOf(submitted()), steps: [asked], updatedAt } as Decision);
    expect([on('2023-03-15T09:00:00Z'), on('2023-03-16T09:00:00Z')]).toEqual(['2023-03-13', null]);
  });

  it('is none for a deferred decision, nor where nobody is asked', () => {
    expect(next(deferred())).toBeNull();
    expect(nextReminderOn({ ...decisionOf(submitted()), steps: [] } as Decision)).toBeNull();
  });
});

describe('a daily check', () => {
  it('reminds each person once a day at most, and escalates what is late', () => {
    const story = submitted().on('2023-03-17').does({ type: 'run-daily-check' }).does({ type: 'run-daily-check' });
    expect(story.events.slice(-3).map(({ happening, by }) => [happening, by.kind])).toEqual(
      [1, 2, 3].map((nth) => [{ type: 'step-reminded', stepId: `clearance-${nth}`, reminder: 'after-2', escalate: true }, 'system']),
    );
    expect(story.happened.filter((type) => type === 'step-reminded')).toHaveLength(3);
  });

  it('tells the clerk once of a post that falls vacant after the last reminder, and nobody who has left', () => {
    const story = submitted();
    for (const day of ['2023-03-13', '2023-03-15', '2023-03-17', '2023-03-22']) story.on(day).does({ type: 'run-daily-check' });
    story.council = vacant('s151-officer', '2023-03-25');
    const said = (day: string): unknown[] => {
      const before = story.events.length;
      story.on(day).does({ type: 'run-daily-check' });
      return story.events
        .slice(before)
        .flatMap((event) => lettersFor(event, decisionOf(story), story.council).map(({ to, heading }) => [to.email, heading]));
    };
    expect([
      leftUntold(decisionOf(story), story.council, '2023-03-24'),
      leftUntold(decisionOf(story), story.council, '2023-03-27'),
    ]).toEqual([false, true]);
    expect(said('2023-03-24')).toEqual([]);
    expect(said('2023-03-25'), 'a Saturday').toEqual([]);
    expect(said('2023-03-27')).toEqual([['clerk@kent.example', 'The Section 151 Officer can no longer answer']]);
    expect([said('2023-03-27'), said('2023-03-28'), leftUntold(decisionOf(story), story.council, '2023-03-28')]).toEqual([[], [], false]);
    expect(nextReminderOn(decisionOf(story))).toBeNull();
  });

  it('leaves a post that falls vacant to the next reminder to tell, while one is still to come', () => {
    const story = submitted().on('2023-03-13').does({ type: 'run-daily-check' });
    story.council = vacant('s151-officer', '2023-03-14');
    expect(leftUntold(decisionOf(story), story.council, '2023-03-14')).toBe(false);
    expect(leftUntold(decisionOf(story), story.council, '2023-03-23')).toBe(true);
  });

  it('tells of a chair who has left without agreeing, but not while the decision is deferred and nobody is asked for anything', () => {
    const story = noticed({ route: 'special-urgency' });
    story.council = vacant('scrutiny-chair', '2023-03-09');
    const told = () => leftUntold(decisionOf(story), story.council, '2023-06-01');
    expect(told()).toBe(true);
    story.does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk });
    expect(told()).toBe(false);
  });

  it('tells the clerk no second time of a post that was vacant at the last reminder', () => {
    const story = submitted();
    story.council = vacant('s151-officer', '2023-03-20');
    for (const day of ['2023-03-13', '2023-03-15', '2023-03-17', '2023-03-22', '2023-03-23'])
      story.on(day).does({ type: 'run-daily-check' });
    const told = story.events
      .map(({ happening }) => happening)
      .filter((each) => each.type === 'step-reminded' && each.stepId === 'clearance-1');
    expect(told.at(-1)).toMatchObject({ reminder: 'after-leaving', escalate: true });
    expect(told).toHaveLength(4);
    expect(
      nextReminderOn({ ...decisionOf(story), steps: decisionOf(story).steps.filter(({ id }) => id === 'clearance-1') } as Decision),
    ).toBeNull();
  });

  it('reminds no chair of consent to a private meeting once both its notices have run and nobody’s consent is needed', () => {
    const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
    const story = noticed({ content: { ...key, consultees: [], decisionMaker: 'cabinet', publicAccess } }).on('2023-03-28');
    story.does({ type: 'publish-private-meeting-notice', representations: 'None.', response: 'None.', by: clerk });
    story.on('2023-04-04').does({ type: 'ask-private-meeting-consent', words: 'In case.', by: clerk });
    expect(nextReminderOn(decisionOf(story))).toBe('2023-04-06');
    story.on('2023-04-05').does({ type: 'run-daily-check' });
    expect([story.status, nextReminderOn(decisionOf(story))]).toEqual(['awaiting-decision', null]);
    expect(story.on('2023-04-13').does({ type: 'run-daily-check' }).happened).not.toContain('step-reminded');
  });

  it('reminds nobody of a deferred decision', () => {
    const story = deferred(null).on('2023-04-04').does({ type: 'run-daily-check' });
    expect(story.happened).not.toContain('step-reminded');
  });
});

it('a chair is not reminded of a waiver of call-in once the body has met: the answer would be refused', () => {
  const story = awaiting({ content: { ...key, decisionMaker: 'cabinet' } }).does({
    type: 'ask-call-in-waiver',
    words: 'It lapses.',
    by: clerk,
  });
  const meeting = { date: '2023-04-05', present: ['The Leader of the Council'], points: [], interests: [] };
  story.does({ type: 'record-meeting', meeting, by: clerk }).on('2023-04-11').does({ type: 'run-daily-check', by: clerk });
  const reminded = story.events.flatMap(({ happening }) => (happening.type === 'step-reminded' ? [happening.stepId] : []));
  expect(reminded).not.toContain('agreement-1');
});
