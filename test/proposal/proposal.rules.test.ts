import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import {
  awaiting,
  clear,
  cleared,
  deferred,
  drafted,
  inTurn,
  key,
  link,
  none,
  noticed,
  small,
  submitted,
  vacant,
} from '../decision/stories.ts';
import { clerk, officer, Story, submittedBy } from '../decision/story.ts';

const another = { ...officer, id: 'another' };
const paths = (refusal: { errors?: { path: string }[] } | null) => refusal?.errors?.map(({ path }) => path);

describe('drafting', () => {
  it('is for whoever has an address: without one nobody could tell that it is their own which they clear or decide', () => {
    for (const email of ['', ' '])
      expect(new Story().tries({ type: 'draft-proposal', content: key, submittedBy: { ...submittedBy, email } })).toMatchObject({
        kind: 'forbidden',
        rule: 'own-address',
      });
  });
});

describe('submitting', () => {
  it('names every part that is missing or wrong at once', () => {
    const story = new Story().does({ type: 'draft-proposal', content: { subject: 'Half a thought', consultees: [] }, submittedBy });
    const refusal = story.tries({ type: 'submit-proposal' });
    expect(refusal?.kind).toBe('invalid');
    expect(paths(refusal)).toEqual(
      expect.arrayContaining([
        'decisionMaker',
        'department',
        'leadDirector',
        'proposedDecision',
        'background',
        'reasons',
        'financialImplications',
        'alternatives',
        'contracts',
      ]),
    );
    expect(refusal?.errors?.find(({ path }) => path === 'reasons')?.message).toBe('This is missing');
  });

  it('says what is wrong with what is there, and not that it is missing', () => {
    const message = (content: object) =>
      new Story().does({ type: 'draft-proposal', content: { ...key, ...content }, submittedBy }).tries({ type: 'submit-proposal' })?.errors;
    expect(message({ subject: ' ' })).toEqual([{ path: 'subject', message: 'Say something: this cannot be empty' }]);
    expect(message({ contracts: [{ ...key.contracts[0], start: undefined }] })).toEqual([
      { path: 'contracts.0.start', message: 'Say when the contract starts and ends' },
    ]);
  });

  it('is refused when somebody it names has left since it was drafted', () => {
    const story = drafted();
    story.council = vacant(key.decisionMaker, '2023-03-01');
    expect(paths(story.tries({ type: 'submit-proposal' }))).toEqual(['decisionMaker']);
  });

  it('gives the number and asks finance, legal and the director together', () => {
    const story = submitted();
    expect(story.decision?.number).toBe('23/00001');
    expect(story.decision?.steps.map(({ external }) => external)).toEqual([false, false, false]);
    expect(story.decision?.steps.map(({ post, state, dueOn }) => [post, state, dueOn])).toEqual([
      ['s151-officer', 'open', '2023-03-15'],
      ['monitoring-officer', 'open', '2023-03-15'],
      ['corporate-director-adult-social-care', 'open', '2023-03-15'],
    ]);
  });

  it('keeps the number of a proposal that was returned, whatever number comes next', () => {
    const story = submitted();
    story.does({ type: 'give-clearance', response: 'return', ...link(story, 'clearance'), words: 'Show the grant.' });
    story.number = '23/00099';
    expect(story.does({ type: 'submit-proposal' }).decision?.number).toBe('23/00001');
  });

  it('is for the officer whose proposal it is, and not for the clerk', () => {
    expect(drafted().tries({ type: 'submit-proposal', by: another })).toMatchObject({ kind: 'forbidden', rule: 'own-proposal' });
    expect(drafted().tries({ type: 'submit-proposal', by: { ...clerk, id: officer.id } })).toMatchObject({ rule: 'own-proposal' });
    expect(drafted().tries({ type: 'amend-proposal', content: key, by: another })).toMatchObject({ rule: 'own-proposal' });
  });

  it('is refused while a post that has to clear it is empty: nobody is passed over', () => {
    const refusal = drafted({ council: vacant('s151-officer', '2023-02-01') }).tries({ type: 'submit-proposal' });
    expect(refusal).toMatchObject({ rule: 'clearance-post-vacant', posts: ['s151-officer'] });
    expect(refusal?.words).toContain('Section 151 Officer');
  });

  it('uses the clearance route for the department or the value, and never one that is yet to begin', () => {
    const [general] = kent.clearanceRoutes;
    if (!general) throw new Error('Kent has a route');
    const dear = { ...general, overPence: 100_000_000, posts: ['s151-officer', 'head-of-paid-service'] };
    const council: Council = {
      ...kent,
      clearanceRoutes: [general, dear, { ...general, from: '2030-01-01', department: key.department, posts: ['clerk'] }],
    };
    expect(submitted({ council }).decision?.steps.map(({ post }) => post)).toEqual(['s151-officer', 'head-of-paid-service']);
    expect(submitted({ council, content: small }).decision?.steps).toHaveLength(3);
  });

  it('uses the last route that is for its department and for more than its figure, from the day on which it begins', () => {
    const [general] = kent.clearanceRoutes;
    if (!general) throw new Error('Kent has a route');
    const askedBy = (content: typeof key, ...routes: Partial<typeof general>[]) =>
      submitted({
        content,
        council: { ...kent, clearanceRoutes: routes.map((route) => ({ ...general, posts: ['s151-officer'], ...route })) },
      }).decision?.steps.map(({ post }) => post);
    const special = { posts: ['head-of-paid-service'] };
    expect(askedBy(key, {}, { ...special, department: key.department })).toEqual(['head-of-paid-service']);
    expect(askedBy(key, {}, { ...special, department: 'Another' })).toEqual(['s151-officer']);
    expect(askedBy(key, {}, { ...special, from: '2023-03-01' })).toEqual(['head-of-paid-service']);
    expect(askedBy(key, {}, { ...special, overPence: 160_000_000 })).toEqual(['s151-officer']);
    expect(askedBy(key, {}, { ...special, overPence: 159_999_999 })).toEqual(['head-of-paid-service']);
    const growing = {
      ...key,
      financialImplications: { ...key.financialImplications, growth: { per: 'a home', amountPence: 1, maximumUnits: null } },
    };
    expect(askedBy(growing, {}, { ...special, overPence: 10_000_000_000_000 })).toEqual(['head-of-paid-service']);
    expect(askedBy(key, { ...special, department: 'Another' }), 'none is for it, and somebody has to clear it').toEqual([
      'head-of-paid-service',
    ]);
    expect(askedBy(key, { ...special, department: 'Another' }, { from: '2030-01-01' })).toEqual(['head-of-paid-service']);
  });

  it('names a post that the directory does not have as it is set down', () => {
    const council: Council = { ...kent, clearanceRoutes: kent.clearanceRoutes.map((route) => ({ ...route, posts: ['a-post-long-gone'] })) };
    expect(drafted({ council }).tries({ type: 'submit-proposal' })?.words).toContain('the post of a-post-long-gone on 1 March 2023');
  });
});

