import { deployedGround, type Ground } from '../../platform/deployed-ground.ts';
import { type ContractReader, dynamoContractReader } from './contract-reader.ts';

/** What is needed where contracts are read and none is changed: the rules of every command stay out of it. */
export type ContractReading = Ground & { contracts: ContractReader };

/** The surroundings of a reader of contracts as deployed. Throws where the environment names no table. */
export const deployedContractReading = (): ContractReading => {
  const ground = deployedGround();
  return { ...ground, contracts: dynamoContractReader(ground.table) };
};
