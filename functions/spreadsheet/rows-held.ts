import { contractIdFrom } from '../contract/contract-names.ts';
import type { ContractSurroundings } from '../contract/store/contract-deployed.ts';
import { keys } from '../platform/table/keys.ts';
import { numberHeldBy } from '../platform/store/numbers.ts';
import { getAll } from '../platform/table/table.ts';
import { publicReferenceOf, referenceHeldBy } from '../transparency/public-contract-items.ts';
import type { GoodRow } from './register-import.ts';

type Register = Pick<ContractSurroundings, 'table' | 'contracts'>;

const fromDecision = /^(\d{2}\/\d{5})-([1-9]\d{0,2})$/;

const proposedIn = (reference: string): { number: string; index: number } | null => {
  const [, number, nth] = fromDecision.exec(reference) ?? [];
  return number && nth ? { number, index: Number(nth) - 1 } : null;
};

// A contract that a decision brought has its reference from that decision, and is not public before it is registered.
const byDecision = async ({ table, contracts }: Register, references: string[]): Promise<Map<string, string>> => {
  const named = references.flatMap((reference) => {
    const found = proposedIn(reference);
    return found ? [{ reference, ...found }] : [];
  });
  const numbers = [...new Set(named.map(({ number }) => number))];
  const claims = new Map((await getAll(table, numbers.map(keys.number))).map((item, at) => [numbers[at], numberHeldBy(item)]));
  const wanted = named.flatMap(({ reference, number, index }) => {
    const decisionId = claims.get(number);
    return decisionId ? [{ reference, id: contractIdFrom(decisionId, index) }] : [];
  });
  const there = await contracts.loadAll(wanted.map(({ id }) => id));
  return new Map(wanted.filter((_, at) => there[at]).map(({ reference, id }) => [reference, id]));
};

/**
 * The rows of a file under the contracts that the register has of their references: one that came of a decision here is that very
 * contract, registered or still proposed, and not another of the same reference. Every other row keeps the id that its reference gives.
 */
export const rowsHeld = async <Row extends Pick<GoodRow, 'id' | 'reference'>>(around: Register, rows: Row[]): Promise<Row[]> => {
  const held = (
    await getAll(
      around.table,
      rows.map(({ reference }) => publicReferenceOf(reference)),
    )
  ).map((item) => referenceHeldBy(item ?? null));
  const proposed = await byDecision(
    around,
    rows.filter((_, at) => !held[at]).map(({ reference }) => reference),
  );
  return rows.map((row, at) => ({ ...row, id: held[at] ?? proposed.get(row.reference) ?? row.id }));
};
