import { deployedGround, type Ground } from '../../platform/deployed-ground.ts';
import type { Reading } from '../../platform/deployed-reading.ts';
import { type ContractStore, dynamoContractStore } from './contract-store.ts';
import type { Judged } from './contract-items.ts';

/** What every function that changes contracts needs. */
export type ContractSurroundings = Ground & { contracts: ContractStore };

/** The same where a contract is changed by what became of a decision, which is read. */
export type BesideDecisions = ContractSurroundings & Pick<Reading, 'store'>;

/** The surroundings as deployed, with the contracts. */
export const deployedContracts = (): ContractSurroundings => {
  const ground = deployedGround();
  return { ...ground, contracts: dynamoContractStore(ground.table) };
};

/** What to judge by at this moment. */
export const judgedNow = async ({ now, loadCouncil }: Pick<Ground, 'now' | 'loadCouncil'>): Promise<Judged> => ({
  now: now(),
  council: await loadCouncil(),
});
