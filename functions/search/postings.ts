import * as z from 'zod/mini';
import { type PublicContractLine, publicContractLine } from '../transparency/public-contract.schema.ts';
import { keys } from '../platform/table/keys.ts';
import { readItem } from '../platform/table/stored-item.ts';
import { getAll, type Query, queryFirst, type Table } from '../platform/table/table.ts';
import type { RegisterName } from '../register/register-entry.ts';
import { type Summary, summarySchema } from '../register/summary.schema.ts';

/** The lists that are searched: the two of decisions, and the contracts by their ends. */
export type Searched = RegisterName | 'CONTRACTS';

/** A place of a list where a term holds, and how much it says of the decision there. */
export type Hit = { order: string; weight: number };

/** A decision published or changed, in the order in which it was: `sequence` only ever rises. */
export type Change = { sequence: number; number: string; kind: 'notice' | 'record'; status: string; updatedAt: string };

/** The index as the public pages read it. */
export type Postings = {
  /** Up to `limit` places from a place on, it included, in the order of the list unless it is said which way. Fewer only at the end. */
  hits: (register: Searched, term: string, from: { at: string | null; limit: number; forwards?: boolean }) => Promise<Hit[]>;
  /** The lines of these decisions, in the order asked; those not indexed left out. At most 100. */
  lines: (numbers: string[]) => Promise<Summary[]>;
  /** The lines of these contracts, in the order asked; those not indexed left out. At most 100. */
  contractLines: (references: string[]) => Promise<PublicContractLine[]>;
  changes: (from: { after: number; limit: number }) => Promise<Change[]>;
};

const hitSchema = z.object({ sk: z.string(), weight: z.number() });
const changeSchema = z.object({
  sk: z.string(),
  number: z.string(),
  kind: z.enum(['notice', 'record']),
  status: z.string(),
  updatedAt: z.string(),
});
const lineSchema = z.object({ summary: summarySchema });
const contractLineSchema = z.object({ summary: publicContractLine });

/** A contract's name in the index, which no decision's number is like. */
export const contractName = (reference: string): string => `CONTRACT#${reference}`;

/** The reference or the number at a place of a list. */
export const nameAt = (order: string): string => order.slice(order.indexOf('#') + 1);

/** Which way a list is read: notices and contracts soonest first, decisions newest first. */
export const isForwards = (register: Searched): boolean => register !== 'DECISIONS';

const hitsFrom = (
  register: Searched,
  term: string,
  { at, forwards = isForwards(register) }: { at: string | null; forwards?: boolean },
): Query => ({
  KeyConditionExpression: `pk = :pk${at === null ? '' : ` AND sk ${forwards ? '>=' : '<='} :at`}`,
  FilterExpression: 'attribute_not_exists(gone)',
  ProjectionExpression: 'pk, sk, weight',
  ExpressionAttributeValues: { ':pk': keys.posting(register, term, '').pk, ...(at === null ? {} : { ':at': at }) },
  ScanIndexForward: forwards,
});

const changesAfter = (after: number): Query => ({
  KeyConditionExpression: 'pk = :pk AND sk > :after',
  FilterExpression: 'attribute_not_exists(gone)',
  ExpressionAttributeValues: { ':pk': keys.change(0).pk, ':after': keys.change(after).sk },
  ConsistentRead: true,
});

/** The index in one DynamoDB table. */
export const dynamoPostings = (table: Table): Postings => ({
  hits: async (register, term, { limit, ...from }) =>
    (await queryFirst(table, hitsFrom(register, term, from), limit))
      .map((item) => readItem(item, hitSchema))
      .map(({ sk, weight }) => ({ order: sk, weight })),
  lines: async (numbers) =>
    (await getAll(table, numbers.map(keys.line))).flatMap((item) => (item ? [readItem(item, lineSchema).summary] : [])),
  contractLines: async (references) =>
    (
      await getAll(
        table,
        references.map((reference) => keys.line(contractName(reference))),
      )
    ).flatMap((item) => (item ? [readItem(item, contractLineSchema).summary] : [])),
  changes: async ({ after, limit }) =>
    (await queryFirst(table, changesAfter(after), limit))
      .map((item) => readItem(item, changeSchema))
      .map(({ sk, ...change }) => ({ sequence: Number(sk), ...change })),
});
