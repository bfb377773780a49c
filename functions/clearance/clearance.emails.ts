import { isOpen, isUnanswered, standing, stepOf } from '../decision/steps.ts';
import type { OpenStep, Step } from '../decision/decision.ts';
import { costFact, nameFacts, proposalFacts, reasonFact } from '../email/facts.ts';
import { inTheFile } from '../email/in-the-file.ts';
import { enteredBy, whoAnswered } from '../email/who-answered.ts';
import {
  askedAs,
  dueYet,
  holdersOf,
  type Letter,
  letterTo,
  nothingAsked,
  type Occasion,
  officerOf,
  owners,
  type Person,
  personOf,
  type Scene,
} from '../email/letter.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { refusedByMaker } from '../record/publication/sight.rules.ts';
import { isSameAddress, plainAddress } from '../rules/alike.ts';
import { inWordsWithDay } from '../rules/local-date.ts';

const by = (occasion: Scene, step: OpenStep): string => {
  const day = dueYet(occasion, step.dueOn);
  return day ? ` by ${inWordsWithDay(day)}` : '';
};

// The same words a second time, to somebody who has cleared it, would read as sent by mistake.
const returnedBefore = ({ steps }: Scene['decision']): string =>
  steps.some(({ state }) => state === 'returned')
    ? ' It was returned since it was first submitted: an answer given before that no longer counts.'
    : '';

/** Asks one clearer to approve, return or decline; the letter carries their own link. */
export const clearanceAsked = (occasion: Scene, step: OpenStep): Letter => {
  const to = personOf(step);
  const { decision } = occasion;
  return letterTo(to, occasion, {
    kind: 'clearance-asked',
    stepId: step.id,
    about: 'your clearance is asked',
    heading: 'Please clear, return or decline a proposed decision',
    paragraphs: [
      `${decision.submittedBy.name} ${decision.heldBefore ? 'holds' : 'has submitted'} this proposal.${returnedBefore(decision)} You are asked ${askedAs(step)}.`,
      `Read the report and answer${by(occasion, step)}. The link below opens both.`,
      'If you do not answer, the proposal waits. Silence is never taken as clearance.',
    ],
    facts: [...proposalFacts(occasion, to), ...costFact(decision)],
    action: { label: 'Read the report and answer' },
    byWhen: dueYet(occasion, step.dueOn),
    whatHappensNext:
      'When everyone asked has approved, the notice of the decision can be published. If you return it, the officer changes it and it comes to you again.',
    calendarTitle: 'your clearance is asked',
    fingerprint: fingerprint(decision.content),
  });
};

/** Asks every clearer whose turn it is, of those this event put forward. */
export const clearancesAsked = (occasion: Scene, asked: Step[]): Letter[] =>
  asked
    .map(({ id }) => stepOf(occasion.decision, id))
    .filter((step) => step !== null)
    .filter(isOpen)
    .filter(({ stage }) => stage === 'clearance')
    .map((step) => clearanceAsked(occasion, step));

const waiting = (occasion: Scene): string[] =>
  standing(occasion.decision, 'clearance')
    .filter((step) => step.state === 'waiting' || isUnanswered(step))
    .map(({ title }) => title);

/** Tells the officer and the lead director of one approval, unless it was the last: then the clearance itself is told. */
export const clearanceGiven = (occasion: Occasion<'clearance-given'>): Letter[] => {
  const step = stepOf(occasion.decision, occasion.happening.stepId);
  const left = waiting(occasion);
  if (!step || left.length === 0) return [];
  return owners(occasion)
    .filter(({ email }) => !isSameAddress(email, step.email))
    .map((to) =>
      letterTo(to, occasion, {
        kind: 'clearance-given',
        about: `cleared by ${step.title}`,
        heading: `${step.title} has cleared the proposal`,
        paragraphs: [`${whoAnswered(occasion)} approved it.${enteredBy(occasion)}`],
        facts: [...nameFacts(occasion, to), ...reasonFact(occasion, to, occasion.happening.words, 'What they said')],
        whatHappensNext: `It still waits for ${left.join(', ')}. ${nothingAsked}`,
      }),
    );
};

const clerkPublishes = ({ council }: Scene): boolean => council.noticeOn === 'clerk';

