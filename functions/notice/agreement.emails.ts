import type { OpenStep } from '../decision/decision.ts';
import { purposeOf, stepOf } from '../decision/steps.ts';
import { nameFacts, proposalFacts, reasonFact } from '../email/facts.ts';
import { dueYet, holdersOf, type Letter, letterTo, nothingAsked, type Occasion, type Scene, officerOf, personOf } from '../email/letter.ts';
import { enteredBy, whoAnswered } from '../email/who-answered.ts';
import { inWordsWithDay, londonDate } from '../rules/local-date.ts';
import { lacksSecondNotice } from './private-meeting-days.rules.ts';

const reasonOf = ({ decision }: Scene, step: OpenStep): string => step.reason ?? decision.notice?.reason ?? '';

const nothingFollows = 'The reasons, your name and your agreement are published. If you refuse, the clerk and the officer are told.';

/** What is asked of a chair, for each purpose: the question, what it turns on, and what follows. */
const asked = {
  'special-urgency': {
    about: 'special urgency',
    heading: 'this decision is urgent',
    under: 'regulation 11 of SI 2012/2089',
    question: 'making the decision is urgent and cannot reasonably be deferred',
    without: 'The decision cannot be taken without your agreement.',
    next: 'the decision maker is asked to decide',
  },
  'private-meeting': {
    about: 'private meeting',
    heading: 'this private meeting is urgent',
    under: 'regulation 5(6) of SI 2012/2089',
    question: 'the private meeting is urgent and cannot reasonably be deferred',
    without: 'Without your agreement the meeting waits for its 28 clear days and its second notice.',
    next: 'the meeting may be held without them, once the rest of the decision’s notice has run',
  },
  'call-in-waiver': {
    about: 'waiving call-in',
    heading: 'call-in should be waived',
    under: 'the council’s scrutiny rules',
    question: 'waiting for call-in would seriously harm the council’s or the public’s interests',
    without: 'Without your agreement the decision is subject to call-in.',
    next: 'the decision takes effect when it is made',
  },
} as const;

const dayToCome = ({ decision, at }: Scene): string | null => {
  const from = decision.notice?.timetable.earliestDecisionDate ?? '';
  return from > londonDate(at) ? inWordsWithDay(from) : null;
};

// The day that the public was told, a committee or a private meeting may stand in the way of a decision that is agreed to be urgent.
const stillWaits = (scene: Scene): string => {
  const from = dayToCome(scene);
  if (from) return `, but not before ${from}`;
  return lacksSecondNotice(scene.decision) ? ', once the second notice of the private meeting has run' : '';
};

/** Asks a chair for the agreement that the law or the council's rules need; the letter carries the link to give it. */
export const agreementAsked = (occasion: Scene, step: OpenStep): Letter => {
  const to = personOf(step);
  const purpose = purposeOf(step);
  const wording = asked[purpose];
  const day = dueYet(occasion, step.dueOn);
  return letterTo(to, occasion, {
    kind: 'agreement-asked',
    stepId: step.id,
    about: `your agreement is asked – ${wording.about}`,
    heading: `Do you agree that ${wording.heading}?`,
    paragraphs: [
      `You are asked as ${step.title}, under ${wording.under}.`,
      `The question is whether ${wording.question}. It is not whether the decision is right.`,
      `${wording.without}${day ? ` Please answer by ${inWordsWithDay(day)}.` : ' Please answer today if you can.'}`,
    ],
    facts: [...proposalFacts(occasion, to), { term: 'Why it is asked', value: reasonOf(occasion, step) }],
    action: { label: 'Agree or refuse' },
    byWhen: day,
    whatHappensNext: `If you agree, ${wording.next}${purpose === 'special-urgency' ? stillWaits(occasion) : ''}. ${nothingFollows}`,
    calendarTitle: 'your agreement is asked',
  });
};

type Answered = Occasion<'agreement-given' | 'agreement-refused'>;

/** What the clerk is asked where a private meeting lacks its second notice (reg 5(4) of SI 2012/2089). */
export const publishSecondNotice = 'Please publish the second notice at least five clear days before the meeting.';

