import type { OpenStep } from '../decision/decision.ts';
import { nameFacts, proposalFacts, reasonFact } from '../email/facts.ts';
import { holdersOf, type Letter, letterTo, named, type Occasion, type Scene, officerOf, personOf } from '../email/letter.ts';
import { inWordsWithDay } from '../rules/local-date.ts';

const reasonOf = ({ decision }: Scene): string => ('notice' in decision ? (decision.notice?.reason ?? '') : '');

/** Asks for the agreement that reg 11 of SI 2012/2089 needs before an urgent decision; the letter carries the link to give it. */
export const agreementAsked = (occasion: Scene, step: OpenStep): Letter => {
  const to = personOf(step);
  return letterTo(to, occasion, {
    kind: 'agreement-asked',
    stepId: step.id,
    about: 'your agreement is asked – special urgency',
    heading: 'Do you agree that this decision is urgent?',
    paragraphs: [
      `You are asked as ${step.title}, under regulation 11 of SI 2012/2089.`,
      'The question is whether making the decision is urgent and cannot reasonably be deferred. It is not whether the decision is right.',
      `The decision cannot be taken without your agreement.${step.dueOn ? ` Please answer by ${inWordsWithDay(step.dueOn)}.` : ' Please answer today if you can.'}`,
    ],
    facts: [...proposalFacts(occasion, to), { term: 'Why it is said to be urgent', value: reasonOf(occasion) }],
    action: { label: 'Agree or refuse' },
    byWhen: step.dueOn ?? undefined,
    whatHappensNext: 'If you agree, the decision maker is asked to decide. The reasons, your name and your agreement are published. If you refuse, the clerk is told.',
    calendarTitle: 'your agreement is asked',
  });
};

const tellBoth = (occasion: Occasion<'agreement-given' | 'agreement-refused'>, heading: string, whatHappensNext: string): Letter[] =>
  [...holdersOf(occasion, 'clerk'), officerOf(occasion)].map((to) =>
    letterTo(to, occasion, {
      kind: occasion.happening.type,
      about: heading.toLowerCase(),
      heading,
      paragraphs: [`${named({ name: occasion.by.name, title: occasion.by.capacity })} answered.`],
      facts: [...nameFacts(occasion), ...reasonFact(occasion, to, occasion.happening.words, 'What they said')],
      whatHappensNext,
    }),
  );

/** Tells the clerk and the officer that the urgency was agreed. */
export const agreementGiven = (occasion: Occasion<'agreement-given'>): Letter[] =>
  tellBoth(occasion, 'Special urgency is agreed', 'The decision maker is asked to decide. The agreement and its reasons are published with the notice.');

/** Tells the clerk and the officer that the urgency was not agreed, and what remains lawful. */
export const agreementRefused = (occasion: Occasion<'agreement-refused'>): Letter[] =>
  tellBoth(occasion, 'Special urgency is refused', 'The decision cannot be taken under regulation 11. Publish a notice under the general exception (regulation 10) or the ordinary 28 clear days.');
