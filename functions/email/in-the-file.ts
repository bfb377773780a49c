import { holdersOf, owners, type Person, personOf, type Scene } from './letter.ts';

const asked = ({ decision }: Scene): Person[] => decision.steps.filter(({ state }) => state !== 'waiting').map(personOf);

const makers = (occasion: Scene): Person[] => {
  const { decisionMaker, jointWith } = occasion.decision.content;
  return holdersOf(occasion, decisionMaker, jointWith);
};

/**
 * The officer, the lead director and the clerk, everyone who was asked anything, and after its notice the decision maker, or both of two,
 * and the scrutiny chair.
 */
export const inTheFile = (occasion: Scene): Person[] => {
  const noticed = 'notice' in occasion.decision && occasion.decision.notice !== null;
  return [
    ...owners(occasion),
    ...asked(occasion),
    ...holdersOf(occasion, 'clerk'),
    ...(noticed ? [...makers(occasion), ...holdersOf(occasion, 'scrutiny-chair')] : []),
  ];
};
