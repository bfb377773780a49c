import type * as z from 'zod/mini';
import { contractResponse, contractsResponse, importResponse } from '../../contract/api/contract-responses.schema.ts';
import type { Call } from '../api-call.ts';

/** A contract as the API answers it. */
export type Contract = z.infer<typeof contractResponse>;

/** The part of the API that the register of contracts is kept by, called as the person signed in. */
export const contractApi = (call: Call) => {
  const of = (id: string) => `/api/contracts/${encodeURIComponent(id)}`;
  return {
    list: (query: Record<string, string>) =>
      call(contractsResponse, { method: 'GET', path: `/api/contracts?${new URLSearchParams(query)}` }),
    one: (id: string) => call(contractResponse, { method: 'GET', path: of(id) }),
    register: (contract: unknown, key: string) => call(contractResponse, { method: 'POST', path: '/api/contracts', body: contract, key }),
    importAll: (csv: string, firstLine: number, wanted: boolean) =>
      call(importResponse, { method: 'POST', path: '/api/contracts/import', body: { csv, firstLine, import: wanted } }),
    amend: (id: string, contract: unknown, key: string, version: string) =>
      call(contractResponse, { method: 'PUT', path: of(id), body: contract, key, version }),
  };
};
