import { describe, expect, it } from 'vitest';
import type { DecisionEvent } from '../../functions/decision/events.ts';
import { apply, evolve, HistoryBroken } from '../../functions/decision/evolve.ts';
import { canonical, fingerprint, shortFingerprint } from '../../functions/decision/fingerprint.ts';
import { beginning, firstBreak } from '../../functions/decision/history.ts';
import type { Happening } from '../../functions/decision/events.ts';
import { calledIn, drafted, effective, key, noticed, submitted } from './stories.ts';
import { clerk, type Story } from './story.ts';

const whole = () => effective().events;
const altered = (at: number, change: (event: DecisionEvent) => DecisionEvent) =>
  whole().map((event, index) => (index === at ? change(event) : event));

describe('the history', () => {
  it('of a whole life holds', () => {
    expect(firstBreak(whole())).toBeNull();
    expect(whole()[0]?.before).toBe(beginning);
    expect(whole().map(({ sequence }) => sequence)).toEqual(whole().map((_, index) => index + 1));
  });

  it('shows the first event that was altered, whatever was altered in it', () => {
    const changes: ((event: DecisionEvent) => DecisionEvent)[] = [
      (event) => ({ ...event, at: '2023-03-01T09:00:01Z' }),
      (event) => ({ ...event, by: { ...event.by, name: 'Somebody else' } }),
      (event) => ({ ...event, decisionId: 'another' }),
      (event) => ({ ...event, happening: { type: 'proposal-withdrawn', words: '' } }),
      (event) => ({
        ...event,
        hash: `${event.hash.slice(0, -1)}0` === event.hash ? `${event.hash.slice(0, -1)}1` : `${event.hash.slice(0, -1)}0`,
      }),
      (event) => ({ ...event, before: beginning }),
      (event) => ({ ...event, sequence: 9 }),
    ];
    for (const change of changes) expect(firstBreak(altered(3, change))?.sequence).toBe(change(whole()[3] as DecisionEvent).sequence);
  });

  it('shows an event taken out, put in twice, or put elsewhere', () => {
    const events = whole();
    expect(firstBreak(events.toSpliced(2, 1))).toBe(events[3]);
    expect(firstBreak(events.toSpliced(2, 0, events[2] as DecisionEvent))).toBe(events[2]);
    expect(firstBreak([...events.slice(0, 2), ...events.slice(2).reverse()])).toBe(events.at(-1));
  });

  it('cannot be told in an impossible order: that is a fault', () => {
    const events = submitted().events;
    expect(() => evolve(null, events[1] as DecisionEvent)).toThrow(HistoryBroken);
    const [drafted] = events as [DecisionEvent];
    const state = evolve(null, drafted);
    expect(() => evolve(state, drafted)).toThrow('"proposal-drafted" cannot follow "draft" in decision a-decision');
    expect(() => evolve(state, { ...drafted, happening: { type: 'decision-effective' } })).toThrow(HistoryBroken);
  });
});

