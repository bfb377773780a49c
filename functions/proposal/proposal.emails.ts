import { clearancesAsked } from '../clearance/clearance.emails.ts';
import type { Step } from '../decision/decision.ts';
import { agreements, isUnanswered, purposeOf, stepOf } from '../decision/steps.ts';
import { changesFor, nameFacts, reasonFact } from '../email/facts.ts';
import { inTheFile } from '../email/in-the-file.ts';
import { openStill } from '../email/still-asked.ts';
import {
  type Fact,
  holdersOf,
  type Letter,
  letterTo,
  nothingAsked,
  type Occasion,
  officerOf,
  type Scene,
  personOf,
  type Person,
} from '../email/letter.ts';
import { inWordsWithDay } from '../rules/local-date.ts';
import { publishSecondNotice } from '../notice/agreement.emails.ts';
import { lacksSecondNotice } from '../notice/private-meeting-days.rules.ts';
import { inPounds } from '../rules/money.ts';

const voidedNow = ({ decision, at }: Scene): Step[] => decision.steps.filter((step) => step.state === 'void' && step.closedAt === at);

const clockWords = ({ decision, happening: { clockRestarts } }: Occasion<'proposal-changed'>): string => {
  if (decision.notice === null) return 'No notice of it has been published yet.';
  return clockRestarts
    ? 'A new notice has to be published, and its clear days start again.'
    : 'The notice that was published still counts.';
};

const changeTold = (occasion: Occasion<'proposal-changed'>, to: Person): Letter =>
  letterTo(to, occasion, {
    kind: 'proposal-changed',
    about: 'changed, so your answer no longer counts',
    heading: 'The proposal changed after you were asked',
    paragraphs: ['The answers and approvals given before the change no longer count, and any link sent before no longer works.'],
    facts: [...nameFacts(occasion, to), ...reasonFact(occasion, to, occasion.happening.why, 'Why')],
    changes: changesFor(occasion, to, occasion.happening.changes),
    whatHappensNext: `${nothingAsked} If you are asked again, a separate email brings a fresh link. ${clockWords(occasion)}`,
  });

const askedAgain = (occasion: Occasion<'proposal-changed'>): Letter[] =>
  clearancesAsked(occasion, occasion.happening.steps).map((ask) => ({
    ...ask,
    paragraphs: ['The proposal has changed, so you are asked afresh. Any earlier approval no longer counts.', ...ask.paragraphs],
    facts: [...ask.facts, ...reasonFact(occasion, ask.to, occasion.happening.why, 'Why')],
    changes: changesFor(occasion, ask.to, occasion.happening.changes),
  }));

/** Asks afresh those who clear it; tells everyone else whose approval or link was voided why, and what changed. */
export const proposalChanged = (occasion: Occasion<'proposal-changed'>): Letter[] => [
  ...askedAgain(occasion),
  ...voidedNow(occasion).map((step) => changeTold(occasion, personOf(step))),
];

// A later day has a letter of its own, to everybody; once somebody has signed or met, the link to decide ends with the correction.
const movesDay = ({ decision, happening }: Occasion<'proposal-corrected'>): boolean =>
  (decision.status === 'notice-published' || decision.status === 'awaiting-decision') && happening.notice === undefined;

const endsLink = ({ decision }: Occasion<'proposal-corrected'>): boolean =>
  decision.status === 'awaiting-decision' && (decision.signatures.length > 0 || decision.meeting !== undefined);

/** Tells only those with an answer still to give that the text was corrected; nobody else, since nothing else turns on it. */
export const proposalCorrected = (occasion: Occasion<'proposal-corrected'>): Letter[] =>
  (movesDay(occasion) ? [] : openStill(occasion))
    .filter(
      ({ id, stage }) => !occasion.happening.steps?.some((late) => late.id === id) && !(stage === 'determination' && endsLink(occasion)),
    )
    .map(personOf)
    .map((to) =>
      letterTo(to, occasion, {
        kind: 'proposal-corrected',
        about: 'corrected',
        heading: 'A mistake in the proposal was corrected',
        paragraphs: ['It changes nothing of substance. The link you were sent still works and shows the corrected text.'],
        facts: nameFacts(occasion, to),
        changes: changesFor(occasion, to, occasion.happening.changes),
        whatHappensNext: 'Please answer by the link you already have.',
      }),
    );

type ToldToAll = Pick<Letter, 'kind' | 'heading' | 'paragraphs' | 'whatHappensNext'> & {
  about: string;
  facts?: (to: Person) => Fact[];
};

// What is put off loses whatever was agreed for its day; what is taken up again may not have had its notice yet.
const leftToClerk = ({ decision, council }: Scene): string => {
  if (decision.status === 'cleared' && council.noticeOn === 'clerk') return 'Please publish its notice.';
  if (decision.status !== 'notice-published') return nothingAsked;
  const isUrgent = decision.notice.route === 'special-urgency';
  if (isUrgent && !agreements(decision, 'special-urgency').some((step) => step.state === 'approved' || isUnanswered(step)))
    return 'Please publish its notice again.';
  return lacksSecondNotice(decision) ? publishSecondNotice : nothingAsked;
};

