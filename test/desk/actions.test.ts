import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import description from '../../docs/openapi.json' with { type: 'json' };
import {
  callInRequest,
  challengeRequest,
  outcomeRequest,
  reconsiderationRequest,
  reportRequest,
  validationRequest,
} from '../../functions/call-in/call-in.schema.ts';
import { committeeOutcomeRequest } from '../../functions/consultation/committee-outcome.schema.ts';
import { actions } from '../../functions/desk/action/actions.ts';
import { stepActions } from '../../functions/desk/action/step-actions.ts';
import type { Proposal } from '../../functions/desk/desk-api.ts';
import { readForm } from '../../functions/desk/form/read-form.ts';
import { withoutBlankRows } from '../../functions/desk/form/rows.ts';
import { writeForm } from '../../functions/desk/form/write-form.ts';
import { meetingRequest } from '../../functions/determination/meeting.schema.ts';
import { delegateRequest, liftRequest, recordedAnswerRequest } from '../../functions/link/delegate.schema.ts';
import { consentRequest, secondNoticeRequest, waiverRequest } from '../../functions/notice/private-meeting.schema.ts';
import { noticeRequest, writtenNoticeRequest } from '../../functions/notice/publish-notice.schema.ts';
import { deferRequest, handOverRequest, withdrawRequest } from '../../functions/proposal/requests.schema.ts';
import { council } from './proposals.ts';

const proposal = { decisionMaker: 'cabinet', proposedDecision: ['Approve it'], notice: { unreached: ['A Chair'] } } as Proposal;
const named = (name: string) => [...actions, ...stepActions].find((action) => action.name === name);
const [ground = ''] = council.callIn.grounds;

const whole: [string, z.ZodMiniType, object][] = [
  ['notice', noticeRequest, { route: 'special-urgency', reason: 'The roof has come down', agreementFrom: 'council-chair' }],
  ['written-notice', writtenNoticeRequest, { name: 'A Chair', givenOn: '2023-03-08', words: 'By hand' }],
  [
    'committee-outcome',
    committeeOutcomeRequest,
    {
      committee: 'Scrutiny Committee',
      date: '2023-03-15',
      outcome: 'amended',
      proposedDecision: ['Approve it for a year'],
      words: 'For a year first',
    },
  ],
  [
    'determination',
    meetingRequest,
    {
      date: '2023-04-06',
      present: ['A Member'],
      introducedBy: 'A Member',
      points: ['It is needed'],
      conditions: [{ resolution: 1, words: 'Within the budget' }],
      interests: [{ name: 'A Member', interest: 'declared', kind: 'other', detail: 'A governor', dispensation: 'None needed' }],
    },
  ],
  [
    'call-in',
    callInRequest,
    {
      requestedBy: [
        { name: 'A', group: 'G' },
        { name: 'B', group: 'H' },
      ],
      grounds: [ground],
      words: 'Too soon',
      byCommittee: true,
    },
  ],
  ['call-in-validation', validationRequest, { valid: false, words: 'One member only' }],
  ['call-in-outcome', outcomeRequest, { outcome: 'reconsider', words: 'Think again' }],
  [
    'reconsideration',
    reconsiderationRequest,
    { outcome: 'changed', proposedDecision: ['Approve half of it'], decidedOn: '2023-05-08', words: 'Half is enough' },
  ],
  ['key-challenge', challengeRequest, { words: 'It costs £2m', reportBy: '2023-05-01' }],
  ['key-report', reportRequest, { words: 'It was key' }],
  ['private-meeting-notice', secondNoticeRequest, { representations: 'None', response: 'None is needed' }],
  ['private-meeting-consent', consentRequest, { reason: 'The offer ends on Friday', agreementFrom: 'council-chair' }],
  ['call-in-waiver', waiverRequest, { reason: 'The offer ends on Friday' }],
  [
    'answer',
    recordedAnswerRequest,
    {
      response: 'approve',
      words: 'Agreed',
      evidence: 'Signed paper',
      interest: { interest: 'declared', kind: 'other', detail: 'A governor', dispensation: 'None needed' },
      signedOn: '2023-04-05',
    },
  ],
  ['lift-suppression', liftRequest, { reason: 'IT gave the mailbox back' }],
  ['withdraw', withdrawRequest, { reason: 'No grant' }],
  ['defer', deferRequest, { reason: 'Await the budget', until: '2023-05-01' }],
  ['hand-over', handOverRequest, { to: { name: 'B Officer', email: 'b.officer@kent.example' }, reason: 'The officer has left' }],
  ['delegate', delegateRequest, { to: 'head-of-paid-service', scheme: 'Constitution, part 3' }],
  ['delegate', delegateRequest, { to: { name: 'A Deputy', email: 'deputy@kent.example' }, scheme: 'Constitution, part 3' }],
];

