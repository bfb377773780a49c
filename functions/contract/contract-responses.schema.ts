import * as z from 'zod';
import { historyResponse } from '../proposal/responses.schema.ts';
import { localDate } from '../rules/text.schema.ts';
import { contractRequest, particulars, regime } from './contract.schema.ts';
import { contractViewSchema } from './contract-view.schema.ts';

const [proposed, registered, ended, closed] = contractViewSchema.options;

const terms = contractRequest.shape;
const worked = { regime, regimeInWords: z.string() };
const known = { ...particulars.shape, supplier: z.object({ name: z.string() }).nullable(), start: localDate.nullable(), end: localDate.nullable() };

/** A contract as every private route answers it: what was sent, and beside it all that follows from it today. */
export const contractResponse = z.discriminatedUnion('status', [
  z.object({ ...known, ...proposed.omit({ particulars: true }).shape }),
  z.object({ ...terms, ...registered.omit({ terms: true }).shape, ...worked }),
  z.object({ ...terms, ...ended.omit({ terms: true }).shape, ...worked }),
  z.object({ ...known, ...closed.omit({ particulars: true }).shape }),
]);

export const contractsResponse = z.object({ items: z.array(contractResponse), next: z.string().nullable() });

const line = historyResponse.shape.items.element.omit({ decisionId: true }).extend({ contractId: z.string() });

/** Every event of a contract, each sealed with the hash of the one before. */
export const contractHistoryResponse = z.object({ items: z.array(line), next: z.string().nullable() });

const row = z.object({ line: z.int(), id: z.string(), reference: z.string() });

/** What came of a register sent, or would: every fault of every row, and what became of the good rows. */
export const importResponse = z.object({
  rows: z.int(),
  imported: z.boolean(),
  added: z.int(),
  unchanged: z.int(),
  differs: z.array(row),
  refused: z.array(row.extend({ reason: z.string() })),
  faults: z.array(z.object({ line: z.int(), column: z.string(), value: z.string(), reason: z.string() })),
});

/** How far the working out anew has come; `next` is null at the end. */
export const reprojectResponse = z.object({ done: z.int(), next: z.string().nullable() });

export type ContractResponse = z.infer<typeof contractResponse>;
export type ImportResponse = z.infer<typeof importResponse>;
