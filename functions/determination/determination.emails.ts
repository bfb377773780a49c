import type { OpenStep, Step } from '../decision/decision.ts';
import { isOpen, stepOf } from '../decision/steps.ts';
import { amendmentsFor, costFact, nameFacts, proposalFacts } from '../email/facts.ts';
import {
  askedAs,
  holdersOf,
  type Letter,
  letterTo,
  nothingAsked,
  type Occasion,
  type Scene,
  officerOf,
  personOf,
} from '../email/letter.ts';
import { enteredBy, whoAnswered } from '../email/who-answered.ts';
import { isSameAddress } from '../rules/alike.ts';
import { inWordsWithDay, latest, type LocalDate, londonDate } from '../rules/local-date.ts';

const hashOf = ({ decision }: Scene): string | undefined => ('contentHash' in decision ? decision.contentHash : undefined);

const suggested = ({ decision, at }: Scene, step: OpenStep): LocalDate =>
  latest(londonDate(at), step.dueOn ?? decision.notice?.timetable.suggestedDecisionDate ?? '');

const afterMeeting = 'The clerk has recorded the meeting. Check the resolutions and sign them as the record of what was decided.';

const isJoint = ({ content, notice }: Scene['decision']): boolean => content.jointWith !== undefined && notice?.maker.kind !== 'body';

/** Asks a decision maker, or the chair who signs for a body, to decide; the letter carries their own link. */
export const determinationAsked = (occasion: Scene, step: OpenStep): Letter => {
  const { decision } = occasion;
  const to = personOf(step);
  const meeting = 'meeting' in decision && decision.meeting;
  const day = suggested(occasion, step);
  return letterTo(to, occasion, {
    kind: 'determination-asked',
    stepId: step.id,
    about: 'ready for you to decide',
    heading: meeting ? 'Please sign what the meeting decided' : 'A decision is ready for you to take',
    paragraphs: [
      `You are asked ${askedAs(step)}. ${meeting ? afterMeeting : 'The decision may be taken now.'}`,
      'You can approve, return or decline it. You are also asked whether you have an interest to declare.',
      `Please answer by ${inWordsWithDay(day)} if you can. Nothing is ${meeting ? 'published' : 'decided'} until you do.`,
    ],
    facts: [...proposalFacts(occasion, to), ...costFact(decision)],
    changes: amendmentsFor(occasion, to),
    action: { label: 'Read the report and decide' },
    byWhen: day,
    whatHappensNext: `${isJoint(decision) ? 'When each of you has approved' : 'If you approve'}, the record is published at once, with the last day for any call-in. What you sign is bound to the fingerprint below.`,
    calendarTitle: 'decision to take',
    fingerprint: hashOf(occasion),
  });
};

const clerkTold = (occasion: Scene, wording: Omit<Parameters<typeof letterTo>[2], 'facts'>): Letter[] =>
  holdersOf(occasion, 'clerk').map((to) => letterTo(to, occasion, { ...wording, facts: proposalFacts(occasion, to) }));

const meetingAsked = (occasion: Scene): Letter[] =>
  clerkTold(occasion, {
    kind: 'meeting-asked',
    about: 'record the meeting that decides',
    heading: 'This decision is ready for its meeting',
    paragraphs: [
      'Nothing it had to wait for is left. A body decides this one, so no link to decide has been sent.',
      `It may be decided from ${inWordsWithDay(londonDate(occasion.at))}. Please record the meeting in Clear Days as soon as it has decided.`,
    ],
    whatHappensNext: 'When you have recorded the meeting, its chair is emailed a link to sign.',
    fingerprint: hashOf(occasion),
  });

const nobodyToSign = (occasion: Scene): Letter[] =>
  clerkTold(occasion, {
    kind: 'determination-opened',
    about: 'nobody is in post to decide',
    heading: 'A post that has to sign this decision is empty',
    paragraphs: [
      'It may be decided now, but nobody holds the post, so no link for it has been sent.',
      'Please defer it, and take it up again when somebody does. Or its officer can name another decision maker.',
    ],
    whatHappensNext: 'Until then nothing is decided.',
  });

const noLongerCounts =
  'An earlier email to you asked for this too. Its link no longer works, and a signature given by it no longer counts.';

// The same words a second time, to somebody who has signed, would read as sent by mistake.
const wasAsked = ({ decision }: Scene, step: OpenStep): boolean =>
  decision.steps.some(
    (other) => other.stage === 'determination' && other.state === 'void' && isSameAddress(personOf(other).email, personOf(step).email),
  );

const asksOf = (occasion: Scene, steps: Step[]): Letter[] =>
  steps
    .map(({ id }) => stepOf(occasion.decision, id))
    .filter((step) => step !== null)
    .filter(isOpen)
    .map((step) => {
      const ask = determinationAsked(occasion, step);
      return wasAsked(occasion, step) ? { ...ask, paragraphs: [noLongerCounts, ...ask.paragraphs] } : ask;
    });

/** Asks whoever decides; where a body decides, asks the clerk to record its meeting. Tells the clerk of a post that nobody holds. */
export const determinationOpened = (occasion: Occasion<'determination-opened'>): Letter[] => {
  const { decision, happening } = occasion;
  if (decision.notice?.maker.kind === 'body') return meetingAsked(occasion);
  const isShort = happening.steps.length < (isJoint(decision) ? 2 : 1);
  return [...asksOf(occasion, happening.steps), ...(isShort ? nobodyToSign(occasion) : [])];
};

/** Asks the chair to sign what the meeting decided. */
export const meetingRecorded = (occasion: Occasion<'meeting-recorded'>): Letter[] => asksOf(occasion, occasion.happening.steps);

/** Tells the officer that one of those who decide jointly has signed. */
export const countersigned = (occasion: Occasion<'determination-countersigned'>): Letter[] => {
  const left = occasion.decision.steps.filter(isOpen).filter(({ stage }) => stage === 'determination');
  const to = officerOf(occasion);
  return [
    letterTo(to, occasion, {
      kind: 'determination-countersigned',
      about: 'one of two has signed',
      heading: `${whoAnswered(occasion)} has signed your proposed decision`,
      paragraphs: [`The decision is taken jointly. It is made when everyone has signed.${enteredBy(occasion)}`],
      facts: nameFacts(occasion, to),
      whatHappensNext:
        left.length > 0 ? `It waits for the ${left.map(({ title }) => title).join(' and the ')}. ${nothingAsked}` : nothingAsked,
    }),
  ];
};
