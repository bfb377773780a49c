import { appendFileSync } from 'node:fs';
import { fingerprint } from '../../functions/decision/fingerprint.ts';
import { beginning } from '../../functions/decision/history.ts';
import { contractStories, decisionStories } from './event-stories.ts';
import { examples, replayed, storedEvents } from './stored-events.ts';

const aDay = 86_401_000;

// Each a day and a second after the one before: whatever takes its moment from the wrong event comes to another state.
const dayByDay = (events: { at: string; hash: string }[]): object[] => {
  let before = beginning;
  return events.map(({ hash: _, ...event }, nth) => {
    const body = { ...event, at: new Date(Date.parse(event.at) + nth * aDay).toISOString(), before };
    before = fingerprint(body);
    return { ...body, hash: before };
  });
};

// npx node test/keeping/add-stories.ts: adds the events of every story that has none yet. What is there stays as it was stored.
const known = examples();
for (const [story, tell] of Object.entries({ ...decisionStories, ...contractStories })) {
  if (known.has(story)) continue;
  const events = dayByDay(JSON.parse(JSON.stringify(tell().events)));
  const lines = replayed(events).map(({ comesTo }, at) => `${JSON.stringify({ story, comesTo, event: events[at] })}\n`);
  appendFileSync(storedEvents, lines.join(''));
  process.stdout.write(`${story}: ${lines.length} events\n`);
}
