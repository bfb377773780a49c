import { holderOf, isOfScrutiny } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, Status, Step } from '../decision/decision.ts';
import type { HappeningOf } from '../decision/events.ts';
import { isOrWasTheirs } from '../decision/holder.ts';
import { forbid, invalid, refuse, type Refused } from '../decision/refusal.ts';
import { wrongStage } from '../decision/not-heard.ts';
import { answering, dueAfter, isUnanswered, purposeOf, standing, stepOf } from '../decision/steps.ts';
import { withinCover } from '../decision/within-cover.ts';
import { isAskedIn } from '../decision/transitions.ts';
import { overtaken } from '../notice/agreement.rules.ts';
import { isSameAddress } from '../rules/alike.ts';
import { clearWorkingDaysBetween } from '../rules/clear-days.ts';
import { type LocalDate, londonDate } from '../rules/local-date.ts';
import { noSuchStep, spent } from './answerable.rules.ts';
import { agreeingUnder, inPost, isForMeeting } from './in-post.rules.ts';

const isPast = ({ dueOn }: Step, on: LocalDate): boolean => dueOn !== null && dueOn < on;

// Consultation closes for all on one day; anything else waits for whoever is asked, who is given as many days as were given before.
const dueAfresh = ({ stage, dueOn, ...step }: Step, on: LocalDate): { dueOn?: LocalDate } => {
  if (stage === 'consultation' || dueOn === null || !('openedAt' in step)) return {};
  const asked = londonDate(step.openedAt);
  const due = withinCover(() => dueAfter(on, dueOn > asked ? clearWorkingDaysBetween(asked, dueOn) + 1 : 0));
  return typeof due === 'string' ? { dueOn: due } : {};
};

// Of somebody whom no email is known to have reached it cannot be said that they were slow. Consultation that has closed is not reopened.
const askedAnew = (step: Step, on: LocalDate): { anew?: true; dueOn?: LocalDate } =>
  step.stage === 'consultation' && isPast(step, on) ? {} : { anew: true, ...dueAfresh(step, on) };

// The directory says who holds the post now, and at which address: one that refused email may have been corrected there since. Whoever
// covers has an address of their own.
const holderNow = (decision: Decision, step: Step, { council, now }: Given) => {
  const on = londonDate(now);
  const found = step.post === null ? null : holderOf(council, step.post, on);
  if (!found) return null;
  const { name, title, email } = found;
  const holder = { name, title, email };
  if (name !== step.name) return isForMeeting(decision, step) ? null : { holder, succeeds: true as const, ...dueAfresh(step, on) };
  return step.cover || isSameAddress(email, step.email) ? null : { holder };
};

// What is put off is taken up again where it stood: an answer that is not heard there is not asked for meanwhile.
const statusesOf = (decision: Decision): Status[] =>
  decision.status === 'deferred' ? [decision.status, decision.deferred.from] : [decision.status];

// A link that is mailed while no answer is heard would only bring its reader to a page that refuses it.
const askedNow = (decision: Decision, stepId: string, { now }: Given): { ok: true; step: Step } | Refused => {
  const step = stepOf(decision, stepId);
  if (!step) return noSuchStep();
  if (!isUnanswered(step)) return spent(step);
  if (!statusesOf(decision).every((status) => isAskedIn(status, step.stage))) return wrongStage(decision);
  return overtaken(decision, step, londonDate(now)) ?? { ok: true, step };
};

/**
 * A fresh link to the person asked, at the address that the directory has for them today, or to whoever holds the post now. Whoever took the
 * post over, or could not be reached before, is asked from this day and given as long.
 */
export const reissued = (decision: Decision, step: Step, given: Given): HappeningOf<'link-reissued'> => ({
  type: 'link-reissued',
  stepId: step.id,
  issue: step.issue + 1,
  ...(step.state === 'undeliverable' ? askedAnew(step, londonDate(given.now)) : {}),
  ...holderNow(decision, step, given),
});

// To a post that nobody holds no link can be sent that would be answered.
const vacant = (decision: Decision, step: Step, { council, now }: Given): Refused | null =>
  step.stage === 'consultation' || isForMeeting(decision, step) ? null : inPost(step, council, londonDate(now));

/**
 * Sends a fresh link to the person asked, or to whoever holds the post now; the earlier one stops counting. Refused while nobody holds it.
 * A step found undeliverable is open again. `lifting` says why a mailbox that refused email for good can be written to again. `keepsLink`
 * mails the same link again and ends none, unless somebody else holds the post by now or its holder has another address.
 */
