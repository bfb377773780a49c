import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import { fingerprint } from '../../functions/decision/fingerprint.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, cleared, costing, key, link, none, noticed, small, submitted, vacant } from '../decision/stories.ts';
import { clerk, officer, type Story } from '../decision/story.ts';

const amends = (story: Story, change: Partial<Proposal>) =>
  story.tries({ type: 'amend-proposal', content: { ...(story.decision?.content as Proposal), ...change } });
const lastChange = ({ events }: Story) => {
  const happening = events.findLast((event) => event.happening.type === 'proposal-changed')?.happening;
  return happening?.type === 'proposal-changed' ? happening : null;
};

describe('a material change', () => {
  it.each([
    ['in clearance', submitted],
    ['cleared', cleared],
    ['under notice', noticed],
    ['waiting for its decision maker', awaiting],
  ])('voids every approval and its link, %s', (_, reach) => {
    const story = reach();
    const [stage] = story.open('determination').length ? (['determination'] as const) : (['clearance'] as const);
    const step = story.decision?.steps.find((each) => each.stage === stage);
    amends(story, { proposedDecision: ['Something else.'] });
    expect(story.status).toBe('in-clearance');
    expect(story.decision?.steps.find(({ id }) => id === step?.id)).toMatchObject({
      state: 'void',
      words: 'The proposal was changed: decision. Approvals given before no longer count.',
    });
    expect(story.open('clearance')).toHaveLength(3);
    expect(story.tries({ type: 'give-clearance', response: 'approve', stepId: step?.id ?? '', issue: 1, words: '' })?.rule).toBe(
      stage === 'clearance' ? 'step-void' : 'no-such-step',
    );
  });

  it('is another lead director while the one before is asked to clear it: the new one is asked, and the one before no more', () => {
    const story = submitted({ council: vacant(key.leadDirector, '2023-03-03') }).on('2023-03-04');
    expect(amends(story, { leadDirector: 'corporate-director-children' })).toBeNull();
    expect(story.decision?.steps.flatMap(({ post, state }) => (state === 'open' ? [post] : []))).toEqual([
      's151-officer',
      'monitoring-officer',
      'corporate-director-children',
    ]);
    expect(lastChange(story)?.changes).toEqual([
      {
        part: 'Lead director',
        before: 'Corporate Director Adult Social Care and Health',
        after: 'Corporate Director for Children, Young People and Education',
      },
    ]);
  });

  it('is no other lead director by a route on which they clear nothing', () => {
    const posts = ['s151-officer', 'monitoring-officer'];
    const story = submitted({
      council: { ...kent, clearanceRoutes: [{ from: '2012-01-01', order: 'parallel', posts, workingDaysToAnswer: 3 }] },
    });
    amends(story, { leadDirector: 'corporate-director-children' });
    expect([lastChange(story), story.decision?.content?.leadDirector]).toEqual([null, 'corporate-director-children']);
  });

  it('is another department while it is cleared, whose proposals others clear: they are asked', () => {
    const route = { from: '2012-01-01', order: 'parallel' as const, workingDaysToAnswer: 3, department: 'Finance' };
    const council = { ...kent, clearanceRoutes: [...kent.clearanceRoutes, { ...route, posts: ['corporate-director-growth'] }] };
    const story = submitted({ council });
    amends(story, { department: 'Finance' });
    expect(story.decision?.steps.flatMap(({ post, state }) => (state === 'open' ? [post] : []))).toEqual(['corporate-director-growth']);
    expect(lastChange(story)?.changes).toEqual([{ part: 'Department', before: key.department, after: 'Finance' }]);
  });

  it('is no other lead director once all have cleared it', () => {
    const story = cleared();
    amends(story, { leadDirector: 'corporate-director-children' });
    expect(story.status).toBe('cleared');
  });

  it('leaves what an earlier change made void as it was', () => {
    const story = submitted();
    for (const [day, words] of [
      ['2023-03-02', 'One.'],
      ['2023-03-03', 'Two.'],
    ] as const)
      amends(story.on(day), { proposedDecision: [words] });
    expect(story.decision?.steps.slice(0, 4)).toMatchObject(
      [2, 2, 2, 3].map((day) => ({ state: 'void', closedAt: `2023-03-0${day}T09:00:00Z` })),
    );
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
    expect(
      restarts({ targetDecisionDate: '2023-03-12' }, { ...key, targetDecisionDate: '2023-03-20' }),
      'the public was never told of a day before 5 April',
    ).toBe(false);
  });

  it('of who decides says so by the posts’ titles, the one that nobody holds any more too', () => {
    const story = noticed({ council: vacant(key.decisionMaker, '2023-03-10') }).on('2023-03-11');
    amends(story, { decisionMaker: 'leader', jointWith: 'cabinet-member-finance' });
    expect(lastChange(story)?.changes).toEqual([
      {
        part: 'Decision maker',
        before: 'Cabinet Member for Adult Social Care and Public Health',
        after: 'Leader of the Council with Cabinet Member for Finance',
      },
    ]);
  });

  it('is refused while a post that has to clear it is empty', () => {
    const story = noticed({ council: vacant('monitoring-officer', '2023-03-10') }).on('2023-03-11');
    expect(amends(story, { proposedDecision: ['Something else.'] })).toMatchObject({ rule: 'clearance-post-vacant' });
  });
});

