import { createHash } from 'node:crypto';
import { emailStore } from '../../functions/email/email-store.ts';
import { canonical } from '../../functions/decision/fingerprint.ts';
import { firstBreak } from '../../functions/decision/history.ts';
import { historyOf } from '../../functions/platform/decision-history.ts';
import { readDecision } from '../../functions/platform/decision-items.ts';
import { keys } from '../../functions/platform/keys.ts';
import { getAll, type Table } from '../../functions/platform/table.ts';
import { proofStore } from '../../functions/proof/proof-store.ts';
import { decisionFaults } from '../verify/decision-faults.ts';

const ownerOf = async (table: Table, number: string): Promise<string | null> => {
  const [claim] = await getAll(table, [keys.number(number)]);
  return typeof claim?.decisionId === 'string' ? claim.decisionId : null;
};

/**
 * The whole file of one decision for an auditor: its state, every event with its hash, every email and what became of it, what is published
 * with its chain, and the daily head that covers it; with what `verify` finds, and one hash over all of it. Exempt words are in it. Null for a number that nobody has.
 */
export const auditExport = async (table: Table, number: string) => {
  const id = await ownerOf(table, number);
  const [current] = id === null ? [] : await getAll(table, [keys.current(id)]);
  if (id === null || !current) return null;
  const proofs = proofStore(table);
  const [events, emails, published, faults] = await Promise.all([historyOf(table, id), emailStore(table).list(id), proofs.published(number), decisionFaults(table, id)]);
  const last = published?.chain.versions.at(-1);
  const file = {
    number, decision: readDecision(current), events, chain: { whole: firstBreak(events) === null, head: events.at(-1)?.hash ?? null },
    emails, published, dailyHead: last ? await proofs.headFrom(last.on) : null, faults,
  };
  return { ...file, sha256: createHash('sha256').update(canonical(file)).digest('hex') };
};
