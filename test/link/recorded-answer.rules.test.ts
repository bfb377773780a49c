import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../functions/decision/commands.ts';
import type { Council } from '../../functions/council/council.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, link, none, noticed, small, submitted } from '../decision/stories.ts';
import { clerk, type Story, submittedBy } from '../decision/story.ts';

const evidence = 'Letter of 1 March, scanned';
const records = (story: Story, over: Partial<CommandOf<'record-answer'>> = {}) =>
  story.tries({
    type: 'record-answer',
    stepId: 'clearance-1',
    response: 'approve',
    words: '',
    evidence,
    by: { ...clerk, override: evidence },
    ...over,
  });

describe('an answer that the clerk enters for somebody', () => {
  it('counts as theirs, and says for good that the clerk entered it and on what evidence', () => {
    const story = submitted();
    records(story);
    expect(story.decision?.steps[0]).toMatchObject({ state: 'approved', override: evidence });
    expect(story.events.at(-1)).toMatchObject({ by: { kind: 'clerk', override: 'Letter of 1 March, scanned' } });
  });

  it('marks that step and no other, and an answer by link marks none', () => {
    const story = submitted();
    records(story);
    story.does({ type: 'give-clearance', response: 'approve', ...link(story, 'clearance') });
    expect(story.decision?.steps.filter((step) => 'override' in step).map(({ id }) => id)).toEqual(['clearance-1']);
  });

  it('meets every rule that their own answer would', () => {
    expect(records(submitted(), { response: 'return' })?.errors?.[0]?.path).toBe('words');
    expect(records(submitted(), { response: 'support' })?.errors?.[0]?.path).toBe('response');
    expect(records(awaiting(), { stepId: 'determination-1' })?.errors?.[0]?.path).toBe('interest');
    expect(records(awaiting(), { stepId: 'determination-1', interest: { interest: 'declared', detail: 'A lease' } })).toMatchObject({
      rule: 'disclosable-interest',
    });
    expect(records(awaiting(), { stepId: 'determination-1', interest: none, signedOn: '2023-04-04' })).toMatchObject({
      rule: 'notice-period',
    });
  });

  it('is sent back with the name of what it has too much: an interest or a day of signature where neither is asked for', () => {
    const faults = (story: Story, over: Partial<CommandOf<'record-answer'>>) => records(story, over)?.errors?.map(({ path }) => path);
    const declared = { interest: 'declared' as const, kind: 'other' as const, detail: 'A lease' };
    expect(faults(submitted(), { interest: declared, signedOn: '2023-03-01' })).toEqual(['interest', 'signedOn']);
    expect(faults(noticed(), { stepId: 'consultation-1', response: 'support', signedOn: '2023-03-07' })).toEqual(['signedOn']);
    const contradicted = { interest: 'none' as const, detail: 'A lease' };
    expect(faults(awaiting(), { stepId: 'determination-1', interest: contradicted })).toEqual(['interest']);
  });

  it.each([
    { interest: 'declared' },
    { interest: 'none', kind: 'other' },
    { interest: 'none', detail: 'A lease' },
    { interest: 'none', dispensation: 'Of 1 March' },
  ] as const)('says nothing of an interest where none is asked for, in no part of it: %o', (interest) => {
    expect(records(submitted(), { interest: interest as never })?.errors?.map(({ path }) => path)).toEqual(['interest']);
    expect(records(submitted(), { interest: { interest: 'none' } })).toBeNull();
  });

  it('is not entered by the officer whose proposal it is', () =>
    expect(records(submitted(), { by: { ...clerk, id: submittedBy.sub } })).toMatchObject({ rule: 'own-proposal' }));

  it('decides, dated when it was signed', () => {
    const story = awaiting().on('2023-04-11');
    expect(records(story, { stepId: 'determination-1', interest: none, signedOn: '2023-04-06' })).toBeNull();
    expect(story.decision).toMatchObject({
      status: 'decided',
      determination: { decidedOn: '2023-04-06', override: 'Letter of 1 March, scanned' },
    });
  });

  it('is of a consultee too, while the decision is deferred or not', () => {
    const story = noticed().does({ type: 'defer-proposal', words: 'Later.', until: null, by: clerk });
    expect(records(story, { stepId: 'consultation-1', response: 'object', words: 'By telephone.' })).toBeNull();
  });

  it('is of whoever no email reaches too, as the clerk was told, and of a consultee who was silent, as late', () => {
    const story = submitted().does({ type: 'mark-undeliverable', stepId: 'clearance-1', words: 'No such mailbox', by: clerk });
    expect(records(story)).toBeNull();
    expect(story.decision?.steps[0]).toMatchObject({ state: 'approved', override: evidence });
    const late = awaiting();
    expect(records(late, { stepId: 'consultation-1', response: 'object', words: 'By letter.' })).toBeNull();
    expect(late.decision?.steps.find(({ id }) => id === 'consultation-1')).toMatchObject({ state: 'responded', late: true });
    const lost = noticed().does({ type: 'mark-undeliverable', stepId: 'consultation-1', words: 'No such mailbox', by: clerk });
    expect(records(lost, { stepId: 'consultation-1', response: 'object', words: 'By telephone.' })).toBeNull();
    expect(lost.decision?.steps.find(({ id }) => id === 'consultation-1')).toMatchObject({ state: 'responded', late: false });
  });

  it('meets the same rules where no email reaches whoever answered', () => {
    const story = awaiting().does({ type: 'mark-undeliverable', stepId: 'determination-1', words: 'No such mailbox', by: clerk });
    expect(records(story, { stepId: 'determination-1', interest: { interest: 'declared', detail: 'A lease' } })).toMatchObject({
      rule: 'disclosable-interest',
    });
    expect(records(story, { stepId: 'determination-1', interest: none })).toBeNull();
    expect(story.status).toBe('decided');
  });

  it('is not of a step answered already, or of none', () => {
    const story = submitted();
    records(story);
    expect(records(story)).toMatchObject({ rule: 'already-answered' });
    expect(records(story, { response: 'support' }), 'whatever the answer would have been').toMatchObject({ rule: 'already-answered' });
    expect(records(story, { stepId: 'clearance-9' })).toMatchObject({ rule: 'no-such-step' });
  });
});

