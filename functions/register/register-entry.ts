import type { Publication } from '../record/publication/publication.schema.ts';
import type { Summary } from './summary.schema.ts';

/** The two public lists: Forthcoming Executive Decisions, and decisions taken. */
export const registers = ['NOTICES', 'DECISIONS'] as const;
export type RegisterName = (typeof registers)[number];

/** Where a publication stands in the public lists, and its line there. */
export type RegisterEntry = { register: RegisterName; registerOrder: string; summary: Summary };

/** The address of a decision's own page: `/decisions/23/00022`. */
export const pathOf = (number: string): string => `/decisions/${number}`;

const summaryOf = (publication: Publication): Summary => {
  const { number, kind, status, subject, department, areaWord, divisionsAffected, updatedAt, key, timetable } = publication;
  const { post, name, title } = publication.determination?.by ?? publication.particulars.decisionMaker;
  return {
    number,
    kind,
    subject,
    department,
    areaWord,
    divisionsAffected,
    updatedAt,
    path: pathOf(number),
    status: { code: status.code, words: status.words },
    decisionMaker: { post, name, title },
    isKey: key.isKey,
    urgency: publication.shortNotice?.route ?? 'ordinary',
    publishedOn: timetable.publishedOn,
    earliestDecisionDate: timetable.earliestDecisionDate,
    decidedOn: publication.determination?.decidedOn ?? (kind === 'record' ? (publication.ending?.on ?? null) : null),
    callInClosesOn: timetable.callInClosesOn,
    effectiveFrom: timetable.effectiveFrom,
  };
};

// What will never be decided keeps its number and its page, after everything that still can be.
const noticeOrder = ({ status, earliestDecisionDate, number }: Summary): string => {
  const hasEnded = status.code === 'withdrawn' || status.code === 'not-proceeding';
  return `${hasEnded ? '9999-12-31' : earliestDecisionDate}#${number}`;
};

/**
 * The public list that a publication belongs to, and its place there. `NOTICES` is read forwards: the soonest decision
 * first, then by number. `DECISIONS` is read backwards: the newest first.
 */
export const registerEntry = (publication: Publication): RegisterEntry => {
  const summary = summaryOf(publication);
  return publication.kind === 'notice'
    ? { register: 'NOTICES', registerOrder: noticeOrder(summary), summary }
    : { register: 'DECISIONS', registerOrder: `${summary.decidedOn ?? summary.publishedOn}#${summary.number}`, summary };
};
