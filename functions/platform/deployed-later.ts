import type { Surroundings } from './deployed.ts';
import { deployedReading } from './deployed-reading.ts';

const withCommands = async (): Promise<Surroundings['store']> => (await import('./deployed.ts')).deployed().store;

/**
 * The surroundings as deployed of whoever reads decisions and seldom changes one: the rules of every command stay in a file of their own
 * until the first is to be carried out. Throws where the environment names no table.
 */
export const deployedLater = (): Surroundings => {
  const reading = deployedReading();
  const store: Surroundings['store'] = {
    ...reading.store,
    execute: async (...asked) => (await withCommands()).execute(...asked),
    lookAgain: async (...asked) => (await withCommands()).lookAgain(...asked),
  };
  return { ...reading, store };
};
