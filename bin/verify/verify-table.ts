import { statuses } from '../../functions/decision/decision.ts';
import { concurrently } from '../../functions/platform/concurrently.ts';
import { decisionIdOf } from '../../functions/platform/table/keys.ts';
import { queryAll, type Table } from '../../functions/platform/table/table.ts';
import { contractFaults, contractIds } from './contract-faults.ts';
import { decisionFaults } from './decision-faults.ts';
import type { Fault } from './fault.ts';
import { goneFaults } from './gone-faults.ts';
import { headFaults } from './head-faults.ts';
import { namedInKeys, strayFaults } from './stray-faults.ts';

const atOnce = 10;

const listed = async (table: Table): Promise<string[]> => {
  const pages = await Promise.all(
    statuses.map((status) =>
      queryAll(table, {
        IndexName: 'byStatus',
        KeyConditionExpression: 'statusKey = :status',
        ExpressionAttributeValues: { ':status': status },
        ProjectionExpression: 'pk, sk',
      }),
    ),
  );
  return pages.flat().flatMap(({ pk }) => decisionIdOf(pk) ?? []);
};

// A decision whose state was taken away is in no list, but its number still says whose it is.
const numbered = async (table: Table): Promise<string[]> => {
  const items = await queryAll(table, { KeyConditionExpression: 'pk = :numbers', ExpressionAttributeValues: { ':numbers': 'NUMBERS' } });
  return items.flatMap(({ sk, decisionId, goneOn }) =>
    sk.includes('/') && typeof decisionId === 'string' && goneOn === undefined ? [decisionId] : [],
  );
};

const looked = async (name: string, ids: string[], look: (id: string) => Promise<Fault[]>): Promise<Fault[]> => {
  const { done, failed } = await concurrently(ids, atOnce, look);
  const unread = failed.map(({ item, fault }) => ({
    where: `${name} ${item}`,
    what: `It cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`,
  }));
  return [...done.flat(), ...unread];
};

/**
 * Works everything out again: every event's hash, every state from its events, every published record's hash and every daily head; and
 * every contract from its events; and that nothing is public or has a history beside those. Reads only. What has gone by the rule of six
 * years is no fault, but must have had them. A changed, added or missing item of a decision, its publication, the heads or a contract is a
 * fault.
 */
export const verifyTable = async (table: Table): Promise<{ decisions: number; heads: number; faults: Fault[] }> => {
  const named = await namedInKeys(table);
  const ids = [...new Set([...(await listed(table)), ...(await numbered(table)), ...named.decisions])].sort();
  const { heads, faults } = await headFaults(table);
  const ofDecisions = await looked('Decision', ids, (id) => decisionFaults(table, id));
  const ofContracts = await looked('Contract', [...new Set([...(await contractIds(table)), ...named.contracts])].sort(), (id) =>
    contractFaults(table, id),
  );
  return {
    decisions: ids.length,
    heads,
    faults: [...ofDecisions, ...ofContracts, ...faults, ...(await goneFaults(table)), ...(await strayFaults(table, named.published))],
  };
};
