import { describe, expect, it } from 'vitest';
import type { DecisionEvent } from '../../functions/decision/events.ts';
import { evolve, HistoryBroken } from '../../functions/decision/evolve.ts';
import { canonical, fingerprint, shortFingerprint } from '../../functions/decision/fingerprint.ts';
import { beginning, firstBreak } from '../../functions/decision/history.ts';
import { effective, submitted } from './stories.ts';

const whole = () => effective().events;
const altered = (at: number, change: (event: DecisionEvent) => DecisionEvent) => whole().map((event, index) => (index === at ? change(event) : event));

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
      (event) => ({ ...event, hash: `${event.hash.slice(0, -1)}0` === event.hash ? `${event.hash.slice(0, -1)}1` : `${event.hash.slice(0, -1)}0` }),
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

describe('a fingerprint', () => {
  it('is the same for the same content, however its parts are ordered', () => {
    expect(fingerprint({ a: 1, b: [{ c: 2, d: undefined }] })).toBe(fingerprint({ b: [{ c: 2 }], a: 1 }));
    expect(canonical({ b: null, a: [undefined, 1] })).toBe('{"a":[null,1],"b":null}');
  });

  it('is another for any other content, order within a list included', () => expect(fingerprint(['a', 'b'])).not.toBe(fingerprint(['b', 'a'])));

  it('is SHA-256, and short enough in fours for a person to compare', () => {
    expect(fingerprint('')).toBe('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126');
    expect(shortFingerprint(fingerprint(''))).toBe('12ae 32cb 1ec0 2d01');
  });
});
