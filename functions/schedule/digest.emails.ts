import type { Stage } from '../decision/decision.ts';
import type { Letter } from '../email/letter.ts';
import { inWordsWithDay, type LocalDate } from '../rules/local-date.ts';
import type { OpenStepKept, OpenStepsKept } from './open-steps.schema.ts';

const wanted: Record<Stage, string> = {
  clearance: 'Clear it',
  consultation: 'Say what you think of it',
  agreement: 'Say whether you agree',
  determination: 'Decide it',
};

const line = ({ number, stage, dueOn }: OpenStepKept, day: LocalDate): string => {
  const asked = `${number}: ${wanted[stage]}`;
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
  subject: `${waiting.length} proposals wait for your answer`,
  heading: `${waiting.length} proposals wait for your answer`,
  greeting: `Dear ${name.replace(/^The /, '')}`,
  paragraphs: [
    'They are listed here so that none is lost among your other emails.',
    'Each link is for you alone. Please do not forward this email.',
  ],
  facts: waiting.map((each) => ({ term: line(each, day), value: each.subject, address: addressOf(each) })),
  whatHappensNext: 'You get this list on each working day while more than three wait. Silence is never taken as a yes.',
});
