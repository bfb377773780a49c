import type { Given } from '../decision/commands.ts';
import type { In, Notice, Step } from '../decision/decision.ts';
import type { HappeningOf } from '../decision/events.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { londonDate } from '../rules/local-date.ts';
import { withPrivateMeeting, withSecondNotice } from './private-meeting-days.rules.ts';

type Agreed = { steps: Step[]; notice: Notice; content: Proposal };

const isAgreed = ({ stage, state }: Step): boolean => stage === 'agreement' && state === 'approved';

// Without the consent that stood in for both, each notice counts from its own day, and a second that there is not is still to come.
const withoutConsent = ({ notice, content }: Agreed, { council }: Given): Notice => {
  if (!notice.privateMeeting?.consent) return notice;
  const { consent: _, ...privateMeeting } = notice.privateMeeting;
  const { maker, publishedOn } = notice;
  const first = withPrivateMeeting(notice.timetable, { maker, content, publishedOn, days: council.noticeClearDays });
  const { second } = privateMeeting;
  return { ...notice, timetable: second ? withSecondNotice(first, second.notBefore) : first, privateMeeting };
};

/**
 * What becomes of a noticed decision that is put off to a later day: whatever chairs agreed could not reasonably be deferred (regs 5 and 11
 * of SI 2012/2089), or could not wait for call-in, has to be agreed again. A refusal stands.
 */
export const putOff = (decision: Agreed, given: Given): { notice: Notice; lapsed?: string[] } => {
  const lapsed = decision.steps.filter(isAgreed).map(({ id }) => id);
  return lapsed.length === 0 ? { notice: decision.notice } : { notice: withoutConsent(decision, given), lapsed };
};

/** A deferred decision taken up again where it was; put off if a later day in London has come. */
export const takenUp = (decision: In<'deferred'>, given: Given): HappeningOf<'proposal-resumed'> => {
  const { notice } = decision;
  const isLater = londonDate(given.now) > londonDate(decision.deferred.at);
  const off = notice && isLater ? putOff({ ...decision, notice }, given) : null;
  return { type: 'proposal-resumed', ...(off?.lapsed ? off : {}) };
};
