import type { LocalDate } from '../rules/local-date.ts';
import type { PublicStatus, TimelineEntry } from './publication/publication-timetable.schema.ts';

const consultation = 'Consultation closes';
const closed: Record<string, string> = {
  [consultation]: 'Consultation closed',
  'Call-in closes at the end of the day': 'Call-in closed at the end of the day',
};
const earliest = 'Earliest day for the decision';

/**
 * A stage of a decision as it reads on a day, Europe/London. What closes by itself is over once its day is past, and what begins once its
 * day has come, whether or not anything has been stored since.
 */
export const entryOn = (entry: TimelineEntry, today: LocalDate): TimelineEntry => {
  const { date, label, rule, state } = entry;
  const over = date !== null && date < today ? closed[label] : undefined;
  if (over !== undefined) return { ...entry, label: over, state: 'done' };
  if (label === earliest && date !== null && date <= today) return { ...entry, state: 'done' };
  return rule === 'effect' && state === 'done' ? { ...entry, label: 'Took effect' } : entry;
};

/**
 * A stage as it was stored, from how it reads: the way back from `entryOn`. How far consultation was is not told by anything else, and is
 * said.
 */
export const entryStored = (entry: TimelineEntry, code: PublicStatus['code'], consulted: TimelineEntry['state']): TimelineEntry => {
  if (entry.label === 'Took effect') return { ...entry, label: 'Takes effect' };
  if (entry.label === earliest) return { ...entry, state: code === 'notice-published' ? 'to-come' : 'done' };
  const label = Object.keys(closed).find((each) => closed[each] === entry.label);
  if (label === undefined) return entry;
  return { ...entry, label, state: label === consultation ? consulted : code === 'subject-to-call-in' ? 'now' : 'done' };
};