it('an officer who decides in consultation with a member cannot have the member left out by a correction, and may have one added', () => {
  const asked = { ...key, decisionMaker: 'corporate-director-adult-social-care', inConsultationWith: ['cabinet-member-finance'] };
  const less = noticed({ content: asked });
  amends(less, { inConsultationWith: [] });
  expect([less.status, lastChange(less)?.changes]).toEqual([
    'in-clearance',
    [{ part: 'In consultation with', before: 'Cabinet Member for Finance', after: '' }],
  ]);
  const more = noticed({ content: asked });
  amends(more, { inConsultationWith: ['cabinet-member-finance', 'leader'] });
  expect([more.status, more.open('consultation').length]).toEqual(['notice-published', 4]);
});

describe('what makes a decision key makes the change material, although nothing costs more', () => {
  const asked = { ...small, consultees: key.consultees };

  it('a declaration', () => {
    const story = noticed({ content: asked });
    amends(story, { declaredKey: true });
    expect([story.status, lastChange(story)?.changes.map(({ part }) => part), lastChange(story)?.clockRestarts]).toEqual([
      'in-clearance',
      ['Key decision'],
      true,
    ]);
    expect(story.decision).toMatchObject({ keyDecision: { isKey: true, grounds: ['declared'] } });
  });

  it('a declaration taken back, since the public was told that it is key and members that they could call it in', () => {
    const story = noticed({ content: { ...asked, declaredKey: true } });
    amends(story, { declaredKey: false });
    expect([story.status, lastChange(story)?.changes.map(({ part }) => part)]).toEqual(['in-clearance', ['Key decision']]);
    const cheaper = noticed({ content: { ...costing(1_100_000), divisionsAffected: ['Ashford Central'] } });
    amends(cheaper, costing(900_000, { ...key, divisionsAffected: ['Ashford Central'] }));
    expect(cheaper.status, 'a lower cost is a correction').toBe('notice-published');
  });

  it('a declaration taken back before any notice is a correction: nobody was told of it', () => {
    const story = cleared({ content: { ...asked, declaredKey: true } });
    amends(story, { declaredKey: false });
    expect(story.decision).toMatchObject({ status: 'cleared', keyDecision: { isKey: false } });
    story.does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    expect(story.decision).toMatchObject({ notice: { isKey: false } });
  });

  it('the same sum in fewer years, where the council counts by the year', () => {
    const council: Council = {
      ...kent,
      keyRules: kent.keyRules.map((rule) => ({
        ...rule,
        money: [{ class: 'any', measure: 'expenditure', comparison: 'or-more', amountPence: 25_000_000, basis: 'any-year' }],
      })),
    };
    const over = (years: number): Proposal => ({
      ...asked,
      financialImplications: {
        ...asked.financialImplications,
        expenditure: [{ description: 'Term', kind: 'initial-term', amountPence: 80_000_000, years }],
      },
    });
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
    expect(story.decision).toMatchObject({
      status: 'notice-published',
      content: { reasons: 'Spelled correctly.' },
      notice: { publishedOn: '2023-03-07', timetable: { earliestDecisionDate: '2023-04-05', consultationClosesOn: '2023-04-04' } },
    });
    expect(story.happened).toContain('proposal-corrected');
    expect(story.happened).not.toContain('decision-date-moved');
  });

  it('is what is signed from then on, and only what is put to its decision maker has a fingerprint', () => {
    const [early, late] = [noticed(), awaiting()];
    for (const story of [early, late]) amends(story, { reasons: 'Spelled correctly.' });
    expect(early.decision).not.toHaveProperty('contentHash');
    expect(late.decision).toMatchObject({ contentHash: fingerprint(late.decision?.content) });
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
    expect(story.decision).toMatchObject({
      status: 'notice-published',
      keyDecision: { isKey: true, totals: { expenditurePence: 120_000_000 } },
    });
  });

  it('is kept as a correction, with nothing said to have changed', () => {
    const story = noticed();
    amends(story, { reasons: 'Spelled correctly.' });
    expect(story.events.at(-1)?.happening).toMatchObject({ type: 'proposal-corrected', changes: [] });
    expect(story.events.at(-1)?.happening, 'nor anybody asked').not.toHaveProperty('steps');
  });

  it('is for the officer whose proposal it is', () =>
    expect(
      noticed().tries({ type: 'amend-proposal', content: { ...key, reasons: 'Spelled correctly.' }, by: { ...officer, id: 'another' } }),
    ).toMatchObject({ kind: 'forbidden', rule: 'own-proposal' }));

  it('never has consultation close sooner than the public was told', () => {
    const closing = (story: Story, consultationClosesOn: string) => {
      amends(story, { consultationClosesOn });
      return story.decision && 'notice' in story.decision ? story.decision.notice?.timetable : null;
    };
    expect(closing(noticed(), '2023-03-20')).toMatchObject({ consultationClosesOn: '2023-04-04', earliestDecisionDate: '2023-04-05' });
    expect(closing(noticed(), '2023-04-20')).toMatchObject({ consultationClosesOn: '2023-04-20', earliestDecisionDate: '2023-04-21' });
    expect(closing(noticed({ route: 'special-urgency' }), '2023-04-20'), 'what is urgent waits for no answers').toMatchObject({
      consultationClosesOn: '2023-03-07',
      earliestDecisionDate: '2023-03-07',
    });
  });

  it('that changes nothing is no event', () => {
    const story = noticed();
    const before = story.events.length;
    expect(amends(story, {})).toBeNull();
    expect(story.events).toHaveLength(before);
  });

  it('of what nobody is asked about opens no consultation', () => {
    const story = awaiting({ content: small });
    amends(story, { reasons: 'Spelled correctly.' });
    expect(story.decision).toMatchObject({
      status: 'awaiting-decision',
      notice: { timetable: { consultationClosesOn: null, earliestDecisionDate: '2023-03-07' } },
    });
  });

  it('cannot name a decision to take the place of that was not taken here or stands no longer', () => {
    const story = noticed();
    expect(amends(story, { replaces: ['22/00007'] })?.errors).toEqual([expect.objectContaining({ path: 'replaces.0' })]);
    expect(story.happened.at(-1)).toBe('notice-published');
  });

  it('has to leave the proposal complete', () => expect(amends(noticed(), { reasons: '' })?.errors?.[0]?.path).toBe('reasons'));
});

