import { describe, expect, it } from 'vitest';
import { clerk, scrutiny, somebody, submittedBy } from '../decision/story.ts';
import { kent } from '../../seeds/kent/council.ts';
import { aProposal } from './proposal.ts';
import { type Telling, telling } from './telling.ts';

const director = 'corporate-director-adult-social-care';
const maker = 'cabinet-member-adult-social-care';
const callIn = {
  type: 'call-in-decision' as const,
  by: scrutiny,
  requestedBy: [
    { name: 'Cllr One', group: 'A' },
    { name: 'Cllr Two', group: 'B' },
  ],
  grounds: [kent.callInRules[0]?.grounds[0] ?? ''],
  words: 'Too little consultation',
};
const concerned = ['clerk', maker, 'officer', director, 'scrutiny-chair'];

describe('who is told before the notice', () => {
  it('tells nobody of a draft, nor of a draft replaced', () => {
    const story = telling()
      .does({ type: 'draft-proposal', content: {}, submittedBy })
      .does({ type: 'amend-proposal', content: aProposal() });
    expect(story.told('proposal-drafted')).toEqual([]);
    expect(story.told('draft-replaced')).toEqual([]);
  });

  it('withdraws a draft that nobody saw in silence', () => {
    const story = telling()
      .does({ type: 'draft-proposal', content: {}, submittedBy })
      .does({ type: 'withdraw-proposal', words: 'Not needed' });
    expect(story.told('proposal-withdrawn')).toEqual([]);
  });

  it('asks finance, legal and the lead director for clearance, each by their own link', () => {
    expect(telling().submitted().told('proposal-submitted')).toEqual(['s151-officer*', 'monitoring-officer*', `${director}*`]);
  });

  it('asks only the first in turn, and the next when the first has cleared', () => {
    const [route] = kent.clearanceRoutes;
    if (!route) throw new Error('Kent has a clearance route');
    const story = telling(undefined, { ...kent, clearanceRoutes: [{ ...route, order: 'in-turn' }] }).submitted();
    expect(story.told('proposal-submitted')).toEqual(['s151-officer*']);
    for (const step of story.open('clearance')) story.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
    expect(story.told('next-clearance-opened')).toEqual(['monitoring-officer*']);
  });

  it('tells the officer and the lead director of a clearance while others are still asked', () => {
    const story = telling().submitted();
    const [finance] = story.open('clearance');
    if (!finance) throw new Error('Finance is asked');
    story.does({ type: 'give-clearance', by: somebody, response: 'approve', ...finance });
    expect(story.told('clearance-given')).toEqual(['officer', director]);
  });

  it('tells the clerk to publish, and the owners, when everybody has cleared, and does not tell the last clearance twice', () => {
    const story = telling().cleared();
    expect(story.told('proposal-cleared')).toEqual(['clerk', 'officer', director]);
    expect(story.told('clearance-given')).toEqual([]);
  });

  it('tells the officer and the lead director that a clearer returned or declined it, with the words; and whoever was asked that it was declined', () => {
    for (const [response, type, others] of [
      ['return', 'proposal-returned', []],
      ['decline', 'proposal-declined', ['clerk', 's151-officer', 'monitoring-officer']],
    ] as const) {
      const story = telling().submitted();
      const [finance] = story.open('clearance');
      if (!finance) throw new Error('Finance is asked');
      story.does({ type: 'give-clearance', by: somebody, response, ...finance, words: 'The sums do not add up' });
      expect(story.told(type)).toEqual(['officer', director, ...others]);
      expect(story.letters(type)[0]?.facts).toContainEqual({ term: 'Reason given', value: 'The sums do not add up' });
    }
  });
});

describe('the way to where it is done', () => {
  const leads = (story: Telling, type: Parameters<Telling['letters']>[0]) =>
    Object.fromEntries(story.letters(type).map(({ to, action }) => [to.email.replace(/@.*/, ''), action?.path ?? null]));

  it('leads the clerk and the officer to the file of the proposal, and the director, who has no desk, nowhere', () => {
    const story = telling().cleared();
    const file = `/desk/proposals/${story.decision?.id}`;
    expect(leads(story, 'proposal-cleared')).toEqual({ clerk: file, officer: file, [director]: null });
  });

  it('leads the clerk to the file to judge a call-in, and everybody else to the record', () => {
    const story = telling().decided().does(callIn);
    const record = `/decisions/${story.decision?.number}`;
    expect(leads(story, 'decision-called-in')).toEqual({
      ...Object.fromEntries(concerned.map((who) => [who, record])),
      clerk: `/desk/proposals/${story.decision?.id}`,
    });
  });

  it('leads whoever is asked by a link of their own only there', () => {
    const [asked] = telling().submitted().letters('proposal-submitted');
    expect(asked?.action).toEqual({ label: 'Read the report and answer' });
  });
});

