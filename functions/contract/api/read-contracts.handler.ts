import { byRoute } from '../../platform/http/http.ts';
import { deployedContractReading } from '../store/contract-reading.ts';
import { exportContracts, previewDraft, readContractById, readContractHistory, readContracts } from './reading.ts';

const around = deployedContractReading();

/** Shows the council’s own people its contracts, and what each would begin. */
export const handler = byRoute({
  'GET /api/contracts': readContracts(around),
  'GET /api/contracts.csv': exportContracts(around),
  'GET /api/contracts/{id}': readContractById(around),
  'GET /api/contracts/{id}/history': readContractHistory(around),
  'GET /api/contracts/{id}/draft-proposal': previewDraft(around),
});
