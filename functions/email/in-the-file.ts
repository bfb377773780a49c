import { holdersOf, owners, type Person, personOf, type Scene } from './letter.ts';

const asked = ({ decision }: Scene): Person[] => decision.steps.filter(({ state }) => state !== 'waiting').map(personOf);

const maker = (occasion: Scene): Person[] => holdersOf(occasion, occasion.decision.content.decisionMaker);

/** The officer, the lead director and the clerk, everyone who was asked anything, and after its notice the decision maker and the scrutiny chair. */
export const inTheFile = (occasion: Scene): Person[] => {
  const noticed = 'notice' in occasion.decision && occasion.decision.notice !== null;
  return [
    ...owners(occasion),
    ...asked(occasion),
    ...holdersOf(occasion, 'clerk'),
    ...(noticed ? [...maker(occasion), ...holdersOf(occasion, 'scrutiny-chair')] : []),
  ];
};
