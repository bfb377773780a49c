import { type DecisionReader, dynamoDecisionReader } from './store/decision-reader.ts';
import { deployedGround, type Ground } from './deployed-ground.ts';

/** What is needed where decisions are read and none is changed: the rules of every command stay out of it. */
export type Reading = Ground & { store: DecisionReader };

/** The surroundings of a reader as deployed. Throws where the environment names no table. */
export const deployedReading = (): Reading => {
  const ground = deployedGround();
  return { ...ground, store: dynamoDecisionReader(ground.table) };
};
