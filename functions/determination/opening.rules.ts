import type { Council } from '../council/council.schema.ts';
import { type Asked, chairOf, isOfScrutiny, personIn } from '../council/directory.rules.ts';
import type { Given } from '../decision/commands.ts';
import type { Decision, In, Meeting, Step } from '../decision/decision.ts';
import type { HappeningOf } from '../decision/events.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { agreements, askEach, dueAfter } from '../decision/steps.ts';
import { withinCover } from '../decision/within-cover.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { lawfulFrom } from '../notice/counted-again.rules.ts';
import { notInformed } from '../notice/exception-told.rules.ts';
import { lacksSecondNotice } from '../notice/private-meeting-days.rules.ts';
import { type LocalDate, londonDate } from '../rules/local-date.ts';

const workingDaysToDecide = 5;

// Where the bank holidays are not known, they are asked by no day rather than not asked.
const dueToDecide = (on: LocalDate): LocalDate | null => {
  const due = withinCover(() => dueAfter(on, workingDaysToDecide));
  return typeof due === 'string' ? due : null;
};

/** Whether special urgency still waits for the chair's agreement (reg 11 of SI 2012/2089), which must come before any determination. */
export const lacksAgreement = (decision: Decision): boolean => {
  if (!('notice' in decision) || decision.notice?.route !== 'special-urgency') return false;
  return !agreements(decision, 'special-urgency').some(({ state }) => state === 'approved');
};

/**
 * Whether the decision maker may be asked today: the notice has run and reached whom it must, consultation has closed, any agreement is
 * given and any private meeting noticed.
 */
export const mayOpen = (decision: In<'notice-published'>, { now }: Given): boolean =>
  londonDate(now) >= lawfulFrom(decision.notice) && !lacksAgreement(decision) && !lacksSecondNotice(decision) && !notInformed(decision);

// An absence whose cover has no executive power leaves the decision with whoever is away.
const signatory = (council: Council, post: string, on: LocalDate): Asked | null => {
  const person = personIn(council, post, on);
  if (!person?.cover || !isOfScrutiny(council, person.cover.email, on)) return person;
  const { cover: _, ...alone } = person;
  return alone;
};

const signatories = (content: Proposal, { council, now }: Given) => {
  const on = londonDate(now);
  return [content.decisionMaker, content.jointWith].flatMap((post) => (post ? (signatory(council, post, on) ?? []) : []));
};

/**
 * Asks the decision maker, with a fresh link, for a decision on exactly this content. A body is asked through the clerk, who records its
 * meeting.
 */
export const reopened = (
  decision: { notice: In<'notice-published'>['notice']; steps: Step[] },
  content: Proposal,
  given: Given,
): HappeningOf<'determination-opened'> => {
  const dueOn = dueToDecide(londonDate(given.now));
  const people = decision.notice.maker.kind === 'body' ? [] : signatories(content, given);
  return {
    type: 'determination-opened',
    contentHash: fingerprint(content),
    steps: askEach(people, 'determination', decision.steps, { at: given.now, dueOn }),
  };
};

/** Asks whoever chaired the meeting that the clerk recorded to sign for the body. */
export const chairAsked = (decision: In<'awaiting-decision'>, { present }: Meeting, given: Given): Step[] => {
  const on = londonDate(given.now);
  const chair = chairOf(given.council, decision.content.decisionMaker, on, present);
  const person = chair && signatory(given.council, chair.post, on);
  if (!person) return [];
  return askEach([person], 'determination', decision.steps, { at: given.now, dueOn: dueToDecide(on) });
};
