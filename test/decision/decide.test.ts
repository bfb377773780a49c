import { describe, expect, it } from 'vitest';
import { decide } from '../../functions/decision/decide.ts';
import { nextDueOn } from '../../functions/decision/due.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import { awaiting, clear, cleared, decided, deferred, drafted, key, noticed, small, submitted } from './stories.ts';
import { clerk, officer, Story, submittedBy } from './story.ts';

// Reminders have their own test; these are the days on which something happens to the decision itself.
const dueOf = ({ decision }: Story) =>
  decision ? nextDueOn({ ...decision, steps: decision.steps.map((step) => ({ ...step, dueOn: null })) }) : undefined;

describe('beyond the bank holidays that are known', () => {
  const late = (day: string) => new Story(`${day}T09:00:00Z`).does({ type: 'draft-proposal', content: key, submittedBy });

  it('refuses, and names the last day known: a count would be a guess', () => {
    const refusal = late('2028-12-27').tries({ type: 'submit-proposal' });
    expect(refusal).toMatchObject({ kind: 'refused', rule: 'bank-holidays-known', coversUntil: '2028-12-31' });
    expect(refusal?.words).toContain('31 December 2028');
  });

  it('refuses a notice whose decision would fall there, and nothing before', () => {
    const story = clear(late('2028-11-01').does({ type: 'submit-proposal' }));
    expect(story.on('2028-12-20').tries({ type: 'publish-notice', route: 'ordinary', by: clerk })).toMatchObject({
      rule: 'bank-holidays-known',
    });
    expect(story.on('2028-11-20').tries({ type: 'publish-notice', route: 'ordinary', by: clerk })).toBeNull();
  });

  it('refuses a target date a century off at the notice, not with a fault', () => {
    const story = cleared({ content: { ...key, targetDecisionDate: '2123-01-01' } });
    expect(story.tries({ type: 'publish-notice', route: 'ordinary', by: clerk })).toMatchObject({ rule: 'bank-holidays-known' });
  });
});

describe('the day on which a decision next needs looking at', () => {
  it('is the end of consultation when that comes before the notice is over', () =>
    expect(dueOf(noticed({ content: { ...key, consultationClosesOn: '2023-03-20' } }))).toBe('2023-03-21'));
  it('is the first lawful day', () => expect(dueOf(noticed())).toBe('2023-04-05'));
  it('is the first lawful day once everyone consulted has answered or been silent', () => {
    const story = noticed({ content: { ...key, consultationClosesOn: '2023-03-20' } })
      .on('2023-03-21')
      .does({ type: 'run-daily-check', by: clerk });
    expect([story.happened.at(-1), dueOf(story)]).toEqual(['consultation-closed', '2023-04-05']);
  });
  it('is the day after a consultation that closes before anyone agrees that it is urgent, and then none', () => {
    const story = noticed({ route: 'special-urgency' });
    expect(dueOf(story)).toBe('2023-03-08');
    story.on('2023-03-08').does({ type: 'run-daily-check', by: clerk });
    expect([story.happened.at(-1), dueOf(story)]).toEqual(['consultation-closed', null]);
  });
  it('is none while the second notice of a private meeting is wanting', () => {
    const publicAccess = { kind: 'fully-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
    expect(dueOf(noticed({ content: { ...small, decisionMaker: 'cabinet', publicAccess } }))).toBeNull();
  });
  it('is the next reminder where nothing else is due', () => expect(nextDueOn(submitted().decision as Decision)).toBe('2023-03-13'));
  it('is the day of effect', () => expect(dueOf(decided())).toBe('2023-04-15'));
  it('is the day that a decision was put off to, or none', () =>
    expect([dueOf(deferred('2023-05-01')), dueOf(deferred(null))]).toEqual(['2023-05-01', null]));
  it('is none while people alone can move it', () =>
    expect([drafted(), submitted(), cleared(), awaiting()].map(dueOf)).toEqual([null, null, null, null]));
});

describe('a daily check', () => {
  it('does once what fell due, however often it runs and however late', () => {
    const story = noticed().on('2023-04-20');
    story.does({ type: 'run-daily-check', by: clerk });
    const { length } = story.events;
    story.does({ type: 'run-daily-check', by: clerk }).does({ type: 'run-daily-check', by: clerk });
    expect(story.events).toHaveLength(length);
    expect(story.happened.filter((type) => type === 'determination-opened')).toHaveLength(1);
  });

  it('on the last day of a consultation closes nothing', () => {
    const story = noticed({ content: { ...key, consultationClosesOn: '2023-03-20' } })
      .on('2023-03-20')
      .does({ type: 'run-daily-check', by: clerk });
    expect(story.happened).not.toContain('consultation-closed');
  });

  it('puts what follows of itself down to nobody', () => {
    const story = noticed().on('2023-04-05').does({ type: 'run-daily-check', by: clerk });
    expect(story.events.slice(-2).map(({ by }) => by.kind)).toEqual(['system', 'system']);
  });
});

describe('what cannot be done where a decision stands', () => {
  const determines = (stepId: string) => ({
    type: 'determine' as const,
    response: 'approve' as const,
    interest: { interest: 'none' as const },
    stepId,
    issue: 1,
    words: '',
  });

  it('is refused with where it stands', () =>
    expect(cleared().tries(determines('determination-1'))).toEqual({
      kind: 'refused',
      rule: 'stage',
      source: 'Council decision procedure',
      words: 'This cannot be done while the proposal is cleared, and waits for its notice.',
      status: 'cleared',
    }));

  it('says how early it is, and not that a link still open is spent', () =>
    expect(noticed().tries(determines('consultation-1'))).toMatchObject({ rule: 'notice-period' }));
});

it('treats a first submission without a number as the fault it is', () => {
  const { decision, council, now } = drafted();
  expect(() => decide(decision, { type: 'submit-proposal', by: officer }, { now, council })).toThrow('A number is needed');
});

it('gives the same answer to the same question: two who ask at once are told apart by the version alone', () => {
  const story = noticed();
  const ask = () => decide(story.decision, { type: 'withdraw-proposal', words: 'Overtaken.', by: clerk }, story.given);
  expect(ask()).toEqual(ask());
});