describe('somebody away, whose cover the directory names', () => {
  const away = (cover: string, posts = kent.posts): Council => ({
    ...kent,
    posts,
    absences: [{ post: small.decisionMaker, from: '2023-03-01', to: '2023-12-31', cover, scheme: 'Leader’s scheme' }],
  });

  it('is covered for from the first email', () => {
    const story = awaiting({ council: away('leader'), content: small });
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    expect(story.decision).toMatchObject({
      determination: {
        signedBy: 'The Leader of the Council for The Cabinet Member for Adult Social Care and Public Health',
        cover: 'Leader’s scheme',
      },
    });
  });

  it('is not covered for by the officer whose proposal it is', () => {
    const posts = kent.posts.map((post) =>
      post.id === 'clerk' ? { ...post, holders: post.holders.map((holder) => ({ ...holder, email: submittedBy.email })) } : post,
    );
    const story = awaiting({ council: away('clerk', posts), content: small });
    expect(story.tries({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') })).toMatchObject({
      rule: 'own-proposal',
    });
  });

  it('is one of two who decide together, and the other does not sign twice, by link or on paper', () => {
    const story = awaiting({ council: away('leader'), content: { ...small, jointWith: 'leader' } });
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    expect(story.tries({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') })).toMatchObject({
      rule: 'two-decide-together',
    });
    story.does({ type: 'mark-undeliverable', stepId: 'determination-2', words: 'No such mailbox', by: clerk });
    expect(records(story, { stepId: 'determination-2', interest: none })).toMatchObject({ rule: 'two-decide-together' });
  });
});
