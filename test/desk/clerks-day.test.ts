import { describe, expect, it } from 'vitest';
import { actions, isOpenTo, mayEdit } from '../../functions/desk/action/actions.ts';
import { clerksDay, comingDates, openToCallIn } from '../../functions/desk/clerks-day.ts';
import type { Proposal } from '../../functions/desk/desk-api.ts';
import type { Role } from '../../functions/platform/http/caller.ts';
import { council } from './proposals.ts';

const today = '2023-04-05';
const timetable = {
  clearDaysRequired: 28,
  clearDaysBasis: 'calendar' as const,
  earliestDecisionDate: '2023-04-10',
  suggestedDecisionDate: '2023-04-11',
  consultationClosesOn: '2023-04-19',
  gates: [],
};
const record = {
  publishedAt: '2023-04-03T09:00:00Z',
  publishedOn: '2023-04-03',
  callInClosesOn: '2023-04-13',
  effectiveFrom: '2023-04-14',
  subjectToCallIn: true,
};
const callIn = {
  requestedAt: '2023-04-04T09:00:00Z',
  requestedOn: '2023-04-04',
  requestedBy: [{ name: 'A' }],
  grounds: ['G'],
  words: 'W',
  validated: false,
};
const proposal = (over: Partial<Proposal>): Proposal => ({
  id: 'd1',
  number: '23/00001',
  status: 'cleared',
  version: 1,
  createdAt: '',
  updatedAt: '',
  submittedBy: { sub: 'officer', name: 'O', email: 'o@kent.example' },
  contentHash: '',
  keyDecision: {
    isKey: true,
    grounds: [],
    statement: '',
    totals: { expenditurePence: 0, savingsPence: 0, divisions: 0 },
    thresholds: null,
    warnings: [],
  },
  timetable,
  steps: [],
  blockers: [],
  committeeOutcomes: [],
  ...over,
});
const listed = (over: Partial<Proposal>): string[] =>
  clerksDay([proposal(over)], today).flatMap(({ title, tasks }) => tasks.map(({ action }) => `${title}: ${action}`));
const step = {
  id: 's1',
  stage: 'clearance',
  post: 'p',
  name: 'N',
  title: 'T',
  state: 'open',
  dueOn: '2023-04-04',
  openedAt: null,
  actedAt: null,
  response: null,
  words: null,
} as const;

