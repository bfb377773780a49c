import { addDays, type Instant, type LocalDate } from '../rules/local-date.ts';

export type CalendarDay = { date: LocalDate; title: string; uid: string; at: Instant };

// RFC 5545, 3.3.11: what separates values is escaped inside a value, and a line break is written as two characters.
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

const encoder = new TextEncoder();

// RFC 5545, 3.1: no line is longer than 75 octets, and a fold must not cut a character in two.
const folded = (line: string): string => {
  const lines: string[] = [''];
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 74) {
      lines.push('');
      octets = 0;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join('\r\n ');
};

const compact = (date: LocalDate): string => date.replaceAll('-', '');

/** A day in the reader's calendar as an iCalendar file (RFC 5545): all day, no alarm, taking up none of their time. */
export const calendarFile = ({ date, title, uid, at }: CalendarDay): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Clear Days//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}@clear-days`,
    `DTSTAMP:${at.replace(/\.\d+/, '').replace(/[-:]/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    `SUMMARY:${escaped(title)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
