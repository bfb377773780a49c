import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { materialChanges } from '../../functions/proposal/material-change.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, cleared, costing, key, link, none, noticed, small, submitted, vacant } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const amends = (story: Story, change: Partial<Proposal>) => story.tries({ type: 'amend-proposal', content: { ...(story.decision?.content as Proposal), ...change } });
const parts = (change: Partial<Proposal>, before = key) => materialChanges(before, { ...before, ...change }).map(({ part }) => part);
const lastChange = ({ events }: Story) => {
  const happening = events.findLast((event) => event.happening.type === 'proposal-changed')?.happening;
  return happening?.type === 'proposal-changed' ? happening : null;
};
const dated = { ...key, targetDecisionDate: '2023-06-01', consultationClosesOn: '2023-05-01' };

describe('a material change', () => {
  it.each<[string, Partial<Proposal>]>([
    ['Subject', { subject: 'Another matter' }],
    ['Decision', { proposedDecision: ['Something else.'] }],
    ['Decision maker', { decisionMaker: 'leader' }],
    ['Decision maker', { jointWith: 'leader' }],
    ['Areas affected', { divisionsAffected: ['Ashford Central'] }],
    ['Public access', { publicAccess: { kind: 'part-exempt', paragraphs: [3], publicInterest: 'Prices.' } }],
    ['Highest expenditure', { financialImplications: costing(1_600_001).financialImplications }],
  ])('is of its %s', (part, change) => expect(parts(change)).toEqual([part]));

  it('is an earlier day, and not a later one', () => {
    expect(parts({ targetDecisionDate: '2023-05-31' }, dated)).toEqual(['Decision date']);
    expect(parts({ consultationClosesOn: '2023-04-30' }, dated)).toEqual(['End of consultation']);
    expect(parts({ targetDecisionDate: '2023-06-02', consultationClosesOn: '2023-05-02' }, dated)).toEqual([]);
  });

  it('is not a lower cost, the same areas in another order, or a word spelled correctly', () => {
    expect(parts({ financialImplications: costing(1_200_000).financialImplications })).toEqual([]);
    expect(parts({ divisionsAffected: ['Ashford East', 'Ashford Central'] }, { ...key, divisionsAffected: ['Ashford Central', 'Ashford East'] })).toEqual([]);
    expect(parts({ reasons: 'Spelled correctly.', background: 'The same.' })).toEqual([]);
  });

  it.each([['in clearance', submitted], ['cleared', cleared], ['under notice', noticed], ['waiting for its decision maker', awaiting]])('voids every approval and its link, %s', (_, reach) => {
    const story = reach();
    const [stage] = story.open('determination').length ? (['determination'] as const) : (['clearance'] as const);
    const step = story.decision?.steps.find((each) => each.stage === stage);
    amends(story, { proposedDecision: ['Something else.'] });
    expect(story.status).toBe('in-clearance');
    expect(story.decision?.steps.find(({ id }) => id === step?.id)).toMatchObject({ state: 'void', words: 'The proposal was changed: decision. Approvals given before no longer count.' });
    expect(story.open('clearance')).toHaveLength(3);
    expect(story.tries({ type: 'give-clearance', response: 'approve', stepId: step?.id ?? '', issue: 1, words: '' })?.rule).toBe(stage === 'clearance' ? 'step-void' : 'no-such-step');
  });

  it('says whether the notice clock starts again', () => {
    const restarts = (change: Partial<Proposal>, content = key) => {
      const story = noticed({ content }).on('2023-03-10');
      amends(story, change);
      return lastChange(story)?.clockRestarts;
    };
    expect(restarts({ proposedDecision: ['Something else.'] })).toBe(false);
    expect(restarts({ subject: 'Another matter' })).toBe(true);
    expect(restarts({ decisionMaker: 'leader' })).toBe(true);
    expect(restarts({ targetDecisionDate: '2023-05-01' }, { ...key, targetDecisionDate: '2023-06-01' })).toBe(true);
    expect(restarts({ targetDecisionDate: '2023-03-12' }, { ...key, targetDecisionDate: '2023-03-20' }), 'the public was never told of a day before 5 April').toBe(false);
  });

  it('is refused while a post that has to clear it is empty', () => {
    const story = noticed({ council: vacant('monitoring-officer', '2023-03-10') }).on('2023-03-11');
    expect(amends(story, { proposedDecision: ['Something else.'] })).toMatchObject({ rule: 'clearance-post-vacant' });
  });
});

