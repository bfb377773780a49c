import * as z from 'zod/mini';
import { invalid, type Refused } from '../../decision/refusal.ts';
import { type Readable, readable } from '../../platform/table/readable.ts';
import { getAll, type Query, queryFirst, type Table } from '../../platform/table/table.ts';
import type { LocalDate } from '../../rules/local-date.ts';
import type { Contract } from '../contract.schema.ts';
import { type ContractList, ownerKey, readContract } from './contract-items.ts';

/** Which contracts to list: of one owner, or those that need something before a day; by that day, at most 100 a page. */
export type ContractListing = {
  list: ContractList;
  owner?: string | undefined;
  dueBefore?: LocalDate | undefined;
  cursor?: string | undefined;
  limit: number;
};
export type ContractPage = { ok: true; next: string | null } & Readable<Contract>;

const foundSchema = z.object({ pk: z.string(), contractOrder: z.string() });
const placeSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}#.{1,200}$/));

const placeOf = (cursor: string): string | null => {
  const place = placeSchema.safeParse(Buffer.from(cursor, 'base64url').toString());
  return place.success ? place.data : null;
};

// Both ends of a range are in it: a place ends with an id, so a bare day sorts before every contract of that day.
const query = ({ list, owner, dueBefore }: ContractListing, after: string | null): Query => {
  const partition =
    owner === undefined
      ? { IndexName: 'contracts', name: 'contractList', value: list }
      : { IndexName: 'contractsOf', name: 'contractOwner', value: ownerKey(list, owner) };
  return {
    IndexName: partition.IndexName,
    KeyConditionExpression: `${partition.name} = :partition AND contractOrder BETWEEN :from AND :to`,
    ExpressionAttributeValues: { ':partition': partition.value, ':from': after === null ? '0' : `${after}\u0000`, ':to': dueBefore ?? 'A' },
    ProjectionExpression: 'pk, sk, contractOrder',
  };
};

/** One page of contracts, by the day on which each needs something, or a refusal of a cursor that no page gave. */
export const listContracts = async (table: Table, listing: ContractListing): Promise<ContractPage | Refused> => {
  const after = listing.cursor === undefined ? null : placeOf(listing.cursor);
  if (listing.cursor !== undefined && after === null)
    return invalid([{ path: 'cursor', message: 'Use the cursor of the page before, as it was given' }]);
  if (after !== null && listing.dueBefore !== undefined && after >= listing.dueBefore)
    return { ok: true, items: [], unreadable: 0, next: null };
  const all = (await queryFirst(table, query(listing, after), listing.limit + 1)).map((item) => foundSchema.parse(item));
  const page = all.slice(0, listing.limit);
  const last = all.length > listing.limit ? page.at(-1) : undefined;
  const found = await getAll(
    table,
    page.map(({ pk }) => ({ pk, sk: 'CURRENT' })),
  );
  return {
    ok: true,
    ...readable(found, readContract),
    next: last ? Buffer.from(last.contractOrder).toString('base64url') : null,
  };
};
