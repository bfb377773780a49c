import * as z from 'zod/mini';
import { keys } from '../../platform/table/keys.ts';
import { readItem } from '../../platform/table/stored-item.ts';
import { getAll, type Table } from '../../platform/table/table.ts';
import type { Draft } from '../../proposal/proposal.schema.ts';

const kept = z.object({ summary: z.object({ number: z.string(), kind: z.string(), status: z.object({ code: z.string() }) }) });
const fallen = new Set(['superseded', 'not-agreed']);

/** Of the decisions that a proposal would take the place of, those that were taken and still stand. Reads nothing where it names none. */
export const standingOf = async (table: Table, { replaces = [] }: Draft): Promise<string[]> => {
  if (replaces.length === 0) return [];
  const found = await getAll(table, [...new Set(replaces)].map(keys.publication));
  return found.flatMap((item) => {
    if (item === null || item === undefined) return [];
    const { number, kind, status } = readItem(item, kept).summary;
    return kind === 'record' && !fallen.has(status.code) ? [number] : [];
  });
};
