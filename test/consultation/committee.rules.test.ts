import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../functions/decision/commands.ts';
import { fingerprint } from '../../functions/decision/fingerprint.ts';
import { lacksAgreement } from '../../functions/determination/opening.rules.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { awaiting, cleared, key, link, none, noticed, small } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';
import { telling } from '../email/telling.ts';

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

  it('told twice is kept once, with the officer’s wording beside the committee’s, and leaves the link that was sent for it', () => {
    const story = awaiting();
    records(story, amended);
    const old = link(story, 'determination');
    records(story, amended);
    expect(story.decision?.committeeOutcomes).toMatchObject([{ before: key.proposedDecision }]);
    expect(link(story, 'determination')).toEqual(old);
  });

  it('of the same meeting put right by the clerk is kept beside the first', () => {
    const story = noticed();
    records(story);
    records(story, { words: 'Endorsed, by five to four.' });
    records(story);
    expect(story.decision?.committeeOutcomes.map(({ words }) => words)).toEqual(['Endorsed.', 'Endorsed, by five to four.', 'Endorsed.']);
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

describe('a committee that meets while the decision is put off', () => {
  const wording = { proposedDecision: amended.proposedDecision };
  const defers = (story: Story, until: string | null = null) =>
    story.does({ type: 'defer-proposal', words: 'More work.', until, by: clerk });

  it.each(['endorsed', 'not-endorsed', 'noted'] as const)('has it kept that it was "%s"; the decision stays put off', (outcome) => {
    const story = defers(noticed());
    expect(records(story, { outcome })).toBeNull();
    expect(story.decision).toMatchObject({ status: 'deferred', content: key, committeeOutcomes: [{ outcome }] });
  });

  it('has the decision maker asked, once it is taken up again, for its wording alone', () => {
    const story = awaiting();
    const old = link(story, 'determination');
    const signs = (asked: typeof old) => story.tries({ type: 'determine', response: 'approve', interest: none, ...asked });
    expect(records(defers(story), amended)).toBeNull();
    expect([story.open('determination'), signs(old)]).toMatchObject([[], { rule: 'step-void' }]);
    expect(story.decision && publicationOf(story.decision, story.council)?.decision?.items).toEqual(amended.proposedDecision);
    story.on('2023-04-20').does({ type: 'resume-proposal', by: clerk });
    expect(story.decision).toMatchObject({ status: 'awaiting-decision', contentHash: fingerprint({ ...key, ...wording }) });
    expect(signs(old)).toMatchObject({ rule: 'step-void' });
    expect(signs(link(story, 'determination'))).toBeNull();
    expect(story.decision).toMatchObject({ status: 'decided', content: wording });
  });

  it('brings no day forward: it is decided no sooner than its notice says, and a body decides no sooner than it met', () => {
    const early = defers(noticed());
    records(early, amended);
    early.on('2023-03-09').does({ type: 'resume-proposal', by: clerk });
    expect(early.decision).toMatchObject({ status: 'notice-published', notice: { timetable: { earliestDecisionDate: '2023-04-05' } } });
    expect(early.on('2023-04-05').does({ type: 'run-daily-check', by: clerk }).status).toBe('awaiting-decision');
    const body = defers(awaiting({ content: { ...key, decisionMaker: 'cabinet' } })).on('2023-04-20');
    records(body, { ...amended, date: '2023-04-19' });
    body.does({ type: 'resume-proposal', by: clerk });
    const meeting = { date: '2023-04-18', present: ['The Leader of the Council'], points: [], interests: [] };
    expect(body.tries({ type: 'record-meeting', meeting, by: clerk })).toMatchObject({ rule: 'cabinet-committee' });
    expect(body.tries({ type: 'record-meeting', meeting: { ...meeting, date: '2023-04-19' }, by: clerk })).toBeNull();
  });

  it('is heard before the notice too, and has what was agreed to be urgent asked again as ever', () => {
    const unnoticed = defers(cleared());
    records(unnoticed, amended);
    unnoticed.does({ type: 'resume-proposal', by: clerk });
    expect(unnoticed.decision).toMatchObject({ status: 'cleared', content: wording });
    const urgent = noticed({ route: 'special-urgency' });
    urgent.does({ type: 'give-agreement', response: 'agree', ...link(urgent, 'agreement') });
    records(defers(urgent), amended);
    expect(urgent.on('2023-03-08').does({ type: 'resume-proposal', by: clerk }).status).toBe('notice-published');
    expect(lacksAgreement(urgent.decision!)).toBe(true);
  });

  it('on the day that the deferral ends has its wording asked for on that day', () => {
    const story = defers(awaiting(), '2023-04-20').on('2023-04-20');
    records(story, amended);
    expect(story.decision).toMatchObject({ status: 'awaiting-decision', contentHash: fingerprint({ ...key, ...wording }) });
    expect(story.happened.filter((type) => type === 'determination-opened')).toHaveLength(2);
  });

  it('has its outcome told to the officer alone', () => {
    const story = telling().awaiting().does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk });
    records(story, amended);
    expect(story.told('committee-outcome-recorded')).toEqual(['officer']);
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
