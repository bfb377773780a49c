import { describe, expect, it } from 'vitest';
import { interestInWords } from '../../functions/record/in-words.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { awaiting, decided, deferred, key, link, none, noticed } from '../decision/stories.ts';
import { clerk, type Story, submittedBy } from '../decision/story.ts';

type Response = 'support' | 'object' | 'comment' | 'amend';
const answers = (story: Story, response: Response, words = 'In words.', who = link(story, 'consultation')) =>
  story.tries({ type: 'answer-consultation', response, ...who, words });
const first = ({ decision }: Story) => decision?.steps.find(({ stage }) => stage === 'consultation');

describe('a consultee', () => {
  it('may support without words, and needs words for anything else', () => {
    expect(answers(noticed(), 'support', '')).toBeNull();
    for (const response of ['object', 'comment', 'amend'] as const)
      expect(answers(noticed(), response, ' ')?.errors?.[0]?.path).toBe('words');
  });

  it('answers in time until the end of the closing day, and late from midnight in London', () => {
    const inTime = noticed().on('2023-04-04', '22:59:00Z');
    answers(inTime, 'object');
    expect(first(inTime)).toMatchObject({ state: 'responded', response: 'object', late: false });
    const late = noticed().on('2023-04-04', '23:00:00Z');
    answers(late, 'object');
    expect(first(late)).toMatchObject({ state: 'responded', late: true });
  });

  it('who says nothing is recorded as silent, which is not consent', () => {
    const story = awaiting();
    expect(story.decision?.steps.filter(({ stage }) => stage === 'consultation').map(({ state }) => state)).toEqual(['silent', 'silent']);
    expect(story.events.find(({ happening }) => happening.type === 'consultation-closed')).toMatchObject({
      by: { kind: 'system' },
      happening: { silent: ['consultation-1', 'consultation-2'] },
    });
  });

  it('who was silent may still answer until the decision is taken, and is marked late', () => {
    const story = noticed();
    const [one, two] = [link(story, 'consultation', 0), link(story, 'consultation', 1)];
    story.on('2023-04-05').does({ type: 'run-daily-check', by: clerk });
    expect(answers(story, 'comment', 'Sorry.', one)).toBeNull();
    expect(first(story)).toMatchObject({ state: 'responded', late: true });
    story.does({ type: 'determine', response: 'approve', interest: { interest: 'none' }, ...link(story, 'determination') });
    expect(answers(story, 'comment', 'Too late.', two)).toMatchObject({ rule: 'consultation-closed' });
  });

  it('whom no email was thought to have reached may answer by it from the day after the last one, and is marked late', () => {
    const unreached = (day: string) => {
      const story = noticed();
      story.does({ type: 'mark-undeliverable', stepId: 'consultation-1', words: 'No such mailbox.', by: clerk });
      return story.on(day, '12:00:00Z');
    };
    const who = link(noticed(), 'consultation');
    expect(answers(unreached('2023-04-04'), 'comment', 'In words.', who)).toMatchObject({ rule: 'step-undeliverable' });
    const story = unreached('2023-04-05');
    expect(answers(story, 'comment', 'In words.', who)).toBeNull();
    expect(first(story)).toMatchObject({ state: 'responded', late: true });
  });

  it('asked again after the last day, or whose cover is, is not silent in that moment, but from the next check on', () => {
    const again = [
      { type: 'reissue-link' as const, stepId: 'consultation-1', by: clerk },
      { type: 'delegate-step' as const, stepId: 'consultation-1', to: 'leader', scheme: 'By agreement', by: clerk },
    ];
    for (const asks of again) {
      const story = noticed({ content: { ...key, consultationClosesOn: '2023-03-20' } });
      story.does({ type: 'mark-undeliverable', stepId: 'consultation-1', words: 'No such mailbox.', by: clerk });
      story.on('2023-03-21').does(asks);
      expect([first(story)?.state, story.decision?.steps.find(({ id }) => id === 'consultation-2')?.state]).toEqual(['open', 'silent']);
      expect(first(story.on('2023-03-22').does({ type: 'run-daily-check', by: clerk }))?.state).toBe('silent');
    }
  });

  it('answers for nobody who was asked to decide, whether or not an email reached them', () => {
    const story = awaiting();
    const who = link(story, 'determination');
    story.does({ type: 'mark-undeliverable', stepId: who.stepId, words: 'No such mailbox.', by: clerk });
    expect(answers(story.on('2023-05-01'), 'support', '', who)).toMatchObject({ rule: 'no-such-step' });
  });

  it('may answer while the decision is deferred, silent or not: it is not taken yet', () => {
    const open = deferred();
    expect(answers(open, 'support')).toBeNull();
    const story = awaiting().does({ type: 'defer-proposal', words: 'Later.', until: null, by: clerk });
    expect(answers(story, 'comment', 'Sorry.', { ...link(noticed(), 'consultation') })).toBeNull();
    expect(first(story)).toMatchObject({ state: 'responded', late: true });
  });

  it('who was silent answers by the newest link only, and nobody by the link of a step that never was', () => {
    const story = noticed();
    const old = link(story, 'consultation');
    story.does({ type: 'reissue-link', stepId: 'consultation-1', by: clerk }).on('2023-04-05').does({ type: 'run-daily-check', by: clerk });
    expect(answers(story, 'comment', 'Sorry.', old)).toMatchObject({ rule: 'consultation-closed' });
    expect(answers(story, 'comment', 'Sorry.', { ...old, issue: 2 })).toBeNull();
    expect(answers(story, 'comment', 'Hello.', { ...old, stepId: 'consultation-9' })).toMatchObject({ rule: 'no-such-step' });
  });

  it('answers once, late or in time', () => {
    const story = noticed();
    const used = link(story, 'consultation');
    answers(story, 'support', '', used);
    expect(answers(story, 'object', 'No.', used)).toMatchObject({
      rule: 'already-answered',
      words: 'Members of the Adult Social Care Cabinet Committee answered in support on 7 March 2023 at 09:00.',
    });
    story.on('2023-04-05').does({ type: 'run-daily-check', by: clerk });
    expect(answers(story, 'object', 'No.', used)).toMatchObject({ rule: 'already-answered' });
  });

  it('may be the officer whose proposal it is: an opinion decides nothing', () => {
    const story = noticed({ content: { ...key, consultees: [{ name: 'An Officer', email: submittedBy.email, external: false }] } });
    expect(answers(story, 'support')).toBeNull();
  });

  it('given longer to answer is not late within the longer time', () => {
    const content = { ...key, consultationClosesOn: '2023-03-20' };
    const story = noticed({ content }).does({ type: 'amend-proposal', content: { ...content, consultationClosesOn: '2023-04-20' } });
    expect(first(story)).toMatchObject({ state: 'open', dueOn: '2023-04-20' });
    answers(story.on('2023-04-12'), 'support');
    expect(first(story)).toMatchObject({ state: 'responded', late: false });
  });

  it('alone is given the longer time, and only while the answer is open', () => {
    const content = { ...key, consultationClosesOn: '2023-03-20' };
    const story = noticed({ content }).does({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk });
    answers(story, 'support');
    story.does({ type: 'amend-proposal', content: { ...content, consultationClosesOn: '2023-04-20' } });
    expect(story.decision?.steps.filter(({ stage }) => stage !== 'clearance').map(({ id, dueOn }) => [id, dueOn])).toEqual([
      ['consultation-1', '2023-03-20'],
      ['consultation-2', '2023-04-20'],
      ['agreement-1', '2023-03-07'],
    ]);
  });

  it('given longer within the notice has the longer time too, although the decision comes no later', () => {
    const content = { ...key, consultationClosesOn: '2023-03-20' };
    const story = noticed({ content }).does({ type: 'amend-proposal', content: { ...content, consultationClosesOn: '2023-03-27' } });
    expect(story.on('2023-03-22').does({ type: 'run-daily-check', by: clerk }).happened).not.toContain('consultation-closed');
    answers(story, 'support');
    expect(first(story)).toMatchObject({ state: 'responded', late: false, dueOn: '2023-03-27' });
    expect(story.decision).toMatchObject({
      notice: { timetable: { consultationClosesOn: '2023-03-27', earliestDecisionDate: '2023-04-05' } },
    });
  });

  it('whose address fails is recorded as undeliverable, and asked again when the clerk sends a fresh link', () => {
    const story = noticed().does({ type: 'mark-undeliverable', stepId: 'consultation-1', words: 'No such mailbox', by: clerk });
    expect(first(story)).toMatchObject({ state: 'undeliverable', words: 'No such mailbox' });
    expect(answers(story, 'support', '', { ...link(noticed(), 'consultation') })).toMatchObject({ rule: 'step-undeliverable' });
    story.does({ type: 'reissue-link', stepId: 'consultation-1', by: clerk });
    expect(answers(story, 'support')).toBeNull();
  });
});

