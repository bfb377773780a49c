import type { Stage } from '../decision/decision.ts';
import { purposeOf } from '../decision/steps.ts';
import type { Letter } from '../email/letter.ts';
import { inWordsWithDay, type LocalDate } from '../rules/local-date.ts';
import type { OpenStepKept, OpenStepsKept } from './open-steps.schema.ts';

const wanted: Record<Exclude<Stage, 'agreement'>, string> = {
  clearance: 'Clear it',
  consultation: 'Say what you think of it',
  determination: 'Decide it',
};

// Of one proposal a chair may be asked for more than one agreement.
const agreedTo = {
  'special-urgency': 'it is urgent',
  'private-meeting': 'its private meeting is urgent',
  'call-in-waiver': 'call-in is waived',
} as const;

const line = (step: OpenStepKept, day: LocalDate): string => {
  const { number, stage, dueOn } = step;
  const asked = `${number}: ${stage === 'agreement' ? `Say whether you agree that ${agreedTo[purposeOf(step)]}` : wanted[stage]}`;
  if (dueOn === null) return asked;
  return dueOn < day ? `${asked}. It was asked for by ${inWordsWithDay(dueOn)}.` : `${asked} by ${inWordsWithDay(dueOn)}`;
};

/** One email with everything that waits for one person, each with its own link. */
export const digestLetter = (
  { day, to: { name, email, external }, waiting }: OpenStepsKept,
  addressOf: (step: OpenStepKept) => string,
): Letter => ({
  kind: 'open-steps-digest',
  to: { name, email, post: null, external },
  subject: `${waiting.length} requests wait for your answer`,
  heading: `${waiting.length} requests wait for your answer`,
  greeting: `Dear ${name.replace(/^The /, '')}`,
  paragraphs: [
    'They are listed here so that none is lost among your other emails.',
    'Each link is for you alone. Please do not forward this email.',
  ],
  facts: waiting.map((each) => ({ term: line(each, day), value: each.subject, address: addressOf(each) })),
  whatHappensNext: 'You get this list on each working day while more than three wait. Silence is never taken as a yes.',
});
