import { deployed } from '../platform/deployed.ts';
import { deployedContractReading } from '../contract/store/contract-reading.ts';
import { draftProposalFrom } from './drafting.ts';

/** Begins a proposal from a contract. */
export const handler = draftProposalFrom({ ...deployedContractReading(), ...deployed() });
