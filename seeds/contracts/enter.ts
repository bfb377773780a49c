import type { Council } from '../../functions/council/council.schema.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import { type ContractStore, dynamoContractStore } from '../../functions/contract/store/contract-store.ts';
import { enterContractsOf, publishReleaseOf } from '../../functions/follow-up/entering.ts';
import { linkNeighbours } from '../../functions/follow-up/neighbours.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import type { Instant } from '../../functions/rules/local-date.ts';
import { type ContractAct, registrar, type SeedContracts } from './seed-contract.ts';

type Entering = { table: Table; contracts: ContractStore; council: Council };

const at = ({ council, ...rest }: Entering, now: Instant) => ({ ...rest, loadCouncil: async () => council, now: () => now });

const perform = async (entering: Entering, { contract, command, at: now }: ContractAct): Promise<void> => {
  const known = await entering.contracts.load(contract);
  if (known && Date.parse(known.updatedAt) >= Date.parse(now)) return;
  const done = await entering.contracts.execute(contract, { ...command, by: registrar }, { given: { now, council: entering.council } });
  if (!done.ok)
    throw new Error(
      `"${command.type}" on contract ${contract} at ${now} was refused by ${done.refusal.rule}. ${done.refusal.words} ${JSON.stringify(done.refusal.errors ?? '')}`,
    );
  await linkNeighbours(at(entering, now), done.contract);
};

// No daily check ran in all those years: what it would have found long ago is for the next one to find.
const lookAgain = async ({ contracts, council }: Entering, acts: ContractAct[], until: Instant): Promise<void> => {
  const entered = await contracts.loadAll([...new Set(acts.map(({ contract }) => contract))]);
  for (const contract of entered) if (contract) await contracts.project(contract, { now: until, council });
};

/**
 * Brings the register of contracts to where it stood at `until`: what each decision in effect enters, and what was done to the contracts
 * since, through the very commands of the register. Loading again adds nothing. Throws, naming the act and the refusal.
 */
export const enterContracts = async (
  table: Table,
  council: Council,
  decisions: Decision[],
  families: SeedContracts[],
  until: Instant,
): Promise<number> => {
  const entering: Entering = { table, contracts: dynamoContractStore(table), council };
  for (const decision of decisions) if (decision.status === 'effective') await enterContractsOf(at(entering, decision.updatedAt), decision);
  const acts = families
    .flatMap((family) => family.acts)
    .filter((act) => Date.parse(act.at) <= Date.parse(until))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  for (const act of acts) await perform(entering, act);
  for (const decision of decisions) await publishReleaseOf(at(entering, decision.updatedAt), decision);
  await lookAgain(entering, acts, until);
  return new Set(acts.map(({ contract }) => contract)).size;
};
