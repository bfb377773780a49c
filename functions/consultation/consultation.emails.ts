import type { CommitteeOutcome, OpenStep } from '../decision/decision.ts';
import { isOpen, standing, stepOf } from '../decision/steps.ts';
import { nameFacts, numbered, proposalFacts, reasonFact } from '../email/facts.ts';
import { askedAs, dueYet, type Letter, letterTo, nothingAsked, type Occasion, type Scene, officerOf, personOf } from '../email/letter.ts';
import { enteredBy, whoAnswered } from '../email/who-answered.ts';
import { hiddenFrom } from '../link/entitled.ts';
import { wordChanges } from '../link/word-changes.ts';
import { isSameAddress } from '../rules/alike.ts';
import { inWordsWithDay } from '../rules/local-date.ts';

const keptBack = 'Part of this proposal is exempt and is not shown to you. The page says which part and why.';

// To whoever answered before the change, the same words a second time would read as sent by mistake.
const hasAnswered = ({ decision }: Scene, { name, email, cover }: OpenStep): boolean =>
  !cover && decision.steps.some((other) => other.state === 'responded' && other.name === name && isSameAddress(other.email, email));

const answeredBefore = 'You answered before. That stays in the file, as an answer to what was proposed then. Please answer again.';

// An urgent decision does not wait until consultation closes (reg 11 of SI 2012/2089).
const readBefore = ({ decision }: Scene): string =>
  decision.notice?.route === 'special-urgency'
    ? 'Once it is agreed to be urgent, the decision waits for no answer. The decision maker reads every answer given by the time it is taken.'
    : 'The decision maker reads every answer before deciding.';

/** Asks one consultee for their view; the letter carries their own link and nothing that they may not read. */
export const consultationAsked = (occasion: Scene, step: OpenStep): Letter => {
  const to = personOf(step);
  const day = dueYet(occasion, step.dueOn);
  const by = day ? ` by the end of ${inWordsWithDay(day)}` : '';
  return letterTo(to, occasion, {
    kind: 'consultation-asked',
    stepId: step.id,
    about: 'your view is asked',
    heading: 'What do you think of this proposed decision?',
    paragraphs: [
      ...(hasAnswered(occasion, step) ? [answeredBefore] : []),
      `${occasion.council.name} has published notice of a proposed decision. You are consulted ${askedAs(step)}.`,
      `You can support it, object, comment or propose an amendment. Please answer${by}.`,
      ...(hiddenFrom(to, occasion.decision, occasion.council).size > 0 ? [keptBack] : []),
    ],
    facts: proposalFacts(occasion, to),
    action: { label: 'Read the proposal and answer' },
    byWhen: day,
    whatHappensNext: `${readBefore(occasion)} If you do not answer, the record says that you were asked and gave none.`,
    calendarTitle: 'your view is asked',
  });
};

const said: Record<string, string> = {
  support: 'supports it',
  object: 'objects',
  comment: 'has commented',
  amend: 'proposes an amendment',
};

/** Tells the officer of an answer that may call for a change: an objection, an amendment, or any that came late. */
export const consultationAnswered = (occasion: Occasion<'consultation-answered'>): Letter[] => {
  const { stepId, response, words, late } = occasion.happening;
  const step = stepOf(occasion.decision, stepId);
  if (!step || (!late && response !== 'object' && response !== 'amend')) return [];
  const to = officerOf(occasion);
  const when = late ? ' The answer came after consultation closed and is recorded as late.' : '';
  return [
    letterTo(to, occasion, {
      kind: 'consultation-answered',
      about: `${step.title} ${said[response] ?? 'has answered'}`,
      heading: `${step.title} ${said[response] ?? 'has answered'}`,
      paragraphs: [`${whoAnswered(occasion)} answered the consultation.${when}${enteredBy(occasion)}`],
      facts: [...nameFacts(occasion, to), ...reasonFact(occasion, to, words, 'What they said')],
      whatHappensNext:
        'The decision maker will see this answer. Please consider whether to change the proposal. If you do, the system says what has to be done again.',
    }),
  ];
};

const listed = (names: string[]): string => (names.length === 0 ? 'None' : names.join('\n'));

/** Tells the officer who answered, who stayed silent and whom no email reached when consultation closed. */
export const consultationClosed = (occasion: Occasion<'consultation-closed'>): Letter[] => {
  const steps = standing(occasion.decision, 'consultation');
  const silent = steps.filter(({ id }) => occasion.happening.silent.includes(id));
  const lost = steps.filter(({ state }) => state === 'undeliverable');
  if (steps.length === 0) return [];
  const to = officerOf(occasion);
  return [
    letterTo(to, occasion, {
      kind: 'consultation-closed',
      about: 'consultation has closed',
      heading: 'Consultation has closed',
      paragraphs: ['Every answer, and every silence, is in the file.'],
      facts: [
        ...nameFacts(occasion, to),
        { term: 'Answered', value: listed(steps.filter(({ state }) => state === 'responded').map(({ title }) => title)) },
        { term: 'Gave no answer', value: listed(silent.map(({ title }) => title)) },
        ...(lost.length > 0 ? [{ term: 'Could not be reached', value: listed(lost.map(({ title }) => title)) }] : []),
      ],
      whatHappensNext: `The decision maker is asked as soon as nothing else stands in the way. ${nothingAsked}`,
    }),
  ];
};

const outcomes = {
  endorsed: 'endorsed the proposal',
  amended: 'amended the proposal',
  'not-endorsed': 'did not endorse the proposal',
  noted: 'noted the proposal',
} as const;

const outcomeChanges = ({ before, proposedDecision }: CommitteeOutcome): Letter['changes'] =>
  before && proposedDecision
    ? [{ part: 'Proposed decision', words: wordChanges(numbered(before), numbered(proposedDecision)) }]
    : undefined;

/** Tells the officer what the Cabinet Committee made of the proposal, and the decision maker if already asked. */
export const committeeOutcome = (occasion: Occasion<'committee-outcome-recorded'>): Letter[] => {
  const { outcome } = occasion.happening;
  const makers = occasion.decision.steps
    .filter(isOpen)
    .filter(({ stage }) => stage === 'determination')
    .map(personOf);
  return [officerOf(occasion), ...makers].map((to) =>
    letterTo(to, occasion, {
      kind: 'committee-outcome-recorded',
      about: `${outcome.committee} ${outcomes[outcome.outcome]}`,
      heading: `${outcome.committee} ${outcomes[outcome.outcome]}`,
      paragraphs: [
        `It met on ${inWordsWithDay(outcome.date)}.`,
        ...(outcome.proposedDecision ? ['The wording below is now what is proposed. The wording before it stays in the file.'] : []),
      ],
      facts: [...nameFacts(occasion, to), { term: 'What the committee said', value: outcome.words }],
      changes: outcomeChanges(outcome),
      whatHappensNext: makers.includes(to)
        ? 'Please decide by the newest link that you were sent.'
        : `The decision maker sees this outcome, word by word, before deciding. ${nothingAsked}`,
    }),
  );
};