describe('The clerk’s day', () => {
  it.each<[string, Partial<Proposal>, string[]]>([
    ['a cleared proposal', { blockers: [{ rule: 'notice-to-publish', source: '', words: '' }] }, ['Notices to publish: notice']],
    [
      'a cleared proposal whose notice would name nobody, as no notice that can be published',
      { blockers: [{ rule: 'decision-maker-in-post', source: '', words: '', heldBy: 'Clerk' }] },
      ['What else waits for you: '],
    ],
    [
      'a cleared proposal that nobody could be consulted on',
      { blockers: [{ rule: 'consultee-in-post', source: '', words: '', heldBy: 'Clerk' }] },
      ['What else waits for you: '],
    ],
    [
      'a committee that has met',
      { status: 'notice-published', cabinetCommittee: { name: 'C', date: today } },
      ['Committee outcomes to record: committee-outcome'],
    ],
    ['a committee still to meet', { status: 'notice-published', cabinetCommittee: { name: 'C', date: '2023-04-06' } }, []],
    [
      'a committee whose outcome is recorded',
      {
        status: 'notice-published',
        cabinetCommittee: { name: 'C', date: today },
        committeeOutcomes: [{ committee: 'C', date: today, outcome: 'noted', words: 'W' }],
      },
      [],
    ],
    [
      'a body that may decide',
      { status: 'awaiting-decision', blockers: [{ rule: 'meeting-to-record', source: '', words: '' }] },
      ['Meetings to record: determination'],
    ],
    ['a call-in not yet judged', { status: 'called-in', callIn }, ['Call-ins: call-in-validation']],
    ['a valid call-in', { status: 'called-in', callIn: { ...callIn, validated: true } }, ['Call-ins: call-in-outcome']],
    [
      'a decision sent back',
      { status: 'called-in', callIn: { ...callIn, validated: true, outcome: 'reconsider' } },
      ['Call-ins: reconsideration'],
    ],
    [
      'a report owed to the council',
      { status: 'decided', record, keyChallenge: { raisedOn: today, words: 'W' } },
      ['Call-ins: key-report'],
    ],
    [
      'an email that came back',
      { status: 'in-clearance', steps: [{ ...step, state: 'undeliverable' }] },
      ['Emails that did not arrive: steps/s1/resend'],
    ],
    [
      'a consultee whom no email had reached when it was decided',
      { status: 'decided', record, steps: [{ ...step, stage: 'consultation', state: 'undeliverable' }] },
      [],
    ],
    [
      'somebody who was asked and has left the post since',
      {
        status: 'in-clearance',
        steps: [step],
        blockers: [{ rule: 'no-longer-in-post', source: '', words: '', heldBy: 'Clerk', stepId: 's1' }],
      },
      ['What else waits for you: '],
    ],
    [
      'urgency that the chair did not agree to',
      { status: 'notice-published', blockers: [{ rule: 'special-urgency-refused', source: '', words: '', heldBy: 'Clerk' }] },
      ['What else waits for you: notice'],
    ],
    [
      'a chair who has yet to agree to urgency',
      {
        status: 'notice-published',
        blockers: [{ rule: 'special-urgency-agreement', source: '', words: '', heldBy: 'A Chair', stepId: 's1' }],
      },
      [],
    ],
    [
      'a private meeting without its second notice',
      { status: 'notice-published', blockers: [{ rule: 'private-meeting-second-notice', source: '', words: '', heldBy: 'Clerk' }] },
      ['What else waits for you: private-meeting-notice'],
    ],
    [
      'a written notice that did not arrive',
      { status: 'notice-published', blockers: [{ rule: 'written-notice', source: '', words: '', heldBy: 'Clerk' }] },
      ['What else waits for you: written-notice'],
    ],
    ['an answer overdue', { status: 'in-clearance', steps: [step] }, ['Answers overdue: steps/s1/resend']],
    ['a chair whose answer would be refused while it is deferred', { status: 'deferred', steps: [{ ...step, stage: 'agreement' }] }, []],
    [
      'a chair whose consent to a private meeting is needed no more',
      {
        status: 'awaiting-decision',
        steps: [
          { ...step, stage: 'agreement', purpose: 'private-meeting' },
          { ...step, id: 's2', stage: 'agreement', purpose: 'private-meeting', state: 'undeliverable' },
        ],
      },
      [],
    ],
    [
      'somebody who has left the post and whom no email reached',
      {
        status: 'in-clearance',
        steps: [{ ...step, state: 'undeliverable' }],
        blockers: [{ rule: 'no-longer-in-post', source: '', words: '', heldBy: 'Clerk', stepId: 's1' }],
      },
      ['What else waits for you: '],
    ],
    ['an answer due today', { status: 'in-clearance', steps: [{ ...step, dueOn: today }] }, []],
    ['a consultee who is silent', { status: 'notice-published', steps: [{ ...step, stage: 'consultation' }] }, []],
  ])('has for %s its task, and no other', (_, over, tasks) => {
    expect(listed(over)).toEqual(tasks);
  });

  it('shows the dates of the next fourteen days, both ends counted, the soonest first', () => {
    const coming = comingDates(
      [
        proposal({ status: 'notice-published' }),
        proposal({ status: 'decided', record, timetable: { ...timetable, callInClosesOn: today, effectiveFrom: '2023-04-20' } }),
      ],
      today,
    );
    expect(coming.map(({ date, words }) => `${date} ${words}`)).toEqual([
      '2023-04-05 Call-in closes at the end of this day',
      '2023-04-10 It can be decided from this day',
      '2023-04-19 Consultation closes',
    ]);
  });

  const urgent = { route: 'special-urgency' as const, reason: null, firstPublishedOn: today };
  const chair = { ...step, stage: 'agreement' as const };
  it.each<[string, Partial<Proposal>]>([
    ['agree to urgency', { notice: urgent, steps: [chair] }],
    ['agree to urgency, whom no email has reached', { notice: urgent, steps: [{ ...chair, state: 'undeliverable' }] }],
    ['publish it by another way, the chair not having agreed', { notice: urgent, steps: [{ ...chair, state: 'declined' }] }],
    ['publish the second notice of its meeting', { notice: { ...urgent, route: 'ordinary', privateMeeting: { reasons: 'R' } } }],
  ])('shows no day from which it can be decided while somebody has first to %s', (_, over) => {
    expect(comingDates([proposal({ status: 'notice-published', ...over })], today).map(({ words }) => words)).toEqual([
      'Consultation closes',
    ]);
  });

  it('shows no last day for call-in of a decision that scrutiny has considered', () => {
    const dates = { ...timetable, callInClosesOn: today, effectiveFrom: '2023-04-06' };
    const considered = { ...callIn, outcome: 'no-comment' } as Proposal['callIn'];
    const coming = comingDates([proposal({ status: 'decided', record, timetable: dates, callIn: considered })], today);
    expect(coming.map(({ words }) => words)).toEqual(['It takes effect']);
  });

  it('shows scrutiny a decision through the last day of its call-in', () => {
    const open = (over: Partial<Proposal>, on: string) => openToCallIn([proposal({ status: 'decided', record, ...over })], on).length;
    expect([open({}, '2023-04-13'), open({}, '2023-04-14'), open({ record: { ...record, subjectToCallIn: false } }, today)]).toEqual([
      1, 0, 0,
    ]);
  });

  it('is one that others can still join, and none that scrutiny has looked at or the clerk found valid', () => {
    const called = (status: Proposal['status'], over: Partial<NonNullable<Proposal['callIn']>> = {}) =>
      openToCallIn([proposal({ status, record, callIn: { ...callIn, ...over } as Proposal['callIn'] })], today).length;
    expect([called('called-in'), called('called-in', { validated: true }), called('called-in', { outcome: 'reconsider' })]).toEqual([
      1, 0, 0,
    ]);
    expect([called('decided', { outcome: 'not-valid' }), called('decided', { outcome: 'no-comment' })]).toEqual([1, 0]);
  });
});

