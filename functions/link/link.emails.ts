import { clearanceAsked } from '../clearance/clearance.emails.ts';
import { consultationAsked } from '../consultation/consultation.emails.ts';
import type { OpenStep, Step } from '../decision/decision.ts';
import type { Refused } from '../decision/refusal.ts';
import { isOpen, stepOf } from '../decision/steps.ts';
import { determinationAsked } from '../determination/determination.emails.ts';
import { nameFacts } from '../email/facts.ts';
import { holdersOf, type Letter, letterTo, type Occasion, type Scene, type Person } from '../email/letter.ts';
import { leftOpen } from './in-post.rules.ts';
import { agreementAsked } from '../notice/agreement.emails.ts';
import { inWordsWithDay, londonDate } from '../rules/local-date.ts';

/** The letter that asks this step of whoever answers it, as it would be written on this occasion. */
export const askFor = (occasion: Scene, step: OpenStep): Letter => {
  switch (step.stage) {
    case 'clearance':
      return clearanceAsked(occasion, step);
    case 'consultation':
      return consultationAsked(occasion, step);
    case 'agreement':
      return agreementAsked(occasion, step);
    case 'determination':
      return determinationAsked(occasion, step);
    default:
      return step.stage satisfies never;
  }
};

const openStep = ({ decision }: Scene, id: string): OpenStep | null => {
  const step = stepOf(decision, id);
  return step && isOpen(step) ? step : null;
};

const replaced = 'This is a fresh link. The one in any earlier email no longer works.';

// Anybody who has or guesses an old link can ask for this, so it must end nothing that the reader relies on.
const askedFor =
  'This is your link again. Somebody asked for it on the page behind an old one. If it was not you, nothing has changed: every link of yours that worked before still works.';

/** Sends a fresh link to the mailbox that the step already has, or to whoever holds the post now; the earlier link no longer answers. */
export const linkReissued = (occasion: Occasion<'link-reissued'>): Letter[] => {
  const step = openStep(occasion, occasion.happening.stepId);
  if (!step) return [];
  const ask = askFor(occasion, step);
  return [
    {
      ...ask,
      kind: 'link-reissued',
      paragraphs: [occasion.happening.keepsLink ? askedFor : replaced, ...ask.paragraphs],
    },
  ];
};

const told = (occasion: Occasion<'step-delegated'>, to: Person, step: Step): Letter => {
  const { name, scheme } = occasion.happening.cover;
  return letterTo(to, occasion, {
    kind: 'step-delegated',
    about: `${name} covers for ${step.title}`,
    heading: `${name} will answer in place of ${step.name}`,
    paragraphs: [`${occasion.by.name} recorded the cover. Any link sent before no longer works.`],
    facts: [...nameFacts(occasion, to), { term: 'Under', value: scheme }],
    whatHappensNext: `The answer is recorded as “${name} for ${step.name}”. Nothing is asked of you.`,
  });
};

/** Sends the link to the cover; tells the person covered and the clerk. */
export const stepDelegated = (occasion: Occasion<'step-delegated'>): Letter[] => {
  const { stepId, cover } = occasion.happening;
  const step = openStep(occasion, stepId);
  if (!step) return [];
  const ask = askFor(occasion, step);
  const covered: Person = { name: step.name, email: step.email, post: step.post, external: step.external };
  return [
    { ...ask, kind: 'step-delegated', paragraphs: [`You are asked in place of ${step.name}, under ${cover.scheme}.`, ...ask.paragraphs] },
    ...[covered, ...holdersOf(occasion, 'clerk')].map((to) => told(occasion, to, step)),
  ];
};

const remindedOf = (step: OpenStep, reminder: string): string => {
  const day = step.dueOn ? inWordsWithDay(step.dueOn) : 'soon';
  if (reminder === 'due') return `This is a reminder. Your answer is asked for today, ${day}.`;
  return reminder.startsWith('after')
    ? `This is a reminder. Your answer was asked for by ${day}, and has not come. You can still give it, by the link below.`
    : `This is a reminder. Your answer is asked for by ${day}.`;
};

// Nobody agrees in a chair's place: regs 5(6) and 11(1) of SI 2012/2089 say who may, and in which order.
const waysOn = ({ stage }: Step): string =>
  stage === 'agreement'
    ? 'send a fresh link, ask whoever may agree instead if the chair cannot act, or enter an answer given another way.'
    : 'send a fresh link, arrange cover, or enter an answer given another way.';

const clerkMay = ({ post }: Person): string => (post === 'clerk' ? 'Please' : 'The clerk can');

