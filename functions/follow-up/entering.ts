import type { Decision, In } from '../decision/decision.ts';
import { logger } from '../platform/log/logger.ts';
import { type ContractSurroundings, judgedNow } from '../contract/store/contract-deployed.ts';
import { contractIdFrom } from '../contract/contract-names.ts';
import { contractSettingsOf } from '../contract/contract-settings.ts';
import { broughtBy, contractsFrom } from '../contract/from-decision.rules.ts';
import { knownOf } from '../contract/follows.rules.ts';
import type { ContractTask } from '../contract/contract-commands.ts';
import { decisionRelease } from '../transparency/ocds-decision.ts';
import { publishRelease } from '../transparency/public-contract-items.ts';

export type Entering = Pick<ContractSurroundings, 'contracts' | 'loadCouncil' | 'now'>;

/** Carries tasks out in their order. What a contract refuses is logged, and answered by its rule. */
export const carryOut = async (around: Entering, tasks: ContractTask[]): Promise<string[]> => {
  const given = await judgedNow(around);
  const refused: string[] = [];
  // One after another: a link can only be put on a contract that an earlier task has entered.
  for (const { contractId, command } of tasks) {
    const executed = await around.contracts.execute(contractId, command, { given });
    if (executed.ok) continue;
    const { rule } = executed.refusal;
    refused.push(rule);
    logger.warn('A contract did not take what a decision brings it', { contractId, command: command.type, rule });
  }
  return refused;
};

const knownTo = async ({ contracts }: Entering, { id, content }: Pick<Decision, 'id' | 'content'>) => {
  const proposed = content.contracts ?? [];
  const ids = [...new Set([...proposed.map((_, index) => contractIdFrom(id, index)), ...proposed.flatMap(({ replaces }) => replaces)])];
  const found = new Map(
    (await contracts.loadAll(ids)).flatMap((contract) => (contract ? [[contract.id, knownOf(contract)] as const] : [])),
  );
  return (of: string) => found.get(of) ?? null;
};

/** Does to the register what a decision in effect says: enters, awards, extends and lets go. Done again it changes nothing. */
export const enterContractsOf = async (around: Entering, decision: In<'effective'>): Promise<void> => {
  const council = await around.loadCouncil();
  const { tasks } = contractsFrom(decision, { council, settings: contractSettingsOf(council), known: await knownTo(around, decision) });
  const refused = await carryOut(around, tasks);
  // A decision heard beside this one has just awarded what this one was to award: what it awards is a contract of its own.
  if (refused.includes('awarded-otherwise')) await enterContractsOf(around, decision);
};

/**
 * Publishes a decision as Open Contracting data, as it stands now; nothing before its notice. An award keeps the id its procurement was
 * published under.
 */
export const publishReleaseOf = async (around: Pick<ContractSurroundings, 'table'> & Entering, decision: Decision): Promise<void> => {
  const council = await around.loadCouncil();
  const known = await knownTo(around, decision);
  const brought = (index: number) => (decision.status === 'effective' ? broughtBy(decision, index, { known }) : null);
  const procured = (decision.content.contracts ?? [])
    .filter(({ outcome }) => outcome === 'award')
    .flatMap(({ replaces }) => replaces.map(known));
  const ocid = procured.find((found) => found?.decisions.some(({ outcome }) => outcome === 'procure'))?.ocid;
  const release = decisionRelease(decision, { council, settings: contractSettingsOf(council) }, ocid, brought);
  if (release) await publishRelease(around.table, `decision-${decision.id}`, release);
};
