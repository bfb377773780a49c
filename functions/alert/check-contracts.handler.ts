import { checkContracts } from './check-contracts.ts';
import { deployedContracts } from '../contract/store/contract-deployed.ts';
import { scheduled } from '../platform/log/scheduled.ts';

const around = deployedContracts();

/** Checks the contracts that are due and tells their people; run again on the same day it does nothing again. */
export const handler = scheduled('check-contracts', () => checkContracts(around));