describe('a later day', () => {
  it('moves the notice, keeps the day first given, and asks nobody to clear it again', () => {
    const story = noticed().on('2023-03-20');
    amends(story, { targetDecisionDate: '2023-04-20' });
    expect(story.decision).toMatchObject({
      status: 'notice-published',
      notice: { publishedOn: '2023-03-07', originallyDue: '2023-04-05', timetable: { earliestDecisionDate: '2023-04-20' } },
    });
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
    expect(story.decision).toMatchObject({
      status: 'notice-published',
      notice: { publishedOn: '2023-03-07', timetable: { earliestDecisionDate: '2023-06-01' } },
    });
  });
});

describe('a correction after the council has changed its own days', () => {
  const longer = { ...kent, noticeClearDays: 35, generalExceptionClearWorkingDays: 8, consultationClearWorkingDays: 20 };
  const corrects = (story: Story) => {
    story.council = longer;
    return story.does({ type: 'amend-proposal', content: { ...(story.decision?.content as typeof key), reasons: 'Corrected.' } });
  };
  const earliest = ({ decision }: Story) => decision?.notice?.timetable.earliestDecisionDate;

  it('moves no day that a notice told the public: the new days are those of the next notice', () => {
    const open = corrects(awaiting());
    expect([open.status, earliest(open)]).toEqual(['awaiting-decision', '2023-04-05']);
    const exception = corrects(noticed({ route: 'general-exception' }).on('2023-03-08'));
    expect([earliest(exception), exception.happened.at(-1)]).toEqual(['2023-03-15', 'proposal-corrected']);
    const consulted = corrects(noticed({ content: { ...small, consultees: key.consultees } }).on('2023-03-08'));
    expect(consulted.happened.at(-1)).toBe('proposal-corrected');
  });
});

