import { makerOf } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { In, Meeting } from '../decision/decision.ts';
import { invalid, refuse } from '../decision/refusal.ts';
import { notInformed } from '../notice/exception-told.rules.ts';
import { inWords, londonDate } from '../rules/local-date.ts';
import { beforeAgreement, beforeConsent, beforeNotice, beforeWording, keySinceNotice, tooEarly } from './lawful-day.rules.ts';
import { chairAsked } from './opening.rules.ts';

type Awaiting = In<'awaiting-decision'>;

const resolutionFaults = ({ content }: Awaiting, { conditions }: Meeting) =>
  (conditions ?? []).flatMap(({ resolution }, index) =>
    resolution > content.proposedDecision.length
      ? [{ path: `conditions.${index}.resolution`, message: `There is no resolution ${resolution}` }]
      : [],
  );

/**
 * The clerk records the meeting at which a body decided; its chair is then asked to sign. Refuses a meeting before the lawful day or still
 * to come.
 */
export const recordMeeting = (decision: Awaiting, { meeting }: CommandOf<'record-meeting'>, given: Given): Outcome => {
  const { maker } = decision.notice;
  if (maker.kind !== 'body')
    return refuse(
      'decided-by-one-person',
      'Reg 13 of SI 2012/2089',
      `${maker.title} decides this alone, by the link in their email. There is no meeting to record.`,
    );
  if (meeting.date > londonDate(given.now))
    return refuse('meeting-has-been', 'Reg 12 of SI 2012/2089', `The meeting on ${inWords(meeting.date)} is still to come.`, {
      clearsOn: meeting.date,
    });
  const early =
    tooEarly(decision, meeting.date) ??
    beforeAgreement(decision, meeting.date) ??
    beforeConsent(decision, meeting.date) ??
    beforeNotice(decision, meeting.date) ??
    beforeWording(decision, meeting.date) ??
    notInformed(decision) ??
    keySinceNotice(decision, meeting.date, given.council);
  if (early) return early;
  const members = (makerOf(given.council, decision.content, meeting.date) ?? maker).members;
  const strangers = meeting.present.filter((name) => !members.some((member) => member.name === name));
  if (members.length > 0 && strangers.length === meeting.present.length)
    return invalid([{ path: 'present', message: `None of these is a member of ${maker.title}` }]);
  const faults = resolutionFaults(decision, meeting);
  if (faults.length > 0) return invalid(faults);
  return happened({ type: 'meeting-recorded', meeting, steps: chairAsked(decision, meeting, given) });
};