describe('a draft', () => {
  const draftOf = (content: object) => new Story().tries({ type: 'draft-proposal', content, submittedBy });

  it('may be incomplete', () => expect(draftOf({})).toBeNull());

  it('may not name what the directory does not know', () =>
    expect(
      paths(
        draftOf({
          decisionMaker: 'nobody',
          leadDirector: 'cabinet-member-moon',
          consultees: ['ghost'],
          divisionsAffected: ['Atlantis', 'Ashford Central', 'Ashford Central'],
        }),
      ),
    ).toEqual(['decisionMaker', 'leadDirector', 'consultees.0', 'divisionsAffected.0', 'divisionsAffected.2']));

  it('replaced by another may not either', () =>
    expect(paths(drafted().tries({ type: 'amend-proposal', content: { decisionMaker: 'nobody' } }))).toEqual(['decisionMaker']));

  it('is replaced by its officer alone, whole, and may then still be incomplete', () => {
    const story = drafted();
    expect(story.tries({ type: 'amend-proposal', content: { subject: 'Another thought' }, by: another })).toMatchObject({
      rule: 'own-proposal',
    });
    story.does({ type: 'amend-proposal', content: { subject: 'Another thought' } });
    expect([story.status, story.decision?.content]).toEqual(['draft', { subject: 'Another thought' }]);
  });

  it('may not be decided by scrutiny or the chair of the council, alone or with another', () => {
    expect(paths(draftOf({ decisionMaker: 'scrutiny-chair' }))).toEqual(['decisionMaker']);
    expect(paths(draftOf({ decisionMaker: 'leader', jointWith: 'council-chair' }))).toEqual(['jointWith']);
  });

  it('is decided together by two people, and not by one person twice or by a body and a person', () => {
    expect(paths(draftOf({ decisionMaker: 'leader', jointWith: 'leader' }))).toEqual(['jointWith']);
    expect(paths(draftOf({ decisionMaker: 'cabinet', jointWith: 'leader' }))).toEqual(['jointWith']);
    expect(draftOf({ decisionMaker: 'leader', jointWith: 'cabinet-member-finance' })).toBeNull();
  });
});

describe('withdrawing', () => {
  it('is for its officer or the clerk, with a reason, and ends every link', () => {
    expect(noticed().tries({ type: 'withdraw-proposal', words: 'No.', by: another })).toMatchObject({ rule: 'own-proposal' });
    expect(paths(noticed().tries({ type: 'withdraw-proposal', words: ' ', by: clerk }))).toEqual(['reason']);
    const story = noticed();
    const consultee = link(story, 'consultation');
    story.does({ type: 'withdraw-proposal', words: 'Overtaken by events.', by: clerk });
    expect(story.decision).toMatchObject({
      status: 'withdrawn',
      number: '23/00001',
      notice: { publishedOn: '2023-03-07' },
      withdrawn: { by: 'A Clerk', words: 'Overtaken by events.' },
    });
    expect(story.tries({ type: 'answer-consultation', response: 'support', ...consultee })).toMatchObject({ rule: 'step-void' });
  });
});

