import type { LocalDate } from '../rules/local-date.ts';

/** A notice by the code that the central digital platform gives it. */
export type NoticeCode = `UK${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17}`;

/**
 * A notice that a contract calls for: from when, by when, and why. `ask-legal` and `optional` bind nobody; with no deadline it is for as
 * soon as can be after `from`, and with neither for an event that is told in words.
 */
export type NoticeDue = {
  notice: NoticeCode;
  name: string;
  duty: 'required' | 'ask-legal' | 'optional';
  from: LocalDate | null;
  deadline: LocalDate | null;
  source: string;
  words: string;
  publishedOn: LocalDate | null;
};

/** A notice as the law asks for it, whether or not it is published. */
export type Row = Omit<NoticeDue, 'publishedOn'>;

/** A notice under a section of the Procurement Act 2023; required unless another duty is given. */
export const row = (
  notice: NoticeCode,
  name: string,
  source: string,
  from: LocalDate | null,
  deadline: LocalDate | null,
  words: string,
  duty: NoticeDue['duty'] = 'required',
): Row => ({ notice, name, duty, from, deadline, source: `Procurement Act 2023, ${source}`, words });
