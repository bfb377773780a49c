import { getAll, queryAll, type Table } from '../../functions/platform/table/table.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { verifyTable } from '../verify/verify-table.ts';
import { digestOf, exportTable, importTable } from './whole-table.ts';

/** What was found in a table: how much there is, whether it holds, the newest daily head, and one hash over every item. */
export type Found = { items: number; decisions: number; heads: number; lastHead: string | null; faults: number; digest: string };

const lastHead = async (table: Table): Promise<string | null> => {
  const [newest] = (
    await queryAll(table, {
      KeyConditionExpression: 'pk = :heads',
      ExpressionAttributeValues: { ':heads': keys.head('').pk },
      ScanIndexForward: false,
      Limit: 1,
    })
  ).slice(0, 1);
  const [item] = newest ? await getAll(table, [newest]) : [];
  return typeof item?.head === 'string' ? item.head : null;
};

/** Looks a table over from end to end, and changes nothing. */
export const lookOver = async (table: Table): Promise<Found> => {
  const lines = await exportTable(table);
  const { decisions, heads, faults } = await verifyTable(table);
  return { items: lines.length, decisions, heads, lastHead: await lastHead(table), faults: faults.length, digest: digestOf(lines) };
};

/**
 * Restores an export into an empty table and compares: every difference in words, nothing where the restored table is the one exported,
 * byte for byte, with every chain and head whole. Throws where the table is not empty.
 */
export const restoreAndCompare = async (
  exported: string[],
  before: Found | null,
  into: Table,
): Promise<{ after: Found; differences: string[] }> => {
  await importTable(into, exported);
  const after = await lookOver(into);
  const compared: [string, unknown, unknown][] = [
    ['items', exported.length, after.items],
    ['a hash over everything', digestOf(exported), after.digest],
    ...(before
      ? ([
          ['decisions', before.decisions, after.decisions],
          ['daily heads', before.heads, after.heads],
          ['the newest head', before.lastHead, after.lastHead],
        ] as [string, unknown, unknown][])
      : []),
    ['faults', 0, after.faults],
  ];
  return {
    after,
    differences: compared
      .filter(([, was, is]) => was !== is)
      .map(([what, was, is]) => `${what}: ${String(was)} before, ${String(is)} after`),
  };
};
