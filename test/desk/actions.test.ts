import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { callInRequest, challengeRequest, outcomeRequest, reconsiderationRequest, reportRequest, validationRequest } from '../../functions/call-in/call-in.schema.ts';
import { committeeOutcomeRequest } from '../../functions/consultation/committee-outcome.schema.ts';
import { actions, stepActions } from '../../functions/desk/actions.ts';
import type { Proposal } from '../../functions/desk/desk-api.ts';
import { readForm } from '../../functions/desk/read-form.ts';
import { withoutBlankRows } from '../../functions/desk/rows.ts';
import { writeForm } from '../../functions/desk/write-form.ts';
import { meetingRequest } from '../../functions/determination/meeting.schema.ts';
import { delegateRequest } from '../../functions/link/delegate.schema.ts';
import { noticeRequest } from '../../functions/notice/publish-notice.schema.ts';
import { deferRequest, withdrawRequest } from '../../functions/proposal/requests.schema.ts';
import { council } from './proposals.ts';

const proposal = { decisionMaker: 'cabinet', proposedDecision: ['Approve it'] } as Proposal;
const named = (name: string) => [...actions, ...stepActions].find((action) => action.name === name);
const [ground = ''] = council.callIn.grounds;

const whole: [string, z.ZodType, object][] = [
  ['notice', noticeRequest, { route: 'special-urgency', reason: 'The roof has come down', agreementFrom: 'council-chair' }],
  ['committee-outcome', committeeOutcomeRequest, { committee: 'Scrutiny Committee', date: '2023-03-15', outcome: 'amended', proposedDecision: ['Approve it for a year'], words: 'For a year first' }],
  ['determination', meetingRequest, { date: '2023-04-06', present: ['A Member'], introducedBy: 'A Member', points: ['It is needed'], conditions: [{ resolution: 1, words: 'Within the budget' }], interests: [{ name: 'A Member', interest: 'declared', kind: 'other', detail: 'A governor', dispensation: 'None needed' }] }],
  ['call-in', callInRequest, { requestedBy: [{ name: 'A', group: 'G' }, { name: 'B', group: 'H' }], grounds: [ground], words: 'Too soon', byCommittee: true }],
  ['call-in-validation', validationRequest, { valid: false, words: 'One member only' }],
  ['call-in-outcome', outcomeRequest, { outcome: 'reconsider', words: 'Think again' }],
  ['reconsideration', reconsiderationRequest, { outcome: 'changed', proposedDecision: ['Approve half of it'], words: 'Half is enough' }],
  ['key-challenge', challengeRequest, { words: 'It costs £2m', reportBy: '2023-05-01' }],
  ['key-report', reportRequest, { words: 'It was key' }],
  ['withdraw', withdrawRequest, { reason: 'No grant' }],
  ['defer', deferRequest, { reason: 'Await the budget', until: '2023-05-01' }],
  ['delegate', delegateRequest, { to: 'head-of-paid-service', scheme: 'Constitution, part 3' }],
  ['delegate', delegateRequest, { to: { name: 'A Deputy', email: 'deputy@kent.example' }, scheme: 'Constitution, part 3' }],
];

describe('The form for an action', () => {
  it.each(whole)('%s says everything that the API takes, as the API takes it', (name, schema, body) => {
    const action = named(name);
    const fields = action?.fields(council, proposal) ?? [];
    const { value, problems } = readForm(fields, withoutBlankRows(writeForm(fields, body)));
    expect(problems).toEqual([]);
    expect(schema.parse(action?.sends?.(value, proposal) ?? value)).toEqual(body);
    expect(fields.map((field) => field.name).sort()).toEqual(Object.keys((schema as z.ZodObject).shape).sort());
  });

  it('stands for every action with a body, and no other action has a body', () => {
    const withBody = new Set(whole.map(([name]) => name));
    expect([...actions, ...stepActions].filter((action) => action.fields(council, proposal).length > 0).map(({ name }) => name).sort()).toEqual([...withBody].sort());
  });

  it.each(['committee-outcome', 'reconsideration'])('%s leaves out wording that nobody changed', (name) => {
    const sends = named(name)?.sends;
    expect(sends?.({ outcome: 'noted', proposedDecision: ['Approve it'] }, proposal)).toEqual({ outcome: 'noted' });
    expect(sends?.({ outcome: 'noted', proposedDecision: ['Approve more'] }, proposal)).toEqual({ outcome: 'noted', proposedDecision: ['Approve more'] });
  });

  it('says call-in by the committee only where it is so', () => {
    expect(named('call-in')?.sends?.({ byCommittee: false, words: 'W' }, proposal)).toEqual({ words: 'W' });
  });
});
