import { describe, expect, it } from 'vitest';
import { contractEventSchema } from '../../functions/contract/contract-events.ts';
import { happeningSchema } from '../../functions/decision/events.ts';
import { canonical, fingerprint } from '../../functions/decision/fingerprint.ts';
import { beginning } from '../../functions/decision/history.ts';
import { contractStories, decisionStories } from './event-stories.ts';
import { examples, replayed } from './stored-events.ts';

const stored = examples();
const typesOf = (schema: { def: { options: readonly { shape: { type: { def: { values: string[] } } } }[] } }): string[] =>
  schema.def.options.flatMap(({ shape }) => shape.type.def.values);
const kept = new Set([...stored.values()].flat().map(({ event }) => event.happening.type));

describe('Every kind of event that a council may have in its table', () => {
  it.each([...typesOf(happeningSchema), ...typesOf(contractEventSchema.shape.happening)])(
    'has an example here as it is stored, by which it stays readable for ever: %s',
    (type) => expect(kept.has(type), `Tell of it in test/keeping/event-stories.ts, and npx node test/keeping/add-stories.ts`).toBe(true),
  );

  it('has its example kept beside the story that it came of', () =>
    expect(Object.keys({ ...decisionStories, ...contractStories }).filter((story) => !stored.has(story))).toEqual([]));
});

describe('What was stored once', () => {
  it.each([...stored])('is read whole, under its own hashes, and comes to the state that it came to: %s', (_, lines) => {
    const events = lines.map(({ event }) => event);
    expect(events.map(({ before }) => before)).toEqual([beginning, ...events.map(({ hash }) => hash)].slice(0, -1));
    for (const { hash, ...body } of events) expect(fingerprint(body)).toBe(hash);
    const now = replayed(events);
    // A part that is no longer read is lost to whoever asks what happened.
    expect(now.map(({ read }) => canonical(read))).toEqual(events.map((event) => canonical(event)));
    // A state that lies in a table is not worked out anew: were its events to come to another, verifying would call it tampered with.
    const came = (each: { comesTo: string }, at: number) => `${events[at]?.happening.type}: ${each.comesTo}`;
    expect(now.map(came)).toEqual(lines.map(came));
  });
});
