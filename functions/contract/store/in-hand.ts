import type { Decision } from '../../decision/decision.ts';
import { refuse, type Refused } from '../../decision/refusal.ts';
import { systemActor } from '../../decision/system-actor.ts';
import { keys } from '../../platform/table/keys.ts';
import { queryAll, type Table, type Write } from '../../platform/table/table.ts';
import type { Contract } from '../contract.schema.ts';
import type { ContractCommand } from '../contract-commands.ts';
import { contractIdFrom } from '../contract-names.ts';
import { type BesideDecisions, type ContractSurroundings, judgedNow } from './contract-deployed.ts';
import { besideWrite } from './beside-write.ts';
import { type AmongDecisions, decisionOf, notProceeding, notTaken } from './decision-named.ts';

const own = 'Council contract procedure';

const namedBy = ({ content }: Decision): Set<string> => new Set((content.contracts ?? []).flatMap(({ replaces }) => replaces));

const silent = (number: string | null): string => `Decision ${number} has taken effect, and does not name this contract.`;

const isSilent = (decision: Decision, contractId: string): boolean => decision.status === 'effective' && !namedBy(decision).has(contractId);

/**
 * Why a number cannot be taken as a decision in hand for a contract: there is none of that number, it will not be taken, or it has taken
 * effect and nothing came of it for this contract. Null when it can.
 */
export const notInHand = async (around: AmongDecisions, number: string, contractId: string): Promise<Refused | null> => {
  const decision = await decisionOf(around, number);
  if (!decision)
    return refuse(
      'no-such-decision-in-hand',
      own,
      `There is no decision ${number} here. Give the number of the proposal that deals with what follows this contract.`,
    );
  const elsewhere = `${silent(number)} Give the number of the proposal that deals with what follows it.`;
  return notProceeding(decision) ?? (isSilent(decision, contractId) ? refuse('decision-without-contract', own, elsewhere) : null);
};

/** Stored beside a decision taken in hand, so that the contract is found when that decision comes to nothing. */
export const inHandWrites = ({ tableName }: Table, command: ContractCommand, contractId: string): Write[] =>
  command.type === 'take-decision-in-hand' ? [besideWrite(tableName, keys.inHand(command.number, contractId), {})] : [];

/** Why a contract waits for a decision no longer; null where it still does. */
type Why = (contract: Contract) => string | null;

const letGo = async (around: ContractSurroundings, { number }: Decision, why: Why): Promise<void> => {
  if (number === null) return;
  const waiting = await queryAll(around.table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': keys.inHand(number, '').pk },
    ConsistentRead: true,
  });
  const given = await judgedNow(around);
  for (const { sk: id } of waiting) {
    const contract = await around.contracts.load(id);
    const words = contract?.inHand === number ? why(contract) : null;
    if (words !== null) await around.contracts.execute(id, { type: 'give-up-decision-in-hand', by: systemActor, number, words }, { given });
  }
};

/** Gives a decision that will not be taken back to the contracts that waited for it: their alerts begin again. */
export const letGoOf = (around: ContractSurroundings, decision: Decision): Promise<void> =>
  letGo(around, decision, () => `Decision ${decision.number} will not be taken.`);

/**
 * Gives a decision in effect back to the contracts that waited for it and of which nothing came: it names them not, or as another lot of
 * theirs, which does not follow them. Their alerts begin again, at once or when what follows them or lets them end is gone.
 */
export const letGoWhereSilent = (around: ContractSurroundings, decision: Decision): Promise<void> => {
  const { id: decisionId, number, content } = decision;
  const named = namedBy(decision);
  const brought = new Set((content.contracts ?? []).map((_, index) => contractIdFrom(decisionId, index)));
  return letGo(around, decision, ({ id, successor }) => {
    if (!named.has(id)) return silent(number);
    return brought.has(successor?.id ?? '') ? null : `Decision ${number} has taken effect, and brings nothing that follows this contract.`;
  });
};

/**
 * Gives a decision back to a contract that has just taken it in hand, where it came to nothing since it was looked at for that: when those
 * that waited for it were told, this one did not wait yet.
 */
export const letGoOfVain = async (around: BesideDecisions, { id, inHand: number }: Contract): Promise<void> => {
  const decision = number === null ? null : await decisionOf(around, number);
  if (number === null || decision === null) return;
  const words = notTaken(decision) ?? (isSilent(decision, id) ? silent(number) : null);
  if (words === null) return;
  const command = { type: 'give-up-decision-in-hand' as const, by: systemActor, number, words };
  await around.contracts.execute(id, command, { given: await judgedNow(around) });
};
