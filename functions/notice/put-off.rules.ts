import type { Given } from '../decision/commands.ts';
import type { In, Notice, Step } from '../decision/decision.ts';
import type { HappeningOf } from '../decision/events.ts';
import { londonDate } from '../rules/local-date.ts';
import { withPrivateMeeting } from './private-meeting.rules.ts';

type Deferred = In<'deferred'>;

const isAgreed = ({ stage, state }: Step): boolean => stage === 'agreement' && state === 'approved';

// Without the consent that stood in for both, the first notice still counts from its day and the second is still to come.
const withoutConsent = (notice: Notice, { content }: Deferred, { council }: Given): Notice => {
  const { maker, publishedOn, privateMeeting } = notice;
  const reasons = privateMeeting?.reasons ?? '';
  const timetable = withPrivateMeeting(notice.timetable, { maker, content, publishedOn, days: council.noticeClearDays });
  return { ...notice, timetable, privateMeeting: { reasons } };
};

/**
 * A deferred decision taken up again where it was. What chairs agreed cannot reasonably be deferred (regs 5 and 11 of SI 2012/2089), or
 * cannot wait for call-in, was deferred all the same when a later day in London has come: it has to be agreed again. A refusal stands.
 */
export const takenUp = (decision: Deferred, given: Given): HappeningOf<'proposal-resumed'> => {
  const type = 'proposal-resumed';
  const lapsed = londonDate(given.now) > londonDate(decision.deferred.at) ? decision.steps.filter(isAgreed).map(({ id }) => id) : [];
  if (lapsed.length === 0) return { type };
  const { notice } = decision;
  return { type, lapsed, ...(notice?.privateMeeting?.consent ? { notice: withoutConsent(notice, decision, given) } : {}) };
};
