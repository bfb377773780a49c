import { deployed } from '../platform/deployed.ts';
import { deployedContracts } from '../contract/contract-deployed.ts';
import { draftProposalFrom } from './drafting.ts';

/** Begins a proposal from a contract. */
export const handler = draftProposalFrom({ ...deployedContracts(), ...deployed() });
