import { deployed, type Surroundings } from '../platform/deployed.ts';
import { type ContractStore, dynamoContractStore } from './contract-store.ts';
import type { Judged } from './contract-items.ts';

/** What every function about contracts needs: the surroundings, and the contracts in them. */
export type ContractSurroundings = Surroundings & { contracts: ContractStore };

/** The surroundings as deployed, with the contracts. */
export const deployedContracts = (): ContractSurroundings => {
  const around = deployed();
  return { ...around, contracts: dynamoContractStore(around.table) };
};

/** What to judge by at this moment. */
export const judgedNow = async ({ now, loadCouncil }: Pick<Surroundings, 'now' | 'loadCouncil'>): Promise<Judged> => ({ now: now(), council: await loadCouncil() });
