import * as z from 'zod/mini';
import { contractResponse, contractsResponse, importResponse } from '../../contract/api/contract-responses.schema.ts';
import type { Call } from '../api-call.ts';

// While a new version takes over, the API may still be the one before it, which does not tell what was stated.
const untold = { stated: true } as const;
const [proposed, registered, ended, closed] = contractResponse.def.options;
const contractAnswered = z.discriminatedUnion('status', [proposed, z.partial(registered, untold), z.partial(ended, untold), closed]);
const contractsAnswered = z.extend(contractsResponse, { items: z.array(contractAnswered) });

/** A contract as the API answers it. */
export type Contract = z.infer<typeof contractAnswered>;

/** The part of the API that the register of contracts is kept by, called as the person signed in. */
export const contractApi = (call: Call) => {
  const of = (id: string) => `/api/contracts/${encodeURIComponent(id)}`;
  return {
    list: (query: Record<string, string>) =>
      call(contractsAnswered, { method: 'GET', path: `/api/contracts?${new URLSearchParams(query)}` }),
    one: (id: string) => call(contractAnswered, { method: 'GET', path: of(id) }),
    register: (contract: unknown, key: string) => call(contractAnswered, { method: 'POST', path: '/api/contracts', body: contract, key }),
    importAll: (csv: string, firstLine: number, wanted: boolean) =>
      call(importResponse, { method: 'POST', path: '/api/contracts/import', body: { csv, firstLine, import: wanted } }),
    amend: (id: string, contract: unknown, key: string, version: string) =>
      call(contractAnswered, { method: 'PUT', path: of(id), body: contract, key, version }),
  };
};