describe('deferring', () => {
  it('waits for the day it is put off to, and goes on by itself on that day', () => {
    const story = deferred('2023-05-01').on('2023-04-30').does({ type: 'run-daily-check', by: clerk });
    expect(story.status).toBe('deferred');
    story.on('2023-05-01', '00:30:00Z').does({ type: 'run-daily-check', by: clerk });
    expect(story.status).toBe('awaiting-decision');
    expect(story.happened.slice(-3)).toEqual(['proposal-resumed', 'consultation-closed', 'determination-opened']);
    expect(story.events.at(-3)?.by.kind, 'nobody resumed it').not.toBe('consultee');
  });

  it('without a day waits until somebody takes it up again', () => {
    const story = deferred(null).on('2023-09-01').does({ type: 'run-daily-check', by: clerk });
    expect(story.status).toBe('deferred');
    expect(story.tries({ type: 'resume-proposal', by: another })).toMatchObject({ rule: 'own-proposal' });
    expect(story.does({ type: 'resume-proposal', by: officer }).status).toBe('awaiting-decision');
  });

  it('wants a day to come, and a reason', () => {
    expect(paths(cleared().tries({ type: 'defer-proposal', words: 'Later.', until: '2023-03-01', by: clerk }))).toEqual(['until']);
    expect(paths(cleared().tries({ type: 'defer-proposal', words: '', until: null, by: clerk }))).toEqual(['reason']);
  });

  it('is for its officer or the clerk', () =>
    expect(cleared().tries({ type: 'defer-proposal', words: 'Later.', until: null, by: another })).toMatchObject({ rule: 'own-proposal' }));

  it('from before the notice comes back to before the notice', () =>
    expect(
      cleared().does({ type: 'defer-proposal', words: 'Later.', until: null, by: clerk }).does({ type: 'resume-proposal', by: clerk })
        .status,
    ).toBe('cleared'));

  it('from before the notice of a change comes back to before that notice, although there was an earlier one', () => {
    const story = noticed().does({ type: 'amend-proposal', content: { ...key, proposedDecision: ['Something else.'] } });
    clear(story).does({ type: 'defer-proposal', words: 'Later.', until: null, by: clerk }).does({ type: 'resume-proposal', by: clerk });
    expect(story.status).toBe('cleared');
  });

  it('leaves nobody asked to decide', () =>
    expect(awaiting().does({ type: 'defer-proposal', words: 'Later.', until: null, by: clerk }).open('determination')).toEqual([]));

  it('ends the link to decide, and a fresh one comes when it is taken up again', () => {
    const story = awaiting();
    const old = link(story, 'determination');
    story.does({ type: 'defer-proposal', words: 'Later.', until: null, by: clerk }).does({ type: 'resume-proposal', by: clerk });
    expect(story.tries({ type: 'determine', response: 'approve', interest: none, ...old })).toMatchObject({ rule: 'step-void' });
    expect(story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') }).status).toBe('decided');
  });

  it('taken up again by the day, through somebody else’s act, is still nobody’s act', () => {
    const story = deferred('2023-03-10');
    const consultee = link(story, 'consultation');
    story.on('2023-03-10').does({ type: 'answer-consultation', response: 'support', ...consultee });
    expect(story.events.find(({ happening }) => happening.type === 'proposal-resumed')?.by.kind).toBe('system');
  });
});

describe('in-turn clearance', () => {
  it('asks one after another, each with the council’s own days to answer', () => {
    const story = submitted({ council: inTurn });
    expect(story.open('clearance')).toHaveLength(1);
    expect(story.tries({ type: 'give-clearance', response: 'approve', ...link(story, 'clearance'), stepId: 'clearance-2' })).toMatchObject({
      rule: 'step-not-open',
    });
    story.on('2023-03-03').does({ type: 'give-clearance', response: 'approve', ...link(story, 'clearance') });
    expect(story.decision?.steps.map(({ state, dueOn }) => [state, dueOn]).slice(0, 2)).toEqual([
      ['approved', '2023-03-06'],
      ['open', '2023-03-08'],
    ]);
    expect(clear(story).happened.filter((type) => type === 'next-clearance-opened')).toHaveLength(2);
  });

  it('ends for those who wait their turn too, when the proposal is withdrawn', () =>
    expect(
      submitted({ council: inTurn })
        .does({ type: 'withdraw-proposal', words: 'Overtaken.', by: officer })
        .decision?.steps.map(({ state }) => state),
    ).toEqual(['void', 'void', 'void']));

  it('waits when an address fails, and does not ask the next instead', () => {
    const story = submitted({ council: inTurn }).does({
      type: 'mark-undeliverable',
      stepId: 'clearance-1',
      words: 'No such mailbox',
      by: clerk,
    });
    expect(story.open('clearance')).toEqual([]);
    expect(story.status).toBe('in-clearance');
  });
});
