import * as z from 'zod/mini';
import { historyResponse, unreadableOf } from '../../proposal/responses.schema.ts';
import { localDate } from '../../rules/text.schema.ts';
import { contractRequest, regime } from '../contract-terms.schema.ts';
import { particulars } from '../contract-noted.schema.ts';
import { contractViewSchema } from './contract-view.schema.ts';

const [proposed, registered, ended, closed] = contractViewSchema.def.options;

const terms = contractRequest.shape;
// By the names of these stands what follows from the facts; what was sent, if it was, stands here.
const stated = z.object({ regime: z.optional(regime), successor: terms.successor });
const worked = { regime, regimeInWords: z.string(), stated };
const known = {
  ...particulars.shape,
  supplier: z.nullable(z.object({ name: z.string() })),
  start: z.nullable(localDate),
  end: z.nullable(localDate),
};

/** A contract as every private route answers it: what was sent, and beside it all that follows from it today. */
export const contractResponse = z.discriminatedUnion('status', [
  z.object({ ...known, ...z.omit(proposed, { particulars: true }).shape }),
  z.object({ ...terms, ...z.omit(registered, { terms: true }).shape, ...worked }),
  z.object({ ...terms, ...z.omit(ended, { terms: true }).shape, ...worked }),
  z.object({ ...known, ...z.omit(closed, { particulars: true }).shape }),
]);

/** A page of contracts. */
export const contractsResponse = z.object({
  items: z.array(contractResponse),
  unreadable: unreadableOf('contracts'),
  next: z.nullable(z.string()),
});

const line = z.extend(z.omit(historyResponse.shape.items.def.element, { decisionId: true }), { contractId: z.string() });

/** Every event of a contract, each sealed with the hash of the one before. */
export const contractHistoryResponse = z.object({ items: z.array(line), next: z.nullable(z.string()) });

const row = z.object({ line: z.int(), id: z.string(), reference: z.string() });

/** What came of a register sent, or would: the faults of its rows, as many as one answer carries, and what became of the good rows. */
export const importResponse = z.object({
  rows: z.int(),
  imported: z.boolean(),
  added: z.int(),
  unchanged: z.int(),
  differs: z.array(row),
  refused: z.array(z.extend(row, { reason: z.string() })),
  faults: z.array(z.object({ line: z.int(), column: z.string(), value: z.string(), reason: z.string() })),
});

/** How far the working out anew has come; `next` is null at the end. */
export const reprojectResponse = z.object({ done: z.int(), next: z.nullable(z.string()) });

export type ContractResponse = z.infer<typeof contractResponse>;
export type ImportResponse = z.infer<typeof importResponse>;