describe('who is told of the notice', () => {
  it('asks consultees, tells the scrutiny chair, the officer and the members for the areas affected', () => {
    expect(telling().noticed().told('notice-published')).toEqual([
      'community-safety*',
      'hello*',
      'scrutiny-chair',
      'officer',
      'member.ashford-central',
      'member.maidstone-central-1',
      'member.maidstone-central-2',
    ]);
  });

  it('writes once to every member’s own list where every division is affected', () => {
    expect(telling().noticed({ divisionsAffected: 'all', consultees: [] }).told('notice-published')).toEqual([
      'scrutiny-chair',
      'officer',
      'all-members',
    ]);
  });

  it('gives the scrutiny chair the written notice of reg 10 under the general exception, with the reason and the days', () => {
    const story = telling()
      .cleared()
      .does({ type: 'publish-notice', route: 'general-exception', reason: 'The grant ends this month', by: clerk });
    const chair = story.letters('notice-published').find(({ to }) => to.post === 'scrutiny-chair');
    expect(chair?.kind).toBe('general-exception-notice');
    expect(chair?.paragraphs[0]).toBe(
      'This is the written notice that regulation 10 of SI 2012/2089 gives you as Chair of the Scrutiny Committee.',
    );
    expect(chair?.facts.slice(-4)).toEqual([
      { term: 'Not before', value: 'Wednesday 15 March 2023' },
      { term: 'Consultation closes', value: 'the end of Tuesday 14 March 2023' },
      { term: 'Short notice under', value: 'General exception, reg 10 of SI 2012/2089' },
      { term: 'Why full notice is impracticable', value: 'The grant ends this month' },
    ]);
    expect(chair?.stepId).toBeUndefined();
  });

  it('asks the scrutiny chair to agree to special urgency by a link, and tells them nothing else', () => {
    const story = telling()
      .cleared({ consultees: [] })
      .does({ type: 'publish-notice', route: 'special-urgency', reason: 'The roof has failed', by: clerk });
    expect(story.told('notice-published').filter((who) => who.startsWith('scrutiny-chair'))).toEqual(['scrutiny-chair*']);
  });

  it('tells the clerk and the officer whether the urgency was agreed', () => {
    for (const [response, type] of [
      ['agree', 'agreement-given'],
      ['refuse', 'agreement-refused'],
    ] as const) {
      const story = telling()
        .cleared({ consultees: [] })
        .does({ type: 'publish-notice', route: 'special-urgency', reason: 'The roof has failed', by: clerk });
      const [agreement] = story.open('agreement');
      if (!agreement) throw new Error('The chair is asked');
      story.does({ type: 'give-agreement', by: somebody, response, ...agreement, words: 'Seen' });
      expect(story.told(type)).toEqual(['clerk', 'officer']);
    }
  });
});

describe('who is told of the consultation', () => {
  it('tells the officer of an objection and not of support', () => {
    const story = telling().noticed();
    const [safety, refuge] = story.open('consultation');
    if (!safety || !refuge) throw new Error('Two are consulted');
    story.does({ type: 'answer-consultation', by: somebody, response: 'support', ...safety });
    expect(story.told('consultation-answered')).toEqual([]);
    story.does({ type: 'answer-consultation', by: somebody, response: 'object', ...refuge, words: 'It leaves rural homes out' });
    expect(story.told('consultation-answered')).toEqual(['officer']);
  });

  it('tells the officer who stayed silent when it closes', () => {
    const story = telling().awaiting();
    expect(story.told('consultation-closed')).toEqual(['officer']);
    expect(story.letters('consultation-closed')[0]?.facts).toContainEqual({
      term: 'Gave no answer',
      value: 'Community Safety\nRefuge for All',
    });
  });

  it('tells the officer what a committee changed, word by word', () => {
    const story = telling()
      .noticed()
      .does({
        type: 'record-committee-outcome',
        by: clerk,
        committee: 'Adult Social Care Cabinet Committee',
        date: '2023-03-07',
        outcome: 'amended',
        words: 'Agreed as amended',
        proposedDecision: [
          'Approve the procurement of the property security service',
          'Delegate the actions needed to the Corporate Director, in consultation with the Cabinet Member',
        ],
      });
    expect(story.told('committee-outcome-recorded')).toContain('officer');
    expect(story.letters('committee-outcome-recorded')[0]?.changes?.[0]?.words).toContainEqual({
      kind: 'added',
      words: ', in consultation with the Cabinet Member',
    });
  });
});