describe('The form for an action', () => {
  it.each(whole)('%s says everything that the API takes, as the API takes it', (name, schema, body) => {
    const action = named(name);
    const fields = action?.fields(council, proposal, null) ?? [];
    const { value, problems } = readForm(fields, withoutBlankRows(writeForm(fields, body)));
    expect(problems).toEqual([]);
    expect(schema.parse(action?.sends?.(value, proposal) ?? value)).toEqual(body);
    expect(fields.map((field) => field.name).sort()).toEqual(Object.keys((schema as z.ZodMiniObject).shape).sort());
  });

  it('stands for every action with a body, and no other action has a body', () => {
    const withBody = new Set(whole.map(([name]) => name));
    expect(
      [...actions, ...stepActions]
        .filter((action) => action.fields(council, proposal, null).length > 0)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...withBody].sort());
  });

  it.each(['committee-outcome', 'reconsideration'])('%s leaves out wording that nobody changed', (name) => {
    const sends = named(name)?.sends;
    expect(sends?.({ outcome: 'noted', proposedDecision: ['Approve it'] }, proposal)).toEqual({ outcome: 'noted' });
    expect(sends?.({ outcome: 'noted', proposedDecision: ['Approve more'] }, proposal)).toEqual({
      outcome: 'noted',
      proposedDecision: ['Approve more'],
    });
  });

  it.each([
    ['clearance', ['approve', 'return', 'decline'], false],
    ['consultation', ['support', 'object', 'comment', 'amend'], false],
    ['agreement', ['agree', 'refuse'], false],
    ['determination', ['approve', 'return', 'decline'], true],
  ] as const)(
    'records of a %s the answers that its own page takes, and an interest only of a decision',
    (stage, responses, asksInterest) => {
      const fields = named('answer')?.fields(council, proposal, { stage } as Proposal['steps'][number]) ?? [];
      const response = fields.find(({ name }) => name === 'response');
      expect(response?.as === 'radios' && response.options.map(({ value }) => value)).toEqual(responses);
      expect(fields.some(({ name }) => name === 'interest')).toBe(asksInterest);
    },
  );

  it('to record a meeting says what to write as the member where nobody had an interest, since a row without a member is refused', () => {
    const interests = named('determination')
      ?.fields(council, proposal, null)
      .find(({ name }) => name === 'interests');
    expect(interests?.hint).toContain('write “Cabinet” as the member');
    const meeting = { date: '2023-04-06', present: ['A Member'] };
    expect(meetingRequest.safeParse({ ...meeting, interests: [{ name: 'Cabinet', interest: 'none' }] }).success).toBe(true);
    expect(meetingRequest.safeParse({ ...meeting, interests: [{ interest: 'none' }] }).success).toBe(false);
  });

  it('to record a meeting has who was there ticked, or written where the directory names no members of the body', () => {
    const asksAs = (members: string[]) => {
      const posts = council.posts.map((post) => (post.id === proposal.decisionMaker ? { ...post, members } : post));
      const fields = named('determination')?.fields({ ...council, posts }, proposal, null) ?? [];
      return ['present', 'introducedBy'].map((wanted) => fields.find(({ name }) => name === wanted)?.as);
    };
    expect([asksAs(['leader']), asksAs([])]).toEqual([
      ['ticks', 'select'],
      ['lines', 'line'],
    ]);
  });

  it('to publish the notice is offered once, and again only while special urgency is not agreed', () => {
    const offered = (status: string, route?: string, ...steps: object[]) =>
      named('notice')?.when?.({ ...proposal, status, steps, ...(route ? { notice: { route } } : {}) } as Proposal, council);
    const chair = (state: string) => ({ stage: 'agreement', purpose: 'special-urgency', state });
    expect(offered('cleared')).toBe(true);
    expect([offered('notice-published', 'ordinary'), offered('notice-published', 'general-exception')]).toEqual([false, false]);
    expect(
      ['open', 'declined', 'undeliverable', 'approved'].map((state) => offered('notice-published', 'special-urgency', chair(state))),
    ).toEqual([true, true, true, false]);
    const another = { stage: 'agreement', purpose: 'call-in-waiver', state: 'approved' };
    expect(offered('notice-published', 'special-urgency', chair('declined'), another)).toBe(true);
    expect(offered('notice-published', 'special-urgency', { stage: 'agreement', state: 'approved' })).toBe(false);
  });

  it('of a private meeting’s second notice is offered until there is one, or consent in the place of both notices', () => {
    const offered = (privateMeeting?: object) =>
      named('private-meeting-notice')?.when?.({ ...proposal, notice: { privateMeeting } } as Proposal, council);
    const reasons = 'Prices.';
    const consent = { name: 'The chair', words: '', on: '2023-03-08' };
    expect([offered({ reasons }), offered({ reasons, second: {} }), offered({ reasons, consent }), offered()]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('of consent to a private meeting can be asked of another chair where the first does not answer, or no email reached them', () => {
    const offered = (state: string) =>
      named('private-meeting-consent')?.when?.(
        { ...proposal, notice: { privateMeeting: { reasons: 'Prices.' } }, steps: [{ purpose: 'private-meeting', state }] } as Proposal,
        council,
      );
    expect(['open', 'undeliverable', 'void', 'approved', 'declined'].map(offered)).toEqual([true, true, true, false, false]);
  });

  it('of a waiver of call-in is offered once, and again only where the chair who was asked left without an answer', () => {
    const chair = council.posts.find(({ id }) => id === 'scrutiny-chair');
    const offered = (state: string, name = 'Whoever Was Before') =>
      named('call-in-waiver')?.when?.(
        { ...proposal, steps: [{ purpose: 'call-in-waiver', state, post: 'scrutiny-chair', name }] } as Proposal,
        council,
      );
    expect(['open', 'undeliverable', 'void', 'approved', 'declined'].map((state) => offered(state))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['open', 'undeliverable', 'void'].map((state) => offered(state, chair?.name))).toEqual([false, false, true]);
  });

  it('says call-in by the committee only where it is so', () => {
    expect(named('call-in')?.sends?.({ byCommittee: false, words: 'W' }, proposal)).toEqual({ words: 'W' });
  });

  it('of a call-in asks of a record from before the rule of today for no members by that rule, and leaves the committee out by no later one', () => {
    const rule = { ...council.callIn, from: '2023-04-10', members: 3, committeeMay: false };
    const onRecordOf = (publishedOn: string) =>
      named('call-in')?.fields({ ...council, callIn: rule }, { ...proposal, record: { publishedOn } } as Proposal, null) ?? [];
    const hintOf = (fields: object[]) => fields.map((field) => ('hint' in field ? field.hint : undefined))[0];
    expect(hintOf(onRecordOf('2023-04-10'))).toBe('At least 3, of different groups.');
    expect(onRecordOf('2023-04-10').map(({ name }) => name)).not.toContain('byCommittee');
    expect(hintOf(onRecordOf('2023-04-09'))).toBe('As many as the rule of 9 April 2023 asked, when the record was published.');
    expect(onRecordOf('2023-04-09').map(({ name }) => name)).toContain('byCommittee');
  });
});

it('the form for what somebody answered on paper asks of an interest where a member of the executive is consulted by one who decides alone', () => {
  const asks = (decisionMaker: string, stage: string, post: string | null, on = council) =>
    named('answer')
      ?.fields(on, { ...proposal, decisionMaker } as Proposal, { stage, post } as Proposal['steps'][number])
      .some(({ name }) => name === 'interest');
  const maker = 'cabinet-member-adult-social-care';
  expect([
    asks(maker, 'consultation', 'leader'),
    asks(maker, 'consultation', 's151-officer'),
    asks(maker, 'consultation', null),
    asks('cabinet', 'consultation', 'leader'),
    asks(maker, 'clearance', 'leader'),
  ]).toEqual([true, false, false, false, false]);
  const gone = ({ id }: { id: string }) => id === 'leader' || id === 'cabinet';
  const since = { ...council, posts: council.posts.filter((post) => !gone(post)), vacant: council.posts.filter(gone) };
  expect([asks(maker, 'consultation', 'leader', since), asks('cabinet', 'consultation', 'leader', since)], 'of posts vacant since').toEqual(
    [true, false],
  );
});

type Schema = { $ref?: string; oneOf?: Schema[]; anyOf?: Schema[]; additionalProperties?: unknown };
const { schemas } = description.components as unknown as { schemas: Record<string, Schema> };

const takesOthers = ({ $ref, oneOf, anyOf, additionalProperties }: Schema): boolean => {
  const forms = $ref ? [schemas[$ref.split('/').at(-1) ?? ''] ?? {}] : (oneOf ?? anyOf);
  return forms ? forms.some(takesOthers) : additionalProperties !== false;
};

it('The API takes no field that it does not know in anything, so that the desk can ask it what is wrong with a form that cannot be read', () => {
  const sent = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, { requestBody?: { content?: Record<string, { schema: Schema }> } }>).flatMap(
      ([method, { requestBody }]) => {
        const schema = requestBody?.content?.['application/json']?.schema;
        return schema && path.startsWith('/api/') ? [[`${method} ${path}`, schema] as const] : [];
      },
    ),
  );
  expect(sent.length).toBeGreaterThan(30);
  expect(sent.filter(([, schema]) => takesOthers(schema)).map(([name]) => name)).toEqual([]);
});
