import { holdersOf, makersNow, owners, type Person, personOf, type Scene } from './letter.ts';

const asked = ({ decision }: Scene): Person[] => decision.steps.filter(({ state }) => state !== 'waiting').map(personOf);

/**
 * The clerk, the officer and the lead director, everyone who was asked anything, and after its notice the decision maker, or both of two,
 * and the scrutiny chair.
 */
export const inTheFile = (occasion: Scene): Person[] => {
  const noticed = 'notice' in occasion.decision && occasion.decision.notice !== null;
  return [
    // First, since of two letters to one address the first is sent, and the clerk may have something to do.
    ...holdersOf(occasion, 'clerk'),
    ...owners(occasion),
    ...asked(occasion),
    ...(noticed ? [...makersNow(occasion), ...holdersOf(occasion, 'scrutiny-chair')] : []),
  ];
};
