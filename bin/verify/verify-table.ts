import { statuses } from '../../functions/decision/decision.ts';
import { concurrently } from '../../functions/platform/concurrently.ts';
import { decisionIdOf } from '../../functions/platform/keys.ts';
import { queryAll, type Table } from '../../functions/platform/table.ts';
import { decisionFaults } from './decision-faults.ts';
import { goneFaults } from './gone-faults.ts';
import { headFaults } from './head-faults.ts';

/** Something stored that is not what was written, and where it stands. */
export type Fault = { where: string; what: string };

const atOnce = 10;

const listed = async (table: Table): Promise<string[]> => {
  const pages = await Promise.all(statuses.map((status) => queryAll(table, { IndexName: 'byStatus', KeyConditionExpression: 'statusKey = :status', ExpressionAttributeValues: { ':status': status }, ProjectionExpression: 'pk, sk' })));
  return pages.flat().flatMap(({ pk }) => decisionIdOf(pk) ?? []);
};

// A decision whose state was taken away is in no list, but its number still says whose it is.
const numbered = async (table: Table): Promise<string[]> => {
  const items = await queryAll(table, { KeyConditionExpression: 'pk = :numbers', ExpressionAttributeValues: { ':numbers': 'NUMBERS' } });
  return items.flatMap(({ sk, decisionId, goneOn }) => (sk.includes('/') && typeof decisionId === 'string' && goneOn === undefined ? [decisionId] : []));
};

/**
 * Works everything out again: every event's hash, every state from its events, every published record's hash and every daily head.
 * Reads only. What has gone by the rule of six years is no fault, but must have had them. A changed, added or missing item of a decision, its publication or the heads is a fault.
 */
export const verifyTable = async (table: Table): Promise<{ decisions: number; heads: number; faults: Fault[] }> => {
  const ids = [...new Set([...(await listed(table)), ...(await numbered(table))])].sort();
  const { done, failed } = await concurrently(ids, atOnce, (id) => decisionFaults(table, id));
  const { heads, faults } = await headFaults(table);
  const unread = failed.map(({ item, fault }) => ({ where: `Decision ${item}`, what: `It cannot be read: ${fault instanceof Error ? fault.message : String(fault)}` }));
  return { decisions: ids.length, heads, faults: [...done.flat(), ...unread, ...faults, ...(await goneFaults(table))] };
};