it('keeps the answers given when the proposal is changed and asked about again', () => {
  const story = noticed();
  answers(story, 'object', 'Too dear.');
  story.does({ type: 'amend-proposal', content: { ...key, proposedDecision: ['Something else.'] } });
  expect(story.decision?.steps.filter(({ stage }) => stage === 'consultation').map(({ state }) => state)).toEqual(['responded', 'void']);
});

it('that urgency did not wait for ends with the decision, and who had not answered is on the record as silent', () => {
  const story = noticed({ route: 'special-urgency' });
  story.does({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') });
  story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
  expect(story.decision?.steps.filter(({ stage }) => stage === 'consultation').map(({ state }) => state)).toEqual(['silent', 'silent']);
  expect(story.decision && publicationOf(story.decision, story.council)?.consultation?.consultees.map(({ outcome }) => outcome)).toEqual([
    'silent',
    'silent',
  ]);
});

it('over before the decision, has nobody recorded as silent by the decision a second time', () => {
  const { events } = decided();
  expect(events.map(({ happening }) => happening)).toContainEqual({
    type: 'consultation-closed',
    silent: ['consultation-1', 'consultation-2'],
  });
  expect(events.find(({ happening }) => happening.type === 'decision-made')?.happening).not.toHaveProperty('silent');
});

it('ends with the decision: an answer not given by then is void, and says so', () =>
  expect(decided().decision?.steps.some(({ state }) => state === 'open' || state === 'waiting')).toBe(false));

describe('a member of the executive who is consulted by whoever decides alone', () => {
  const content = { ...key, consultees: ['leader', ...key.consultees] };
  const declared = { interest: 'declared' as const, detail: 'I chair the charity that may bid.' };
  const answered = (interest?: typeof declared) => {
    const story = noticed({ content });
    story.does({ type: 'answer-consultation', response: 'support', ...link(story, 'consultation'), ...(interest ? { interest } : {}) });
    story.on('2023-04-05').does({ type: 'run-daily-check', by: clerk });
    return story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
  };
  const interestsOf = ({ decision, council }: Story) => decision && publicationOf(decision, council)?.interests;

  it('has the conflict of interest that they declare on the record of the decision (reg 13(2)(d))', () => {
    const interests = interestsOf(answered(declared));
    expect(interests?.summary).toBe('Declared');
    expect(interests?.each.map(({ name, interest, detail }) => [name, interest, detail])).toEqual([
      ['The Cabinet Member for Adult Social Care and Public Health', 'none', null],
      ['Leader of the Council, consulted', 'declared', 'I chair the charity that may bid.'],
    ]);
    expect(interestInWords(interests!.each[1]!)).toBe('Declared: I chair the charity that may bid. Dispensation: none.');
  });

  it('has one that the clerk enters from paper on it too', () => {
    const story = noticed({ content });
    const { stepId } = link(story, 'consultation');
    const entry = { type: 'record-answer' as const, stepId, response: 'support' as const, words: '', evidence: 'A letter', by: clerk };
    expect(story.tries({ ...entry, interest: { interest: 'declared' } })?.errors?.[0]?.path).toBe('interestDetail');
    story.does({ ...entry, interest: declared });
    expect(first(story)).toMatchObject({ state: 'responded', interest: declared });
  });

  it('is alone in that: what anybody else sends as one, and what is sent where a body decides, is sent back, never lost', () => {
    const body = { ...content, decisionMaker: 'cabinet' };
    const sent = (story: Story, nth: number) =>
      story.tries({ type: 'answer-consultation', response: 'support', ...link(story, 'consultation', nth), interest: declared });
    expect(sent(noticed({ content }), 0)).toBeNull();
    expect(sent(noticed({ content }), 1)?.errors?.map(({ path }) => path)).toEqual(['words']);
    const officer = { ...content, consultees: ['s151-officer', ...key.consultees] };
    expect(sent(noticed({ content: officer }), 0)?.errors?.map(({ path }) => path)).toEqual(['words']);
    expect(sent(noticed({ content: body }), 0)?.errors?.map(({ path }) => path)).toEqual(['words']);
    const entered = (story: Story, nth: number) => {
      const { stepId } = link(story, 'consultation', nth);
      const entry = { type: 'record-answer' as const, stepId, response: 'support' as const, words: '', evidence: 'A letter', by: clerk };
      return [declared, none].map((interest) => story.tries({ ...entry, interest })?.errors?.map(({ path }) => path));
    };
    expect(entered(noticed({ content }), 1)).toEqual([['interest'], undefined]);
    expect(entered(noticed({ content: body }), 0)).toEqual([['interest'], undefined]);
  });

  it('is not said to have declared one who declared none', () =>
    expect(interestsOf(answered())).toMatchObject({ summary: 'None', each: { length: 1 } }));
});
