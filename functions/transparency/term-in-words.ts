import { inWords, type LocalDate } from '../rules/local-date.ts';

/** From when to when a contract runs or ran. One given up before its first day never ran. No full stop. */
export const ranInWords = (start: LocalDate, end: LocalDate | null): string =>
  end === null || end < start ? `It was to begin on ${inWords(start)}` : `${inWords(start)} to ${inWords(end)}`;
