import { deployedReading, type Reading } from '../platform/deployed-reading.ts';
import { type ContractStore, dynamoContractStore } from './contract-store.ts';
import type { Judged } from './contract-items.ts';

/** What every function about contracts needs: decisions to read, and the contracts. */
export type ContractSurroundings = Reading & { contracts: ContractStore };

/** The surroundings as deployed, with the contracts. */
export const deployedContracts = (): ContractSurroundings => {
  const around = deployedReading();
  return { ...around, contracts: dynamoContractStore(around.table) };
};

/** What to judge by at this moment. */
export const judgedNow = async ({ now, loadCouncil }: Pick<Reading, 'now' | 'loadCouncil'>): Promise<Judged> => ({ now: now(), council: await loadCouncil() });
