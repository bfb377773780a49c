import { deployed } from '../platform/deployed.ts';
import { draftProposalFrom } from './drafting.ts';

/** Begins a proposal from a contract. */
export const handler = draftProposalFrom(deployed());
