import { deployed } from '../platform/deployed.ts';
import { byRoute } from '../platform/http.ts';
import { listProposals, readEmails, readHistory, readProposal } from './reading.ts';

const around = deployed();

/** Proposals, their history and their emails, for the council's own people. */
export const handler = byRoute({
  'GET /api/proposals': listProposals(around),
  'GET /api/proposals/{id}': readProposal(around),
  'GET /api/proposals/{id}/history': readHistory(around),
  'GET /api/proposals/{id}/emails': readEmails(around),
});
