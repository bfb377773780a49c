import { byRoute } from '../platform/http/http.ts';
import { deployedContracts } from '../contract/store/contract-deployed.ts';
import { importContracts, reprojectContracts } from './importing.ts';

const around = deployedContracts();

/** Checks and imports registers, and works out anew what is kept beside the contracts. */
export const handler = byRoute({
  'POST /api/contracts/import': importContracts(around),
  'POST /api/contracts/reproject': reprojectContracts(around),
});