export const reissueLink = (decision: Decision, { stepId, lifting, keepsLink }: CommandOf<'reissue-link'>, given: Given): Outcome => {
  const asked = askedNow(decision, stepId, given);
  if (!asked.ok) return asked;
  const { step } = asked;
  const fresh = reissued(decision, step, given);
  const refused = fresh.holder ? null : vacant(decision, step, given);
  if (refused) return refused;
  return happened({
    ...fresh,
    ...(keepsLink && !fresh.holder ? { issue: step.issue, keepsLink } : {}),
    ...(lifting === undefined ? {} : { lifted: lifting }),
  });
};

const coverOf = ({ to }: CommandOf<'delegate-step'>, { council, now }: Given): { name: string; email: string } | null => {
  if (typeof to !== 'string') return to;
  const holder = holderOf(council, to, londonDate(now));
  return holder && { name: holder.name, email: holder.email };
};

const nobody = 'Nobody can agree for the chair.';
const withoutCover = {
  'special-urgency': `${nobody} If the chair cannot act, publish the notice again and name the next in line.`,
  'private-meeting': `${nobody} If the chair cannot act, ask again and name the next in line.`,
  'call-in-waiver': `${nobody} Without the chair’s yes before the decision, call-in runs.`,
};

// Regs 5 and 11 name who may agree, and in which order; two who decide together are two people.
const uncoverable = (decision: Decision, step: Step, email: string, given: Given): Refused | null => {
  if (step.stage === 'agreement') return refuse('no-cover-for-agreement', agreeingUnder[purposeOf(step)], withoutCover[purposeOf(step)]);
  if (step.stage !== 'determination') return null;
  if (isOfScrutiny(given.council, email, londonDate(given.now)))
    return refuse(
      'no-executive-power',
      'Local Government Act 2000, section 9E',
      'This person holds a post of scrutiny or of the council, which has no executive power to decide. Name a member of the executive, or an officer.',
    );
  const other = standing(decision, 'determination').some((asked) => asked.id !== step.id && isSameAddress(answering(asked).email, email));
  return other
    ? refuse(
        'two-decide-together',
        'Council scheme of delegation',
        'This person decides it already. Two who decide together must be two people.',
      )
    : null;
};

/**
 * Somebody covers for the person asked, under a scheme that is named; the file then reads "X for Y". Where nobody was reached before, or the
 * day to answer is past, the cover is asked from this day and given as long. Never the submitter, and never for a chair's agreement. For somebody who has left the post it serves to enter what was answered while they held it: no link is mailed.
 */
export const delegateStep = (decision: Decision, command: CommandOf<'delegate-step'>, given: Given): Outcome => {
  const { stepId, scheme } = command;
  const asked = askedNow(decision, stepId, given);
  if (!asked.ok) return asked;
  const { step } = asked;
  const cover = coverOf(command, given);
  if (!cover) return invalid([{ path: 'to', message: `Nobody holds a post called "${command.to}" today` }]);
  if (isOrWasTheirs(decision, cover.email))
    return forbid('own-proposal', 'An officer whose proposal it is, or was, cannot clear or decide it for somebody else.');
  if (isSameAddress(cover.email, step.email)) return invalid([{ path: 'to', message: 'This is the person already asked' }]);
  const refused = uncoverable(decision, step, cover.email, given);
  if (refused) return refused;
  const on = londonDate(given.now);
  const isLate = step.state === 'undeliverable' || isPast(step, on);
  return happened({
    type: 'step-delegated',
    stepId,
    issue: step.issue + 1,
    cover: { ...cover, scheme },
    ...(isLate ? askedAnew(step, on) : {}),
  });
};

/**
 * An address refused a step's email for good: the step stops counting as asked, and as silent. A step already answered stays answered, and
 * one whose link was sent afresh since that email (`ofIssue`) is asked by the newer one.
 */
export const markUndeliverable = (decision: Decision, { stepId, ofIssue, words }: CommandOf<'mark-undeliverable'>): Outcome => {
  const step = stepOf(decision, stepId);
  if (!step) return noSuchStep();
  if (ofIssue !== undefined && ofIssue !== step.issue) return happened();
  return step.state === 'open' || step.state === 'silent' ? happened({ type: 'step-undeliverable', stepId, words }) : happened();
};