const tellAll = (occasion: Scene, { facts, whatHappensNext, ...wording }: ToldToAll): Letter[] =>
  inTheFile(occasion).map((to) =>
    letterTo(to, occasion, {
      ...wording,
      facts: [...nameFacts(occasion, to), ...(facts?.(to) ?? [])],
      whatHappensNext: to.post === 'clerk' ? whatHappensNext.replace(nothingAsked, leftToClerk(occasion)) : whatHappensNext,
    }),
  );

/** Tells everyone who was asked anything that there is nothing left to answer. A draft that nobody saw is withdrawn in silence. */
export const proposalWithdrawn = (occasion: Occasion<'proposal-withdrawn'>): Letter[] =>
  occasion.decision.number === null
    ? []
    : tellAll(occasion, {
        kind: 'proposal-withdrawn',
        about: 'withdrawn',
        heading: 'The proposed decision was withdrawn',
        paragraphs: [`${occasion.by.name} withdrew it. No decision will be taken on it.`],
        facts: (to) => reasonFact(occasion, to, occasion.happening.words),
        whatHappensNext: `${nothingAsked} Any link you were sent no longer works. Its number is not used again.`,
      });

const linkEnded = `A link to decide no longer works; a fresh one comes when it is time. ${nothingAsked}`;

/** Tells everyone in the file that the decision is put off, and until when. */
export const proposalDeferred = (occasion: Occasion<'proposal-deferred'>): Letter[] => {
  const { until, words } = occasion.happening;
  return tellAll(occasion, {
    kind: 'proposal-deferred',
    about: 'deferred',
    heading: 'The proposed decision was deferred',
    paragraphs: [until ? `It is put off until ${inWordsWithDay(until)}.` : 'It is put off. No new date is set.'],
    facts: (to) => reasonFact(occasion, to, words),
    whatHappensNext: linkEnded,
  });
};

const lapsedWords = {
  'special-urgency': 'What was agreed to be urgent was agreed for an earlier day, and has to be agreed again.',
  'private-meeting':
    'The private meeting was agreed to be urgent for an earlier day: unless that is agreed again, it waits for its 28 clear days and its second notice.',
  'call-in-waiver': 'The waiver of call-in was agreed for an earlier day: unless it is agreed again, call-in runs.',
} as const;

// Of what chairs agree to, a decision waits for its special urgency alone.
const agreedAgain = ({ decision }: Scene, lapsed: string[] = []): string[] => [
  ...new Set(lapsed.map((id) => lapsedWords[purposeOf(stepOf(decision, id) ?? {})])),
];

/** Tells everyone in the file that the decision will be taken later than was published, and why. */
export const dateMoved = (occasion: Occasion<'decision-date-moved'>): Letter[] => {
  const { notice, lapsed } = occasion.happening;
  const { earliestDecisionDate, gates } = notice.timetable;
  const { originallyDue } = notice;
  const why = gates.flatMap(({ date, words }) => (date === earliestDecisionDate ? words : []));
  return tellAll(occasion, {
    kind: 'decision-date-moved',
    about: 'moved to a later date',
    heading: 'The decision will be taken later than was published',
    paragraphs: [`It will not be taken before ${inWordsWithDay(earliestDecisionDate)}.`, ...why, ...agreedAgain(occasion, lapsed)],
    facts: () => (originallyDue ? [{ term: 'First published as', value: inWordsWithDay(originallyDue) }] : []),
    whatHappensNext: linkEnded,
  });
};

/** Tells everyone in the file that the decision is taken up again. */
export const proposalResumed = (occasion: Occasion<'proposal-resumed'>): Letter[] =>
  tellAll(occasion, {
    kind: 'proposal-resumed',
    about: 'taken up again',
    heading: 'The proposed decision is taken up again',
    paragraphs: ['It was deferred and now goes on from where it stood.', ...agreedAgain(occasion, occasion.happening.lapsed)],
    whatHappensNext: `${nothingAsked} If anything more is asked of you, a separate email brings a fresh link.`,
  });

/** Tells the officer and the Monitoring Officer that proposals may be parts of one decision; it stops nothing. */
export const splittingPointedOut = (occasion: Occasion<'splitting-pointed-out'>): Letter[] =>
  [officerOf(occasion), ...holdersOf(occasion, 'monitoring-officer')].map((to) =>
    letterTo(to, occasion, {
      kind: 'splitting-pointed-out',
      about: 'may be part of a larger decision',
      heading: 'This may be part of a larger decision',
      paragraphs: [
        occasion.happening.words,
        'If they are one decision, it is key, and needs the notice of a key decision. Please consider whether they are.',
      ],
      facts: [
        ...nameFacts(occasion, to),
        ...occasion.happening.others.map(({ number, subject, expenditurePence }) => ({
          term: number,
          value: `${subject}: ${inPounds(expenditurePence)}`,
        })),
        { term: 'Together', value: inPounds(occasion.happening.sumPence) },
      ],
      whatHappensNext: 'Nothing is stopped. The officer and the Monitoring Officer decide whether to treat them as one.',
    }),
  );
