import { clearanceAsked } from '../clearance/clearance.emails.ts';
import { consultationAsked } from '../consultation/consultation.emails.ts';
import type { OpenStep, Step } from '../decision/decision.ts';
import type { Refused } from '../decision/refusal.ts';
import { isOpen, stepOf } from '../decision/steps.ts';
import { determinationAsked } from '../determination/determination.emails.ts';
import { nameFacts } from '../email/facts.ts';
import { holdersOf, type Letter, letterTo, nothingAsked, type Occasion, type Scene, type Person } from '../email/letter.ts';
import { leftOpen } from './in-post.rules.ts';
import { agreementAsked } from '../notice/agreement.emails.ts';
import { inWordsWithDay, londonDate } from '../rules/local-date.ts';
import { bounceNotActedOn, escalated, leftUnanswered } from './unanswered.emails.ts';

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

/** Sends a fresh link to whoever the step is asked of now; the earlier link no longer answers, but where it is the same link again. */
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

const told = (occasion: Occasion<'step-delegated'>, to: Person, step: Step, left: Refused | null): Letter => {
  const { name, scheme } = occasion.happening.cover;
  return letterTo(to, occasion, {
    kind: 'step-delegated',
    about: `${name} covers for ${step.title}`,
    heading: `${name} will answer in place of ${step.name}`,
    paragraphs: [`${occasion.by.name} recorded the cover. Any link sent before no longer works.`, ...(left ? [left.refusal.words] : [])],
    facts: [...nameFacts(occasion, to), { term: 'Under', value: scheme }],
    whatHappensNext: `The answer is recorded as “${name} for ${step.name}”. ${nothingAsked}`,
  });
};

// Whoever was asked may have left the post: an answer of their days can be entered, and none is heard now.
const leftBy = ({ decision, council, at }: Scene, step: OpenStep): Refused | null => leftOpen(decision, step, council, londonDate(at));

/** Sends the link to the cover, unless their answer would be refused; tells the person covered and the clerk, and why where it would. */
export const stepDelegated = (occasion: Occasion<'step-delegated'>): Letter[] => {
  const step = openStep(occasion, occasion.happening.stepId);
  if (!step) return [];
  const covered: Person = { name: step.name, email: step.email, post: step.post, external: step.external };
  const left = leftBy(occasion, step);
  return [
    ...(left ? [] : [{ ...askFor(occasion, step), kind: 'step-delegated' as const }]),
    ...[covered, ...holdersOf(occasion, 'clerk')].map((to) => told(occasion, to, step, left)),
  ];
};

// By the day of the letter and not by what the reminder is for: a check that was missed sends it later.
const remindedOf = ({ at }: Scene, { dueOn }: OpenStep): string => {
  const day = dueOn ? inWordsWithDay(dueOn) : 'soon';
  const today = londonDate(at);
  if (dueOn === today) return `This is a reminder. Your answer is asked for today, ${day}.`;
  return dueOn && dueOn < today
    ? `This is a reminder. Your answer was asked for by ${day}, and has not come. You can still give it, by the link below.`
    : `This is a reminder. Your answer is asked for by ${day}.`;
};

/**
 * Reminds whoever has not answered, or tells the clerk that they may answer no more; long after the day, tells the lead director and the
 * clerk too. A bounce on which nobody acts goes to the Monitoring Officer.
 */
export const stepReminded = (occasion: Occasion<'step-reminded'>): Letter[] => {
  const { stepId, escalate } = occasion.happening;
  const step = openStep(occasion, stepId);
  if (!step) return bounceNotActedOn(occasion);
  const left = leftBy(occasion, step);
  if (left) return leftUnanswered(occasion, step, left);
  const ask = askFor(occasion, step);
  const others = escalate ? holdersOf(occasion, occasion.decision.content.leadDirector, 'clerk') : [];
  return [
    {
      ...ask,
      kind: 'step-reminded',
      subject: ask.subject.replace(': ', ': reminder – '),
      paragraphs: [remindedOf(occasion, step), ...ask.paragraphs],
    },
    ...others.map((to) => escalated(occasion, to, step)),
  ];
};
