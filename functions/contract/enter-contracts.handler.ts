import { deployedContracts } from './contract-deployed.ts';
import { enterContracts } from './enter-contracts.ts';

export const handler = enterContracts(deployedContracts());
