import { nameFacts, numbered, reasonFact } from '../email/facts.ts';
import {
  holdersOf,
  type Letter,
  type LetterKind,
  letterTo,
  makersNow,
  nothingAsked,
  type Occasion,
  type Scene,
  owners,
  type Person,
} from '../email/letter.ts';
import { recordPage, whoTookIt } from '../record/record.emails.ts';
import { wordChanges } from '../link/word-changes.ts';
import { isSameAddress } from '../rules/alike.ts';
import { inWordsWithDay, londonDate } from '../rules/local-date.ts';

// What is asked of somebody comes before what only tells them, since of two letters to one address the first is sent.
const concerned = (occasion: Scene): Person[] => [
  ...holdersOf(occasion, 'clerk'),
  // Decided again, it is by whoever holds the posts now.
  ...makersNow(occasion),
  ...whoTookIt(occasion),
  ...owners(occasion),
  ...holdersOf(occasion, 'scrutiny-chair'),
];

type Asks = { clerk?: string; maker?: string };
type Said = {
  kind: LetterKind;
  about: string;
  heading: string;
  paragraphs: string[];
  facts?: Letter['facts'];
  changes?: Letter['changes'];
  next: string;
  asks?: Asks;
};

const askedOf = (occasion: Scene, to: Person, { clerk, maker: decider }: Asks): string => {
  const asked = to.post === 'clerk' ? clerk : makersNow(occasion).some(({ email }) => isSameAddress(email, to.email)) ? decider : undefined;
  return asked ?? nothingAsked;
};

const tell = (occasion: Scene, people: Person[], { next, asks = {}, facts = [], ...said }: Said): Letter[] =>
  people.map((to) =>
    letterTo(to, occasion, {
      ...said,
      facts: [...nameFacts(occasion, to), ...facts],
      action: to.post === 'clerk' ? undefined : recordPage(occasion),
      whatHappensNext: `${next} ${askedOf(occasion, to, asks)}`,
    }),
  );

// Scrutiny may be over before the days for call-in are, and nothing takes effect sooner than they end.
const effect = ({ decision, at }: Scene, unless = ''): string => {
  const from = 'record' in decision ? decision.record.effectiveFrom : londonDate(at);
  return from > londonDate(at) ? `The decision takes effect on ${inWordsWithDay(from)}${unless}.` : 'The decision is now in force.';
};

// A call-in that is not valid does not count: until the last of its days there may be another.
const unlessAgain = ({ decision, at }: Scene): string => {
  const closesOn = 'record' in decision ? decision.record.callInClosesOn : null;
  return closesOn !== null && closesOn >= londonDate(at)
    ? ` unless members call it in again by the end of ${inWordsWithDay(closesOn)}`
    : '';
};

const putToScrutiny = 'Please put it to scrutiny and record the outcome.';

/** Tells those concerned that the decision is called in and held. Those who asked are named, and not written to. */
export const calledIn = (occasion: Occasion<'decision-called-in'>): Letter[] => {
  const { requestedAt, requestedBy, grounds, words, validated } = occasion.happening.callIn;
  const names = requestedBy.map(({ name, group }) => (group ? `${name} (${group})` : name)).join('\n');
  return tell(occasion, concerned(occasion), {
    kind: 'decision-called-in',
    about: 'called in',
    heading: requestedAt === occasion.at ? 'The decision was called in' : 'Others called the decision in too',
    paragraphs: ['Nothing may be done under it until scrutiny is over.'],
    facts: [
      { term: 'Called in by', value: names },
      { term: 'Grounds', value: grounds.join('\n') },
      { term: 'What they said', value: words },
    ],
    next: validated
      ? 'Scrutiny meets to consider it. You are told the outcome.'
      : 'The clerk checks whether the request is valid. You are told the outcome.',
    asks: { clerk: validated ? putToScrutiny : 'Please check the request and record whether it is valid.' },
  });
};

/** Tells those concerned whether the call-in stands. */
export const callInValidated = (occasion: Occasion<'call-in-validated'>): Letter[] => {
  const { valid, words } = occasion.happening;
  return tell(occasion, concerned(occasion), {
    kind: 'call-in-validated',
    about: valid ? 'call-in is valid' : 'call-in is not valid',
    heading: valid ? 'The call-in is valid' : 'The call-in is not valid',
    paragraphs: [`${occasion.by.name} checked the request.`],
    facts: words ? [{ term: 'What was said', value: words }] : [],
    next: valid ? 'Scrutiny meets to consider the decision. It stays on hold until then.' : effect(occasion, unlessAgain(occasion)),
    asks: valid ? { clerk: putToScrutiny } : {},
  });
};