const escalated = (occasion: Occasion<'step-reminded'>, to: Person, step: OpenStep): Letter =>
  letterTo(to, occasion, {
    kind: 'step-overdue',
    about: `${step.title} has not answered`,
    heading: `${step.title} has not answered`,
    paragraphs: [
      `An answer was asked for by ${step.dueOn ? inWordsWithDay(step.dueOn) : 'a day now past'}. Silence is never taken as a yes.`,
      `${clerkMay(to)} ${waysOn(step)}`,
    ],
    facts: [...nameFacts(occasion, to), { term: 'Asked', value: step.name }],
    whatHappensNext: `They have been reminded. Until they answer, the proposal waits.${to.post === 'clerk' ? '' : ' Nothing is asked of you.'}`,
  });

const bounceNotActedOn = (occasion: Occasion<'step-reminded'>): Letter[] => {
  const step = stepOf(occasion.decision, occasion.happening.stepId);
  if (step?.state !== 'undeliverable') return [];
  return holdersOf(occasion, 'monitoring-officer', 'clerk').map((to) =>
    letterTo(to, occasion, {
      kind: 'step-overdue',
      about: `${step.title} still cannot be reached`,
      heading: `${step.title} still cannot be reached`,
      paragraphs: [
        `That an email to them did not arrive was found on ${inWordsWithDay(londonDate(step.closedAt))}, and nobody has acted on it since. It cannot be said that they were asked.`,
        `${clerkMay(to)} correct the address and ${waysOn(step)}`,
      ],
      facts: [...nameFacts(occasion, to), { term: 'Asked', value: step.name }],
      whatHappensNext: `Until one of these is done, the proposal waits. Their silence is never taken as a yes.${to.post === 'clerk' ? '' : ' Nothing is asked of you.'}`,
    }),
  );
};

// Their mailbox may be their successor's by now, whose answer by this link would be refused.
const leftUnanswered = (occasion: Occasion<'step-reminded'>, step: OpenStep, { refusal: { words } }: Refused): Letter[] =>
  holdersOf(occasion, ...(occasion.happening.escalate ? [occasion.decision.content.leadDirector] : []), 'clerk').map((to) =>
    letterTo(to, occasion, {
      kind: 'step-overdue',
      about: `${step.title} has not answered`,
      heading: `${step.name} has left the post they were asked in`,
      paragraphs: [words],
      facts: [...nameFacts(occasion, to), { term: 'Asked', value: step.name }],
      whatHappensNext: `Until then the proposal waits. Silence is never taken as a yes.${to.post === 'clerk' ? '' : ' Nothing is asked of you.'}`,
    }),
  );

/**
 * Reminds whoever has not answered, or tells the clerk that they have left the post; long after the day, tells the lead director and the
 * clerk too. A bounce on which nobody acts goes to the Monitoring Officer.
 */
export const stepReminded = (occasion: Occasion<'step-reminded'>): Letter[] => {
  const { stepId, reminder, escalate } = occasion.happening;
  const step = openStep(occasion, stepId);
  if (!step) return bounceNotActedOn(occasion);
  const left = leftOpen(occasion.decision, step, occasion.council, londonDate(occasion.at));
  if (left) return leftUnanswered(occasion, step, left);
  const ask = askFor(occasion, step);
  const others = escalate ? holdersOf(occasion, occasion.decision.content.leadDirector, 'clerk') : [];
  return [
    {
      ...ask,
      kind: 'step-reminded',
      subject: ask.subject.replace(': ', ': reminder – '),
      paragraphs: [remindedOf(step, reminder), ...ask.paragraphs],
    },
    ...others.map((to) => escalated(occasion, to, step)),
  ];
};

const waitsForNobody =
  'Consultation does not wait for them. Once its last day is past you can still ask them afresh, until the decision is made.';

/** Tells the clerk that an ask never arrived, and the three things that can be done. */
export const stepUndeliverable = (occasion: Occasion<'step-undeliverable'>): Letter[] => {
  const step = stepOf(occasion.decision, occasion.happening.stepId);
  if (!step) return [];
  return holdersOf(occasion, 'clerk').map((to) =>
    letterTo(to, occasion, {
      kind: 'step-undeliverable',
      about: `email to ${step.title} did not arrive`,
      heading: `An email to ${step.title} did not arrive`,
      paragraphs: [
        'It cannot be said that they were asked, so their silence means nothing.',
        `Please check the address in the directory. Then resend the link, or ${step.stage === 'agreement' ? 'ask whoever may agree instead if the chair cannot act' : 'record who covers for them'}.`,
        ...(step.stage === 'consultation' ? [waitsForNobody] : []),
      ],
      facts: [
        ...nameFacts(occasion, to),
        { term: 'Sent to', value: step.cover?.email ?? step.email },
        { term: 'What is known of it', value: occasion.happening.words },
      ],
      whatHappensNext: 'Until you do, the record says that they could not be reached, and never that they did not answer.',
    }),
  );
};