describe('What may be done', () => {
  const may = (role: Role, over: Partial<Proposal>, sub: string = role): string[] =>
    actions
      .filter((action) => isOpenTo(action, proposal(over), { sub, name: '', email: '', roles: [role] }, council))
      .map(({ name }) => name);

  it.each<[Role, Partial<Proposal>, string[]]>([
    ['officer', { status: 'draft' }, ['submit', 'withdraw']],
    ['clerk', { status: 'draft' }, ['hand-over', 'withdraw']],
    ['clerk', {}, ['notice', 'committee-outcome', 'defer', 'hand-over', 'withdraw']],
    ['officer', {}, ['defer', 'withdraw']],
    ['scrutiny', {}, []],
    [
      'clerk',
      { status: 'awaiting-decision', decisionMaker: 'cabinet' },
      ['call-in-waiver', 'committee-outcome', 'determination', 'defer', 'hand-over', 'withdraw'],
    ],
    [
      'clerk',
      { status: 'awaiting-decision', decisionMaker: 'leader' },
      ['call-in-waiver', 'committee-outcome', 'defer', 'hand-over', 'withdraw'],
    ],
    ['scrutiny', { status: 'decided' }, ['call-in']],
    ['clerk', { status: 'called-in', callIn }, ['call-in', 'call-in-validation', 'call-in-outcome', 'hand-over']],
    ['scrutiny', { status: 'called-in', callIn }, ['call-in', 'call-in-outcome']],
    ['officer', { status: 'deferred' }, ['resume', 'withdraw']],
    ['clerk', { status: 'withdrawn' }, []],
  ])('by %s with %o is %o', (role, over, names) => {
    expect(may(role, over)).toEqual(names);
  });

  it('to a proposal handed over is done by the officer at whose address it is held', () => {
    const submittedBy = { sub: 'b.officer@kent.example', name: 'B Officer', email: 'B.Officer@kent.example' };
    const by = (email: string) =>
      actions
        .filter((action) => isOpenTo(action, proposal({ submittedBy }), { sub: 'b', name: '', email, roles: ['officer'] }, council))
        .map(({ name }) => name);
    expect([by('B.officer@kent.example'), by('officer@kent.example'), by('')]).toEqual([['defer', 'withdraw'], [], []]);
  });

  it('by another officer is nothing, and by one’s own officer is to change it until it is decided', () => {
    expect(may('officer', { status: 'draft' }, 'another')).toEqual([]);
    const who = { sub: 'officer', name: '', email: '', roles: ['officer' as const] };
    expect(
      (['draft', 'cleared', 'awaiting-decision', 'decided', 'withdrawn'] as const).map((status) => mayEdit(proposal({ status }), who)),
    ).toEqual([true, true, true, false, false]);
    expect(mayEdit(proposal({}), { ...who, sub: 'another' })).toBe(false);
  });
});
