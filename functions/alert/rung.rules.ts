import type { LocalDate } from '../rules/local-date.ts';

/** Alerts of one family hang on one date; when several are due at once, the last of them says it all. */
export type AlertFamily = 'start' | 'option' | 'end' | 'review' | 'gap' | 'value' | 'confirm' | 'address' | 'notice' | 'escalation';

/** Who is told, each by the part they have in the contract or in the council. */
export type Told = 'owner' | 'sponsor' | 'director' | 'clerk';

/** One rung: when it is due, what it hangs on, who is told and in which words. The id changes when the date it hangs on does. */
export type Rung = { id: string; code: string; family: AlertFamily; date: LocalDate; anchor: LocalDate; to: Told[]; words: string };

const people: Told[] = ['owner', 'sponsor'];

/** A rung known by its code and the date it hangs on; its people are told unless others are named. */
export const rung = (family: AlertFamily, code: string, date: LocalDate, anchor: LocalDate, words: string, to = people): Rung => ({
  id: `${code}@${anchor}`,
  code,
  family,
  date,
  anchor,
  to,
  words,
});

/** The day of what is wrong from the moment it is known; it is told with the day on which that is. */
export const atOnce: LocalDate = '1990-01-01';