describe('what makes a decision key makes the change material, although nothing costs more', () => {
  const asked = { ...small, consultees: key.consultees };

  it('a declaration', () => {
    const story = noticed({ content: asked });
    amends(story, { declaredKey: true });
    expect([story.status, lastChange(story)?.changes.map(({ part }) => part), lastChange(story)?.clockRestarts]).toEqual(['in-clearance', ['Key decision'], true]);
    expect(story.decision).toMatchObject({ keyDecision: { isKey: true, grounds: ['declared'] } });
  });

  it('the same sum in fewer years, where the council counts by the year', () => {
    const council: Council = { ...kent, keyRules: kent.keyRules.map((rule) => ({ ...rule, money: [{ class: 'any', measure: 'expenditure', comparison: 'or-more', amountPence: 25_000_000, basis: 'any-year' }] })) };
    const over = (years: number): Proposal => ({ ...asked, financialImplications: { ...asked.financialImplications, expenditure: [{ description: 'Term', kind: 'initial-term', amountPence: 80_000_000, years }] } });
    const story = noticed({ content: over(4), council });
    expect(story.decision).toMatchObject({ keyDecision: { isKey: false } });
    amends(story, over(2));
    expect([story.status, lastChange(story)?.changes.map(({ part }) => part)]).toEqual(['in-clearance', ['Key decision']]);
  });
});

describe('a correction', () => {
  it('voids nothing and moves nothing, however late in the notice it comes', () => {
    const story = noticed().on('2023-04-03');
    amends(story, { reasons: 'Spelled correctly.' });
    expect(story.decision).toMatchObject({ status: 'notice-published', content: { reasons: 'Spelled correctly.' }, notice: { publishedOn: '2023-03-07', timetable: { earliestDecisionDate: '2023-04-05', consultationClosesOn: '2023-04-04' } } });
    expect(story.happened).toContain('proposal-corrected');
    expect(story.happened).not.toContain('decision-date-moved');
  });

  it('leaves the link to decide good on the day itself', () => {
    const story = awaiting();
    const used = link(story, 'determination');
    amends(story, { reasons: 'Spelled correctly.' });
    expect(story.tries({ type: 'determine', response: 'approve', interest: none, ...used })).toBeNull();
  });

  it('of the cost downwards is shown in the totals', () => {
    const story = noticed();
    amends(story, { financialImplications: costing(1_200_000).financialImplications });
    expect(story.decision).toMatchObject({ status: 'notice-published', keyDecision: { isKey: true, totals: { expenditurePence: 120_000_000 } } });
  });

  it('that changes nothing is no event', () => {
    const story = noticed();
    const before = story.events.length;
    expect(amends(story, {})).toBeNull();
    expect(story.events).toHaveLength(before);
  });

  it('has to leave the proposal complete', () => expect(amends(noticed(), { reasons: '' })?.errors?.[0]?.path).toBe('reasons'));
});

describe('a later day', () => {
  it('moves the notice, keeps the day first given, and asks nobody to clear it again', () => {
    const story = noticed().on('2023-03-20');
    amends(story, { targetDecisionDate: '2023-04-20' });
    expect(story.decision).toMatchObject({ status: 'notice-published', notice: { publishedOn: '2023-03-07', originallyDue: '2023-04-05', timetable: { earliestDecisionDate: '2023-04-20' } } });
    amends(story, { targetDecisionDate: '2023-04-27' });
    expect(story.decision).toMatchObject({ notice: { originallyDue: '2023-04-05', timetable: { earliestDecisionDate: '2023-04-27' } } });
  });

  it('ends a link to decide that has gone out, until the day comes', () => {
    const story = awaiting();
    const old = link(story, 'determination');
    amends(story, { targetDecisionDate: '2023-04-20' });
    expect(story.tries({ type: 'determine', response: 'approve', interest: none, ...old })).toMatchObject({ rule: 'step-void' });
    expect(story.on('2023-04-20').does({ type: 'run-daily-check', by: clerk }).status).toBe('awaiting-decision');
  });

  it('taken back leaves the notice as the public was told, and moves it no further', () => {
    const story = noticed({ content: { ...key, targetDecisionDate: '2023-06-01' } }).on('2023-05-20');
    amends(story, { targetDecisionDate: undefined });
    expect(story.decision).toMatchObject({ status: 'notice-published', notice: { publishedOn: '2023-03-07', timetable: { earliestDecisionDate: '2023-06-01' } } });
  });
});
