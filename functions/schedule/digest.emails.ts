import type { Stage } from '../decision/decision.ts';
import type { Letter } from '../email/letter.ts';
import { subjectOf } from '../email/letter.ts';
import { inWordsWithDay } from '../rules/local-date.ts';
import type { Burdened, Waiting } from './digest.rules.ts';

const wanted: Record<Stage, string> = { clearance: 'Clear it', consultation: 'Say what you think of it', agreement: 'Say whether you agree', determination: 'Decide it' };

const line = ({ decision, step }: Waiting): string =>
  `${decision.number}: ${wanted[step.stage]}${step.dueOn ? ` by ${inWordsWithDay(step.dueOn)}` : ''}`;

/** One email with everything that waits for one person, each with its own link. */
export const digestLetter = ({ name, email, external, waiting }: Burdened, addressOf: (waiting: Waiting) => string): Letter => ({
  kind: 'open-steps-digest',
  to: { name, email, post: null, external },
  subject: `${waiting.length} proposals wait for your answer`,
  heading: `${waiting.length} proposals wait for your answer`,
  greeting: `Dear ${name.replace(/^The /, '')}`,
  paragraphs: ['You had an email about each of these when it was asked. They are listed here so that none is lost among the others.', 'Each link is for you alone. Please do not forward this email.'],
  facts: waiting.map((each) => ({ term: line(each), value: subjectOf(each.decision), address: addressOf(each) })),
  whatHappensNext: 'You get this list on each working day while more than three wait. Silence is never taken as a yes.',
});
