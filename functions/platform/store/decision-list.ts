import * as z from 'zod/mini';
import { type Decision, type Status, statuses } from '../../decision/decision.ts';
import { knownAs } from '../../decision/holder.ts';
import { invalid, type Refused } from '../../decision/refusal.ts';
import { cursorAt, type Position, readCursor } from '../http/cursor.ts';
import { readDecision } from './decision-items.ts';
import { type Readable, readable } from '../table/readable.ts';
import { getAll, type Query, queryFirst, type Table } from '../table/table.ts';

/** Which proposals to list: the newest change first, at most 100 a page. `address` is the officer's: what was handed over is held by it. */
export type Listing = {
  status?: Status | undefined;
  officer?: string | undefined;
  address?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};
export type Page = { ok: true; next: string | null } & Readable<Decision>;

const foundSchema = z.object({ pk: z.string(), updatedAt: z.string() });

const after = (position: Position | null) =>
  position ? { condition: ' AND updatedAt <= :before', values: { ':before': position[0] } } : { condition: '', values: {} };

const partition = (index: string, key: string, value: string, position: Position | null): Query => ({
  IndexName: index,
  KeyConditionExpression: `${key} = :partition${after(position).condition}`,
  ExpressionAttributeValues: { ':partition': value, ...after(position).values },
  ProjectionExpression: 'pk, sk, updatedAt',
  ScanIndexForward: false,
});

const ofOfficer = (officer: string, status: Status | undefined, position: Position | null): Query => {
  const query = partition('byOfficer', 'officerKey', officer, position);
  return status
    ? {
        ...query,
        FilterExpression: 'statusKey = :status',
        ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ':status': status },
      }
    : query;
};

// All proposals are the eleven statuses merged: an index of everything would be one partition that every write goes to.
const queries = ({ status, officer, address }: Listing, position: Position | null): Query[] =>
  officer !== undefined
    ? knownAs(officer, address).map((each) => ofOfficer(each, status, position))
    : (status ? [status] : statuses).map((each) => partition('byStatus', 'statusKey', each, position));

const newestFirst = ([a, idA]: Position, [b, idB]: Position): number => {
  if (a !== b) return a > b ? -1 : 1;
  return idA < idB ? -1 : 1;
};

// The statuses are asked one beside the other: what moves from one to the next meanwhile is found in both, and counts as it was found last.
const onceEach = (newest: Position[]): Position[] => {
  const seen = new Set<string>();
  return newest.filter(([, pk]) => !seen.has(pk) && seen.add(pk));
};

const positions = async (table: Table, listing: Listing, position: Position | null): Promise<Position[]> => {
  // Those changed in the very same millisecond as the last of the page before come again, and are passed over.
  const found = await Promise.all(queries(listing, position).map((query) => queryFirst(table, query, listing.limit + 26)));
  const all = found
    .flat()
    .map((item) => foundSchema.parse(item))
    .map(({ pk, updatedAt }): Position => [updatedAt, pk]);
  return onceEach(all.filter((each) => position === null || newestFirst(position, each) < 0).sort(newestFirst));
};

/** One page of proposals, without any that cannot be read; or a refusal of a cursor that no page gave. */
export const listDecisions = async (table: Table, listing: Listing): Promise<Page | Refused> => {
  const position = listing.cursor === undefined ? null : readCursor(listing.cursor);
  if (listing.cursor !== undefined && position === null)
    return invalid([{ path: 'cursor', message: 'Use the cursor of the page before, as it was given' }]);
  const all = await positions(table, listing, position);
  const page = all.slice(0, listing.limit);
  const last = all.length > listing.limit ? page.at(-1) : undefined;
  const found = await getAll(
    table,
    page.map(([, pk]) => ({ pk, sk: 'CURRENT' })),
  );
  return { ok: true, ...readable(found, readDecision), next: last ? cursorAt(last) : null };
};
