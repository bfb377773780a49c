import type { OpenStep, Step } from '../decision/decision.ts';
import type { Refused } from '../decision/refusal.ts';
import { answererOf, answering, stepOf } from '../decision/steps.ts';
import { isAskedIn } from '../decision/transitions.ts';
import { nameFacts } from '../email/facts.ts';
import { holdersOf, type Letter, letterTo, nothingAsked, type Occasion, type Scene, type Person } from '../email/letter.ts';
import { inWordsWithDay, londonDate } from '../rules/local-date.ts';

// Nobody agrees in a chair's place: regs 5(6) and 11(1) of SI 2012/2089 say who may, and in which order.
const othersWhoMay = ({ stage, purpose }: Step): string => {
  if (stage !== 'agreement') return 'arrange cover, ';
  return purpose === 'call-in-waiver' ? '' : 'ask whoever may agree instead if the chair cannot act, ';
};

const waysOn = (step: Step): string => `send a fresh link, ${othersWhoMay(step)}or enter an answer given another way.`;

const heldUp = ({ stage, purpose }: Step): string => {
  if (stage === 'consultation') return 'Consultation does not wait for them.';
  if (purpose === 'private-meeting') return 'Without their yes the meeting waits for its 28 clear days and its second notice.';
  return purpose === 'call-in-waiver'
    ? 'Without their yes before the decision, call-in runs.'
    : 'Until there is an answer the proposal waits.';
};

const clerkMay = ({ post }: Person): string => (post === 'clerk' ? 'Please' : 'The clerk can');

const hasNotAnswered = ({ title }: Step): string => `${title} has not answered`;

type Overdue = Pick<Letter, 'heading' | 'paragraphs'> & { about: string; next: string };

const overdue = (occasion: Scene, to: Person, step: Step, { next, ...wording }: Overdue): Letter =>
  letterTo(to, occasion, {
    kind: 'step-overdue',
    ...wording,
    facts: [...nameFacts(occasion, to), { term: 'Asked', value: answererOf(step) }],
    whatHappensNext: `${next}${to.post === 'clerk' ? '' : ` ${nothingAsked}`}`,
  });

/** Tells of an answer that is long overdue, and what the clerk can do about it. */
export const escalated = (occasion: Scene, to: Person, step: OpenStep): Letter =>
  overdue(occasion, to, step, {
    about: hasNotAnswered(step),
    heading: hasNotAnswered(step),
    paragraphs: [
      `An answer was asked for by ${step.dueOn ? inWordsWithDay(step.dueOn) : 'a day now past'}. Silence is never taken as a yes.`,
      `${clerkMay(to)} ${waysOn(step)}`,
    ],
    next: `They have been reminded. ${heldUp(step)}`,
  });

/** Tells the Monitoring Officer and the clerk of an email that did not arrive and on which nobody acts. */
export const bounceNotActedOn = (occasion: Occasion<'step-reminded'>): Letter[] => {
  const step = stepOf(occasion.decision, occasion.happening.stepId);
  if (step?.state !== 'undeliverable') return [];
  const unreached = `${step.title} still cannot be reached`;
  return holdersOf(occasion, 'monitoring-officer', 'clerk').map((to) =>
    overdue(occasion, to, step, {
      about: unreached,
      heading: unreached,
      paragraphs: [
        `That an email to them did not arrive was found on ${inWordsWithDay(londonDate(step.closedAt))}, and nobody has acted on it since. It cannot be said that they were asked.`,
        `${clerkMay(to)} correct the address and ${waysOn(step)}`,
      ],
      next: `${heldUp(step)} Their silence is never taken as a yes.`,
    }),
  );
};

/**
 * Tells the clerk, and long after the day the lead director, that whoever has not answered left the post, or covers for its holder no more.
 * Their mailbox may be their successor's by now, whose answer by this link would be refused.
 */
export const leftUnanswered = (occasion: Occasion<'step-reminded'>, step: OpenStep, { refusal: { words } }: Refused): Letter[] =>
  holdersOf(occasion, ...(occasion.happening.escalate ? [occasion.decision.content.leadDirector] : []), 'clerk').map((to) =>
    overdue(occasion, to, step, {
      about: hasNotAnswered(step),
      heading: `${answering(step).name} can no longer answer`,
      paragraphs: [words],
      next: `${heldUp(step)} Silence is never taken as a yes.`,
    }),
  );

/** Tells the clerk that an ask never arrived, and what can be done: nothing, where an answer is not heard in the proposal's status. */
export const stepUndeliverable = (occasion: Occasion<'step-undeliverable'>): Letter[] => {
  const step = stepOf(occasion.decision, occasion.happening.stepId);
  if (!step) return [];
  const isAsked = isAskedIn(occasion.decision.status, step.stage);
  return holdersOf(occasion, 'clerk').map((to) =>
    letterTo(to, occasion, {
      kind: 'step-undeliverable',
      about: `email to ${step.title} did not arrive`,
      heading: `An email to ${step.title} did not arrive`,
      paragraphs: [
        'It cannot be said that they were asked, so their silence means nothing.',
        `Please check the address in the directory. ${isAsked ? `Then ${waysOn(step)} Where the address is right, say in the file that its mailbox was put right: that sends a fresh link.` : 'They cannot be asked again while the proposal stands where it does.'}`,
        ...(isAsked && step.stage === 'consultation'
          ? [`${heldUp(step)} Once its last day is past you can still ask them afresh, until the decision is made.`]
          : []),
      ],
      facts: [
        ...nameFacts(occasion, to),
        { term: 'Sent to', value: step.cover?.email ?? step.email },
        { term: 'What is known of it', value: occasion.happening.words },
      ],
      whatHappensNext: `Until ${isAsked ? 'you do' : 'they are'}, the record says that they could not be reached, and never that they did not answer.`,
    }),
  );
};