describe('an event that cannot follow', () => {
  const when = { at: '2023-03-01T09:00:00Z', by: 'Somebody' };
  const { events, decision } = effective();
  const told = events.map(({ happening }) => happening);
  const step = { stepId: 'clearance-1', words: '' };
  const never = [
    ...told.filter(({ type }) => !['proposal-drafted', 'draft-replaced', 'proposal-submitted'].includes(type)),
    { type: 'proposal-returned', ...step },
    { type: 'proposal-declined', ...step },
    { type: 'agreement-given', ...step },
    { type: 'agreement-refused', ...step },
    { type: 'proposal-deferred', words: '', until: null },
    { type: 'proposal-resumed' },
    { type: 'waiver-asked', words: '', steps: [] },
    { type: 'private-meeting-consent-asked', words: '', steps: [] },
    { type: 'private-meeting-notice-published', publishedOn: '2023-03-07', notBefore: '2023-03-15', representations: '', response: '' },
    { type: 'consultation-answered', stepId: 'consultation-1', response: 'support', words: '', late: false },
    { type: 'next-clearance-opened', stepId: 'clearance-1', dueOn: '2023-03-15' },
    { type: 'committee-outcome-recorded', outcome: { committee: 'The committee', date: '2023-03-01', outcome: 'noted', words: '' } },
    { type: 'meeting-recorded', meeting: { date: '2023-03-01', present: ['A Member'], points: [], interests: [] }, steps: [] },
    { type: 'determination-countersigned', ...step, interest: { interest: 'none', name: 'A Member' } },
    { type: 'proposal-changed', changes: [], clockRestarts: false, why: '', steps: [] },
    { type: 'proposal-corrected', changes: [] },
    { type: 'decision-date-moved' },
    { type: 'call-in-extended', closesOn: '2023-04-14' },
    { type: 'decision-called-in' },
    { type: 'call-in-validated', valid: true, words: '' },
    { type: 'call-in-concluded', outcome: 'comments', words: '', on: '2023-04-11' },
    { type: 'decision-reconsidered', outcome: 'confirmed', words: '', proposedDecision: [], on: '2023-04-11' },
    { type: 'key-status-challenged' },
    { type: 'key-status-reported', on: '2023-04-11', words: '' },
  ] as Happening[];

  it.each([...new Map(never.map((happening) => [happening.type, happening])).values()])('to a draft is a fault: $type', (happening) =>
    expect(() => apply(drafted().decision, happening, when, 'a-decision')).toThrow(HistoryBroken),
  );

  it.each(['draft-replaced', 'proposal-submitted', 'proposal-withdrawn', 'proposal-drafted', 'decision-imported'] as const)(
    'to a decision in effect is a fault: %s',
    (type) =>
      expect(() =>
        apply(decision, { ...(told.find((happening) => happening.type === type) ?? { type, words: '' }) } as Happening, when, 'a-decision'),
      ).toThrow(HistoryBroken),
  );

  it('to anything, where it is the answer to a step that never was, or a second notice of a meeting in public, is a fault', () => {
    const { decision: under } = noticed();
    for (const type of ['agreement-given', 'private-meeting-notice-published'])
      expect(() =>
        apply(under, { ...never.find((happening) => happening.type === type), stepId: 'agreement-9' } as Happening, when, 'a-decision'),
      ).toThrow(HistoryBroken);
  });
});

describe('an event stored in an earlier form', () => {
  const followed = ({ decision }: Story, happening: Happening) =>
    apply(decision, happening, { at: '2023-04-20T09:00:00Z', by: 'Somebody' }, 'a-decision');

  it('of consent to a private meeting, which did not yet say of what, stands in for the first notice alone', () => {
    const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
    const story = noticed({ content: { ...key, consultees: [], decisionMaker: 'cabinet', publicAccess } })
      .does({ type: 'publish-private-meeting-notice', representations: 'None.', response: 'None.', by: clerk })
      .does({ type: 'ask-private-meeting-consent', words: 'The grant lapses.', by: clerk });
    const { notice } = followed(story, { type: 'agreement-given', stepId: 'agreement-1', words: '' });
    expect(notice?.timetable.gates.map(({ rule }) => rule)).toEqual([
      'notice-period',
      'consultation-open',
      'private-meeting-second-notice',
    ]);
  });

  it('of a call-in found not valid, which did not yet say on which day, leaves the day of effect as it was', () =>
    expect(followed(calledIn(), { type: 'call-in-validated', valid: false, words: 'Not members.' })).toMatchObject({
      status: 'decided',
      record: { effectiveFrom: '2023-04-15' },
    }));
});

describe('an altered event whose hash was made again', () => {
  const resealed = (change: Partial<DecisionEvent>) =>
    altered(3, ({ hash: _, ...event }) => ({ ...event, ...change, hash: fingerprint({ ...event, ...change }) }));
  it('shows by its number, or by the event before it', () => {
    expect(firstBreak(resealed({ sequence: 9 }))?.sequence).toBe(9);
    expect(firstBreak(resealed({ before: beginning }))?.sequence).toBe(4);
  });
  it('shows by the event after it', () => expect(firstBreak(resealed({ at: '2023-03-01T09:00:01Z' }))?.sequence).toBe(5));
});

describe('a fingerprint', () => {
  it('is the same for the same content, however its parts are ordered', () => {
    expect(fingerprint({ a: 1, b: [{ c: 2, d: undefined }] })).toBe(fingerprint({ b: [{ c: 2 }], a: 1 }));
    expect(canonical({ b: null, a: [undefined, 1] })).toBe('{"a":[null,1],"b":null}');
  });

  it('is another for any other content, order within a list included', () =>
    expect(fingerprint(['a', 'b'])).not.toBe(fingerprint(['b', 'a'])));

  it('is SHA-256, and short enough in fours for a person to compare', () => {
    expect(fingerprint('')).toBe('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126');
    expect(shortFingerprint(fingerprint(''))).toBe('12ae 32cb 1ec0 2d01');
    expect(shortFingerprint('')).toBe('');
  });
});
