import type { Contract } from '../../functions/contract/contract.schema.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import { awaitsDecision, claimsOver, type Form } from '../../functions/keeping/contract-retention.rules.ts';
import { draftMayGo, type MayGo, recordMayGo } from '../../functions/keeping/retention.rules.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { contractsOf, decisionsOf, naming, textsIn } from './stored-state.ts';
import type { Shelves } from './shelves.ts';

/** A contract with the decisions of the table that it hangs on, and from when nobody can sue on it. */
export type KeptContract = { contract: Contract; texts: Set<string>; hangsOn: Decision[]; over: MayGo | null };

/** A decision with when it may go whole, as a draft or as a record; null while it may not. */
export type KeptDecision = { decision: Decision; mayGo: MayGo | null };

/** Every decision and every contract of a table, judged by the rules that take one by one. */
export type Kept = { decisions: KeptDecision[]; contracts: KeptContract[] };

// A contract names its decisions in several places. Wherever the number stands, the record is kept for it: once too often rather than too seldom.
const hangingOn = (decisions: Decision[]): ((texts: Set<string>) => Decision[]) => {
  const byName = new Map(decisions.flatMap((decision) => [decision.id, ...(decision.number === null ? [] : [decision.number])].map((name) => [name, decision] as const)));
  return (texts) => [...new Set([...texts].flatMap((text) => byName.get(text) ?? []))];
};

const judged = (decision: Decision, claims: (LocalDate | null)[], open: Contract[]): MayGo | null => {
  const isDraft = decision.number === null && (decision.status === 'draft' || decision.status === 'withdrawn');
  return isDraft ? draftMayGo(decision, open.some(naming(decision))) : recordMayGo(decision, claims);
};

/** The decisions and contracts of a table. `formOf` says how a contract was made, by its reference. */
export const keptIn = (shelves: Shelves, formOf: (reference: string) => Form): Kept => {
  const decisions = decisionsOf(shelves);
  const on = hangingOn(decisions);
  const contracts = contractsOf(shelves).map((contract) => {
    const texts = textsIn(contract);
    return { contract, texts, hangsOn: on(texts), over: claimsOver(contract, formOf(contract.reference)) };
  });
  const open = contracts.map(({ contract }) => contract).filter(awaitsDecision);
  const claims = Map.groupBy(contracts.flatMap(({ hangsOn, over }) => hangsOn.map(({ id }) => ({ id, from: over?.from ?? null }))), ({ id }) => id);
  return { contracts, decisions: decisions.map((decision) => ({ decision, mayGo: judged(decision, (claims.get(decision.id) ?? []).map(({ from }) => from), open) })) };
};
