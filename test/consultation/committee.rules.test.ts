import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../functions/decision/commands.ts';
import { awaiting, cleared, key, link, none, noticed, small } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

type Outcome = Partial<CommandOf<'record-committee-outcome'>>;
const records = (story: Story, over: Outcome = {}) =>
  story.tries({
    type: 'record-committee-outcome',
    committee: 'Adult Social Care Cabinet Committee',
    date: '2023-03-07',
    outcome: 'endorsed',
    words: 'Endorsed.',
    by: clerk,
    ...over,
  });
const amended: Outcome = { outcome: 'amended', proposedDecision: ['Approve it for two years only.'], words: 'Two years, and no options.' };

describe('a Cabinet Committee’s outcome', () => {
  it.each(['endorsed', 'not-endorsed', 'noted'] as const)('"%s" is kept and changes no word', (outcome) => {
    const story = noticed();
    records(story, { outcome });
    expect(story.decision).toMatchObject({ content: { proposedDecision: key.proposedDecision }, committeeOutcomes: [{ outcome }] });
  });

  it('amended takes the place of the officer’s words, which are kept beside it', () => {
    const story = noticed();
    records(story, amended);
    expect(story.decision).toMatchObject({
      content: { proposedDecision: amended.proposedDecision },
      committeeOutcomes: [{ before: key.proposedDecision, proposedDecision: amended.proposedDecision }],
    });
    expect(story.status, 'the committee advises on what was noticed; nothing is cleared again').toBe('notice-published');
  });

  it('amended needs the new words, and only amended has any', () => {
    expect(records(noticed(), { outcome: 'amended' })?.errors?.[0]?.path).toBe('proposedDecision');
    expect(records(noticed(), { outcome: 'amended', proposedDecision: [] })?.errors?.[0]?.path).toBe('proposedDecision');
    expect(records(noticed(), { outcome: 'noted', proposedDecision: ['New.'] })?.errors?.[0]?.path).toBe('proposedDecision');
  });

  it('that amends nothing changes no word, not even with an empty list of new ones', () => {
    const story = awaiting();
    records(story, { outcome: 'noted', proposedDecision: [] });
    expect(story.decision).toMatchObject({ content: { proposedDecision: key.proposedDecision } });
    expect(story.decision?.committeeOutcomes[0]).toEqual({
      committee: 'Adult Social Care Cabinet Committee',
      date: '2023-03-07',
      words: 'Endorsed.',
      outcome: 'noted',
    });
  });

  it('keeps the date of the committee’s meeting, which is the clerk’s to give', () => {
    const story = noticed();
    records(story, { date: '2023-03-15' });
    expect(story.decision?.committeeOutcomes[0]?.date).toBe('2023-03-15');
  });

  it('may come before the notice', () => expect(records(cleared(), { ...amended, date: '2023-03-01' })).toBeNull());

  it('holds the decision until the day after the committee that the notice names', () => {
    const story = noticed({ content: { ...key, cabinetCommittee: { name: 'The committee', date: '2023-04-20' } } });
    expect(story.decision).toMatchObject({ notice: { timetable: { earliestDecisionDate: '2023-04-21' } } });
  });
});

describe('words amended after the link to decide has gone out', () => {
  it('send a fresh link, and the old one is void', () => {
    const story = awaiting();
    const old = link(story, 'determination');
    records(story, amended);
    expect(story.tries({ type: 'determine', response: 'approve', interest: none, ...old })).toMatchObject({ rule: 'step-void' });
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    expect(story.decision).toMatchObject({ status: 'decided', content: { proposedDecision: amended.proposedDecision } });
  });

  it('are signed by both of two who decide together, whoever had signed', () => {
    const story = awaiting({ content: { ...small, jointWith: 'leader' } });
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    records(story, amended);
    expect(story.open('determination')).toHaveLength(2);
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    expect(story.status).toBe('awaiting-decision');
  });

  it('are not those of a meeting already recorded, which has to be recorded again', () => {
    const story = awaiting({ content: { ...key, decisionMaker: 'cabinet' } });
    story.does({
      type: 'record-meeting',
      meeting: { date: '2023-04-05', present: ['The Leader of the Council'], points: [], interests: [] },
      by: clerk,
    });
    records(story, amended);
    expect(story.open('determination')).toEqual([]);
    expect(story.decision).not.toHaveProperty('meeting');
  });

  it('not amended, leave the link as it is', () => {
    const story = awaiting();
    const old = link(story, 'determination');
    records(story);
    expect(story.tries({ type: 'determine', response: 'approve', interest: none, ...old })).toBeNull();
  });
});