describe('a division that a boundary review has ended', () => {
  const reviewed = { ...kent, divisions: kent.divisions.filter(({ name }) => name !== 'Ashford Central') };
  const affecting = (...divisionsAffected: string[]) => ({ ...key, divisionsAffected });

  it('stays named as it was cleared and noticed, and holds up no correction', () => {
    const story = noticed({ content: affecting('Ashford Central', 'Ashford East') });
    story.council = reviewed;
    expect(amends(story, { contact: { ...key.contact, name: 'Another' } })).toBeNull();
    expect([story.status, story.decision?.content.divisionsAffected]).toEqual(['notice-published', ['Ashford Central', 'Ashford East']]);
  });

  it('is named by no proposal that did not name it before', () => {
    const story = noticed({ content: affecting('Ashford East') });
    story.council = reviewed;
    expect(amends(story, { divisionsAffected: ['Ashford Central', 'Ashford East'] })?.errors?.[0]?.path).toBe('divisionsAffected.0');
  });
});

describe('a post that has fallen vacant since the proposal was submitted', () => {
  const content = { ...key, consultees: ['leader', ...key.consultees] };
  const fallen = (post: string) => noticed({ content, council: vacant(post, '2023-03-10') }).on('2023-03-11');

  it.each(['leader', key.leadDirector, key.decisionMaker])('%s holds up no correction of anything else', (post) => {
    const story = fallen(post);
    expect(amends(story, { reasons: 'Spelled correctly.' })).toBeNull();
    expect([story.status, story.decision?.content.reasons]).toEqual(['notice-published', 'Spelled correctly.']);
  });

  it('is named in no other part, and in no material change', () => {
    const errors = (post: string, change: Partial<Proposal>) => amends(fallen(post), change)?.errors?.map(({ path }) => path);
    expect(errors('leader', { leadDirector: 'leader' })).toEqual(['leadDirector']);
    expect(errors('leader', { proposedDecision: ['Something else.'] })).toEqual(['consultees.0']);
    expect(errors(key.decisionMaker, { proposedDecision: ['Something else.'] })).toEqual(['decisionMaker']);
  });
});

describe('a committee that does not meet on its day', () => {
  const name = 'Adult Social Care Cabinet Committee';
  const gates = ({ decision }: Story) => decision?.notice?.timetable.gates.map(({ rule, date, words }) => [rule, date, words]) ?? [];
  const told = [
    'published-decision-date',
    '2023-04-21',
    'The notice told the public that the decision would not be taken before 21 April 2023.',
  ];

  it('is said no more to consider it, and the decision comes no sooner than the public was told', () => {
    const story = noticed({ content: { ...key, cabinetCommittee: { name, date: '2023-04-20' } } }).on('2023-03-10');
    amends(story, { cabinetCommittee: undefined });
    expect(gates(story).filter(([, , words]) => words?.includes(name))).toEqual([]);
    expect(gates(story)).toContainEqual(told);
    expect(story.decision?.notice?.timetable.earliestDecisionDate).toBe('2023-04-21');
    amends(story, { contact: { ...key.contact, name: 'Another' } });
    expect(gates(story), 'nor by a later correction').toContainEqual(told);
  });

  it('is said to consider it on the day on which it now does, where that is sooner', () => {
    const story = noticed({ content: { ...key, cabinetCommittee: { name, date: '2023-04-20' } } }).on('2023-03-10');
    amends(story, { cabinetCommittee: { name, date: '2023-04-12' } });
    expect(gates(story)).toContainEqual(told);
    expect(gates(story)).toContainEqual(['cabinet-committee', '2023-04-13', `${name} considers it on 12 April 2023.`]);
  });

  it('leaves nothing behind where the public was told of a later day for another reason', () => {
    const story = noticed({ content: { ...key, cabinetCommittee: { name, date: '2023-03-20' } } }).on('2023-03-10');
    amends(story, { cabinetCommittee: undefined });
    expect(gates(story).map(([rule]) => rule)).toEqual(['notice-period', 'consultation-open']);
  });
});