const outcomes: Record<Occasion<'call-in-concluded'>['happening']['outcome'], { said: string; next?: string; asks: Asks }> = {
  'no-comment': { said: 'Scrutiny made no comment', asks: {} },
  comments: { said: 'Scrutiny made comments', asks: { maker: 'Please note the comments.' } },
  reconsider: {
    said: 'Scrutiny asked for the decision to be reconsidered',
    next: 'The decision maker reconsiders it and confirms or changes it. It cannot be called in again.',
    asks: { maker: 'Please reconsider it and tell the clerk what you decide.', clerk: 'Please record what the decision maker decides.' },
  },
  'refer-to-council': {
    said: 'Scrutiny referred the decision to full council',
    next: 'Full council considers it. The decision stays on hold until it is confirmed or changed.',
    asks: { clerk: 'Please put it to full council and record what is then decided.' },
  },
};

/** Tells those concerned what scrutiny made of the decision. */
export const callInConcluded = (occasion: Occasion<'call-in-concluded'>): Letter[] => {
  const { outcome, words, on } = occasion.happening;
  const { said, next = effect(occasion), asks } = outcomes[outcome];
  const facts = words ? [{ term: 'What scrutiny said', value: words }] : [];
  return tell(occasion, concerned(occasion), {
    kind: 'call-in-concluded',
    about: 'call-in concluded',
    heading: said,
    paragraphs: [`Scrutiny concluded on ${inWordsWithDay(on)}.`],
    facts,
    next,
    asks,
  });
};

const before = ({ decision }: Scene): string[] => ('callIn' in decision ? (decision.callIn?.reconsidered?.before ?? []) : []);

/** Tells those concerned whether the decision was confirmed or changed after its call-in, and how. */
export const decisionReconsidered = (occasion: Occasion<'decision-reconsidered'>): Letter[] => {
  const { outcome, words, proposedDecision, on, by } = occasion.happening;
  const whom = by ? ` by ${by.map(({ name }) => name).join(' and ')}` : '';
  return tell(occasion, concerned(occasion), {
    kind: 'decision-reconsidered',
    about: outcome === 'confirmed' ? 'confirmed after call-in' : 'changed after call-in',
    heading: outcome === 'confirmed' ? 'The decision was confirmed' : 'The decision was changed',
    paragraphs: [`It was reconsidered${whom} on ${inWordsWithDay(on)}. It cannot be called in again.`],
    facts: words ? [{ term: 'Reasons', value: words }] : [],
    changes:
      outcome === 'changed'
        ? [{ part: 'Decision', words: wordChanges(numbered(before(occasion)), numbered(proposedDecision)) }]
        : undefined,
    next: `${effect(occasion)} The record shows what was decided and when.`,
  });
};

/** Reg 18 of SI 2012/2089: tells those concerned that scrutiny holds the decision to have been key. */
export const keyStatusChallenged = (occasion: Occasion<'key-status-challenged'>): Letter[] => {
  const { words, reportBy } = occasion.happening.challenge;
  return tell(occasion, concerned(occasion), {
    kind: 'key-status-challenged',
    about: 'said to have been a key decision',
    heading: 'Scrutiny holds that this was a key decision',
    paragraphs: ['It was not treated as key. Regulation 18 of SI 2012/2089 lets scrutiny require a report to full council.'],
    facts: [
      { term: 'What scrutiny said', value: words },
      ...(reportBy ? [{ term: 'Report asked by', value: inWordsWithDay(reportBy) }] : []),
    ],
    next: 'The executive reports to council: the decision, its reasons, who took it, and why it was thought not to be key.',
    asks: { clerk: 'Please record the report when it is made.', maker: 'Please see that the executive reports.' },
  });
};

/** Tells those concerned that the report to council was made. */
export const keyStatusReported = (occasion: Occasion<'key-status-reported'>): Letter[] =>
  concerned(occasion).flatMap((to) =>
    tell(occasion, [to], {
      kind: 'key-status-reported',
      about: 'report to council made',
      heading: 'The report to council was made',
      paragraphs: [`It was made on ${inWordsWithDay(occasion.happening.on)}, under regulation 18 of SI 2012/2089.`],
      facts: reasonFact(occasion, to, occasion.happening.words, 'What was reported'),
      next: 'The report stands with the record of the decision.',
    }),
  );
