import { deployedReading } from '../platform/deployed-reading.ts';
import { byRoute } from '../platform/http/http.ts';
import { listProposals, readEmails, readHistory, readProposal } from './reading.ts';

const around = deployedReading();

/** Proposals, their history and their emails, for the council's own people. */
export const handler = byRoute({
  'GET /api/proposals': listProposals(around),
  'GET /api/proposals/{id}': readProposal(around),
  'GET /api/proposals/{id}/history': readHistory(around),
  'GET /api/proposals/{id}/emails': readEmails(around),
});
