import { createHash } from 'node:crypto';
import { emailStore } from '../../functions/email/email-store.ts';
import { canonical } from '../../functions/decision/fingerprint.ts';
import { firstBreak } from '../../functions/decision/history.ts';
import { historyOf } from '../../functions/platform/store/decision-history.ts';
import { readDecision } from '../../functions/platform/store/decision-items.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { getAll, queryAll, type Table } from '../../functions/platform/table/table.ts';
import { proofStore } from '../../functions/proof/proof-store.ts';
import type { Hold } from '../../functions/keeping/hold.rules.ts';
import { decisionFaults } from '../verify/decision-faults.ts';
import { readHold } from './held.ts';

const ownerOf = async (table: Table, number: string): Promise<string | null> => {
  const [claim] = await getAll(table, [keys.number(number)]);
  return typeof claim?.decisionId === 'string' ? claim.decisionId : null;
};

const holdsOf = async (table: Table, id: string): Promise<Hold[]> =>
  (
    await queryAll(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :hold)',
      ExpressionAttributeValues: { ':pk': keys.current(id).pk, ':hold': keys.prefixes.hold },
      ConsistentRead: true,
    })
  ).map(readHold);

/**
 * The whole file of one decision for an auditor: its state, every event with its hash, every email and what became of it, what is published
 * with its chain, every hold on it, in force or lifted, and the daily head that covers it; with what `verify` finds, and one hash over all
 * of it. Exempt words are in it. Null for a number that nobody has.
 */
export const auditExport = async (table: Table, number: string) => {
  const id = await ownerOf(table, number);
  const [current] = id === null ? [] : await getAll(table, [keys.current(id)]);
  if (id === null || !current) return null;
  const proofs = proofStore(table);
  const [events, emails, published, holds, faults] = await Promise.all([
    historyOf(table, id),
    emailStore(table).list(id),
    proofs.published(number),
    holdsOf(table, id),
    decisionFaults(table, id),
  ]);
  const last = published?.chain.versions.at(-1);
  const file = {
    number,
    decision: readDecision(current),
    events,
    chain: { whole: firstBreak(events) === null, head: events.at(-1)?.hash ?? null },
    emails,
    published,
    holds,
    dailyHead: last ? await proofs.headFrom(last.on) : null,
    faults,
  };
  return { ...file, sha256: createHash('sha256').update(canonical(file)).digest('hex') };
};
