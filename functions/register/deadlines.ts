import { calendarFile } from '../email/calendar.ts';
import type { Publication } from '../record/publication.schema.ts';
import type { LocalDate } from '../rules/local-date.ts';

type Deadline = { name: string; date: LocalDate; title: string };

const dated = (name: string, date: LocalDate | null, title: string): Deadline[] => (date === null ? [] : [{ name, date, title }]);

/** The days of a decision that somebody may want in their calendar, Europe/London. */
export const deadlinesOf = ({ number, timetable, consultation }: Publication): Deadline[] => {
  const awaited = consultation?.committeeAwaited ?? null;
  const taken = timetable.decidedOn !== null;
  return [
    ...(taken ? [] : dated('consultation', consultation?.closesOn ?? null, `${number}: consultation closes`)),
    ...(taken ? [] : dated('committee', awaited?.date ?? null, `${number}: considered by ${awaited?.name}`)),
    ...(taken ? [] : dated('earliest', timetable.earliestDecisionDate, `${number}: earliest day for the decision`)),
    ...dated('decision', timetable.decidedOn, `${number}: decided`),
    ...dated('call-in', timetable.callInClosesOn, `${number}: call-in closes at the end of the day`),
    ...dated('effect', timetable.effectiveFrom, `${number}: takes effect unless called in`),
  ];
};

const eventIn = (file: string): string => file.slice(file.indexOf('BEGIN:VEVENT'), file.indexOf('END:VCALENDAR'));
const frameOf = (file: string): [string, string] => [file.slice(0, file.indexOf('BEGIN:VEVENT')), file.slice(file.indexOf('END:VCALENDAR'))];

/** The days of a decision as one iCalendar file (RFC 5545). A day that moves keeps its UID, so a calendar moves it too. */
export const deadlinesFile = (of: Publication): string => {
  const files = deadlinesOf(of).map(({ name, date, title }) => calendarFile({ date, title, uid: `${of.number.replace('/', '-')}-${name}`, at: of.updatedAt }));
  const [head, tail] = frameOf(files[0] ?? '');
  return head + files.map(eventIn).join('') + tail;
};
