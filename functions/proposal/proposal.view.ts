import type { Given } from '../decision/commands.ts';
import { answererOf } from '../decision/steps.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { type LocalDate, londonDate } from '../rules/local-date.ts';
import { type Gate, noticeTimetable, type Timetable } from '../rules/timetable.ts';
import { blockersOf } from './blockers.rules.ts';
import { keyDecisionOn } from './proposal.rules.ts';

/** The timetable as the API gives it: as published, or as it would be if the notice were published today. */
export type TimetableView = {
  noticePublished?: LocalDate;
  clearDaysRequired: number;
  clearDaysBasis: Timetable['clearDaysBasis'];
  earliestDecisionDate: LocalDate;
  suggestedDecisionDate: LocalDate;
  consultationClosesOn: LocalDate | null;
  originallyDue?: LocalDate;
  decidedOn?: LocalDate;
  callInClosesOn?: LocalDate;
  effectiveFrom?: LocalDate;
  gates: Gate[];
};

const recorded = (decision: Decision): Partial<TimetableView> => {
  if (!('record' in decision)) return {};
  const { callInClosesOn, effectiveFrom } = decision.record;
  // A decision that is held has no day of effect until scrutiny is over.
  return {
    decidedOn: decision.determination.decidedOn,
    ...(decision.status === 'called-in' ? {} : { effectiveFrom }),
    ...(callInClosesOn ? { callInClosesOn } : {}),
  };
};

const published = ({
  publishedOn,
  originallyDue,
}: {
  publishedOn: LocalDate;
  originallyDue?: LocalDate | undefined;
}): Partial<TimetableView> => ({
  noticePublished: publishedOn,
  ...(originallyDue ? { originallyDue } : {}),
});

const prospective = (decision: Decision, { council, now }: Given): Timetable => {
  const today = londonDate(now);
  const { isKey } = keyDecisionOn(council, decision.content, today);
  return noticeTimetable({ isKey, route: 'ordinary', noticePublishedOn: today, content: decision.content, council });
};

const underNotice = ({ status }: Decision) => status !== 'draft' && status !== 'in-clearance' && status !== 'cleared';

/** The dates of a decision, Europe/London. Before its notice they are those of a notice published today. */
export const timetableOf = (decision: Decision, given: Given): TimetableView => {
  const notice = decision.notice && underNotice(decision) ? decision.notice : null;
  const { route: _, ...timetable } = notice?.timetable ?? prospective(decision, given);
  return { ...timetable, ...(notice ? published(notice) : {}), ...recorded(decision) };
};

/** A step as anybody signed in may see it: never its address's link, nor which issue of it is good. */
const viewStep = (step: Step) => ({
  id: step.id,
  stage: step.stage,
  post: step.post,
  name: answererOf(step),
  title: step.title,
  state: step.state,
  dueOn: step.dueOn,
  openedAt: 'openedAt' in step ? step.openedAt : null,
  actedAt: 'actedAt' in step ? step.actedAt : null,
  response: 'response' in step ? step.response : null,
  words: 'words' in step ? step.words : null,
  ...(step.cover ? { cover: step.cover.scheme } : {}),
  ...(step.override ? { override: step.override } : {}),
  ...(step.purpose ? { purpose: step.purpose } : {}),
  ...(step.state === 'responded' ? { late: step.late } : {}),
});

/** A proposal as the API answers it: its content with all that the system makes of it at this moment. */
export const viewProposal = (decision: Decision, given: Given) => {
  const keyDecision =
    'keyDecision' in decision ? decision.keyDecision : keyDecisionOn(given.council, decision.content, londonDate(given.now));
  return {
    ...decision.content,
    id: decision.id,
    number: decision.number,
    status: decision.status,
    version: decision.version,
    createdAt: decision.createdAt,
    updatedAt: decision.updatedAt,
    submittedBy: decision.submittedBy,
    ...(decision.heldBefore ? { heldBefore: decision.heldBefore } : {}),
    contentHash: 'contentHash' in decision ? decision.contentHash : fingerprint(decision.content),
    keyDecision,
    timetable: timetableOf(decision, given),
    steps: decision.steps.map(viewStep),
    blockers: blockersOf(decision, given),
    committeeOutcomes: decision.committeeOutcomes,
    ...('determination' in decision
      ? {
          determination: withoutAddress(decision.determination),
          record: decision.record,
          ...(decision.superseded ? { superseded: decision.superseded } : {}),
        }
      : {}),
    ...('callIn' in decision && decision.callIn ? { callIn: decision.callIn } : {}),
    ...(decision.status === 'draft' && decision.returned ? { returned: decision.returned } : {}),
    ...(decision.status === 'declined' ? { declined: decision.declined } : {}),
    ...(decision.status === 'withdrawn' ? { withdrawn: decision.withdrawn } : {}),
    ...(decision.status === 'deferred' ? { deferred: decision.deferred } : {}),
    ...(decision.notice
      ? {
          notice: {
            route: decision.notice.route,
            reason: decision.notice.reason ?? null,
            firstPublishedOn: decision.notice.firstPublishedOn,
            ...(decision.notice.unreached ? { unreached: decision.notice.unreached } : {}),
            ...(decision.notice.given ? { given: decision.notice.given } : {}),
            ...(decision.notice.privateMeeting ? { privateMeeting: decision.notice.privateMeeting } : {}),
          },
        }
      : {}),
    ...(decision.splittings ? { splittings: decision.splittings } : {}),
    ...(decision.keyChallenge ? { keyChallenge: decision.keyChallenge } : {}),
    ...(decision.imported ? { findings: decision.imported.findings, keyStatus: decision.imported.keyStatus } : {}),
  };
};

export type ProposalView = ReturnType<typeof viewProposal>;

const withoutAddress = <D extends { by: { email: string } }>({ by: { email: _, ...by }, ...rest }: D) => ({ ...rest, by });