/** Tells the officer and the lead director that everyone has cleared, and the clerk where the clerk publishes the notice. */
export const proposalCleared = (occasion: Occasion<'proposal-cleared'>): Letter[] => {
  const clerks = clerkPublishes(occasion) ? holdersOf(occasion, 'clerk') : [];
  const published = clerkPublishes(occasion)
    ? 'The clerk publishes the notice.'
    : 'The notice is published now, or else by the clerk once nothing stands in its way.';
  const told = owners(occasion).map((to) =>
    letterTo(to, occasion, {
      kind: 'proposal-cleared',
      about: 'cleared',
      heading: 'The proposal is cleared',
      paragraphs: ['Everyone asked has approved it.'],
      facts: nameFacts(occasion, to),
      // Of the two, the notice is announced to the officer alone.
      whatHappensNext: `${published}${to.post === null ? ' You are told when that is done.' : ''} ${nothingAsked}`,
    }),
  );
  const asked = clerks.map((to) =>
    letterTo(to, occasion, {
      kind: 'proposal-cleared',
      about: 'ready for notice',
      heading: 'A proposal is ready for you to publish its notice',
      paragraphs: ['Everyone asked has approved it. Please publish the notice in Clear Days.'],
      facts: proposalFacts(occasion, to),
      whatHappensNext: 'The notice period starts on the day you publish. The decision cannot be taken before it ends.',
    }),
  );
  return [...asked, ...told];
};

type Declined = Occasion<'proposal-declined'>;

const answeredAs = (occasion: Occasion<'proposal-returned' | 'proposal-declined'>): string =>
  stepOf(occasion.decision, occasion.happening.stepId)?.title ?? occasion.by.capacity;

const isOfficer = (occasion: Scene, { email }: Person): boolean => isSameAddress(email, officerOf(occasion).email);

/** Tells the officer and the lead director that the proposal came back, why, and what to do. */
export const proposalReturned = (occasion: Occasion<'proposal-returned'>): Letter[] =>
  owners(occasion).map((to) =>
    letterTo(to, occasion, {
      kind: 'proposal-returned',
      about: `returned by ${answeredAs(occasion)}`,
      heading: 'The proposal was returned',
      paragraphs: [
        `${whoAnswered(occasion)} returned it to ${isOfficer(occasion, to) ? 'you' : 'its officer'}. The approvals given so far no longer count.${enteredBy(occasion)}`,
      ],
      facts: [...nameFacts(occasion, to), ...reasonFact(occasion, to, occasion.happening.words)],
      whatHappensNext: `${isOfficer(occasion, to) ? 'Please change the proposal and submit it again.' : `The officer changes the proposal and submits it again. ${nothingAsked}`} It keeps its number. Everyone who clears it is then asked afresh.`,
    }),
  );

const declinedToOwner = (occasion: Declined, to: Person): Letter =>
  letterTo(to, occasion, {
    kind: 'proposal-declined',
    about: `declined by ${answeredAs(occasion)}`,
    heading: 'The proposal was declined',
    paragraphs: [`${whoAnswered(occasion)} declined it. It goes no further.${enteredBy(occasion)}`],
    facts: [...nameFacts(occasion, to), ...reasonFact(occasion, to, occasion.happening.words)],
    whatHappensNext: `Its number is not used again. A different proposal on the same matter starts as a new one. ${nothingAsked}`,
  });

// What somebody wrote who was asked to clear it was advice to the officer; what the decision maker wrote is on the record.
const declinedToOther = (occasion: Declined, to: Person): Letter =>
  letterTo(to, occasion, {
    kind: 'proposal-declined',
    about: `declined by ${answeredAs(occasion)}`,
    heading: 'The proposed decision was declined',
    paragraphs: [`${whoAnswered(occasion)} declined it. It goes no further.${enteredBy(occasion)}`],
    facts: [...nameFacts(occasion, to), ...(refusedByMaker(occasion.decision) ? reasonFact(occasion, to, occasion.happening.words) : [])],
    whatHappensNext: `${nothingAsked} Any link you were sent no longer works. Its number is not used again.`,
  });

/**
 * Tells the officer and the lead director that the proposal was declined, and why; and everyone else in the file that there is nothing left
 * to answer or to wait for.
 */
export const proposalDeclined = (occasion: Declined): Letter[] => {
  const own = owners(occasion);
  const owning = new Set(own.map(({ email }) => plainAddress(email)));
  const others = inTheFile(occasion).filter(({ email }) => !owning.has(plainAddress(email)));
  return [...own.map((to) => declinedToOwner(occasion, to)), ...others.map((to) => declinedToOther(occasion, to))];
};
