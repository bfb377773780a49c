import * as z from 'zod/mini';
import { publicContract, publicContractLine } from '../transparency/public-contract.schema.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { keys } from '../platform/table/keys.ts';
import { readItem, readPacked } from '../platform/table/stored-item.ts';
import { getAll, type Table } from '../platform/table/table.ts';
import { untilStored } from '../platform/table/until-done.ts';
import type { Instant } from '../rules/local-date.ts';
import { contractTerms } from './contract-terms.ts';
import { planOf } from './index-plan.ts';
import { finishContract, indexedIn, writePostings } from './index-store.ts';
import { contractName } from './postings.ts';

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
export const indexContract = (table: Table, reference: string, now: () => Instant): Promise<void> =>
  untilStored(`The index of contract ${reference}`, () => bring(table, reference, now()));
