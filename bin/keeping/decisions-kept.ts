import type { Contract } from '../../functions/contract/contract.schema.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import { awaitsDecision, claimsOver, type Form } from '../../functions/keeping/contract-retention.rules.ts';
import { draftMayGo, type MayGo, recordMayGo } from '../../functions/keeping/retention.rules.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { heldWords } from './held.ts';
import { contractsOf, decisionsOf, naming, textsIn } from './stored-state.ts';
import type { Shelves } from './shelves.ts';

/**
 * A contract with the decisions of the table that it hangs on, from when nobody can sue on it, and in words what is held of it and of them.
 */
export type KeptContract = { contract: Contract; texts: Set<string>; hangsOn: Decision[]; over: MayGo | null; held: string[] };

/**
 * A decision with when its time is over, as a draft's or as a record's; in words what is held of it and of the contracts that hang on it;
 * and when it may go whole, null while it may not.
 */
export type KeptDecision = { decision: Decision; over: MayGo | null; held: string[]; mayGo: MayGo | null };

/** Every decision and every contract of a table, judged by the rules that take one by one. */
export type Kept = { decisions: KeptDecision[]; contracts: KeptContract[] };

// A contract names its decisions in several places. Wherever the number stands, the record is kept for it: once too often rather than too
// seldom.
const hangingOn = (decisions: Decision[]): ((texts: Set<string>) => Decision[]) => {
  const byName = new Map(
    decisions.flatMap((decision) =>
      [decision.id, ...(decision.number === null ? [] : [decision.number])].map((name) => [name, decision] as const),
    ),
  );
  return (texts) => [...new Set([...texts].flatMap((text) => byName.get(text) ?? []))];
};

const judged = (decision: Decision, claims: (LocalDate | null)[], open: Contract[]): MayGo | null => {
  const isDraft = decision.number === null && (decision.status === 'draft' || decision.status === 'withdrawn');
  return isDraft ? draftMayGo(decision, open.some(naming(decision))) : recordMayGo(decision, claims);
};

const nameOf = ({ id, number }: Decision): string => (number === null ? `the draft ${id}` : `decision ${number}`);

// A record keeps its contracts, and a contract its records: what is held of the one holds the other.
const heldOfContract = (shelves: Shelves, { id }: Contract, hangsOn: Decision[]): string[] => [
  ...heldWords(shelves, keys.contract(id).pk),
  ...hangsOn.flatMap((decision) => heldWords(shelves, keys.current(decision.id).pk, `${nameOf(decision)}, that it hangs on,`)),
];
const heldOfDecision = (shelves: Shelves, { id }: Decision, hanging: Contract[]): string[] => [
  ...heldWords(shelves, keys.current(id).pk),
  ...hanging.flatMap((contract) => heldWords(shelves, keys.contract(contract.id).pk, `contract ${contract.reference}, that hangs on it,`)),
];

/** The decisions and contracts of a table. `formOf` says how a contract was made, by its reference. */
export const keptIn = (shelves: Shelves, formOf: (reference: string) => Form): Kept => {
  const decisions = decisionsOf(shelves);
  const on = hangingOn(decisions);
  const contracts = contractsOf(shelves).map((contract) => {
    const texts = textsIn(contract);
    const hangsOn = on(texts);
    return {
      contract,
      texts,
      hangsOn,
      over: claimsOver(contract, formOf(contract.reference)),
      held: heldOfContract(shelves, contract, hangsOn),
    };
  });
  const open = contracts.map(({ contract }) => contract).filter(awaitsDecision);
  const hanging = Map.groupBy(
    contracts.flatMap(({ hangsOn, contract, over }) => hangsOn.map(({ id }) => ({ id, contract, from: over?.from ?? null }))),
    ({ id }) => id,
  );
  const kept = (decision: Decision): KeptDecision => {
    const theirs = hanging.get(decision.id) ?? [];
    const over = judged(
      decision,
      theirs.map(({ from }) => from),
      open,
    );
    const held = heldOfDecision(
      shelves,
      decision,
      theirs.map(({ contract }) => contract),
    );
    return { decision, over, held, mayGo: held.length > 0 ? null : over };
  };
  return { contracts, decisions: decisions.map(kept) };
};