describe('who is told of the decision', () => {
  it('asks the decision maker by their link on the first lawful day', () => {
    const story = telling().awaiting();
    expect(story.told('determination-opened')).toEqual([`${maker}*`]);
    expect(story.letters('determination-opened')[0]?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('asks the clerk to record the meeting where a body decides, and then its chair to sign', () => {
    const story = telling().awaiting({ decisionMaker: 'cabinet', consultees: [] });
    expect(story.told('determination-opened')).toEqual(['clerk']);
    story.does({
      type: 'record-meeting',
      by: clerk,
      meeting: { date: '2023-04-05', present: ['The Leader of the Council'], points: [], interests: [] },
    });
    expect(story.told('meeting-recorded')).toEqual(['leader*']);
  });

  it('tells everyone in the file, once each, with the call-in day and the record’s address', () => {
    const story = telling().decided();
    expect(story.told('decision-made')).toEqual([
      'officer',
      'commissioner',
      director,
      maker,
      's151-officer',
      'monitoring-officer',
      'community-safety',
      'hello',
      'clerk',
      'scrutiny-chair',
    ]);
    const [letter] = story.letters('decision-made');
    expect(letter?.facts).toContainEqual({ term: 'Call-in closes', value: 'the end of Friday 14 April 2023' });
    expect(letter?.action).toEqual({ label: 'Read the record of decision', path: '/decisions/23/00001' });
  });

  it('tells the officer of the first of two who decide jointly, and whom it waits for', () => {
    const story = telling().awaiting({ jointWith: 'leader', consultees: [] });
    const [first] = story.open('determination');
    if (!first) throw new Error('Both are asked');
    story.does({ type: 'determine', by: somebody, response: 'approve', interest: { interest: 'none' }, ...first });
    expect(story.told('determination-countersigned')).toEqual(['officer']);
    expect(story.letters('determination-countersigned')[0]?.whatHappensNext).toBe(
      'It waits for the Leader of the Council. Nothing is asked of you.',
    );
  });

  it('tells the officer and the lead director when the decision maker returns or declines, and everyone in the file that it goes no further', () => {
    const file = ['clerk', 's151-officer', 'monitoring-officer', 'community-safety', 'hello', maker, 'scrutiny-chair'];
    for (const [response, type, others] of [
      ['return', 'proposal-returned', []],
      ['decline', 'proposal-declined', file],
    ] as const) {
      const story = telling().awaiting();
      const [step] = story.open('determination');
      if (!step) throw new Error('The maker is asked');
      story.does({ type: 'determine', by: somebody, response, interest: { interest: 'none' }, ...step, words: 'Not yet' });
      expect(story.told(type)).toEqual(['officer', director, ...others]);
    }
  });

  it('tells the officer and the lead director that it is in force', () => {
    expect(telling().decided().on('2023-04-15').does({ type: 'run-daily-check' }).told('decision-effective')).toEqual([
      'officer',
      director,
    ]);
  });
});

describe('who is told of what goes another way', () => {
  it('asks the clearers again and tells everybody whose answer was voided why, with the difference', () => {
    const story = telling().awaiting();
    story.does({
      type: 'amend-proposal',
      content: aProposal({ proposedDecision: ['Approve the procurement of two property security services'] }),
    });
    expect(story.told('proposal-changed')).toEqual(expect.arrayContaining(['s151-officer*', 'monitoring-officer*', `${director}*`, maker]));
    for (const letter of story.letters('proposal-changed'))
      expect(letter.changes?.[0]?.words).toContainEqual({ kind: 'added', words: 'two' });
  });

  it('tells of a correction only those who still have to answer', () => {
    const story = telling()
      .noticed()
      .does({ type: 'amend-proposal', content: aProposal({ background: 'Needs assessment of 2022.' }) });
    expect(story.told('proposal-corrected')).toEqual(['community-safety', 'hello']);
    const later = telling()
      .cleared()
      .does({ type: 'amend-proposal', content: aProposal({ background: 'Needs assessment of 2022.' }) });
    expect(later.told('proposal-corrected')).toEqual([]);
  });

  it('tells everyone in the file of a withdrawal, a deferral, a resumption and a later date', () => {
    const everyone = [
      'clerk',
      'officer',
      director,
      's151-officer',
      'monitoring-officer',
      'community-safety',
      'hello',
      maker,
      'scrutiny-chair',
    ];
    expect(telling().noticed().does({ type: 'withdraw-proposal', words: 'Not needed' }).told('proposal-withdrawn')).toEqual(everyone);
    const story = telling().noticed().does({ type: 'defer-proposal', words: 'Waiting for the grant', until: '2023-05-02', by: clerk });
    expect(story.told('proposal-deferred')).toEqual(everyone);
    expect(story.does({ type: 'resume-proposal', by: clerk }).told('proposal-resumed')).toEqual(everyone);
    expect(
      telling()
        .noticed()
        .does({ type: 'amend-proposal', content: aProposal({ targetDecisionDate: '2023-05-02' }) })
        .told('decision-date-moved'),
    ).toEqual(everyone);
  });

  it('sends a fresh link to the same mailbox and to nobody else', () => {
    const story = telling().submitted();
    expect(story.does({ type: 'reissue-link', by: clerk, stepId: 'clearance-1' }).told('link-reissued')).toEqual(['s151-officer*']);
  });

  it('sends the link to the cover, and tells the person covered and the clerk', () => {
    const story = telling()
      .submitted()
      .does({
        type: 'delegate-step',
        by: clerk,
        stepId: 'clearance-1',
        to: { name: 'A Deputy', email: 'deputy@kent.example' },
        scheme: 'the finance scheme of delegation',
      });
    expect(story.told('step-delegated')).toEqual(['deputy*', 's151-officer', 'clerk']);
  });

  it('tells the clerk what to do when an email did not arrive', () => {
    const story = telling().submitted().does({ type: 'mark-undeliverable', by: clerk, stepId: 'clearance-1', words: 'No such mailbox' });
    expect(story.told('step-undeliverable')).toEqual(['clerk']);
  });
});

describe('who is told of a call-in', () => {
  it('tells those concerned at every turn, and names those who called it in without writing to them', () => {
    const story = telling().decided().on('2023-04-06').does(callIn);
    expect(story.told('decision-called-in')).toEqual(concerned);
    expect(story.letters('decision-called-in')[0]?.facts).toContainEqual({ term: 'Called in by', value: 'Cllr One (A)\nCllr Two (B)' });
    if (story.decision?.status === 'called-in' && !story.decision.callIn.validated) {
      story.does({ type: 'validate-call-in', by: clerk, valid: true, words: 'Two members of two groups' });
      expect(story.told('call-in-validated')).toEqual(concerned);
    }
    story.on('2023-04-20').does({ type: 'conclude-call-in', by: scrutiny, outcome: 'reconsider', words: 'Think again' });
    expect(story.told('call-in-concluded')).toEqual(concerned);
    story.on('2023-04-27').does({
      type: 'reconsider-decision',
      by: clerk,
      outcome: 'changed',
      proposedDecision: ['Approve the procurement of the service for one year'],
      words: 'Shorter',
    });
    expect(story.told('decision-reconsidered')).toEqual(concerned);
    expect(story.letters('decision-reconsidered')[0]?.changes).toBeDefined();
  });

  it('tells those concerned that a decision is said to have been key, and of the report on it', () => {
    const cheap = { financialImplications: { summary: 'Small.', expenditure: [], savings: [], funding: [] } };
    const story = telling().decided({ ...cheap, consultees: [] });
    story.does({ type: 'challenge-key-status', by: scrutiny, words: 'It affects the whole county', reportBy: '2023-05-02' });
    expect(story.told('key-status-challenged')).toEqual(concerned);
    expect(story.does({ type: 'report-key-status', by: clerk, words: 'Reported to council' }).told('key-status-reported')).toEqual(
      concerned,
    );
  });
});
