import { dueFrom } from '../record/publication/particulars.ts';
import { noticePublished, openToCallIn } from '../record/publication/public-status.ts';
import type { Publication } from '../record/publication/publication.schema.ts';
import { publicationOn } from '../record/tense.ts';
import { entryStored } from '../record/timeline-tense.ts';
import { addDays } from '../rules/local-date.ts';
import { publicationHash } from './chain.rules.ts';

const statusStored = ({
  status,
  timetable: { earliestDecisionDate, callInClosesOn, effectiveFrom },
}: Publication): Publication['status'] => {
  if (status.code === 'notice-published') return noticePublished(earliestDecisionDate);
  return status.code === 'subject-to-call-in' && callInClosesOn && effectiveFrom ? openToCallIn(callInClosesOn, effectiveFrom) : status;
};

/** What may have been stored for a publication to read so on some day: the way back from `publicationOn`. */
export const asStored = (read: Publication): Publication[] =>
  (['to-come', 'now', 'done'] as const).map((consulted) => ({
    ...read,
    status: statusStored(read),
    particulars: { ...read.particulars, decisionDue: dueFrom(read.particulars.decisionDue.from) },
    timeline: read.timeline.map((entry) => entryStored(entry, read.status.code, consulted)),
  }));

/**
 * The hash of a publication as it reads on each day on which it reads otherwise. What closes by itself is told as closed once its day is
 * past, with nothing stored since; only about these days does a word of it turn.
 */
export const hashesAsRead = (stored: Publication): string[] => {
  const { timeline, timetable } = stored;
  const dates = [timetable.earliestDecisionDate, timetable.effectiveFrom, ...timeline.map(({ date }) => date)];
  const days = new Set(dates.flatMap((date) => (date === null ? [] : [date, addDays(date, 1)])));
  return [...days].map((day) => publicationHash(publicationOn(stored, day)));
};