// What no answer of a chair does for the clerk: the notice of a decision that is not urgent, the second one of a private meeting.
const askedOfClerk = (occasion: Answered): string => {
  const isRefused = occasion.happening.type === 'agreement-refused';
  const purpose = answeredFor(occasion);
  if (isRefused && purpose === 'special-urgency') return 'Please publish one, or withdraw it.';
  return purpose !== 'call-in-waiver' && lacksSecondNotice(occasion.decision) ? publishSecondNotice : nothingAsked;
};

const tellBoth = (occasion: Answered, [heading, whatHappensNext]: readonly [string, string]): Letter[] =>
  [...holdersOf(occasion, 'clerk'), officerOf(occasion)].map((to) =>
    letterTo(to, occasion, {
      kind: occasion.happening.type,
      about: heading.toLowerCase(),
      heading,
      paragraphs: [`${whoAnswered(occasion)} answered.${enteredBy(occasion)}`],
      facts: [...nameFacts(occasion, to), ...reasonFact(occasion, to, occasion.happening.words, 'What they said')],
      whatHappensNext: `${whatHappensNext} ${to.post === 'clerk' ? askedOfClerk(occasion) : nothingAsked}`,
    }),
  );

const outcomes = {
  'special-urgency': {
    given: ['Special urgency is agreed', 'The agreement and its reasons are published with the notice.'],
    refused: [
      'Special urgency is refused',
      'The decision cannot be taken under regulation 11. A notice can be published under the general exception (regulation 10) or the ordinary 28 clear days.',
    ],
  },
  'private-meeting': {
    given: [
      'The private meeting is agreed to be urgent',
      'It may be held without the 28 clear days and the second notice that regulation 5 asks for. The agreement is published.',
    ],
    refused: ['The private meeting is not agreed to be urgent', 'It waits for its 28 clear days and its second notice (regulation 5).'],
  },
  'call-in-waiver': {
    given: ['Call-in is waived', 'The decision takes effect when it is made. The agreement is published with the record.'],
    refused: ['Call-in is not waived', 'The decision is subject to call-in as usual.'],
  },
} as const;

const answeredFor = ({ decision, happening }: Answered) => purposeOf(stepOf(decision, happening.stepId) ?? {});

const whenAsked = (scene: Scene): string => {
  const from = dayToCome(scene);
  if (from) return `The decision maker is not asked before ${from}.`;
  return lacksSecondNotice(scene.decision)
    ? 'The decision still waits for the second notice of its private meeting.'
    : 'The decision maker is asked to decide.';
};

// Consent is to the meeting’s being private, and shortens no other notice.
const restOfNotice = (scene: Scene): string => {
  const from = dayToCome(scene);
  return from ? ` The rest of the notice runs on: nothing is decided before ${from}.` : '';
};

/** Tells the clerk and the officer that a chair agreed, and what follows. */
export const agreementGiven = (occasion: Occasion<'agreement-given'>): Letter[] => {
  const purpose = answeredFor(occasion);
  const [heading, next] = outcomes[purpose].given;
  if (purpose === 'special-urgency') return tellBoth(occasion, [heading, `${whenAsked(occasion)} ${next}`]);
  return tellBoth(occasion, [heading, purpose === 'private-meeting' ? `${next}${restOfNotice(occasion)}` : next]);
};

/** Tells the clerk and the officer that a chair did not agree, and what remains lawful. */
export const agreementRefused = (occasion: Occasion<'agreement-refused'>): Letter[] =>
  tellBoth(occasion, outcomes[answeredFor(occasion)].refused);

/** Tells the officer, the director and the scrutiny chair that the second notice of a private meeting is out (reg 5(4) of SI 2012/2089). */
export const secondNoticePublished = (occasion: Occasion<'private-meeting-notice-published'>): Letter[] =>
  [officerOf(occasion), ...holdersOf(occasion, occasion.decision.content.leadDirector, 'scrutiny-chair')].map((to) =>
    letterTo(to, occasion, {
      kind: 'private-meeting-notice-published',
      about: 'second notice of a private meeting',
      heading: 'The second notice of the private meeting is published',
      paragraphs: ['It gives the reasons for meeting in private, what was said against it, and the response.'],
      facts: [...nameFacts(occasion, to), { term: 'Meeting not before', value: inWordsWithDay(occasion.happening.notBefore) }],
      whatHappensNext: `The meeting may be held from ${inWordsWithDay(occasion.happening.notBefore)}, if the rest of its notice has run. ${nothingAsked}`,
    }),
  );
