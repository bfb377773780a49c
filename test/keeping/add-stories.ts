import { appendFileSync } from 'node:fs';
import { contractStories, decisionStories } from './event-stories.ts';
import { examples, replayed, storedEvents } from './stored-events.ts';

// npx node test/keeping/add-stories.ts: adds the events of every story that has none yet. What is there stays as it was stored.
const known = examples();
for (const [story, tell] of Object.entries({ ...decisionStories, ...contractStories })) {
  if (known.has(story)) continue;
  const events = JSON.parse(JSON.stringify(tell().events)) as object[];
  const lines = replayed(events).map(({ comesTo }, at) => `${JSON.stringify({ story, comesTo, event: events[at] })}\n`);
  appendFileSync(storedEvents, lines.join(''));
  process.stdout.write(`${story}: ${lines.length} events\n`);
}
