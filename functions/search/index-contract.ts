import * as z from 'zod/mini';
import { publicContract, publicContractLine } from '../transparency/public-contract.schema.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { pause } from '../platform/clock.ts';
import { backoff, isConflict, TooMuchContention } from '../platform/table/conflict.ts';
import { keys } from '../platform/table/keys.ts';
import { readItem, readPacked } from '../platform/table/stored-item.ts';
import { getAll, type Table } from '../platform/table/table.ts';
import type { Instant } from '../rules/local-date.ts';
import { contractTerms } from './contract-terms.ts';
import { planOf } from './index-plan.ts';
import { finishContract, indexedIn, writePostings } from './index-store.ts';
import { contractName } from './postings.ts';

const mostAttempts = 30;

const keptSchema = z.object({ registerOrder: z.string(), summary: publicContractLine });

const bring = async (table: Table, reference: string, now: Instant): Promise<void> => {
  const name = contractName(reference);
  const [kept, held] = await getAll(table, [keys.publicContract(reference), keys.indexed(name)]);
  if (!kept) return;
  const [{ registerOrder, summary }, document, indexed] = [
    readItem(kept, keptSchema),
    readPacked(kept, 'document', publicContract),
    indexedIn(held ?? null),
  ];
  const terms = Object.fromEntries(contractTerms(document));
  // By its terms too: a contract published anew, or read differently, can have others although nothing happened to it.
  const head = `${registerOrder} ${document.updatedAt} ${fingerprint(terms)}`;
  if (indexed.isWhole && indexed.head === head) return;
  const wanted = { register: 'CONTRACTS' as const, registerOrder, terms };
  const plan = planOf(indexed.held, indexed.isWhole, wanted);
  const turn = await writePostings(table, name, { indexed: { ...indexed, held: [...indexed.held, wanted] }, plan }, now);
  await finishContract(table, name, { line: summary, indexed: { ...indexed, turn: turn + 1, isWhole: true, head, held: [wanted] } });
};

/**
 * Brings the index to what is published of a contract now. Asked again, or after a run that broke off, it ends the same; what is withheld
 * is not in it.
 */
export const indexContract = async (table: Table, reference: string, now: () => Instant): Promise<void> => {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const fault = await bring(table, reference, now()).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (fault === null) return;
    if (!isConflict(fault)) throw fault;
    await pause(backoff(attempt));
  }
  throw new TooMuchContention(`Contract ${reference} was not indexed: others wrote ${mostAttempts} times at once`);
};
