import type { Council } from '../council/council.schema.ts';
import { calendarFile } from '../email/calendar.ts';
import type { Publication } from '../record/publication/publication.schema.ts';
import { isConsidered } from '../record/tense.ts';
import { type LocalDate, londonDate } from '../rules/local-date.ts';

type Deadline = { name: string; date: LocalDate; title: string };

const dated = (name: string, date: LocalDate | null, title: string): Deadline[] => (date === null ? [] : [{ name, date, title }]);

const isWaiting = ({ status: { code } }: Publication): boolean => code === 'notice-published' || code === 'awaiting-decision';

// What is put off, changed or given up takes the place of the day that calendars have, under the same name.
const beforeDecision = (of: Publication): Deadline[] => {
  const { number, timetable, consultation, status, ending, updatedAt } = of;
  const awaited = consultation?.committeeAwaited ?? null;
  if (!isWaiting(of)) return dated('earliest', ending?.until ?? ending?.on ?? londonDate(updatedAt), `${number}: ${status.words}`);
  return [
    ...dated('consultation', consultation?.closesOn ?? null, `${number}: consultation closes`),
    ...dated('committee', awaited?.date ?? null, `${number}: considered by ${awaited?.name}`),
    ...dated('earliest', timetable.earliestDecisionDate, `${number}: earliest day for the decision`),
  ];
};

const effect = ({ number, timetable: { effectiveFrom }, status: { code, words }, callIn }: Publication): Deadline[] => {
  if (code === 'called-in') return dated('effect', callIn?.requestedOn ?? null, `${number}: called in, so on hold`);
  if (code === 'in-force' || code === 'superseded') return dated('effect', effectiveFrom, `${number}: took effect`);
  return dated('effect', effectiveFrom, `${number}: takes effect${words === 'Subject to call-in' ? ' unless called in' : ''}`);
};

/** The days of a decision that somebody may want in their calendar, Europe/London. */
export const deadlinesOf = (of: Publication): Deadline[] => {
  const { number, timetable } = of;
  if (timetable.decidedOn === null || of.determination === null) return beforeDecision(of);
  return [
    ...dated('decision', timetable.decidedOn, `${number}: decided`),
    ...dated(
      'call-in',
      timetable.callInClosesOn,
      `${number}: call-in ${isConsidered(of) ? 'was to close, and it was called in' : 'closes at the end of the day'}`,
    ),
    ...effect(of),
  ];
};

const eventIn = (file: string): string => file.slice(file.indexOf('BEGIN:VEVENT'), file.indexOf('END:VCALENDAR'));
const frameOf = (file: string): [string, string] => [
  file.slice(0, file.indexOf('BEGIN:VEVENT')),
  file.slice(file.indexOf('END:VCALENDAR')),
];

/**
 * The days of a decision as one iCalendar file (RFC 5545). A day that moves keeps its UID, so a calendar moves it too; no other council has
 * it, though every council numbers its decisions alike.
 */
export const deadlinesFile = (of: Publication, { website }: Pick<Council, 'website'>): string => {
  const named = `${new URL(website).hostname}-${of.number.replace('/', '-')}`;
  const files = deadlinesOf(of).map(({ name, date, title }) => calendarFile({ date, title, uid: `${named}-${name}`, at: of.updatedAt }));
  const [head, tail] = frameOf(files[0] ?? '');
  return head + files.map(eventIn).join('') + tail;
};
